"""What stands between the start and the window, said in words with what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import Button, Text


class TroubleDialog(QDialog):
    """One sentence, the step that helps where there is one, and Close."""

    def __init__(
        self,
        sentence: str,
        *,
        remedy: str = "",
        on_remedy: Callable[..., Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Helpdesk"))
        self.setMinimumWidth(480)
        self.close_button = Button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        if on_remedy is not None:
            self.remedy = Button(remedy, "primary")
            self.remedy.clicked.connect(self.accept)
            self.accepted.connect(on_remedy)
            buttons.addWidget(self.remedy)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(Text(self.tr("The workplace was not opened"), "head", wraps=True))
        words = Text(sentence, wraps=True)
        layout.addWidget(words)
        layout.addLayout(buttons)
        self.sentence = sentence
