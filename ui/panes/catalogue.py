"""The catalogue: products with prices and stock, quotes and invoices, the chosen one beside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import ProductId
from helpdesk.service import catalogue
from helpdesk.service.catalogue import ProductSheet
from ui.panes.catalogue_compare import CompareView
from ui.panes.catalogue_list import CatalogueList
from ui.panes.catalogue_sheet import ProductSheetView
from ui.panes.catalogue_steps import CatalogueSteps
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import EmptyState, Tab, TextTabs

PRODUCTS, QUOTES, INVOICES = "products", "quotes", "invoices"


class CataloguePane(QWidget):
    """Products at first; quotes and invoices are made when they are first asked for."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    customer_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._compared: list[ProductId] = []
        self._papers: Any = None
        self.tabs = TextTabs(self.tr("Parts of the catalogue"))
        self.list = CatalogueList(seat)
        self.sheet = ProductSheetView(seat)
        self.compare = CompareView(seat)
        self.steps = CatalogueSteps(seat, self)
        self._nothing = EmptyState("tag", self.tr("Choose a product on the left."))
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tabs.set_tabs(
            [
                Tab(PRODUCTS, self.tr("Products")),
                Tab(QUOTES, self.tr("Quotes")),
                Tab(INVOICES, self.tr("Invoices")),
            ]
        )
        self.tabs.choose(PRODUCTS)
        self._left.addWidget(self.list)
        for part in (self._nothing, self.sheet, self.compare):
            self._right.addWidget(part)
        left = QWidget()
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setProperty("ground", "surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.tabs)
        column.addLayout(row)
        column.addWidget(self._left, 1)
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        left.setMinimumWidth(420)
        self._right.setMinimumWidth(420)
        columns.addWidget(left)
        columns.addWidget(self._right)
        columns.setSizes([700, 668])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(columns)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.turn_to)
        self.list.chosen.connect(self._read)
        self.list.entered.connect(self._go_to_sheet)
        self.sheet.opened.connect(self.show_product)
        self.sheet.compare_wanted.connect(self._add_compared)
        self.sheet.quote_wanted.connect(self._quote_product)
        self.sheet.edit_wanted.connect(self.steps.edit)
        self.sheet.move_wanted.connect(self.steps.move)
        self.sheet.prices_wanted.connect(self.steps.set_prices)
        self.list.new_wanted.connect(self.steps.add)
        self.list.promotions_wanted.connect(self.steps.open_promotions)
        self.steps.changed.connect(self._take_changes)
        self.steps.saved.connect(self.show_product)
        self.compare.opened.connect(self.show_product)
        self.compare.dropped.connect(self._drop_compared)
        self.compare.closed.connect(self._end_comparison)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.sheet, keys, self.sheet.want_quote, context=within)
            shortcut(self.list, keys, self.sheet.want_quote, context=within)
        shortcut(self.compare, "Esc", self._end_comparison, context=within)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.load_once()

    @property
    def papers(self) -> Any:
        """Quotes and invoices, made on the first visit."""
        if self._papers is None:
            from ui.panes.catalogue_papers import Papers

            self._papers = made = Papers(self._seat, self)
            made.changed.connect(self.changed)
            made.order_opened.connect(self.order_opened)
            made.customer_opened.connect(self.customer_opened)
            made.invoice_shown.connect(self._show_invoices)
            for part in (made.quotes, made.invoices):
                self._left.addWidget(part)
            for part in (made.editor, made.invoice):
                self._right.addWidget(part)
        return self._papers

    @property
    def current_number(self) -> str:
        """The number of the quote or invoice shown."""
        return self._papers.number_of(self._right.currentWidget()) if self._papers is not None else ""

    def turn_to(self, key: str) -> None:
        """Shows products, quotes or invoices."""
        self.tabs.choose(key)
        if key == PRODUCTS:
            self._left.setCurrentWidget(self.list)
            self._right.setCurrentWidget(self.sheet if self.sheet.sheet is not None else self._nothing)
            return
        papers = self.papers
        left, right = (papers.quotes, papers.editor) if key == QUOTES else (papers.invoices, papers.invoice)
        self._left.setCurrentWidget(left)
        self._right.setCurrentWidget(right)
        left.load()

    def show_product(self, product: bytes) -> None:
        """Shows a product from wherever it was named."""
        self.tabs.choose(PRODUCTS)
        self._left.setCurrentWidget(self.list)
        self.list.mark(ProductId(product))
        self._read(product)

    def new_quote(self, customer: bytes | None = None, request: bytes | None = None, need: str = "") -> None:
        """Begins a quote for a customer, from a request if one is given."""
        self.turn_to(QUOTES)
        self.papers.editor.begin(customer, request, need)

    def show_quote(self, quote: bytes) -> None:
        """Shows a quote."""
        self.turn_to(QUOTES)
        self.papers.editor.show_quote(quote)

    def show_invoice(self, invoice: bytes) -> None:
        """Shows an invoice."""
        self.turn_to(INVOICES)
        self.papers.invoice.show_invoice(invoice)

    def print_current(self) -> None:
        """Prints the invoice, or the pages of the quote, that are shown."""
        if self._papers is not None and self.tabs.current != PRODUCTS:
            self._papers.print_shown(self._right.currentWidget())

    def refresh(self, changes: Changes) -> None:
        """Reads anew what is concerned."""
        self.list.refresh(changes)
        sheet = self.sheet.sheet
        if sheet is not None and (changes.is_everything or changes.company or sheet.row.product.id in changes.products):
            self._read(sheet.row.product.id)
        if self._papers is not None:
            self._papers.refresh(changes)

    def flush(self) -> None:
        """Keeps at once what is typed in a quote."""
        if self._papers is not None:
            self._papers.editor.flush()

    def _take_changes(self, changes: Changes) -> None:
        self.list.load()
        self.changed.emit(changes)

    def _read(self, product: bytes) -> None:
        seat = self._seat
        key = (id(self), "sheet")
        seat.tasks.read(
            catalogue.sheet, seat.desk, seat.operator.id, ProductId(product), on_success=self._show, key=key
        )

    def _show(self, sheet: ProductSheet) -> None:
        self.sheet.show_sheet(sheet)
        if self.tabs.current == PRODUCTS and not self._compared:
            self._right.setCurrentWidget(self.sheet)

    def _go_to_sheet(self, _product: bytes) -> None:
        if self.sheet.sheet is not None:
            self._right.setCurrentWidget(self.sheet)
            self.sheet.quote.setFocus()

    def _quote_product(self, product: bytes) -> None:
        self.turn_to(QUOTES)
        self.papers.editor.add_product(ProductId(product))

    def _add_compared(self, product: bytes) -> None:
        if product not in self._compared:
            self._compared = [*self._compared, ProductId(product)][-catalogue.MOST_COMPARED :]
        if len(self._compared) < 2:
            self._seat.messages.notice(self.tr("Choose another product and press Compare there too."))
        self._read_compared()

    def _drop_compared(self, product: bytes) -> None:
        self._compared.remove(ProductId(product))
        self._read_compared()

    def _read_compared(self) -> None:
        seat = self._seat
        if len(self._compared) < 2:
            self._right.setCurrentWidget(self.sheet)
            return
        seat.tasks.read(
            catalogue.compare, seat.desk, seat.operator.id, tuple(self._compared), on_success=self._show_compared
        )

    def _show_compared(self, sheets: tuple[ProductSheet, ...]) -> None:
        self.compare.show_sheets(sheets)
        self._right.setCurrentWidget(self.compare)
        self.compare.close_button.setFocus()

    def _end_comparison(self) -> None:
        self._compared = []
        self._right.setCurrentWidget(self.sheet)
        self.list.view.setFocus()

    def _show_invoices(self) -> None:
        self.tabs.choose(INVOICES)
        self._left.setCurrentWidget(self.papers.invoices)
        self._right.setCurrentWidget(self.papers.invoice)
