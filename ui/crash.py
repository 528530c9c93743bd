"""The net under the program: a fault is logged without personal data, told once, and work goes on.

The log stands in the workplace as `faults.log`: when, what kind, through which lines of the program; never a message, a
value or a folder of this computer. It is meant to be sent to support as it is.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from helpdesk.clock import SystemClock
from helpdesk.errors import ProgramFault, UserError

log = logging.getLogger("helpdesk.crash")

LOG = "faults.log"
_LONGEST = 500_000
_ROOT = Path(__file__).resolve().parent.parent


class TellsErrors(Protocol):
    """What the net needs of the messages."""

    def error(self, error: UserError) -> None: ...


def places(error: BaseException) -> list[str]:
    """Kind of the fault and where it went through: no messages and no values, which may hold what a customer said."""
    shown = []
    cause: BaseException | None = error
    while cause is not None:
        shown.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        shown += [f"  {_short(at.filename)}:{at.lineno} {at.name}" for at in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return shown


def _short(file: str) -> str:
    # Folders may bear somebody's name: only the program's own part is told, or the last two of a library.
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else "/".join(path.parts[-2:])


class Crash(QObject):
    """Catches what nobody expected, from every thread; speaks in the GUI thread."""

    _caught = Signal(object)

    def __init__(self, messages: TellsErrors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._told: set[str] = set()
        self._folder: Path | None = None
        self._caught.connect(self._tell)

    def install(self, folder: Path | None = None) -> None:
        """Takes the hooks of the interpreter and of its threads; faults are written into `faults.log` of `folder`."""
        self._folder = folder
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
        self._write(shown)
        place = "\n".join(shown[:1] + shown[-1:])
        if place not in self._told:
            self._told.add(place)
            self._caught.emit(ProgramFault())

    def _write(self, shown: list[str]) -> None:
        if self._folder is None:
            return
        file = self._folder / LOG
        try:
            if file.exists() and file.stat().st_size > _LONGEST:
                file.replace(file.with_suffix(".old.log"))
            with file.open("a", encoding="utf-8") as stream:
                stream.write("\n".join((f"{SystemClock().now():%Y-%m-%d %H:%M:%S} UTC", *shown, "", "")))
        except OSError as error:
            # A full or refused disk is told where something is to be saved; the net itself must hold.
            log.error("%s: %s", LOG, error.strerror)

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
