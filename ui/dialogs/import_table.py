"""The first rows of a table, with a field to choose over each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from ui import fonts
from ui.delegates import TONE, TableDelegate
from ui.theme import Tone
from ui.widgets.paint import width_of

Index = QModelIndex | QPersistentModelIndex
_LEAST, _MOST = 130, 260


class ImportRows(QAbstractTableModel):
    """The rows as they stand in the file; columns that nothing takes are pale."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._width = 0
        self._taken: frozenset[int] = frozenset()

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
        """Shows another table."""
        self.beginResetModel()
        self._headings, self._rows, self._width = headings, rows, width
        self.endResetModel()

    def show_taken(self, columns: frozenset[int]) -> None:
        """Marks the columns that have a field."""
        self._taken = columns
        if self._rows and self._width:
            last = self.index(len(self._rows) - 1, self._width - 1)
            self.dataChanged.emit(self.index(0, 0), last, [TONE])

    def heading(self, column: int) -> str:
        """The heading of a column, or its number where the table has none."""
        named = self._headings[column] if column < len(self._headings) else ""
        return named or str(column + 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.heading(section) if orientation is Qt.Orientation.Horizontal and is_text else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == TONE:
            return Tone.PLAIN if index.column() in self._taken else Tone.MUTED
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        return row[index.column()][:1000] if index.column() < len(row) else ""


class MappingHead(QHeaderView):
    """The headings, and under each the field that the column goes to."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._boxes: list[QComboBox] = []
        self._names: list[str] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sectionResized.connect(self._place)
        self.setSectionsMovable(False)

    @property
    def boxes(self) -> list[QComboBox]:
        """The choice over each column."""
        return self._boxes

    @property
    def fields(self) -> dict[int, str]:
        """Column index - field, where one is chosen."""
        chosen = ((column, box.currentIndex()) for column, box in enumerate(self._boxes))
        return {column: self._names[place - 1] for column, place in chosen if place > 0}

    def offer(self, fields: Sequence[tuple[str, str]], headings: Sequence[str]) -> None:
        """Offers these fields (name, title) over each column."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._names = [name for name, _title in fields]
        self._boxes = []
        for heading in headings:
            box = QComboBox(self.viewport())
            box.addItem(self.tr("— leave out —"))
            box.addItems([title for _name, title in fields])
            box.setMaxVisibleItems(16)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.setAccessibleName(self.tr("Field of the column %1").replace("%1", heading))
            box.currentIndexChanged.connect(self._tell)
            box.show()
            self._boxes.append(box)
        self._place()

    def choose(self, fields: Mapping[int, str]) -> None:
        """Chooses these fields, without telling."""
        for column, box in enumerate(self._boxes):
            box.blockSignals(True)
            name = fields.get(column, "")
            box.setCurrentIndex(self._names.index(name) + 1 if name in self._names else 0)
            box.blockSignals(False)
        self.changed.emit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._box_height() + 10)

    def _box_height(self) -> int:
        return self._boxes[0].sizeHint().height() if self._boxes else 32

    def _tell(self, _index: int) -> None:
        self.changed.emit()

    def _place(self, *_what: int) -> None:
        height = self._box_height()
        for column, box in enumerate(self._boxes):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            box.setGeometry(left + 4, self.height() - height - 6, max(40, width - 8), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()


class ImportTable(QTableView):
    """The preview: headings, fields, first rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ImportRows(self)
        self.head = MappingHead(self)
        self.setHorizontalHeader(self.head)
        TableDelegate.dress(self)
        self.head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.head.setStretchLastSection(False)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("First rows of the table"))
        self.head.changed.connect(self._mark)
        self.horizontalScrollBar().valueChanged.connect(self.head._place)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
        """Shows another table, columns as wide as their words need."""
        self.rows.show_rows(headings, rows, width)
        font = fonts.font()
        for column in range(width):
            texts = [row[column][:60] for row in rows if column < len(row)]
            widest = max((width_of(text, font) for text in [self.rows.heading(column), *texts]), default=0)
            self.setColumnWidth(column, min(_MOST, max(_LEAST, widest + 24)))

    def fit_fields(self) -> None:
        """Makes room for the words of the chosen fields."""
        for column, box in enumerate(self.head.boxes):
            wanted = width_of(box.currentText(), fonts.font()) + 56
            self.setColumnWidth(column, min(_MOST, max(self.columnWidth(column), wanted)))

    def _mark(self) -> None:
        self.rows.show_taken(frozenset(self.head.fields))
