"""One thing that happened, on the timeline of a request or a customer."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.icons import pixmap
from ui.widgets import paint
from ui.widgets.text import ElidedLabel, Text


class CardKind(Enum):
    """Whom the words are for: what is internal never looks like what a customer reads."""

    SAID = "said"
    SENT = "sent"
    INTERNAL = "internal"
    EVENT = "event"


class TimelineCard(QWidget):
    """Author, time and text; an internal note stands on its own ground, with a lock and the word."""

    def __init__(
        self, author: str, at: str, text: str, *, kind: CardKind = CardKind.SAID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        head = f"{self.tr('Internal note')} · {author}" if kind is CardKind.INTERNAL else author
        self._head = ElidedLabel(head, "muted" if kind is CardKind.EVENT else "strong")
        self._at = Text(at, "note")
        self._text = Text(text, "muted" if kind is CardKind.EVENT else "", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setVisible(bool(text))
        line = QHBoxLayout()
        line.setSpacing(12)
        if kind is CardKind.INTERNAL:
            line.addSpacing(20)
        line.addWidget(self._head, 1)
        line.addWidget(self._at)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 11)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self._text)
        self.setAccessibleName(f"{head}, {at}. {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self._kind is CardKind.INTERNAL:
            paint.fill(painter, self.rect(), tokens.note)
            box = QRect(14, self._head.y() + (self._head.height() - 14) // 2, 14, 14)
            painter.drawPixmap(box.topLeft(), pixmap("lock", "warn", 14, ratio=self.devicePixelRatioF()))
        elif self._kind is CardKind.SENT:
            paint.fill(painter, self.rect(), tokens.surface)
            paint.outline(painter, self.rect(), tokens.line)
