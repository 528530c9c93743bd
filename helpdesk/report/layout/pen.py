"""A pen on one page: texts and rules at points counted from the upper left corner of the text area."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from helpdesk.report.layout.letters import width
from helpdesk.report.layout.styles import Paper, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Pen:
    """Draws on the canvas's present page; texts are gathered and written together by `lift`."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        self.canvas = canvas
        self.paper = paper
        self._top = paper.height - paper.top
        self._texts = canvas.beginText()
        self._style: Style | None = None
        self._grey = 0.0

    def text(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Writes a line that is already printable; it begins at `x`."""
        texts = self._texts
        if style is not self._style:
            texts.setFont(style.font, style.size)
            if style.grey != self._grey:
                texts.setFillGray(style.grey)
                self._grey = style.grey
            self._style = style
        texts.setTextOrigin(self.paper.left + x, self._top - baseline)
        texts.textLine(text)

    def text_right(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Writes a line that ends at `x`."""
        self.text(x - width(text, style), baseline, text, style)

    def lines(self, x: float, top: float, texts: list[str], style: Style) -> float:
        """Writes lines below each other from `top` on and tells where they end."""
        for text in texts:
            self.text(x, top + style.leading - style.size * 0.3, text, style)
            top += style.leading
        return top

    def rule(self, x: float, top: float, length: float, *, thickness: float = 0.5, grey: float = 0.0) -> None:
        """Draws a level rule."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(thickness)
        y = self._top - top
        self.canvas.line(self.paper.left + x, y, self.paper.left + x + length, y)

    def block(self, x: float, top: float, length: float, height: float, *, grey: float = 0.0) -> None:
        """Fills a rectangle."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(self.paper.left + x, self._top - top - height, length, height, stroke=0, fill=1)

    def broken_rule(self, x: float, top: float, length: float) -> None:
        """Draws a level rule of dashes."""
        self.canvas.setDash(3, 2)
        self.rule(x, top, length, thickness=0.6)
        self.canvas.setDash()

    def upright(self, x: float, top: float, height: float, *, thickness: float = 0.5, grey: float = 0.0) -> None:
        """Draws an upright rule downwards."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(thickness)
        x, y = self.paper.left + x, self._top - top
        self.canvas.line(x, y, x, y - height)

    def path(self, points: list[tuple[float, float]], *, thickness: float = 1.0, grey: float = 0.0) -> None:
        """Draws a line through points."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(thickness)
        placed = [(self.paper.left + x, self._top - y) for x, y in points]
        for (x1, y1), (x2, y2) in pairwise(placed):
            self.canvas.line(x1, y1, x2, y2)

    def curve(self, points: Sequence[tuple[float, float]], *, thickness: float = 1.0) -> None:
        """Draws a curve from the first of four points to the last, led by the two between (Bézier)."""
        self.canvas.setStrokeGray(0.0)
        self.canvas.setLineWidth(thickness)
        self.canvas.bezier(*(part for x, y in points for part in (self.paper.left + x, self._top - y)))

    def frame(self, x: float, top: float, length: float, height: float) -> None:
        """Draws the edge of a rectangle."""
        self.canvas.setStrokeGray(0.0)
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(self.paper.left + x, self._top - top - height, length, height, stroke=1, fill=0)

    def arrow(self, x: float, top: float, size: float, *, is_upright: bool = False) -> None:
        """Fills the head of an arrow whose point is here: to the right, or upwards (downwards for a negative size)."""
        x, y, half = self.paper.left + x, self._top - top, abs(size) * 0.55
        head = self.canvas.beginPath()
        head.moveTo(x, y)
        ends = (
            ((x - half, y - size), (x + half, y - size)) if is_upright else ((x - size, y - half), (x - size, y + half))
        )
        for end in ends:
            head.lineTo(*end)
        head.close()
        self.canvas.setFillGray(0.0)
        self.canvas.drawPath(head, stroke=0, fill=1)

    def dot(self, x: float, top: float, radius: float, *, grey: float = 0.0, is_hollow: bool = False) -> None:
        """Draws a round mark around a point, white inside where it is hollow."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(0.9)
        self.canvas.setFillGray(1.0 if is_hollow else grey)
        self.canvas.circle(self.paper.left + x, self._top - top, radius, stroke=1, fill=1)

    def mark(self, key: str, title: str, level: int, top: float) -> None:
        """Adds a line to the outline that leads to this place."""
        self.canvas.bookmarkHorizontal(key, 0, self._top - top + 8)
        self.canvas.addOutlineEntry(title, key, level, closed=level > 0)

    def lift(self) -> None:
        """Writes the gathered texts; the pen then serves no more."""
        self.canvas.drawText(self._texts)
