"""Who sits at the desk: asked at the start where there is more than one operator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from helpdesk.domain.company import Operator
from ui.widgets import Button, Text


class OperatorChoice(QDialog):
    """The operators by name; Enter or a double click sits down."""

    chosen = Signal(object)

    def __init__(
        self, operators: tuple[Operator, ...], last: bytes | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is working?"))
        self.setMinimumSize(380, 360)
        self._operators = operators
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Operators"))
        for operator in operators:
            text = f"{operator.name} · {operator.department}" if operator.department else operator.name
            QListWidgetItem(text, self.list)
        ids = [operator.id for operator in operators]
        self.list.setCurrentRow(ids.index(last) if last in ids else 0)
        self.list.itemActivated.connect(self._take)
        self.begin = Button(self.tr("Begin"), "primary", key="Enter")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._take)
        leave = Button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        buttons.addWidget(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Text(self.tr("Who is working?"), "head"))
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        self.accept()
        self.chosen.emit(self._operators[self.list.currentRow()])
