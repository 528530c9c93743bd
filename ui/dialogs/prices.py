"""The prices of a product by list and by days: listed, written, withdrawn."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.money import Money
from helpdesk.domain.price import Price
from helpdesk.domain.product import Product
from helpdesk.errors import UserError
from helpdesk.service import pricing
from helpdesk.words.errors import sentence
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.models.shelf_table import amount
from ui.panes.customer_contacts import clear
from ui.panes.order_lines import read_number
from ui.seat import Seat
from ui.widgets import DateField, FactRow, FormGrid, SectionHead, Text


class PricesDialog(RequestDialog):
    """Papers made before keep their prices, whatever is written or withdrawn here."""

    changed = Signal(object)

    def __init__(self, seat: Seat, product: Product, parent: QWidget) -> None:
        head = self.tr("Prices: %1").replace("%1", product.name)
        super().__init__(head, self.tr("Add the price"), parent, width=560)
        self._seat, self._product = seat, product
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.list, self.price = QComboBox(), QLineEdit()
        self.list.setEditable(True)
        self.list.addItem("")
        today = formatting.local_day(seat.desk.clock.now(), seat.locale)
        day = QDate(today.year, today.month, today.day)
        self.first, self.last = DateField(day), DateField(day.addMonths(1))
        self.ends = QCheckBox(self.tr("Holds until a day"))
        form = self.form = FormGrid(2)
        form.add("list", self.tr("&List; empty: own prices"), self.list)
        form.add("price", self.tr("&Price, %1").replace("%1", seat.locale.currency), self.price)
        form.add("first", self.tr("&From"), self.first)
        form.add("last", self.tr("&Until"), self.last)
        form.add("ends", "", self.ends, span=2)
        self.body.addLayout(self._rows)
        self.body.addWidget(SectionHead(self.tr("New price")))
        self.body.addWidget(form)
        self.ends.toggled.connect(self.last.setEnabled)
        self.last.setEnabled(False)
        seat.tasks.read(pricing.price_lists, seat.desk, seat.operator.id, on_success=self._offer_lists)
        self._read()
        self.price.setFocus()

    def _offer_lists(self, names: tuple[str, ...]) -> None:
        self.list.addItems(names)

    def _read(self) -> None:
        seat = self._seat
        seat.tasks.read(pricing.prices_of, seat.desk, seat.operator.id, self._product.id, on_success=self._show)

    def _show(self, found: tuple[Price, ...]) -> None:
        clear(self._rows)
        locale = self._seat.locale
        for one in found:
            days = [formatting.date(day, locale) if day else "…" for day in (one.valid_from, one.valid_to)]
            told = f"{amount(one.price_minor, locale)} {one.currency}, {days[0]} – {days[1]}"
            name = one.list or self.tr("Own prices")
            row = FactRow(name, told, link=self.tr("Withdraw"), label_width=150)
            row.link_clicked.connect(partial(self._withdraw, one.id))
            self._rows.addWidget(row)
        if not found:
            self._rows.addWidget(Text(self.tr("The price on the card holds."), "muted"))

    def take(self) -> None:
        number = read_number(self.price.text()) if self.price.text().strip() else None
        if number is None:
            self.refuse(self.tr("Write a price."), self.price)
            return
        seat, currency = self._seat, self._seat.locale.currency
        price = Price(
            Money.of(number, currency).minor,
            currency,
            self.list.currentText().strip(),
            _day(self.first),
            _day(self.last) if self.ends.isChecked() else None,
        )
        told = {"on_success": self._changed, "on_error": self._refuse}
        seat.tasks.write(pricing.add_price, seat.desk, seat.operator.id, self._product.id, price, **told)

    def _withdraw(self, id: bytes) -> None:
        seat = self._seat
        seat.tasks.write(pricing.withdraw_price, seat.desk, seat.operator.id, id, on_success=self._changed)

    def _changed(self, changes: object) -> None:
        self.price.clear()
        self.changed.emit(changes)
        self._read()

    def _refuse(self, error: UserError) -> None:
        self.refuse(sentence(error), self.price)


def _day(field: DateField) -> dt.date:
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())
