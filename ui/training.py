"""What tells a training workplace from a real one at a glance: a coloured frame, beside the words in the bar."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets import paint

_FRAME = 4


class Held(QWidget):
    """Holds the whole window; framed where the workplace is there to practise."""

    def __init__(self, *, is_training: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = _FRAME if is_training else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.frame:
            paint.outline(QPainter(self), self.rect(), theme.current().ink(Tone.WARN), radius=0, width=self.frame)
