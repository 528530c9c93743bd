"""The window's watch over reports that make themselves: a look each minute, the work in a worker."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from helpdesk.domain.identity import OperatorId
from helpdesk.service import report_schedule
from helpdesk.service.desk import Desk
from helpdesk.service.report_schedule import Ran
from ui.seat import Seat

_A_MINUTE = 60_000


def run_due(desk: Desk, actor: OperatorId, *, progress: Any) -> tuple[Ran, ...]:
    """Makes what is due; for a worker."""
    progress(0)
    return report_schedule.run_due(desk, actor) if report_schedule.is_due(desk) else ()


class ReportClock(QObject):
    """Makes due reports while the window is open, and says where they are."""

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(_A_MINUTE)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Looks at once, then each minute."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()

    def look(self) -> None:
        """Makes what is due, unless it is being made."""
        if self._is_busy:
            return
        self._is_busy = True
        seat, title = self._seat, self.tr("Making reports that are due")
        seat.tasks.long(
            run_due,
            seat.desk,
            seat.operator.id,
            title=title,
            on_success=self._tell,
            on_error=self._rest,
            on_cancelled=self._rest,
        )

    def _tell(self, made: tuple[Ran, ...]) -> None:
        self._is_busy = False
        for ran in made:
            if ran.file is not None:
                self._seat.messages.notice(self.tr("Report saved as %1").replace("%1", str(ran.file)))
            else:
                self._seat.messages.warn(ran.fault)

    def _rest(self, _error: object = None) -> None:
        self._is_busy = False
