"""Orders as the tracker lists them: only the rows in sight are held, the rest are aliases in their order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderRow, OrderStage
from ui import formatting
from ui.delegates import STRIP, STRONG, TONE, StripText
from ui.formatting import Locale
from ui.models.order_words import late_words, risk_words
from ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex
_KEPT = 2000
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


_TONES = {
    OrderStage.DELIVERED: Tone.GOOD,
    OrderStage.CANCELLED: Tone.MUTED,
    OrderStage.RETURNED: Tone.MUTED,
    OrderStage.PROBLEM: Tone.BAD,
}


class OrderColumn(IntEnum):
    """The columns of the tracker, from the left."""

    NUMBER = 0
    CUSTOMER = 1
    TITLE = 2
    STAGE = 3
    REQUESTED = 4
    CONFIRMED = 5
    ACTUAL = 6
    TOTAL = 7
    DEPARTMENT = 8
    SINCE = 9


def actual_on(row: OrderRow) -> date | None:
    """The day on which the order reached the customer, or else left for him."""
    return row.delivered_on or row.shipped_on


class OrderTable(QAbstractTableModel):
    """The tracker's rows; `wanted` asks for those in sight that are not in memory, by alias."""

    wanted = Signal(object)

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._now: datetime | None = None
        self._aliases: array[int] = array("q")
        self._rows: dict[int, OrderRow] = {}
        self._asked: set[int] = set()
        self._missing: list[int] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def show_page(self, rows: Sequence[OrderRow], now: datetime) -> None:
        """Shows the first page of another view at once; its whole order follows by `show_aliases`."""
        self._now = now
        self.beginResetModel()
        self._aliases = array("q", (row.alias for row in rows))
        self._rows = {row.alias: row for row in rows}
        self._asked.clear()
        self.endResetModel()

    def show_aliases(self, aliases: Iterable[int]) -> None:
        """Takes the whole view in its order; what is chosen stays chosen where only the end is new."""
        coming = aliases if isinstance(aliases, array) else array("q", aliases)
        held = len(self._aliases)
        if coming == self._aliases:
            return
        if len(coming) > held and coming[:held] == self._aliases:
            self.beginInsertRows(QModelIndex(), held, len(coming) - 1)
            self._aliases = coming
            self.endInsertRows()
            return
        self.beginResetModel()
        self._aliases = coming
        self.endResetModel()

    def forget(self, now: datetime) -> None:
        """Asks for the rows in sight anew, as after a write; the old ones stay until then."""
        self._now = now
        self._asked.clear()
        self._missing = list(self._rows)[-200:]
        self._rows = {alias: self._rows[alias] for alias in self._missing}
        self._soon.start()

    def put_rows(self, rows: Sequence[OrderRow]) -> None:
        """Takes the rows that were asked for."""
        if len(self._rows) > _KEPT:
            self._rows.clear()
            self._asked.clear()
        for row in rows:
            self._rows[row.alias] = row
        self._asked.difference_update(row.alias for row in rows)
        if self._aliases:
            last = self.index(len(self._aliases) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def order_at(self, row: int) -> OrderRow | None:
        """The order of a row, if it is in memory."""
        return self._rows.get(self._aliases[row]) if 0 <= row < len(self._aliases) else None

    def aliases_at(self, places: Iterable[int]) -> tuple[int, ...]:
        """The aliases at these places."""
        return tuple(self._aliases[place] for place in places if 0 <= place < len(self._aliases))

    def row_of(self, alias: int) -> int:
        """Where an alias stands, or -1."""
        try:
            return self._aliases.index(alias)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._aliases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(OrderColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(OrderColumn):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == OrderColumn.TOTAL:
            return _RIGHT
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Customer"),
            self.tr("Order"),
            self.tr("Stage"),
            self.tr("Wanted"),
            self.tr("Promised"),
            self.tr("Actual"),
            self.tr("Total"),
            self.tr("Held by"),
            self.tr("Since"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        alias = self._aliases[index.row()]
        row = self._rows.get(alias)
        if row is None:
            self._want(alias)
            return None
        column = OrderColumn(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and column is OrderColumn.NUMBER:
            return self.sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole and column is OrderColumn.STAGE and self._now is not None:
            why = (late_words(row, self._now, self._locale), risk_words(row, self._now, self._locale))
            return " ".join(part for part in why if part) or self.text(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(row, column)
        if role == STRIP and column is OrderColumn.STAGE:
            return self.strip(row)
        if role == TONE:
            return self._tone(row, column)
        if role == STRONG:
            return row.is_late and column is OrderColumn.NUMBER
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column is OrderColumn.TOTAL else None

    def text(self, row: OrderRow, column: OrderColumn) -> str:
        """What a cell says."""
        match column:
            case OrderColumn.NUMBER:
                return row.number
            case OrderColumn.CUSTOMER:
                return row.customer_name
            case OrderColumn.TITLE:
                return row.title if row.lines < 2 else f"{row.title} +{row.lines - 1}"
            case OrderColumn.STAGE:
                return self.strip(row).word
            case OrderColumn.TOTAL:
                return self._amount(row.total_minor)
            case OrderColumn.DEPARTMENT:
                return row.department
            case OrderColumn.SINCE:
                return self._day(formatting.local_day(row.stage_since, self._locale))
        dates = {OrderColumn.REQUESTED: row.requested_on, OrderColumn.CONFIRMED: row.confirmed_on}
        return self._day(dates.get(column, actual_on(row)))

    def strip(self, row: OrderRow) -> StripText:
        """The way of an order; a late one says so in colour and in words."""
        word = row.stage_name(self._locale.language)
        tone = _TONES.get(row.stage, Tone.ACCENT)
        if row.is_late:
            word, tone = self._late(row, word), Tone.BAD
        elif row.risk is not None:
            word, tone = self.tr("At risk: %1").replace("%1", word), Tone.WARN
        return StripText(*row.way, tone, word)

    def sentence(self, row: OrderRow) -> str:
        """The row as a screen reader says it."""
        columns = (OrderColumn.NUMBER, OrderColumn.CUSTOMER, OrderColumn.TITLE, OrderColumn.STAGE, OrderColumn.TOTAL)
        return ", ".join(part for part in (self.text(row, column) for column in columns) if part)

    def _late(self, row: OrderRow, word: str) -> str:
        promised_on = row.promised_on
        if promised_on is None or self._now is None:
            return self.tr("Late: %1").replace("%1", word)
        days = ((row.delivered_on or formatting.local_day(self._now, self._locale)) - promised_on).days
        return self.tr("Late by %2 d: %1").replace("%1", word).replace("%2", str(max(1, days)))

    def _tone(self, row: OrderRow, column: OrderColumn) -> Tone:
        promised = OrderColumn.CONFIRMED if row.confirmed_on else OrderColumn.REQUESTED
        if row.is_late and column is promised:
            return Tone.BAD
        is_quiet = row.stage is OrderStage.CANCELLED or column in (OrderColumn.REQUESTED, OrderColumn.SINCE)
        return Tone.MUTED if is_quiet else Tone.PLAIN

    def _amount(self, minor: int) -> str:
        amount = Money(minor, self._locale.currency).amount
        return formatting.decimal(amount, self._locale, places=max(0, -int(amount.as_tuple().exponent)))

    def _day(self, on: date | None) -> str:
        if on is None:
            return ""
        return formatting.short_date(on, self._now, self._locale) if self._now else formatting.date(on, self._locale)

    def _want(self, alias: int) -> None:
        if alias not in self._asked:
            self._asked.add(alias)
            self._missing.append(alias)
            if not self._soon.isActive():
                self._soon.start()

    def _ask(self) -> None:
        missing, self._missing = self._missing, []
        self._asked.update(missing)
        if missing:
            self.wanted.emit(tuple(missing))
