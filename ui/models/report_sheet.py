"""A table of a report as a model: cells are written out as they come into sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from helpdesk.service.report_reading import Sheet
from ui import fonts
from ui.delegates import TONE
from ui.theme import Tone
from ui.widgets import paint

_SAMPLE, _MOST = 60, 280


class SheetModel(QAbstractTableModel):
    """Rows of one sheet; those that open their records are in the accent colour at their first cell."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.sheet.row_count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sheet.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.sheet.columns):
            return None
        column = self.sheet.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.sheet.cell(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    f"{column.title}: {self.sheet.cell(index.row(), place)}"
                    for place, column in enumerate(self.sheet.columns)
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
            case int() if role == TONE and index.column() == 0 and self.sheet.drill(index.row()):
                return Tone.ACCENT
        return None

    def _side(self, column: int) -> int:
        return int(paint.RIGHT if self.sheet.columns[column].is_numeric else paint.LEFT)


def column_widths(sheet: Sheet) -> list[int]:
    """The width that the head and the first rows ask for in each column, within bounds."""
    font, sample = fonts.font(), range(min(_SAMPLE, sheet.row_count))
    texts = ([column.title, *(sheet.cell(row, place) for row in sample)] for place, column in enumerate(sheet.columns))
    return [min(_MOST, max(paint.width_of(text, font) for text in column)) + 28 for column in texts]
