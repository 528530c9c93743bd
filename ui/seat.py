"""What every pane gets: the desk, who sits at it, and the doors to threads, messages and the locale."""

from __future__ import annotations

from typing import Protocol

from helpdesk.domain.company import Operator
from helpdesk.lazily import dataclass
from helpdesk.service.desk import Desk
from ui.formatting import Locale


class TaskDoor(Protocol):
    """`ui.tasks.Tasks`, or its inline fake in tests."""

    def read(self, function, *arguments, on_success, on_error=None, key=None): ...
    def write(self, function, *arguments, on_success=None, on_error=None): ...
    def long(self, function, *arguments, title, on_success, on_progress=None, on_error=None, on_cancelled=None): ...


class MessageDoor(Protocol):
    """`ui.messages.Messages`, or its recording fake in tests."""

    def error(self, error): ...
    def warn(self, text): ...
    def notice(self, text, *, action="", on_action=None): ...
    def ask(self, question, on_yes): ...


@dataclass(frozen=True)
class Seat:
    """One operator's place at one desk."""

    desk: Desk
    operator: Operator
    tasks: TaskDoor
    messages: MessageDoor
    locale: Locale
