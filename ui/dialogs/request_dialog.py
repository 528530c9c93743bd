"""What the small dialogs about requests share: a head, fields, the step on its button; the window stays usable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import Button, Text


class RequestDialog(QDialog):
    """Calls `take` on its step (Ctrl+Enter too) and goes; Esc leaves everything as it was."""

    def __init__(self, head: str, step: str, parent: QWidget | None = None, *, width: int = 440) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(head)
        self.setMinimumWidth(width)
        self.yes = Button(step, "primary", key="Ctrl+Return" if step else "")
        self.yes.setVisible(bool(step))
        self.yes.clicked.connect(self.take)
        self.no = Button(self.tr("Cancel") if step else self.tr("Close"))
        self.no.clicked.connect(self.reject)
        self._wrong = Text("", "error", wraps=True)
        self._wrong.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Text(head, "head", wraps=True))
        layout.addLayout(self.body, 1)
        layout.addWidget(self._wrong)
        layout.addSpacing(12)
        layout.addLayout(buttons)

    def refuse(self, sentence: str, field: QWidget) -> None:
        """Says what is missing and gives that field the keyboard."""
        self._wrong.setText(sentence)
        self._wrong.show()
        field.setAccessibleDescription(sentence)
        field.setFocus()

    def take(self) -> None:
        """The step; the dialogs check their fields first."""
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
            return
        super().keyPressEvent(event)
