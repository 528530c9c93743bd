"""The lines of an order as a table: read alone, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableView, QWidget

from helpdesk.domain.money import Money, line_total, total
from helpdesk.domain.order import OrderLine
from ui import fonts, formatting
from ui.delegates import STRONG, TONE, TableDelegate
from ui.formatting import Locale
from ui.theme import Tone
from ui.widgets.paint import width_of

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MOST = Decimal(10**9)
_SHOWN_ROWS = 9
_MEASURED = 50


class LineColumn(IntEnum):
    """The columns, from the left."""

    TITLE = 0
    QUANTITY = 1
    PRICE = 2
    DISCOUNT = 3
    SUM = 4


def read_number(text: str) -> Decimal | None:
    """A number as people type it, with comma or point and spaces between thousands; None if it is none."""
    cleaned = "".join(text.split()).replace("₽", "").rstrip("%").replace(",", ".")
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number <= _MOST else None


class OrderLines(QAbstractTableModel):
    """The lines with their sums, to the minor unit; `changed` after each change by hand."""

    changed = Signal()

    def __init__(self, locale: Locale, *, is_editable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._is_editable = is_editable
        self._lines: list[OrderLine] = []

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        """The lines as they stand."""
        return tuple(self._lines)

    @property
    def total(self) -> Money:
        """What they cost together, each line rounded once."""
        return total((self._sum(line) for line in self._lines), self._locale.currency)

    @property
    def discount(self) -> Money:
        """How much less that is than without discounts."""
        full = (line_total(Money(line.price_minor, self._locale.currency), line.quantity) for line in self._lines)
        return total(full, self._locale.currency) - self.total

    def show_lines(self, lines: Sequence[OrderLine]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def update_lines(self, lines: Sequence[OrderLine]) -> None:
        """Shows the same lines with other prices; who types in one goes on."""
        if len(lines) == len(self._lines) and lines:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, LineColumn.SUM))

    def add(self, line: OrderLine) -> int:
        """Puts a line at the end and tells its row."""
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(line)
        self.endInsertRows()
        self.changed.emit()
        return row

    def remove(self, row: int) -> None:
        """Takes a line away."""
        if 0 <= row < len(self._lines):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self.endRemoveRows()
            self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(LineColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(LineColumn):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != LineColumn.TITLE:
            return _RIGHT
        titles = (self.tr("Product"), self.tr("Qty"), self.tr("Price"), self.tr("Disc. %"), self.tr("Sum"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_typed = self._is_editable and index.isValid() and index.column() in (1, 2, 3)
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], LineColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not LineColumn.TITLE:
            return _RIGHT
        if role == TONE and column is LineColumn.DISCOUNT and not line.discount:
            return Tone.MUTED
        return column is LineColumn.SUM if role == STRONG else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = read_number(str(value))
        if role != Qt.ItemDataRole.EditRole or number is None or not index.isValid():
            return False
        line = self._with(self._lines[index.row()], LineColumn(index.column()), number)
        if line is None:
            return False
        self._lines[index.row()] = line
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), LineColumn.SUM))
        self.changed.emit()
        return True

    def _with(self, line: OrderLine, column: LineColumn, number: Decimal) -> OrderLine | None:
        if column is LineColumn.QUANTITY and number > 0:
            return replace(line, quantity=number)
        if column is LineColumn.PRICE:
            return replace(line, price_minor=Money.of(number, self._locale.currency).minor)
        if column is LineColumn.DISCOUNT and number <= 100:
            return replace(line, discount=(number / 100).quantize(Decimal("0.0001")))
        return None

    def _sum(self, line: OrderLine) -> Money:
        return line.sum(self._locale.currency)

    def _text(self, line: OrderLine, column: LineColumn) -> str:
        match column:
            case LineColumn.TITLE:
                return line.title
            case LineColumn.QUANTITY:
                return formatting.decimal(line.quantity.normalize() + 0, self._locale)
            case LineColumn.PRICE:
                return self._amount(Money(line.price_minor, self._locale.currency))
            case LineColumn.DISCOUNT:
                percent = (line.discount * 100).normalize() + 0
                return formatting.decimal(percent, self._locale) if line.discount else "—"
        return self._amount(self._sum(line))

    def _typed(self, line: OrderLine, column: LineColumn) -> str:
        number = {
            LineColumn.QUANTITY: line.quantity,
            LineColumn.PRICE: Money(line.price_minor, self._locale.currency).amount,
            LineColumn.DISCOUNT: line.discount * 100,
        }.get(column, Decimal(0))
        text = f"{number.normalize() + 0:f}" if column is not LineColumn.PRICE else f"{number:f}"
        return text.replace(".", ",") if self._locale.language == "ru" else text

    def _amount(self, money: Money) -> str:
        places = max(0, -int(money.amount.as_tuple().exponent))
        return formatting.decimal(money.amount, self._locale, places=places)


class OrderLinesView(QTableView):
    """As high as its lines, up to nine; typed ones go from field to field with Enter, Delete takes a line away."""

    left = Signal()

    def __init__(self, lines: OrderLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        TableDelegate.dress(self)
        self.setModel(lines)
        self.setAccessibleName(self.tr("Lines of the order"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.SelectedClicked
            | QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
        )
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(LineColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        for signal in (lines.rowsInserted, lines.rowsRemoved, lines.modelReset, lines.dataChanged):
            signal.connect(self._fit)
        self._fit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        is_next = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, hint)
        if not is_next:
            return
        at = self.currentIndex()
        if at.column() < LineColumn.DISCOUNT:
            self.setCurrentIndex(at.siblingAtColumn(at.column() + 1))
            self.edit(self.currentIndex())
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self.model()
        is_typed = self.currentIndex().isValid() and isinstance(lines, OrderLines)
        if (
            event.key() == Qt.Key.Key_Delete
            and is_typed
            and lines.flags(lines.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
        ):
            lines.remove(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        rows = min(_SHOWN_ROWS, max(1, self.model().rowCount()))
        return QSize(
            360, self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def _fit(self, *_what: object) -> None:
        self.setFixedHeight(self.sizeHint().height() + 2)
        lines = self.model()
        for column in list(LineColumn)[1:]:
            texts = [str(lines.index(row, column).data()) for row in range(min(_MEASURED, lines.rowCount()))]
            head = str(lines.headerData(column, Qt.Orientation.Horizontal))
            font = fonts.font("base", column is LineColumn.SUM)
            widest = max((width_of(text, font) for text in texts), default=0)
            wanted = max(width_of(head, fonts.font("note", True)), widest) + 18
            self.horizontalHeader().resizeSection(column, max(wanted, 44))
