"""How a table is written: recognised, shown, and changed by hand where it was recognised wrongly."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import Text

_ENCODINGS = ("utf-8", "windows-1251", "utf-16", "windows-1252", "cp866")


class ImportOptions(QWidget):
    """Encoding, delimiter, first row, dates and decimals; `changed` when one is chosen by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, list[Any]] = {}
        self.boxes: dict[str, QComboBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, label, choices in (
            ("encoding", self.tr("Encoding"), [(name, name) for name in _ENCODINGS]),
            ("delimiter", self.tr("Delimiter"), self._delimiters()),
            ("header", self.tr("First row"), [(True, self.tr("Headings")), (False, self.tr("Values"))]),
            ("dates", self.tr("Dates"), [("ymd", "2026-11-23"), ("dmy", "23.11.2026"), ("mdy", "11/23/2026")]),
            ("decimal", self.tr("Decimals"), [(",", "1,50"), (".", "1.50")]),
        ):
            row.addLayout(self._cell(name, label, choices), 1)

    def _delimiters(self) -> list[tuple[str, str]]:
        return [
            (",", self.tr("Comma ,")),
            (";", self.tr("Semicolon ;")),
            ("\t", self.tr("Tab")),
            ("|", self.tr("Bar |")),
        ]

    def _cell(self, name: str, label: str, choices: list[tuple[Any, str]]) -> QVBoxLayout:
        box = QComboBox()
        box.setAccessibleName(label)
        box.setMinimumContentsLength(8)
        box.addItems([text for _value, text in choices])
        box.setCurrentIndex(-1)
        box.activated.connect(self._tell)
        self.boxes[name] = box
        self._values[name] = [value for value, _text in choices]
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(Text(label, "note"))
        cell.addWidget(box)
        return cell

    def show_form(self, form: Any) -> None:
        """Shows how the table is written; a workbook has neither encoding nor delimiter."""
        for name, box in self.boxes.items():
            value = getattr(form, name)
            is_told = value not in ("", None)
            box.setEnabled(is_told)
            if is_told and value not in self._values[name]:
                self._values[name].append(value)
                box.addItem(str(value))
            box.setCurrentIndex(self._values[name].index(value) if is_told else -1)

    @property
    def chosen(self) -> dict[str, Any]:
        """The options as they stand, by name."""
        return {
            name: self._values[name][box.currentIndex()]
            for name, box in self.boxes.items()
            if box.isEnabled() and box.currentIndex() >= 0
        }

    def choose(self, name: str, value: Any) -> None:
        """Chooses a value as a hand would."""
        self.boxes[name].setCurrentIndex(self._values[name].index(value))
        self.changed.emit()

    def _tell(self, _index: int) -> None:
        self.changed.emit()
