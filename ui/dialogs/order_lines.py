"""Dialogs over the lines of an order: the confirmation call, and goods that leave or arrive in parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from helpdesk.domain.order import OrderDate, OrderLine
from helpdesk.domain.order_check import ConfirmationCall, LineCheck, Speaker
from helpdesk.words.terms import title
from ui import formatting
from ui.delegates import TableDelegate
from ui.dialogs.request_dialog import RequestDialog
from ui.formatting import Locale
from ui.widgets import DateField, FormGrid, Text

_MOST_ROWS = 8


class LineTable(QTableWidget):
    """Lines with a number to be typed beside each; with boxes each line is ticked as it is read out."""

    def __init__(self, lines: Sequence[OrderLine], locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(len(lines), 3, parent)
        self._lines, self._locale = tuple(lines), locale
        TableDelegate.dress(self)
        self.setAccessibleName(self.tr("Lines of the order"))
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectItems)
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        height = head.sizeHint().height() + min(_MOST_ROWS, max(1, len(lines))) * TableDelegate.row_height()
        self.setFixedHeight(height + 4)

    def show_heads(self, *heads: str) -> None:
        """Names the columns."""
        self.setHorizontalHeaderLabels(heads)

    def put(self, row: int, texts: Sequence[str], *, is_ticked: bool | None = None) -> None:
        """Fills a row; its last cell can be typed into."""
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column < len(texts) - 1:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            else:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if column == 0 and is_ticked is not None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.setItem(row, column, item)

    def amount(self, row: int) -> Decimal | None:
        """The number typed in a row; None if it is none."""
        try:
            typed = Decimal("".join(self.item(row, 2).text().split()).replace(",", ".") or "0")
        except InvalidOperation:
            return None
        return typed if typed.is_finite() and typed >= 0 else None


def plain(amount: Decimal) -> str:
    """A quantity as it can be typed."""
    return f"{amount.normalize():f}" if amount else "0"


class ConfirmDialog(RequestDialog):
    """The confirmation call: every line read back, put right where it differs, the day promised."""

    given = Signal(object)

    def __init__(self, lines: Sequence[OrderLine], on: dt.date, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Confirm with the customer"), self.tr("Confirmed"), parent, width=560)
        self._lines = tuple(lines)
        hint = self.tr("Read each line back. Put the quantity right where the customer differs; 0 takes it off.")
        self.body.addWidget(Text(hint, "muted", wraps=True))
        self.table = LineTable(lines, locale)
        self.table.show_heads(self.tr("Product"), self.tr("Ordered"), self.tr("Agreed"))
        for row, line in enumerate(lines):
            shown = formatting.decimal(line.quantity.normalize() + 0, locale)
            self.table.put(row, (line.title, shown, plain(line.quantity)))
        self.day = DateField(QDate(on.year, on.month, on.day))
        self.speaker, self.words = QComboBox(), QLineEdit()
        for speaker in Speaker:
            self.speaker.addItem(title(speaker), speaker)
        form = FormGrid(2)
        form.add("day", self.tr("Promised for"), self.day)
        form.add("speaker", self.tr("Spoke with"), self.speaker)
        form.add("words", self.tr("What the customer said"), self.words, span=2)
        self.body.addWidget(self.table)
        self.body.addWidget(form)
        self.table.setFocus()
        self.table.setCurrentCell(0, 2)

    def take(self) -> None:
        self.yes.setFocus()
        checks = []
        for row, line in enumerate(self._lines):
            amount = self.table.amount(row)
            if amount is None:
                self.refuse(self.tr("Write each quantity as a number."), self.table)
                return
            checks.append(LineCheck(line.id, amount))
        if not any(check.quantity for check in checks):
            self.refuse(self.tr("At least one line must stay; else cancel the order."), self.table)
            return
        on = dt.date(*self.day.date().getDate())
        words = " ".join(self.words.text().split())
        self.given.emit(ConfirmationCall(tuple(checks), on, words, Speaker(self.speaker.currentData())))
        self.accept()


class PartsDialog(RequestDialog):
    """Which of the goods left or arrived, and on which day."""

    given = Signal(object, object, object)

    def __init__(self, lines: Sequence[OrderLine], on: dt.date, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Part of the goods"), self.tr("Keep"), parent, width=560)
        self._lines = tuple(lines)
        self._locale = locale
        self.which, self.day = QComboBox(), DateField(QDate(on.year, on.month, on.day))
        for which, words in ((OrderDate.SHIPPED, self.tr("left us")), (OrderDate.DELIVERED, self.tr("arrived"))):
            self.which.addItem(words, which)
        form = FormGrid(2)
        form.add("which", self.tr("The goods"), self.which)
        form.add("day", self.tr("Day"), self.day)
        self.table = LineTable(lines, locale)
        self.table.show_heads(self.tr("Product"), self.tr("Still to go"), self.tr("Now"))
        self.body.addWidget(form)
        self.body.addWidget(self.table)
        self.which.currentIndexChanged.connect(self._fill)
        self._fill()
        self.table.setFocus()
        self.table.setCurrentCell(0, 2)

    def _fill(self, _row: int = 0) -> None:
        is_left = self.which.currentData() == OrderDate.SHIPPED
        for row, line in enumerate(self._lines):
            done = Decimal(0)
            if line.way is not None:
                done = line.way.shipped if is_left else line.way.delivered
            left = line.quantity - done
            self.table.put(row, (line.title, formatting.decimal(left.normalize() + 0, self._locale), plain(left)))

    def take(self) -> None:
        self.yes.setFocus()
        parts: dict[bytes, Decimal] = {}
        for row, line in enumerate(self._lines):
            amount = self.table.amount(row)
            if amount is None:
                self.refuse(self.tr("Write each quantity as a number."), self.table)
                return
            if amount:
                parts[line.id] = amount
        if not parts:
            self.refuse(self.tr("Say how much of which line."), self.table)
            return
        self._emit(parts)

    def _emit(self, parts: Mapping[bytes, Decimal]) -> None:
        self.given.emit(OrderDate(self.which.currentData()), dt.date(*self.day.date().getDate()), parts)
        self.accept()
