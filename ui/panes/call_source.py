"""Where calls come from: the softphone, F9, or a power cut; one at a time, the others wait in line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from helpdesk.domain.event import Direction
from helpdesk.domain.interaction import Call, ScriptStage
from helpdesk.errors import UserError
from helpdesk.service import call as calls
from ui.panes.call_state import read_script, read_unfinished, same_line
from ui.seat import Seat


class CallSource(QObject):
    """Records a call as soon as its turn has come and hands it over with what was kept of it."""

    began = Signal(object, object)
    queued = Signal(tuple)
    script_read = Signal(tuple)

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._at_work: Call | None = None
        self._is_starting = False
        self._line: list[tuple[str, Direction]] = []
        # The window connects its slots first; only then the call of before the power cut comes back.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.restore)
        self._soon.start(0)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The numbers in line."""
        return tuple(phone for phone, _direction in self._line)

    @Slot(str, object)
    def take(self, phone: str, direction: Direction = Direction.INCOMING) -> None:
        """Begins the call, or puts it in line; a softphone that repeats itself is heard once."""
        if self._at_work is None and not self._is_starting:
            seat = self._seat
            self._is_starting = True
            work = (calls.start, seat.desk, seat.operator.id, phone, direction)
            seat.tasks.write(*work, on_success=self._started, on_error=self._failed)
            return
        is_known = any(same_line(phone, other) for other in self.waiting)
        is_running = self._at_work is not None and self._at_work.ended_at is None
        if not is_known and not (is_running and same_line(phone, self._at_work.phone)):
            self._line.append((phone, direction))
            self.queued.emit(self.waiting)

    @Slot(object)
    def know(self, call: Call) -> None:
        """Knows that the call at work has gone on."""
        self._at_work = call

    @Slot()
    def finish(self) -> None:
        """The call at work is wrapped up: the next in line begins."""
        self._at_work = None
        if self._line:
            self.take(*self._line.pop(0))

    @Slot()
    def restore(self) -> None:
        """Brings back the call that was not wrapped up before the program ended."""
        seat = self._seat
        seat.tasks.read(read_script, seat.desk, on_success=self._read_script)
        seat.tasks.read(read_unfinished, seat.desk, seat.operator.id, on_success=self._restored)

    def _read_script(self, script: tuple[ScriptStage, ...]) -> None:
        self.script_read.emit(script)

    def _failed(self, error: UserError) -> None:
        self._is_starting = False
        self._seat.messages.error(error)

    def _started(self, call: Call) -> None:
        self._is_starting = False
        self._at_work = call
        self.began.emit(call, {})

    def _restored(self, found: tuple[Call, dict[str, Any]] | None) -> None:
        if found is not None and self._at_work is None and not self._is_starting:
            self._at_work, kept = found
            self.began.emit(self._at_work, kept)
