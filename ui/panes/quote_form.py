"""The fields of a quote: for whom, what, at which price and why, until when, on which terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDate, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.customer import CustomerRow
from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.paper import PaperLine, totals
from helpdesk.domain.quote import TERMS, QuoteForm
from helpdesk.service.catalogue import ShelfRow
from ui import formatting
from ui.models.shelf_table import count
from ui.panes import catalogue_words
from ui.panes.order_find import FindField
from ui.panes.order_lines import LineColumn, OrderLines, OrderLinesView
from ui.panes.order_offers import find_customers, find_products
from ui.panes.quote_draft import QuoteDraft
from ui.seat import Seat
from ui.widgets import DateField, FlowLayout, FormGrid, LinkButton, Text


class QuoteFields(QWidget):
    """`touched` after each change by hand; `product_taken` asks for the line of a product."""

    touched = Signal()
    product_taken = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._customer: CustomerId | None = None
        self._request: RequestId | None = None
        self._number = ""
        self._is_net = False
        self.list = QComboBox()
        self.list.setAccessibleName(self.tr("Price list"))
        self.list.addItem(self.tr("Own prices"), "")
        self._offers = QWidget()
        self.customer = FindField(seat, find_customers, self.tr("Name, phone or company"))
        self.need = QLineEdit()
        self.product = FindField(seat, find_products, self.tr("Product or code; Enter adds it"))
        self.lines = OrderLines(seat.locale, is_editable=True, parent=self)
        self.lines_view = OrderLinesView(self.lines)
        self.why, self.sums, self.total = Text("", "note", wraps=True), Text("", "muted", wraps=True), Text("", "head")
        self.until = DateField()
        self.note = QLineEdit()
        self.approved_by = QLineEdit()
        self.terms = {name: QLineEdit() for name in TERMS}
        self.grid = FormGrid(2)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 22, 8)
        column.setSpacing(10)
        top = self.top = FormGrid(2)
        top.add("customer", self.tr("&Customer"), self.customer)
        top.add("until", self.tr("&Valid until"), self.until)
        top.add("need", self.tr("&Need"), self.need, span=2)
        top.add("lines", self.tr("&Products"), self.product, span=2)
        column.addWidget(top)
        column.addWidget(self.list)
        self.list.hide()
        self._flow = FlowLayout(10, self._offers)
        column.addWidget(self._offers)
        self._offers.hide()
        column.addWidget(self.lines_view)
        column.addWidget(self.why)
        below = QHBoxLayout()
        below.addWidget(self.sums, 1)
        below.addWidget(Text(self.tr("Total"), "muted"))
        below.addWidget(self.total)
        column.addLayout(below)
        words = catalogue_words.term_words()
        for name, field in self.terms.items():
            self.grid.add(name, words[name], field)
        self.grid.add("note", self.tr("&Remark"), self.note, span=2)
        self.grid.add("approved_by", self.tr("&Discount approved by"), self.approved_by, span=2)
        self.approved_by.parentWidget().hide()
        column.addWidget(self.grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _connect(self) -> None:
        self.customer.taken.connect(self._take_customer)
        self.customer.textEdited.connect(self._drop_customer)
        self.product.taken.connect(self._take_product)
        self.lines.changed.connect(self.touched)
        self.lines_view.left.connect(self.product.setFocus)
        self.lines_view.selectionModel().currentRowChanged.connect(self._tell_why)
        self.until.dateChanged.connect(self.touched)
        for field in (self.need, self.note, self.approved_by, *self.terms.values()):
            field.textEdited.connect(self.touched)

    @property
    def draft(self) -> QuoteDraft:
        """What is typed now."""
        day = self.until.date()
        form = QuoteForm(
            lines=self.lines.lines,
            customer=self._customer,
            request=self._request,
            valid_until=dt.date(day.year(), day.month(), day.day()),
            need=self.need.text().strip(),
            terms={name: field.text().strip() for name, field in self.terms.items()},
            note=self.note.text().strip(),
            number=self._number,
            approved_by=self.approved_by.text().strip(),
            is_net=self._is_net,
        )
        return QuoteDraft(form, self.customer.text().strip() if self._customer else "")

    def show_draft(self, kept: QuoteDraft) -> None:
        """Shows another quote."""
        form = kept.form
        self._customer, self._request, self._number = form.customer, form.request, form.number
        self._is_net = form.is_net
        self._put(self.customer, kept.customer_name)
        self._put(self.need, form.need)
        self._put(self.note, form.note)
        self.approved_by.clear()
        self.product.clear()
        for name, field in self.terms.items():
            self._put(field, form.terms.get(name, ""))
        if form.valid_until is not None:
            self.until.blockSignals(True)
            self.until.setDate(QDate(form.valid_until.year, form.valid_until.month, form.valid_until.day))
            self.until.blockSignals(False)
        self.lines.show_lines(form.lines)
        self.top.clear_errors()
        self.show_sums()

    def offer_lists(self, lists: Sequence[str]) -> None:
        """Offers the price lists that there are for the lines to come."""
        chosen = self.list.currentData()
        self.list.clear()
        self.list.addItem(self.tr("Own prices"), "")
        for name in lists:
            self.list.addItem(name, name)
        self.list.setCurrentIndex(max(0, self.list.findData(chosen)))
        self.list.setVisible(bool(lists))

    def recommend(self, rows: Sequence[ShelfRow]) -> None:
        """Offers what goes with the lines; a click adds it."""
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for row in rows:
            link = LinkButton(f"+ {row.product.name}, {catalogue_words.price_words(row, self._seat.locale)}")
            link.clicked.connect(partial(self.product_taken.emit, row.product.id))
            self._flow.addWidget(link)
        self._offers.setVisible(bool(rows))

    def show_number(self, number: str) -> None:
        """Keeps the number that was given out for this quote."""
        self._number = number

    def put_line(self, line: PaperLine) -> None:
        """Adds a line and goes to its quantity."""
        self.product.clear()
        self.top.clear_errors()
        at = self.lines.add(line)
        index = self.lines.index(at, LineColumn.QUANTITY)
        self.lines_view.setFocus()
        self.lines_view.setCurrentIndex(index)
        self.lines_view.edit(index)

    def show_priced(self, lines: Sequence[PaperLine]) -> None:
        """Shows what promotions take off."""
        self.lines.update_lines(lines)
        self.show_sums()

    def show_sums(self) -> None:
        """Adds up what is typed."""
        locale = self._seat.locale
        found = totals(self.lines.lines, locale.currency, is_net=self._is_net)
        told = []
        if found.saved:
            told.append(self.tr("discounts %1").replace("%1", formatting.money(found.saved.amount, locale)))
        for share in found.shares:
            if share.percent is not None and self.lines.lines:
                vat = self.tr("VAT %1 %: %2").replace("%1", count(share.percent, locale))
                told.append(vat.replace("%2", formatting.money(share.vat.amount, locale)))
        self.sums.setText(" · ".join(told))
        self.total.setText(formatting.money(found.total.amount, locale))
        self._tell_why(self.lines_view.currentIndex())

    def ask_approval(self, sentence: str) -> None:
        """Shows who may let the discount pass, with the reason."""
        self.approved_by.parentWidget().show()
        self.grid.show_error("approved_by", sentence)
        self.approved_by.setFocus()

    def _put(self, field: QLineEdit, text: str) -> None:
        field.setText(text)
        field.setCursorPosition(0)

    def _take_customer(self, row: CustomerRow) -> None:
        self._customer = row.id
        self._put(self.customer, row.name)
        self.top.clear_errors()
        self.touched.emit()
        self.product.setFocus()

    def _drop_customer(self, _text: str) -> None:
        self._customer = None
        self.touched.emit()

    def _take_product(self, row: object) -> None:
        self.product_taken.emit(row.id)

    def _tell_why(self, index: QModelIndex, _before: QModelIndex = QModelIndex()) -> None:
        lines = self.lines.lines
        why = lines[max(0, index.row())].why if index.row() < len(lines) and lines else ()
        words = "; ".join(why)
        self.why.setText(self.tr("Why this price: %1").replace("%1", words) if words else "")
        self.why.setVisible(bool(words))
