"""Products as the catalogue lists them: name, price today, what is free."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from helpdesk.domain.identity import ProductId
from helpdesk.domain.money import Money, exponent
from helpdesk.service.catalogue import ShelfRow
from ui import formatting
from ui.delegates import STRONG, TONE
from ui.formatting import Locale
from ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ShelfColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    CODE = 1
    PRICE = 2
    FREE = 3


def amount(minor: int, locale: Locale) -> str:
    """A sum as a column shows it, without its sign."""
    places = exponent(locale.currency)
    return formatting.decimal(Money(minor, locale.currency).amount, locale, places=places)


def count(quantity: Decimal, locale: Locale) -> str:
    """A quantity with as many digits as it has."""
    return formatting.decimal(quantity.normalize() + 0, locale)


class ShelfTable(QAbstractTableModel):
    """Rows of the catalogue; a reduced price says so by its colour and in the tooltip."""

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._rows: tuple[ShelfRow, ...] = ()

    def show_rows(self, rows: Sequence[ShelfRow]) -> None:
        """Shows these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> ShelfRow | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, product: ProductId | None) -> int:
        """Where a product stands; -1 where it does not."""
        return next((at for at, row in enumerate(self._rows) if row.product.id == product), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ShelfColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(ShelfColumn):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (ShelfColumn.PRICE, ShelfColumn.FREE):
            return _RIGHT
        titles = (self.tr("Product"), self.tr("Code"), self.tr("Price"), self.tr("Free"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = ShelfColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._whole(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (ShelfColumn.PRICE, ShelfColumn.FREE):
            return _RIGHT
        if role == TONE:
            return self._tone(row, column)
        return column is ShelfColumn.NAME and not row.product.is_discontinued if role == STRONG else None

    def _text(self, row: ShelfRow, column: ShelfColumn) -> str:
        match column:
            case ShelfColumn.NAME:
                return row.product.name
            case ShelfColumn.CODE:
                return row.product.code
            case ShelfColumn.PRICE:
                price = row.reduced_minor if row.reduced_minor is not None else row.price_minor
                return "—" if price is None else amount(price, self._locale)
        return count(row.standing.free, self._locale) if row.standing.is_kept else "—"

    def _whole(self, row: ShelfRow, column: ShelfColumn) -> str:
        if column is ShelfColumn.NAME and row.product.is_discontinued:
            return self.tr("%1, no longer sold").replace("%1", row.product.name)
        if column is ShelfColumn.PRICE and row.reduced_minor is not None and row.price_minor is not None:
            words = self.tr("%1 instead of %2: %3").replace("%1", self._text(row, column))
            return words.replace("%2", amount(row.price_minor, self._locale)).replace("%3", ", ".join(row.promotions))
        if column is ShelfColumn.FREE and row.standing.is_to_be_settled:
            return self.tr("%1, to be settled").replace("%1", self._text(row, column))
        return self._text(row, column)

    def _tone(self, row: ShelfRow, column: ShelfColumn) -> Tone:
        if row.product.is_discontinued or column is ShelfColumn.CODE:
            return Tone.MUTED
        if column is ShelfColumn.PRICE and row.reduced_minor is not None:
            return Tone.GOOD
        if column is ShelfColumn.FREE and row.standing.is_kept:
            return Tone.BAD if row.standing.is_to_be_settled else Tone.WARN if not row.standing.free else Tone.PLAIN
        return Tone.PLAIN
