"""Settings of prices: the usual VAT, the dated rate table, how far a discount may go."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.vat import VatRate
from helpdesk.service import paper_setting, pricing
from helpdesk.service.desk import Desk
from helpdesk.service.paper_setting import PaperSettings
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.models.shelf_table import count
from ui.panes.customer_contacts import clear
from ui.panes.order_lines import read_number
from ui.seat import Seat
from ui.widgets import Button, DateField, FactRow, FormGrid, SectionHead


def add_rate(desk: Desk, actor: OperatorId, rate: VatRate, before: VatRate | None) -> Changes:
    """Ends the rate that holds the day before the new one begins, and adds that; for a worker."""
    changes = Changes()
    if before is not None and rate.valid_from is not None:
        changes = pricing.end_vat_rate(desk, actor, before.id, rate.valid_from - dt.timedelta(days=1))
    return changes | pricing.add_vat_rate(desk, actor, rate)


class RateDialog(RequestDialog):
    """A new percent for a code from a day on."""

    given = Signal(object)

    def __init__(self, rates: tuple[VatRate, ...], language: str, today: dt.date, parent: QWidget) -> None:
        super().__init__(self.tr("New VAT rate"), self.tr("Add"), parent)
        self._language = language
        self.code, self.percent = QComboBox(), QLineEdit()
        self.first = DateField(QDate(today.year, today.month, today.day))
        for rate in {rate.code: rate for rate in rates}.values():
            self.code.addItem(rate.name(language), rate)
        form = FormGrid()
        form.add("code", self.tr("&Rate"), self.code)
        form.add("percent", self.tr("&Percent; empty means without VAT"), self.percent)
        form.add("first", self.tr("&From"), self.first)
        self.body.addWidget(form)

    def take(self) -> None:
        typed = self.percent.text().strip()
        number = read_number(typed) if typed else None
        if typed and (number is None or number > 100):
            self.refuse(self.tr("Write a percent from 0 to 100."), self.percent)
            return
        old: VatRate = self.code.currentData()
        day = self.first.date()
        first = dt.date(day.year(), day.month(), day.day())
        self.given.emit(VatRate(old.code, number, first, None, old.name_en, old.name_ru))
        self.accept()


class PricesSection(QWidget):
    """The usual rate, the table of rates, the limits by department."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: PaperSettings | None = None
        self.usual = QComboBox()
        self.limits: dict[str, QLineEdit] = {}
        self.net = QCheckBox(self.tr("Prices are without VAT: it comes on top on papers"))
        self.add = Button(self.tr("New VAT rate…"))
        self._rates, self._limits = QVBoxLayout(), QVBoxLayout()
        self._rates.setSpacing(2)
        form = FormGrid()
        form.add("usual", self.tr("Usual VAT"), self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            SectionHead(self.tr("VAT"), note=self.tr("a rate is copied into each line; older papers keep theirs"))
        )
        column.addWidget(form)
        column.addWidget(self.net)
        column.addLayout(self._rates)
        column.addWidget(self.add)
        column.addWidget(SectionHead(self.tr("Discounts"), note=self.tr("what an operator gives alone; empty: any")))
        column.addLayout(self._limits)
        self.usual.activated.connect(self._keep_usual)
        self.net.clicked.connect(self._keep_net)
        self.add.clicked.connect(self._ask_rate)

    def show_settings(self, found: PaperSettings) -> None:
        """Shows what is settled."""
        is_same_people = self._shown is not None and self._shown.departments == found.departments
        self._shown = found
        locale = self._seat.locale
        codes = {rate.code: rate.name(locale.language) for rate in found.rates}
        self.usual.clear()
        for code, name in codes.items():
            self.usual.addItem(name, code)
        self.usual.setCurrentIndex(max(0, self.usual.findData(found.usual_vat)))
        self.net.setChecked(found.is_net)
        clear(self._rates)
        for rate in found.rates:
            self._rates.addWidget(FactRow(rate.name(locale.language), self._rate_words(rate), label_width=200))
        if not is_same_people:
            self._lay_limits(found)

    def _rate_words(self, rate: VatRate) -> str:
        locale = self._seat.locale
        percent = self.tr("without VAT") if rate.percent is None else f"{count(rate.percent, locale)} %"
        days = [formatting.date(day, locale) if day else "…" for day in (rate.valid_from, rate.valid_to)]
        return percent if days == ["…", "…"] else f"{percent}, {days[0]} – {days[1]}"

    def _lay_limits(self, found: PaperSettings) -> None:
        clear(self._limits)
        form = FormGrid(2)
        for name in (pricing.EVERYBODY, *found.departments):
            line = self.limits[name] = QLineEdit()
            limit = found.limits.get(name)
            line.setText("" if limit is None else count((limit * 100).normalize(), self._seat.locale))
            label = self.tr("Everybody, %") if name == pricing.EVERYBODY else f"{name}, %"
            form.add(name, label, line)
            line.editingFinished.connect(self._keep_limits)
        self._limits.addWidget(form)

    def _keep_usual(self) -> None:
        if self._shown is not None and self.usual.currentData() != self._shown.usual_vat:
            seat = self._seat
            put = partial(paper_setting.put, seat.desk, seat.operator.id, pricing.VAT_KEY)
            seat.tasks.write(put, self.usual.currentData(), on_success=self.changed.emit)

    def _keep_net(self, is_net: bool) -> None:
        seat = self._seat
        put = partial(paper_setting.put, seat.desk, seat.operator.id, pricing.NET_KEY)
        seat.tasks.write(put, is_net, on_success=self.changed.emit)

    def _keep_limits(self) -> None:
        limits: dict[str, Decimal] = {}
        for name, line in self.limits.items():
            number = read_number(line.text()) if line.text().strip() else None
            if number is not None and number <= 100:
                limits[name] = (number / 100).quantize(Decimal("0.0001"))
        if self._shown is not None and limits != self._shown.limits:
            seat = self._seat
            seat.tasks.write(
                pricing.set_discount_limits, seat.desk, seat.operator.id, limits, on_success=self.changed.emit
            )

    def _ask_rate(self) -> None:
        if self._shown is not None:
            seat = self._seat
            today = formatting.local_day(seat.desk.clock.now(), seat.locale)
            dialog = RateDialog(self._shown.rates, seat.locale.language, today, self)
            dialog.given.connect(self._add_rate)
            dialog.open()

    def _add_rate(self, rate: VatRate) -> None:
        assert self._shown is not None
        same = [one for one in self._shown.rates if one.code == rate.code and one.valid_to is None]
        seat = self._seat
        before = same[-1] if same else None
        seat.tasks.write(add_rate, seat.desk, seat.operator.id, rate, before, on_success=self.changed.emit)
