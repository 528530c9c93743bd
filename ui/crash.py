"""The net under the program: a fault is logged without personal data, told once, and work goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from helpdesk.errors import ProgramFault, UserError

log = logging.getLogger("helpdesk.crash")


class TellsErrors(Protocol):
    """What the net needs of the messages."""

    def error(self, error: UserError) -> None: ...


def places(error: BaseException) -> list[str]:
    """Kind of the fault and where it went through: no messages and no values, which may hold what a customer said."""
    shown = []
    cause: BaseException | None = error
    while cause is not None:
        shown.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        shown += [f"  {at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return shown


class Crash(QObject):
    """Catches what nobody expected, from every thread; speaks in the GUI thread."""

    _caught = Signal(object)

    def __init__(self, messages: TellsErrors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._told: set[str] = set()
        self._caught.connect(self._tell)

    def install(self) -> None:
        """Takes the hooks of the interpreter and of its threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Gives the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Logs a fault, and tells of it the first time that it comes from its place; any thread."""
        if isinstance(error, UserError):
            self._caught.emit(error)
            return
        shown = places(error)
        log.error("%s", "\n".join(shown))
        place = "\n".join(shown[:1] + shown[-1:])
        if place not in self._told:
            self._told.add(place)
            self._caught.emit(ProgramFault())

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    @Slot(object)
    def _tell(self, error: UserError) -> None:
        self._messages.error(error)
