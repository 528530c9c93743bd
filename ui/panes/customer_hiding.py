"""Taking a card out of lists, and putting it back by Undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import CustomerId
from helpdesk.service import customer
from ui.seat import Seat


class CustomerHiding(QObject):
    """Hides a card; `hidden` says which card is to be shown then: none, or the one that came back."""

    changed = Signal(object)
    hidden = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat

    def hide(self, id: CustomerId | None) -> None:
        """Hides a card."""
        if id is not None:
            seat = self._seat
            seat.tasks.write(customer.hide, seat.desk, seat.operator.id, id, on_success=partial(self._hidden, id))

    def _hidden(self, id: CustomerId, changes: Changes) -> None:
        self.hidden.emit(None)
        self.changed.emit(changes)
        undo = partial(self._unhide, id)
        self._seat.messages.notice(self.tr("The card is hidden from lists."), action=self.tr("Undo"), on_action=undo)

    def _unhide(self, id: CustomerId) -> None:
        seat = self._seat
        seat.tasks.write(customer.unhide, seat.desk, seat.operator.id, id, on_success=partial(self._back, id))

    def _back(self, id: CustomerId, changes: Changes) -> None:
        self.changed.emit(changes)
        self.hidden.emit(id)
