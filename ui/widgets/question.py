"""A question about a step that has no way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.text import Text


class QuestionDialog(QDialog):
    """Says what cannot be undone and names the step on the button that takes it; Esc and Enter leave it be."""

    def __init__(self, text: str, detail: str, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text)
        self.setMinimumWidth(380)
        self.yes = Button(answer, "danger")
        self.yes.clicked.connect(self.accept)
        self.no = Button(self.tr("Cancel"))
        self.no.setDefault(True)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(Text(text, "head", wraps=True))
        if detail:
            layout.addWidget(Text(detail, "muted", wraps=True))
        layout.addSpacing(12)
        layout.addLayout(buttons)
        self.no.setFocus()
