"""A line of a card that opens what it names: by mouse, Enter or Space."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import fonts, theme
from ui.theme import Tone
from ui.widgets import paint

_LEAD = 8
_GAP = 12


class CustomerLine(QAbstractButton):
    """A title with a muted word before it (a day) and one after it (a number); only what can be opened is pressed."""

    def __init__(
        self, title: str, trail: str = "", *, lead: str | None = None, is_strong: bool = False, opens: bool = True
    ) -> None:
        super().__init__()
        self._title, self._trail, self._lead, self._is_strong, self._opens = title, trail, lead, is_strong, opens
        self._tone = Tone.MUTED
        self.setAccessibleName(", ".join(part for part in (lead or "", title, trail) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)

    def show_tone(self, tone: Tone) -> None:
        """Says the last word in another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(paint.one_line(self._title), fonts.font("base", self._is_strong))
        return QSize(min(600, width + 120), QFontMetrics(fonts.font()).height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._opens:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self._opens and (self.underMouse() or self.hasFocus()):
            painter.fillRect(self.rect(), tokens.hover)
        box = QRect(self.rect())
        note = fonts.font("note")
        if self._trail:
            box.setWidth(box.width() - self._draw_trail(painter, box) - _GAP)
        if self._lead is not None:
            width = paint.width_of("0", fonts.font()) * _LEAD
            lead = QRect(box.x(), 0, width, box.height())
            paint.draw_text(painter, lead, self._lead, font=note, colour=tokens.muted)
            box.setX(width + 4)
        font = fonts.font("base", self._is_strong)
        paint.draw_text(painter, box, self._title, font=font, colour=tokens.text)
        is_cut = paint.width_of(paint.one_line(self._title), font) > box.width()
        self.setToolTip(self._title[:2000] if is_cut else "")
        if self.hasFocus():
            painter.fillRect(0, self.height() - 2, self.width(), 2, tokens.accent)

    def _draw_trail(self, painter: QPainter, box: QRect) -> int:
        half = QRect(box.right() - box.width() // 2, 0, box.width() // 2 + 1, box.height())
        font = fonts.font("note", self._tone in (Tone.BAD, Tone.WARN))
        colour = theme.current().ink(self._tone)
        drawn = paint.draw_text(painter, half, self._trail, font=font, colour=colour, flags=paint.RIGHT)
        return min(drawn, half.width())
