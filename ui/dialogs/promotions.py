"""The promotions of the company: listed, written, withdrawn."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.money import Money
from helpdesk.domain.promotion import Promotion, PromotionKind
from helpdesk.errors import UserError
from helpdesk.service import product_form, promotion
from helpdesk.words.errors import sentence
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.models.shelf_table import amount, count
from ui.panes.customer_contacts import clear
from ui.panes.order_lines import read_number
from ui.seat import Seat
from ui.widgets import DateField, FactRow, FormGrid, SectionHead, Text

_SHARES = (PromotionKind.PERCENT, PromotionKind.SET, PromotionKind.THRESHOLD)
_SUMS = (PromotionKind.SUM, PromotionKind.SET, PromotionKind.THRESHOLD)


class PromotionsDialog(RequestDialog):
    """Above what runs, each with a link that withdraws it; below a new one."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(self.tr("Promotions"), self.tr("Add the promotion"), parent, width=620)
        self._seat = seat
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.lines = {
            name: QLineEdit()
            for name in ("name", "groups", "products", "share", "sum", "threshold", "quantity", "gift")
        }
        self.kind, self.stackable = QComboBox(), QCheckBox(self.tr("Adds up with other promotions"))
        today = formatting.local_day(seat.desk.clock.now(), seat.locale)
        first = QDate(today.year, today.month, today.day)
        self.first, self.last = DateField(first), DateField(first.addDays(30))
        for kind in PromotionKind:
            self.kind.addItem(title(kind), kind)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_fields)
        self._show_fields()
        self._read()

    def _lay_out(self) -> None:
        form = self.form = FormGrid(2)
        currency = self._seat.locale.currency
        form.add("name", self.tr("&Name"), self.lines["name"])
        form.add("kind", self.tr("&Kind"), self.kind)
        form.add("groups", self.tr("&Groups, separated by ;"), self.lines["groups"])
        form.add("products", self.tr("&Products: codes, separated by ;"), self.lines["products"])
        form.add("first", self.tr("&From"), self.first)
        form.add("last", self.tr("&Until"), self.last)
        form.add("share", self.tr("P&ercent off"), self.lines["share"])
        form.add("sum", self.tr("&Sum off, %1").replace("%1", currency), self.lines["sum"])
        form.add("threshold", self.tr("From a sum &of, %1").replace("%1", currency), self.lines["threshold"])
        form.add("quantity", self.tr("For every so &many"), self.lines["quantity"])
        form.add("gift", self.tr("G&ift: code"), self.lines["gift"])
        form.add("stackable", "", self.stackable)
        self.body.addLayout(self._rows)
        self.body.addWidget(SectionHead(self.tr("New promotion"), note=self.tr("without groups and products: for all")))
        self.body.addWidget(form)

    def _show_fields(self, _index: int = 0) -> None:
        kind = PromotionKind(self.kind.currentData())
        shown = {
            "share": kind in _SHARES,
            "sum": kind in _SUMS,
            "threshold": kind is PromotionKind.THRESHOLD,
            "quantity": kind is PromotionKind.GIFT,
            "gift": kind is PromotionKind.GIFT,
        }
        for name, is_shown in shown.items():
            self.lines[name].parentWidget().setVisible(is_shown)

    def _read(self) -> None:
        seat = self._seat
        seat.tasks.read(promotion.listed, seat.desk, seat.operator.id, on_success=self._show)

    def _show(self, found: tuple[Promotion, ...]) -> None:
        clear(self._rows)
        for one in found:
            row = FactRow(one.name, self._words(one), link=self.tr("Withdraw"), label_width=180)
            row.link_clicked.connect(partial(self._withdraw, one.id))
            self._rows.addWidget(row)
        if not found:
            self._rows.addWidget(Text(self.tr("No promotion yet."), "muted"))

    def _words(self, one: Promotion) -> str:
        locale = self._seat.locale
        told = [title(one.kind)]
        if one.share is not None:
            told.append(f"−{count((one.share * 100).normalize(), locale)} %")
        if one.amount_minor is not None:
            told.append(f"−{amount(one.amount_minor, locale)}")
        days = [formatting.date(day, locale) if day else "…" for day in (one.valid_from, one.valid_to)]
        return ", ".join((*told, *one.groups, f"{days[0]} – {days[1]}"))

    def take(self) -> None:
        numbers = {name: self._number(name) for name in ("share", "sum", "threshold", "quantity")}
        share, currency = numbers["share"], self._seat.locale.currency
        minors = {
            name: None if (number := numbers[name]) is None else Money.of(number, currency).minor
            for name in ("sum", "threshold")
        }
        typed = Promotion(
            name=self.lines["name"].text(),
            kind=PromotionKind(self.kind.currentData()),
            groups=_parts(self.lines["groups"].text()),
            valid_from=_day(self.first),
            valid_to=_day(self.last),
            share=None if share is None else (share / 100).quantize(Decimal("0.0001")),
            amount_minor=minors["sum"],
            threshold_minor=minors["threshold"],
            quantity=numbers["quantity"],
            is_stackable=self.stackable.isChecked(),
        )
        seat, products = self._seat, _parts(self.lines["products"].text())
        gift = self.lines["gift"].text().strip()
        told = {"on_success": self._changed, "on_error": self._refuse}
        seat.tasks.write(product_form.save_promotion, seat.desk, seat.operator.id, typed, products, gift, **told)

    def _number(self, name: str) -> Decimal | None:
        line = self.lines[name]
        return read_number(line.text()) if line.text().strip() and not line.parentWidget().isHidden() else None

    def _withdraw(self, id: bytes) -> None:
        seat = self._seat
        seat.tasks.write(promotion.withdraw, seat.desk, seat.operator.id, id, on_success=self._changed)

    def _changed(self, changes: object) -> None:
        for line in self.lines.values():
            line.clear()
        self.changed.emit(changes)
        self._read()

    def _refuse(self, error: UserError) -> None:
        self.refuse(sentence(error), self.lines["name"])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _day(field: DateField) -> dt.date:
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())
