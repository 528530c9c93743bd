"""Chooses the columns of the request table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.dialogs.request_dialog import RequestDialog
from ui.models.request_columns import Column

_KEY = int(Qt.ItemDataRole.UserRole)


class ColumnChoice(RequestDialog):
    """Space puts a column on or off; at least one stays."""

    chosen = Signal(object)

    def __init__(self, columns: Sequence[Column], shown: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Columns"), self.tr("Show these"), parent, width=340)
        self.keys = QListWidget()
        self.keys.setAccessibleName(self.tr("Columns"))
        for column in columns:
            item = QListWidgetItem(column.title, self.keys)
            item.setData(_KEY, column.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if column.key in shown else Qt.CheckState.Unchecked)
        self.keys.setCurrentRow(0)
        self.keys.setMinimumHeight(len(columns) * (self.keys.sizeHintForRow(0) + 1))
        self.body.addWidget(self.keys)
        self.keys.setFocus()

    def take(self) -> None:
        items = [self.keys.item(number) for number in range(self.keys.count())]
        shown = [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]
        if not shown:
            self.refuse(self.tr("Leave at least one column on."), self.keys)
            return
        self.chosen.emit(shown)
        self.accept()
