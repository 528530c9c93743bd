"""Quotes and invoices of the catalogue: two lists, the editor of a quote, the view of an invoice."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.service import invoice, quote
from ui.delegates import TwoLineDelegate
from ui.models.paper_table import PaperTable
from ui.panes.invoice_view import InvoiceView
from ui.panes.quote_editor import QuoteEditor
from ui.seat import Seat
from ui.widgets import Button, EmptyState, Hairline


class PaperList(QWidget):
    """The newest quotes, or invoices; `chosen` tells which one is to be shown."""

    chosen = Signal(bytes)
    new_wanted = Signal()

    def __init__(self, seat: Seat, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat, self._kind = seat, kind
        self.table = PaperTable(seat, self)
        self.view = QListView()
        self.view.setModel(self.table)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        is_quote = kind == "quotes"
        self.view.setAccessibleName(self.tr("Quotes") if is_quote else self.tr("Invoices"))
        self.new = Button(self.tr("New quote"), "primary")
        self.new.clicked.connect(self.new_wanted)
        nothing = (
            self.tr("No quotes yet. Make one from a product, a request or a customer's card.")
            if is_quote
            else self.tr("No invoices yet. Make one from a quote.")
        )
        self._nothing = EmptyState("file-text", nothing)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.clicked.connect(self._tell_clicked)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 16, 8)
        head.addStretch(1)
        head.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline())
        layout.addWidget(self._pages, 1)
        self.new.setVisible(is_quote)

    def load(self) -> None:
        """Reads the list."""
        seat = self._seat
        read = quote.listed if self._kind == "quotes" else invoice.listed
        seat.tasks.read(read, seat.desk, seat.operator.id, on_success=self._show, key=(id(self), "list"))

    def mark(self, id: bytes) -> None:
        """Marks a paper without telling of it."""
        row = self.table.row_of(id)
        chosen = self.view.selectionModel()
        chosen.blockSignals(True)
        self.view.setCurrentIndex(self.table.index(row, 0) if row >= 0 else QModelIndex())
        chosen.blockSignals(False)
        self.view.viewport().update()

    def _show(self, found: tuple[Any, ...]) -> None:
        kept = self.table.id_at(self.view.currentIndex().row())
        (self.table.show_quotes if self._kind == "quotes" else self.table.show_invoices)(found)
        self._pages.setCurrentWidget(self.view if found else self._nothing)
        self.mark(kept)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._tell_clicked(index)

    def _tell_clicked(self, index: QModelIndex) -> None:
        if id := self.table.id_at(index.row()):
            self.chosen.emit(id)


class Papers(QObject):
    """Joins the two lists with what stands beside them."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    customer_opened = Signal(bytes)
    invoice_shown = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self.quotes, self.invoices = PaperList(seat, "quotes"), PaperList(seat, "invoices")
        self.editor, self.invoice = QuoteEditor(seat), InvoiceView(seat)
        self.quotes.chosen.connect(self.editor.show_quote)
        self.quotes.new_wanted.connect(partial(self.editor.begin, None))
        self.invoices.chosen.connect(self.invoice.show_invoice)
        self.editor.changed.connect(self._changed)
        self.editor.order_opened.connect(self.order_opened)
        self.editor.invoiced.connect(self._show_invoice)
        self.invoice.changed.connect(self._changed)
        self.invoice.customer_opened.connect(self.customer_opened)

    def number_of(self, shown: QWidget) -> str:
        """The number of what is shown."""
        if shown is self.editor:
            return self.editor.number_given
        return self.invoice.number_shown if shown is self.invoice else ""

    def print_shown(self, shown: QWidget) -> None:
        """Prints what is shown; a quote shows its pages first."""
        if shown is self.invoice:
            self.invoice.preview.print_pages()
        elif shown is self.editor:
            self.editor.print_pages()

    def refresh(self, changes: Changes) -> None:
        """Reads anew what is seen."""
        if changes.papers or changes.is_everything:
            for listed in (self.quotes, self.invoices):
                if listed.isVisible():
                    listed.load()
            self.invoice.refresh()

    def _changed(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _show_invoice(self, id: bytes) -> None:
        self.invoice_shown.emit()
        self.invoice.show_invoice(id)
        self.invoices.load()
        self.invoices.mark(id)
