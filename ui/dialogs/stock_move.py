"""One move of the stock by hand: goods came, left, were counted, are reserved or awaited."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.errors import UserError
from helpdesk.service import product_form, stock
from helpdesk.service.catalogue import ShelfRow
from helpdesk.words.errors import sentence
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.panes import catalogue_words
from ui.panes.order_lines import read_number
from ui.seat import Seat
from ui.widgets import DateField, FormGrid, Text

COUNTED = "counted"
_KINDS = (
    StockMoveKind.RECEIPT,
    StockMoveKind.ISSUE,
    StockMoveKind.RETURN,
    StockMoveKind.RESERVATION,
    StockMoveKind.RELEASE,
    StockMoveKind.EXPECTED,
)
_DATED = (StockMoveKind.RESERVATION, StockMoveKind.EXPECTED)


class StockMoveDialog(RequestDialog):
    """Stays open where a move is refused; nothing that was booked is ever changed, only moved back."""

    saved = Signal(object)

    def __init__(self, seat: Seat, row: ShelfRow, parent: QWidget) -> None:
        super().__init__(self.tr("Stock: %1").replace("%1", row.product.name), self.tr("Book"), parent)
        self._seat, self._row = seat, row
        self.kind, self.quantity, self.text = QComboBox(), QLineEdit(), QLineEdit()
        self.store = QComboBox()
        self.store.setEditable(True)
        self.store.addItem("")
        today = formatting.local_day(seat.desk.clock.now(), seat.locale)
        self.until = DateField(QDate(today.year, today.month, today.day).addDays(3))
        self.kind.addItem(self.tr("Counted: so many are there"), COUNTED)
        for kind in _KINDS:
            self.kind.addItem(title(kind), kind)
        self.kind.setCurrentIndex(1)
        self.form = FormGrid()
        self.form.add("kind", self.tr("&What happened"), self.kind)
        self.form.add("quantity", self.tr("&Quantity"), self.quantity)
        self.form.add("store", self.tr("&Store; a new name makes one"), self.store)
        self.form.add("until", self.tr("&Until, or expected on"), self.until)
        self.form.add("text", self.tr("&Remark"), self.text)
        self.body.addWidget(Text(catalogue_words.stock_words(row, seat.locale), "muted", wraps=True))
        self.body.addWidget(self.form)
        self.kind.currentIndexChanged.connect(self._show_until)
        self._show_until()
        seat.tasks.read(stock.stores, seat.desk, seat.operator.id, on_success=self._offer_stores)
        self.quantity.setFocus()

    def _offer_stores(self, names: tuple[str, ...]) -> None:
        self.store.addItems(names)

    def _show_until(self, _index: int = 0) -> None:
        self.until.parentWidget().setVisible(self.kind.currentData() in _DATED)

    def take(self) -> None:
        number = read_number(self.quantity.text())
        if number is None or (not number and self.kind.currentData() != COUNTED):
            self.refuse(self.tr("Write how many."), self.quantity)
            return
        seat, product, kind = self._seat, self._row.product.id, self.kind.currentData()
        told = {"on_success": self._saved, "on_error": self._refuse}
        text = self.text.text()
        if kind == COUNTED:
            seat.tasks.write(product_form.recount, seat.desk, seat.operator.id, product, number, text, **told)
            return
        kind = StockMoveKind(kind)
        day = self.until.date()
        until = dt.date(day.year(), day.month(), day.day()) if kind in _DATED else None
        move = StockMove(product, kind, number, until=until, text=text)
        seat.tasks.write(stock.move_in, seat.desk, seat.operator.id, move, self.store.currentText(), **told)

    def _saved(self, changes: object) -> None:
        self.saved.emit(changes)
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self.refuse(sentence(error), self.text)
