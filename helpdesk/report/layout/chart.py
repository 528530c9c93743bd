"""Columns over time: solid dark on a base of zero, the figure on each, no legend and no frame."""

from __future__ import annotations

from helpdesk.report.content import Chart
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import CELL_HEAD, MM, NOTE, NOTE_LABEL, Style
from helpdesk.report.notation import Notation

HIGHEST = 60 * MM
TITLE_HEIGHT = 16.0
AXIS_HEIGHT = 12.0
LABEL_HEIGHT = 10.0
INK = 0.2


class ColumnChart:
    """A chart of `height` points between `left` and `left + length`."""

    def __init__(self, chart: Chart, notation: Notation, left: float, length: float, *, height: float) -> None:
        self._chart = chart
        self._notation = notation
        self._left = left
        self._length = length
        self.height = min(height, HIGHEST)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        bars = self._chart.bars
        title = ", ".join(filter(None, (self._chart.title, self._chart.finding)))
        pen.text(self._left, top + 9, fitted(title, CELL_HEAD, self._length), CELL_HEAD)
        base = top + self.height - AXIS_HEIGHT
        pen.rule(self._left, base, self._length, thickness=0.5)
        highest = max((bar.value for bar in bars), default=0)
        if not highest:
            return 0
        pitch = min(self._length / len(bars), 40.0)
        scale = (self.height - TITLE_HEIGHT - LABEL_HEIGHT - AXIS_HEIGHT) / highest
        values = _sparing([self._notation.number(bar.value) for bar in bars], pitch, NOTE)
        labels = _sparing([bar.label for bar in bars], pitch, NOTE_LABEL)
        for at, bar in enumerate(bars):
            x = self._left + at * pitch
            if bar.value:
                pen.block(x + pitch * 0.15, base - bar.value * scale, pitch * 0.7, bar.value * scale, grey=INK)
            if values[at] and bar.value:
                _centred(pen, x + pitch / 2, base - bar.value * scale - 2.5, values[at], NOTE)
            _centred(pen, x + pitch / 2, base + 9, labels[at], NOTE_LABEL)
        return 0


def _centred(pen: Pen, middle: float, baseline: float, text: str, style: Style) -> None:
    pen.text(middle - width(text, style) / 2, baseline, text, style)


def _sparing(labels: list[str], pitch: float, style: Style) -> list[str]:
    """Every label, or every second, third … where they would run into each other."""
    widest = max(width(label, style) for label in labels) + 3
    every = -(-widest // pitch)
    return [label if at % every == 0 else "" for at, label in enumerate(labels)]
