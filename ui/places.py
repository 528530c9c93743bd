"""The sections of the window: which pane stands where, made on the first visit, joined by `main_window` alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.listing import View
from ui.seat import Seat

_COLUMNS = [444, 580, 344]
_STRETCHES = (3, 5, 2)


class RequestsPlace(QSplitter):
    """What to do, the thing itself, whom for: selecting at the left moves the others, nothing else jumps.

    The list is there at once; the other two are made when they are first needed, at the latest by `rest`.
    """

    changed = Signal(object)
    order_opened = Signal(bytes)
    order_for_request = Signal(object, object)
    order_wanted = Signal(bytes)
    call_wanted = Signal(str)
    customer_shown = Signal(object)
    registered = Signal(bytes)
    noted = Signal(str)
    slip_wanted = Signal(bytes)
    saved = Signal(bytes)
    price_wanted = Signal()
    request_quoted = Signal(object, bytes, str)
    quote_wanted = Signal(bytes)
    quote_opened = Signal(bytes)
    invoice_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        from ui.panes.request_list import RequestListPane

        self._seat = seat
        self._request: Any = None
        self._card: Any = None
        self.list = RequestListPane(seat)
        self.list.changed.connect(self.changed)
        self.list.chosen.connect(self._show_chosen)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in ((self.list, 280), (_ground("background"), 420), (_ground("surface"), 330)):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        for column, stretch in enumerate(_STRETCHES):
            self.setStretchFactor(column, stretch)
        self.setSizes(_COLUMNS)

    @property
    def request(self) -> Any:
        """The pane of one request."""
        if self._request is None:
            from ui.panes.request import RequestPane

            self._request = pane = RequestPane(self._seat)
            pane.changed.connect(self.changed)
            pane.slip_wanted.connect(self.slip_wanted)
            pane.order_opened.connect(self.order_opened)
            pane.order_for_request.connect(self.order_for_request)
            pane.noted.connect(self.noted)
            pane.price_wanted.connect(self.price_wanted)
            pane.quote_wanted.connect(self.request_quoted)
            pane.customer_shown.connect(self._show_customer)
            pane.registered.connect(self._select_registered)
            self._put(1, pane, 420)
        return self._request

    @property
    def card(self) -> Any:
        """The pane of the customer."""
        if self._card is None:
            from ui.panes.customer_card import CustomerCardPane

            self._card = pane = CustomerCardPane(self._seat)
            pane.request_opened.connect(self.open_request)
            pane.request_wanted.connect(self.new_request)
            for name in ("changed", "order_opened", "order_wanted", "call_wanted", "saved"):
                getattr(pane, name).connect(getattr(self, name))
            for name in ("quote_wanted", "quote_opened", "invoice_opened"):
                getattr(pane.view, name).connect(getattr(self, name))
            self._put(2, pane, 330)
        return self._card

    def _put(self, column: int, pane: QWidget, least: int) -> None:
        sizes = self.sizes()
        pane.setMinimumWidth(least)
        self.replaceWidget(column, pane).deleteLater()
        # The share of a column stands in its widget and leaves with it.
        self.setStretchFactor(column, _STRETCHES[column])
        pane.show()
        self.setSizes(sizes if any(sizes) else _COLUMNS)

    def rest(self) -> tuple[Callable[[], None], ...]:
        """The steps that make what is missing yet."""
        return self._make_request, self._make_card

    def _make_request(self) -> None:
        self.request.show()

    def _make_card(self) -> None:
        self.card.show()

    def refresh(self, changes: Changes) -> None:
        """Hands the changes to the panes that are there."""
        for pane in (self.list, self._request, self._card):
            if pane is not None:
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
        self.request.focus_composer()

    def new_customer(self, phone: str = "") -> None:
        """Begins a customer card with the number of an unknown caller in place."""
        self.card.new_customer(phone)

    def recognise(self, customer: Any, *, chooses: bool = True) -> None:
        """Shows a caller: the card, and this customer's requests in the list unless something else is being written."""
        self.request.know_caller(customer)
        self.card.show_customer(customer)
        self.list.show_customer(customer)
        if customer is not None and chooses:
            self.list.choose_view(View.CUSTOMER)

    def flush(self) -> None:
        """Writes drafts at once, as before the window closes."""
        if self._request is not None:
            self._request.flush()
        if self._card is not None:
            self._card.page.flush()

    def use_call(self, call: Any, notes: str = "") -> None:
        """Makes room for a call with the notes kept of it; puts back with None what stood there before."""
        self.request.use_call(call, notes)
        if call is None:
            self.list.show_customer(None)

    def _show_chosen(self, request: bytes) -> None:
        self.request.show_request(request)

    def _show_customer(self, customer: Any) -> None:
        self.card.show_customer(customer)
        self.customer_shown.emit(customer)

    def _select_registered(self, request: bytes) -> None:
        self.list.select(request)
        self.registered.emit(request)


def _ground(name: str) -> QWidget:
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setProperty("ground", name)
    return made


def shown_record(key: str, pane: Any) -> tuple[str, bytes] | None:
    """What stands open in the pane of a section: its kind and identity."""
    if key == "requests":
        kind, record = "request", pane.request.current_request
    elif key == "orders":
        kind, record = "order", pane.current
    elif key == "customers":
        kind, record = "customer", pane.card.customer
    else:
        return None
    return None if record is None else (kind, bytes(record))


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
    if key == "catalogue":
        from ui.panes.catalogue import CataloguePane

        return CataloguePane(seat)
    if key == "reports":
        from ui.panes.report import ReportPane

        return ReportPane(seat)
    from ui.panes.settings import SettingsPane

    return SettingsPane(seat)
