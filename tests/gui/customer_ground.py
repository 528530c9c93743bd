"""One operator's seat at a real desk, for the tests of the customer panes and of the call strip."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.clock import FixedClock
from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.service import company, customer, request
from tests.builders import a_clock, a_customer, a_desk, a_request
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.seat import Seat
from ui.tasks import InlineTasks


@dataclass
class Ground:
    """A seat and the shortest ways to put something on its desk."""

    seat: Seat
    clock: FixedClock
    messages: RecordingMessages

    def customer(self, name: str = "Mary Shaw", phone: str = "8 921 555-01-23", **fields: Any) -> CustomerId:
        return customer.save(self.seat.desk, self.seat.operator.id, a_customer(name, phone, **fields)).id

    def request(self, subject: str = "Kettle came with a crack", **fields: Any) -> RequestId:
        return request.register(self.seat.desk, self.seat.operator.id, a_request(subject, **fields)).id

    def ask(self, function: Any, *arguments: Any) -> Any:
        return function(self.seat.desk, self.seat.operator.id, *arguments)


def a_ground(folder: Path) -> Ground:
    """A desk in English in `folder` on a Monday morning, its first operator at it."""
    clock = a_clock()
    desk = a_desk(folder / "workplace", clock, language="en")
    messages = RecordingMessages()
    seat = Seat(desk, company.operators(desk)[0], InlineTasks(messages), messages, Locale())
    return Ground(seat, clock, messages)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Sends a key as the window system does: first to whoever overrides shortcuts, then to the widget."""
    for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, ""))


CTRL = Qt.KeyboardModifier.ControlModifier
