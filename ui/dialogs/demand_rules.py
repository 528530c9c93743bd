"""Deadlines of demands as the company keeps them: our days, the buyer's time to ask, the source, from when to when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from helpdesk.domain.remedy import DemandRule
from helpdesk.service import remedy
from ui.delegates import TableDelegate
from ui.dialogs.request_dialog import RequestDialog
from ui.seat import Seat
from ui.widgets import Text

_NAME, _DAYS, _WINDOW, _SOURCE, _FROM, _TO = range(6)


def read_length(text: str) -> tuple[int | None, str] | None:
    """“10”, “1 m” or nothing as a count with its unit; None where it cannot be read."""
    cleaned = "".join(text.split()).lower().rstrip(".")
    if not cleaned:
        return None, "days"
    unit = "months" if cleaned[-1] in "mм" else "days"
    digits = cleaned.rstrip("dmдм")
    return (int(digits), unit) if digits.isdigit() else None


class DemandRulesDialog(RequestDialog):
    """A changed row is written when it is left; a later “in force from” makes a row of its own."""

    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Deadlines of demands"), "", parent, width=1000)
        self._seat = seat
        self._rules: tuple[DemandRule, ...] = ()
        self._is_filling = False
        hint = self.tr("Days, or months with “m”. A later day in force makes a new row; then change its days.")
        self.body.addWidget(Text(hint, "muted", wraps=True))
        self.table = QTableWidget(0, 6)
        TableDelegate.dress(self.table)
        self.table.setAccessibleName(self.tr("Deadlines of demands"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Demand"),
                self.tr("Our deadline"),
                self.tr("Buyer's time"),
                self.tr("Source"),
                self.tr("In force from"),
                self.tr("Until"),
            ]
        )
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_DAYS, 100), (_WINDOW, 130), (_SOURCE, 130), (_FROM, 110), (_TO, 100)):
            self.table.setColumnWidth(column, width)
        self.table.setMinimumHeight(420)
        self.body.addWidget(self.table)
        self.table.itemChanged.connect(self._keep)
        self._read()

    def _read(self) -> None:
        seat = self._seat
        seat.tasks.read(remedy.rules, seat.desk, seat.operator.id, on_success=self._show)

    def _show(self, rules: tuple[DemandRule, ...]) -> None:
        self._is_filling = True
        self._rules = rules
        self.table.setRowCount(len(rules))
        for row, rule in enumerate(rules):
            texts = (
                rule.name(self._seat.locale.language),
                self._length(rule.days, rule.unit),
                self._length(rule.window_days, rule.window_unit),
                rule.source,
                rule.valid_from.isoformat() if rule.valid_from else "",
                rule.valid_to.isoformat() if rule.valid_to else "",
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._is_filling = False

    def _length(self, count: int | None, unit: str) -> str:
        if count is None:
            return ""
        return self.tr("%1 m").replace("%1", str(count)) if unit == "months" else str(count)

    def _keep(self, item: QTableWidgetItem) -> None:
        if self._is_filling:
            return
        rule = self._read_row(item.row())
        if rule is None:
            self.refuse(self.tr("Write days as a number, dates as 2026-12-31."), self.table)
            self._show(self._rules)
            return
        seat = self._seat
        seat.tasks.write(remedy.save_rule, seat.desk, seat.operator.id, rule, on_success=self._done)

    def _read_row(self, row: int) -> DemandRule | None:
        texts = [self.table.item(row, column).text().strip() for column in range(6)]
        duty, window = read_length(texts[_DAYS]), read_length(texts[_WINDOW])
        try:
            first, last = (dt.date.fromisoformat(text) if text else None for text in (texts[_FROM], texts[_TO]))
        except ValueError:
            return None
        if duty is None or window is None:
            return None
        known = self._rules[row]
        made = replace(known, days=duty[0], unit=duty[1], window_days=window[0], window_unit=window[1])
        made = replace(made, source=texts[_SOURCE], valid_from=first, valid_to=last)
        is_russian = self._seat.locale.language == "ru"
        made = replace(made, name_ru=texts[_NAME]) if is_russian else replace(made, name_en=texts[_NAME])
        # From a later day on it is a row of its own: what was demanded before keeps its days.
        is_later = known.valid_from is not None and first is not None and first > known.valid_from
        return replace(made, id=b"") if is_later else made

    def _done(self, changes: object) -> None:
        self._read()
        self.changed.emit(changes)
