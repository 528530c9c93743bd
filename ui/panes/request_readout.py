"""The line to say back right after a request was registered, in larger type."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.panes.request_parts import column, ground, row
from ui.widgets import IconButton, Text


class Readout(QWidget):
    """Number, state and due time as a sentence to read out; leaves by its cross or with the request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "good")
        self.words = Text("", "head", wraps=True)
        close = IconButton("x", self.tr("It was said"))
        close.clicked.connect(self.hide)
        layout = row(self, (14, 8, 8, 10), 8)
        inside = column(None, spacing=2)
        inside.addWidget(Text(self.tr("Say it back:"), "good"))
        inside.addWidget(self.words)
        layout.addLayout(inside, 1)
        layout.addWidget(close)
        self.hide()

    def say(self, words: str) -> None:
        """Shows the sentence."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
