"""Steps that want a reason in words: not telling a customer, returning to work, cancelling."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.dialogs.request_dialog import RequestDialog


class ReasonDialog(RequestDialog):
    """One line that may not stay empty; Enter takes the step."""

    given = Signal(str)

    def __init__(self, head: str, label: str, step: str, parent: QWidget | None = None) -> None:
        super().__init__(head, step, parent)
        self._needed = self.tr("Fill this line: it is kept with the request.")
        above = QLabel(label)
        above.setProperty("role", "note")
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self.line.returnPressed.connect(self.take)
        above.setBuddy(self.line)
        self.body.addWidget(above)
        self.body.addWidget(self.line)
        self.line.setFocus()

    def ask_for(self, needed: str) -> None:
        """Says this, and not the usual sentence, where the line is empty."""
        self._needed = needed

    def take(self) -> None:
        words = " ".join(self.line.text().split())
        if not words:
            self.refuse(self._needed, self.line)
            return
        self.given.emit(words)
        self.accept()
