"""Forms: labels above their fields in one grid, errors in words under the field that they are about."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import set_property
from ui.widgets.fields import indent
from ui.widgets.text import Text


class FormGrid(QWidget):
    """Fields in one or more columns; the order of adding is the order of Tab."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._next = 0
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, Text] = {}
        self._labels: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, key: str, label: str, field: QWidget, *, span: int = 1) -> QWidget:
        """Puts the field into the next place, `span` columns wide; “&” in the label gives it its Alt key."""
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        above = QLabel("" if isinstance(field, QAbstractButton) else label)
        above.setProperty("role", "note")
        above.setBuddy(field)
        error = Text("", "error", wraps=True)
        error.hide()
        if isinstance(field, QAbstractSpinBox):
            indent(field)
        layout.addWidget(above)
        grows = field.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        layout.addWidget(field, 1 if grows else 0)
        layout.addWidget(error)
        if not grows:
            layout.addStretch(1)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self._fields[key], self._errors[key], self._labels[key] = field, error, above
        self._put(cell, min(span, self._columns), grows)
        return field

    def field(self, key: str) -> QWidget:
        """The field of this key."""
        return self._fields[key]

    def show_error(self, key: str, sentence: str) -> None:
        """Marks the field and says under it what is wrong; the first one marked gets the keyboard."""
        is_first = all(error.isHidden() for error in self._errors.values())
        field, error = self._fields[key], self._errors[key]
        error.setText(sentence)
        error.setVisible(bool(sentence))
        set_property(field, "wrong", "true" if sentence else "")
        field.setAccessibleDescription(sentence)
        if is_first and sentence:
            field.setFocus()

    def clear_errors(self) -> None:
        """Takes all marks away."""
        for key, error in self._errors.items():
            error.hide()
            set_property(self._fields[key], "wrong", "")
            self._fields[key].setAccessibleDescription("")

    def _put(self, cell: QWidget, span: int, grows: bool) -> None:
        row, column = divmod(self._next, self._columns)
        if column + span > self._columns:
            row, column = row + 1, 0
        self._grid.addWidget(cell, row, column, 1, span)
        if grows:
            self._grid.setRowStretch(row, 100)
        self._grid.setRowStretch(row + 1, 1)
        if not grows:
            self._grid.setRowStretch(row, 0)
        self._next = row * self._columns + column + span
