"""The sections of the window: which pane stands where, made on the first visit, joined by `main_window` alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.listing import View
from ui.seat import Seat

_COLUMNS = [444, 580, 344]


class RequestsPlace(QSplitter):
    """What to do, the thing itself, whom for: selecting at the left moves the others, nothing else jumps."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    order_wanted = Signal(bytes)
    call_wanted = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        from ui.panes.customer_card import CustomerCardPane
        from ui.panes.request import RequestPane
        from ui.panes.request_list import RequestListPane

        self.list, self.request, self.card = RequestListPane(seat), RequestPane(seat), CustomerCardPane(seat)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in ((self.list, 280), (self.request, 420), (self.card, 280)):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
            pane.changed.connect(self.changed)
        for column, stretch in enumerate((3, 5, 2)):
            self.setStretchFactor(column, stretch)
        self.setSizes(_COLUMNS)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self.request.show_request)
        self.request.customer_shown.connect(self.card.show_customer)
        self.request.registered.connect(self.list.select)
        self.card.request_opened.connect(self.open_request)
        self.card.request_wanted.connect(self.new_request)
        self.card.order_opened.connect(self.order_opened)
        self.card.order_wanted.connect(self.order_wanted)
        self.card.call_wanted.connect(self.call_wanted)

    def refresh(self, changes: Changes) -> None:
        """Hands the changes to the three panes."""
        for pane in (self.list, self.request, self.card):
            pane.refresh(changes)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return self.list, self.request, self.card

    def open_request(self, request: bytes) -> None:
        """Shows a request from wherever it was named."""
        self.list.select(request)
        self.request.show_request(request)

    def new_request(self, customer: Any = None) -> None:
        """Begins a request, for this customer if one is given."""
        self.request.new_request(customer)

    def new_customer(self, phone: str = "") -> None:
        """Begins a customer card with the number of an unknown caller in place."""
        self.card.new_customer(phone)

    def recognise(self, customer: Any) -> None:
        """Shows a caller: the card, and this customer's requests in the list."""
        self.card.show_customer(customer)
        self.list.show_customer(customer)
        if customer is not None:
            self.list.choose_view(View.CUSTOMER)

    def use_call(self, call: Any) -> None:
        """Puts the composer on the notes of a call, or off with None."""
        self.request.use_call(call)
        if call is None:
            self.list.show_customer(None)


def make(key: str, seat: Seat) -> QWidget:
    """Makes the pane of a section; its modules are loaded only now."""
    if key == "requests":
        return RequestsPlace(seat)
    if key == "customers":
        from ui.panes.customers import CustomersPane

        return CustomersPane(seat)
    if key == "orders":
        from ui.panes.order_tracker import OrderTrackerPane

        return OrderTrackerPane(seat)
    if key == "reports":
        from ui.panes.report import ReportPane

        return ReportPane(seat)
    from ui.panes.settings import SettingsPane

    return SettingsPane(seat)
