"""What can be done with the request in front of the operator from anywhere: its number copied, its slip printed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.request import RequestCard
from helpdesk.service import reporting, request
from helpdesk.service.desk import Desk
from ui.seat import Seat


def slip_of(desk: Desk, actor: OperatorId, id: RequestId) -> tuple[str, bytes]:
    """Number and A6 slip of a request; runs in a worker."""
    return request.card(desk, actor, id).row.number, reporting.slip_pdf(desk, actor, id, "a6")


class CurrentRecord(QObject):
    """Reads in a worker what it needs of the request, then copies or prints."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window

    def copy_number(self, id: bytes | None) -> None:
        """Puts the number into the clipboard and says so."""
        if id is None:
            self._say_nothing_is_open()
            return
        seat = self._seat
        seat.tasks.read(request.card, seat.desk, seat.operator.id, id, on_success=self._copy)

    def print_slip(self, id: bytes | None) -> None:
        """Opens the print dialog with the receipt slip."""
        if id is None:
            self._say_nothing_is_open()
            return
        seat = self._seat
        seat.tasks.read(slip_of, seat.desk, seat.operator.id, id, on_success=self._print)

    def _say_nothing_is_open(self) -> None:
        self._seat.messages.notice(self.tr("No request is open. Choose one in the list first."))

    def _copy(self, card: RequestCard) -> None:
        number = card.row.number
        QGuiApplication.clipboard().setText(number)
        self._seat.messages.notice(self.tr("{number} is in the clipboard.").format(number=number))

    def _print(self, slip: tuple[str, bytes]) -> None:
        from ui.printing import print_pdf

        number, pdf = slip
        print_pdf(pdf, self.tr("Receipt slip {number}").format(number=number), self._window, seat=self._seat)
