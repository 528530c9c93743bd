"""The part of the window that joins price, stock and quotes with what is being written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.seat import Seat


class PriceDesk(QObject):
    """Opens the drawer of F5, puts its answer where one was writing, and begins quotes from cards and requests."""

    def __init__(self, seat: Seat, window: Any) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._drawer: Any = None
        self._writing: QWidget | None = None

    @property
    def drawer(self) -> Any:
        """The drawer, made when it is first opened."""
        if self._drawer is None:
            from ui.dialogs.price_drawer import PriceDrawer

            self._drawer = made = PriceDrawer(self._seat, self._window)
            made.inserted.connect(self._insert)
            made.quote_wanted.connect(self._quote_product)
            made.closed.connect(self._give_back)
        return self._drawer

    def open_drawer(self) -> None:
        """Opens the drawer; what is being written stays as it is."""
        focus = QApplication.focusWidget()
        if focus is not None and not (self._drawer is not None and self._drawer.isAncestorOf(focus)):
            self._writing = focus
        self.drawer.begin()

    def quote_for_customer(self, customer: bytes) -> None:
        """Begins a quote for a customer."""
        self._window.go("catalogue").new_quote(customer)

    def quote_for_request(self, customer: Any, request: bytes, need: str) -> None:
        """Begins a quote from a request."""
        self._window.go("catalogue").new_quote(customer, request, need)

    def open_product(self, product: bytes) -> None:
        """Shows a product."""
        self._window.go("catalogue").show_product(product)

    def open_quote(self, quote: bytes) -> None:
        """Shows a quote."""
        self._window.go("catalogue").show_quote(quote)

    def open_invoice(self, invoice: bytes) -> None:
        """Shows an invoice."""
        self._window.go("catalogue").show_invoice(invoice)

    def _quote_product(self, product: bytes) -> None:
        pane = self._window.go("catalogue")
        pane.turn_to("quotes")
        pane.papers.editor.add_product(product)

    def _insert(self, text: str) -> None:
        field = self._writing
        if not isinstance(field, (QLineEdit, QPlainTextEdit)) or field.isReadOnly() or not field.isVisible():
            self._window.go("requests").request.focus_composer()
            field = QApplication.focusWidget()
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)
        elif isinstance(field, QLineEdit):
            field.insert(text)
        if field is not None:
            field.setFocus()

    def _give_back(self) -> None:
        if self._writing is not None and self._writing.isVisible():
            self._writing.setFocus()
