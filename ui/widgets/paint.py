"""What painted widgets and delegates share: text in a box, pills, the ring that shows the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui import fonts, theme

RADIUS = 6
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def one_line(text: str) -> str:
    """The text without line breaks, cut before it gets slow to measure."""
    return " ".join(text[:400].split())


def width_of(text: str, font: QFont) -> int:
    """How wide the text stands in this font."""
    return QFontMetrics(font).horizontalAdvance(text)


def draw_text(
    painter: QPainter, box: QRect, text: str, *, font: QFont, colour: str, flags: Qt.AlignmentFlag = LEFT
) -> int:
    """Draws one line, elided where it does not fit, and gives the width that it took."""
    metrics = QFontMetrics(font)
    shown = one_line(text)
    if metrics.horizontalAdvance(shown) > box.width():
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def fill(painter: QPainter, box: QRect | QRectF, colour: str, radius: float = RADIUS) -> None:
    """A plain rounded ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(box), radius, radius)


def outline(painter: QPainter, box: QRect, colour: str, *, radius: float = RADIUS, width: float = 1) -> None:
    """A line just inside the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)


def ring(painter: QPainter, box: QRect, colour: str = "", *, width: float = 2) -> None:
    """The ring around what has the keyboard."""
    outline(painter, box, colour or theme.current().accent, radius=RADIUS - 1, width=width)


def pill_size(text: str) -> tuple[int, int]:
    """Width and height of a pill with this text."""
    font = fonts.font("note", True)
    return width_of(text, font) + 18, QFontMetrics(font).height() + 3


def draw_pill(painter: QPainter, box: QRect, text: str, tone: theme.Tone) -> None:
    """A word on its soft ground."""
    tokens = theme.current()
    fill(painter, box, tokens.wash(tone), box.height() / 2)
    draw_text(
        painter, box.adjusted(4, 0, -4, 0), text, font=fonts.font("note", True), colour=tokens.ink(tone), flags=CENTRE
    )


def draw_segments(painter: QPainter, box: QRect, done: int, *, total: int, tone: theme.Tone) -> None:
    """A bar in `total` pieces of which `done` are coloured."""
    tokens = theme.current()
    gap = 4
    piece = (box.width() - gap * (total - 1)) / max(1, total)
    for number in range(total):
        colour = tokens.ink(tone) if number < done else tokens.track
        fill(painter, QRectF(box.x() + number * (piece + gap), box.y(), piece, box.height()), colour, box.height() / 2)
