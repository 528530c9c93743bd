"""Categories as level bars, whole or made of parts; the figure stands at the end of each or on the part."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.report.chart import Amount, Bars, Stacked
from helpdesk.report.layout.chart import DARK, LIGHT, ROW, TITLE_HEIGHT, Place, centred, label_room
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import NOTE, NOTE_LABEL, REGULAR, Style

ON_DARK = Style(REGULAR, 7.5, 10, 1.0)
TONES = (0.15, 0.45, 0.68, 0.82, 0.92)
DARKEST_FOR_BLACK = 0.5


class BarRows:
    """Bars from the left; the period before is a light bar behind."""

    def __init__(self, chart: Bars, place: Place) -> None:
        self._place = place
        room = int((place.height - TITLE_HEIGHT) // ROW)
        self._chart = chart
        self._bars = chart.bars[:room]
        self.height = TITLE_HEIGHT + ROW * len(self._bars)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        left = label_room([bar.label for bar in self._bars], place.length)
        highest = float(max((max(bar.value, bar.before or 0) for bar in self._bars), default=0))
        texts = [place.written(chart.kind, bar.value) for bar in self._bars]
        room = place.length - left - max((width(text, NOTE) for text in texts), default=0.0) - 6
        for at, bar in enumerate(self._bars):
            y = top + TITLE_HEIGHT + ROW * at
            pen.text(place.left, y + 8.5, fitted(bar.label, NOTE, left - 4), NOTE)
            end = 0.0
            if highest and bar.before:
                end = float(bar.before) / highest * room
                pen.block(place.left + left, y + 1, end, ROW - 2, grey=LIGHT)
            if highest and bar.value > 0:
                length = float(bar.value) / highest * room
                pen.block(place.left + left, y + 3, length, ROW - 6, grey=DARK)
                end = max(end, length)
            pen.text(place.left + left + end + 4, y + 8.5, texts[at], NOTE)
        pen.upright(place.left + left, top + TITLE_HEIGHT - 1, ROW * len(self._bars) + 2)
        return 0


class StackedRows:
    """Bars made of parts, whose names stand above the first one."""

    def __init__(self, chart: Stacked, place: Place) -> None:
        self._place = place
        room = int((place.height - TITLE_HEIGHT - ROW) // ROW)
        self._chart = chart
        self._rows = chart.rows[:room]
        self.height = TITLE_HEIGHT + ROW * (len(self._rows) + 1)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        left = label_room([row.label for row in self._rows], place.length)
        notes = max((width(row.note, NOTE) for row in self._rows), default=0.0)
        room = place.length - left - notes - 8
        longest = max((float(sum(row.values)) for row in self._rows), default=0.0)
        self._draw_names(pen, top + TITLE_HEIGHT + 8.5, left)
        for at, row in enumerate(self._rows):
            y = top + TITLE_HEIGHT + ROW * (at + 1)
            pen.text(place.left, y + 8.5, fitted(row.label, NOTE, left - 4), NOTE)
            whole = float(sum(row.values)) if chart.is_share else longest
            x = place.left + left
            for part, value in enumerate(row.values):
                length = float(value) / whole * room if whole else 0.0
                self._draw_part(pen, (x, y, length), part, self._text(row.values, part))
                x += length
            pen.text(x + 4, y + 8.5, row.note, NOTE)
        pen.upright(place.left + left, top + TITLE_HEIGHT + ROW - 1, ROW * len(self._rows) + 2)
        return 0

    def _text(self, values: tuple[Amount, ...], part: int) -> str:
        if self._chart.is_share:
            whole = Decimal(sum(values))
            return self._place.notation.percent(values[part] / whole, 0) if whole else ""
        return self._place.written(self._chart.kind, values[part])

    def _draw_part(self, pen: Pen, place: tuple[float, float, float], part: int, text: str) -> None:
        x, y, length = place
        if length <= 0:
            return
        tone = TONES[min(part, len(TONES) - 1)]
        pen.block(x, y + 1.5, length, ROW - 3, grey=tone)
        pen.upright(x + length, y + 1.5, ROW - 3, thickness=0.6, grey=1.0)
        if width(text, NOTE) + 4 <= length:
            centred(pen, x + length / 2, y + 9, text, ON_DARK if tone < DARKEST_FOR_BLACK else NOTE)

    def _draw_names(self, pen: Pen, baseline: float, left: float) -> None:
        needed = sum(14 + width(name, NOTE_LABEL) for name in self._chart.parts)
        x = self._place.left + (left if left + needed <= self._place.length else 0.0)
        for part, name in enumerate(self._chart.parts):
            pen.block(x, baseline - 5.5, 6, 6, grey=TONES[min(part, len(TONES) - 1)])
            pen.text(x + 8, baseline, name, NOTE_LABEL)
            x += 14 + width(name, NOTE_LABEL)
