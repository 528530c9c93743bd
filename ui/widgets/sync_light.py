"""A dot and how long ago this station exchanged with the others."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import fonts, theme
from ui.theme import Tone
from ui.widgets import paint

_DOT = 8
_GAP = 8


class SyncLight(QAbstractButton):
    """Tells by a colour and, always, by words; a press shows more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.MUTED
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def tone(self) -> Tone:
        """The tone worn now."""
        return self._tone

    def say(self, words: str, tone: Tone, *, tip: str = "") -> None:
        """Shows these words beside a dot in this tone; `tip` says more to those who ask."""
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip or words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = fonts.font("note")
        return QSize(_DOT + _GAP + paint.width_of(self.text(), font) + 6, QFontMetrics(font).height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        dot = QRect(2, (self.height() - _DOT) // 2, _DOT, _DOT)
        paint.fill(painter, dot, tokens.ink(self._tone), _DOT / 2)
        is_calm = self._tone in (Tone.GOOD, Tone.MUTED)
        colour = tokens.muted if is_calm else tokens.ink(self._tone)
        box = self.rect().adjusted(_DOT + _GAP, 0, 0, 0)
        paint.draw_text(painter, box, self.text(), font=fonts.font("note"), colour=colour)
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(0, 0, -1, -1))
