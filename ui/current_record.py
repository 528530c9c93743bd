"""What can be done with the record in front of the operator from anywhere: its number copied, its slip printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.seat import Seat


class CurrentRecord(QObject):
    """Copies a number, or reads a slip in a worker and opens the print dialog with it."""

    def __init__(self, seat: Seat, window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window

    def copy_number(self, number: str) -> None:
        """Puts the number into the clipboard and says so."""
        if not number:
            self._seat.messages.notice(self.tr("Nothing with a number is open. Choose a request or an order first."))
            return
        QGuiApplication.clipboard().setText(number)
        self._seat.messages.notice(self.tr("{number} is in the clipboard.").format(number=number))

    def print_slip(self, id: bytes | None, number: str) -> None:
        """Prints the receipt slip of a request."""
        if id is None:
            self._seat.messages.notice(self.tr("No saved request is open. Choose one in the list first."))
            return
        from helpdesk.service import reporting

        seat, done = self._seat, partial(self._print, number)
        seat.tasks.read(reporting.slip_pdf, seat.desk, seat.operator.id, id, "a6", on_success=done)

    def _print(self, number: str, pdf: bytes) -> None:
        from ui.printing import print_pdf

        print_pdf(pdf, self.tr("Receipt slip {number}").format(number=number), self._window, seat=self._seat)
