"""What the rows of a table are, and which mapping they are read by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets import Button, Text


def columns_of(columns: Mapping[str, str], headings: Sequence[str]) -> dict[int, str]:
    """Column index - field of a kept mapping on a table with these headings; what the table lacks is left out."""
    places = {heading: place for place, heading in reversed(list(enumerate(headings)))}
    found = {places.get(column, int(column) if column.isdecimal() else -1): name for column, name in columns.items()}
    return {place: name for place, name in found.items() if 0 <= place < len(headings)}


class ImportKindRow(QWidget):
    """The kind, the mapping, and the name under which a mapping is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.mapping = QComboBox()
        self.mapping_name = QLineEdit()
        self.save_mapping = Button(self.tr("Save the mapping"))
        self.mapping.addItem(self.tr("Guessed"))
        self.mapping_name.setPlaceholderText(self.tr("Name of the mapping"))
        keep = QWidget()
        line = QHBoxLayout(keep)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.mapping_name, 1)
        line.addWidget(self.save_mapping)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._cell(self.tr("What the rows are"), self.kind), 2)
        row.addLayout(self._cell(self.tr("Mapping"), self.mapping), 2)
        row.addLayout(self._cell(self.tr("Keep the mapping for next time"), keep), 3)
        self.mapping_name.setAccessibleName(self.tr("Name of the mapping"))

    def offer_mappings(self, names: Sequence[str]) -> None:
        """Offers the kept mappings; the chosen one stays chosen."""
        chosen = self.mapping.currentText()
        self.mapping.clear()
        self.mapping.addItems([self.tr("Guessed"), *names])
        self.mapping.setCurrentIndex(max(0, self.mapping.findText(chosen)))

    def _cell(self, label: str, field: QWidget) -> QVBoxLayout:
        field.setAccessibleName(label)
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(Text(label, "note"))
        cell.addWidget(field)
        return cell
