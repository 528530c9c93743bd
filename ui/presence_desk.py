"""Who has what open: told to the other stations now and then, shown with its age; it locks nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from helpdesk.domain.changes import Changes
from helpdesk.errors import UserError
from helpdesk.service import station
from helpdesk.service.station import Opened
from ui import formatting
from ui.seat import Seat

LOOKED = timedelta(seconds=5)
Subject = tuple[str, bytes] | None


class PresenceDesk(QObject):
    """Looks every few seconds what `subject` says is open; `known` says in words who else has it open, if anybody."""

    known = Signal(str, bytes, str)

    def __init__(self, seat: Seat, subject: Callable[[], Subject], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat, self._subject = seat, subject
        self._last: Subject = None
        self._look = QTimer(self)
        self._look.setInterval(LOOKED // timedelta(milliseconds=1))
        self._look.timeout.connect(self.look)

    def begin(self) -> None:
        """Begins to tell and to look."""
        self._look.start()
        self.look()

    def stop(self) -> None:
        """Tells nothing more."""
        self._look.stop()

    def look(self) -> None:
        """Tells what is open here, where that is news, and asks who else has it open."""
        kind, subject = self._subject() or ("", None)
        seat = self._seat
        told = {"on_success": self._told, "on_error": self._leave, "key": (self, "tell")}
        seat.tasks.read(station.tell, seat.desk, seat.operator.id, kind, subject, **told)
        if subject is not None:
            done = partial(self._show, kind, subject)
            asked = {"on_success": done, "on_error": self._leave, "key": (self, "present")}
            seat.tasks.read(station.opened_by, seat.desk, seat.operator.id, subject, **asked)

    def _told(self, changes: Changes) -> None:
        """Nothing in the window shows what this station tells of itself."""

    def _leave(self, error: UserError) -> None:
        """Presence is a courtesy: a busy database is told by the work that needs it."""

    def _show(self, kind: str, subject: bytes, found: tuple[Opened, ...]) -> None:
        self.known.emit(kind, subject, " · ".join(self._words(one) for one in found))

    def _words(self, one: Opened) -> str:
        age = max(timedelta(0), self._seat.desk.clock.now() - one.seen_at)
        seconds = int(age.total_seconds())
        if seconds < 60:
            ago = self.tr("%n s ago", "", seconds)
        elif seconds < 3600:
            ago = self.tr("%n min ago", "", seconds // 60)
        else:
            ago = formatting.date_time(one.seen_at, self._seat.locale)
        return self.tr("%1 has it open, %2").replace("%1", one.who).replace("%2", ago)
