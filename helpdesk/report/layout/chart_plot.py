"""Dot plots with intervals, tables of shaded counts, and small columns side by side on one scale."""

from __future__ import annotations

from helpdesk.report.chart import Dots, Heat, Multiples, Panel
from helpdesk.report.layout.chart import DARK, ROW, TITLE_HEIGHT, Place, centred, label_room, sparing
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import NOTE, NOTE_LABEL, REGULAR, Style

ON_DARK = Style(REGULAR, 7.5, 10, 1.0)
HEAT_ROW = 12.0
PANEL_HEIGHT = 44.0
PANEL_LEAST = 110.0


class DotPlot:
    """One dot a row on one scale from zero, its interval as a thin rule, the middle of all as a rule through them."""

    def __init__(self, chart: Dots, place: Place) -> None:
        self._chart = chart
        self._place = place
        self._dots = chart.dots[: int((place.height - TITLE_HEIGHT - ROW) // ROW)]
        self.height = TITLE_HEIGHT + ROW * len(self._dots) + 4

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        left = label_room([dot.label for dot in self._dots], place.length)
        texts = [place.written(chart.kind, dot.value) if dot.value is not None else "—" for dot in self._dots]
        room = place.length - left - max((width(text, NOTE) for text in texts), default=0.0) - 10
        known = [float(value) for dot in self._dots for value in (dot.value, dot.high) if value is not None]
        highest = max((*known, float(chart.middle or 0)), default=0.0) or 1.0
        start = place.left + left
        for at, dot in enumerate(self._dots):
            y = top + TITLE_HEIGHT + ROW * at + ROW / 2
            pen.text(place.left, y + 2.5, fitted(dot.label, NOTE, left - 4), NOTE)
            pen.rule(start, y, room, thickness=0.25, grey=0.75)
            pen.text_right(place.left + place.length, y + 2.5, texts[at], NOTE)
            if dot.value is None:
                continue
            if dot.low is not None and dot.high is not None:
                begin, end = (start + float(value) / highest * room for value in (dot.low, dot.high))
                pen.rule(begin, y, end - begin, thickness=1.2, grey=0.5)
            pen.dot(start + float(dot.value) / highest * room, y, 2.8, grey=DARK, is_hollow=dot.is_hollow)
        if chart.middle is not None and self._dots:
            pen.upright(
                start + float(chart.middle) / highest * room,
                top + TITLE_HEIGHT - 2,
                ROW * len(self._dots) + 4,
                thickness=0.5,
            )
        return 0


class HeatTable:
    """Counts in cells, the darker the more; empty cells stay empty."""

    def __init__(self, chart: Heat, place: Place) -> None:
        self._chart = chart
        self._place = place
        self.height = TITLE_HEIGHT + HEAT_ROW * (len(chart.rows) + 1)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        left = label_room(list(chart.rows), place.length)
        pitch = (place.length - left) / max(1, len(chart.columns))
        highest = max((value for row in chart.values for value in row), default=0)
        for at, label in enumerate(sparing(list(chart.columns), pitch, NOTE_LABEL)):
            centred(pen, place.left + left + (at + 0.5) * pitch, top + TITLE_HEIGHT + 8, label, NOTE_LABEL)
        for line, (label, values) in enumerate(zip(chart.rows, chart.values, strict=True)):
            y = top + TITLE_HEIGHT + HEAT_ROW * (line + 1)
            pen.text(place.left, y + 8.5, fitted(label, NOTE, left - 4), NOTE)
            for at, value in enumerate(values):
                if value and highest:
                    grey = 0.95 - 0.8 * value / highest
                    x = place.left + left + at * pitch
                    pen.block(x + 0.5, y + 0.5, pitch - 1, HEAT_ROW - 1, grey=grey)
                    text = place.notation.number(value)
                    if width(text, NOTE) <= pitch:
                        centred(pen, x + pitch / 2, y + 8.5, text, ON_DARK if grey < 0.5 else NOTE)
        return 0


class SmallMultiples:
    """As many panels in a row as fit, on one scale, each with its last figure."""

    def __init__(self, chart: Multiples, place: Place) -> None:
        self._chart = chart
        self._place = place
        self._across = max(1, min(len(chart.panels), int(place.length // PANEL_LEAST)))
        lines = -(-len(chart.panels) // self._across) if chart.panels else 0
        self._lines = min(lines, int((place.height - TITLE_HEIGHT) // PANEL_HEIGHT))
        self.height = TITLE_HEIGHT + PANEL_HEIGHT * self._lines

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        known = [value for panel in chart.panels for value in panel.values if value is not None]
        highest = float(max(known, default=0))
        breadth = place.length / self._across
        for at, panel in enumerate(chart.panels[: self._across * self._lines]):
            x = place.left + breadth * (at % self._across)
            y = top + TITLE_HEIGHT + PANEL_HEIGHT * (at // self._across)
            self._draw_panel(pen, panel, (x, y, breadth - 10), highest)
        return 0

    def _draw_panel(self, pen: Pen, panel: Panel, place: tuple[float, float, float], highest: float) -> None:
        x, y, length = place
        pen.text(x, y + 8, fitted(panel.title, NOTE, length), NOTE)
        base = y + PANEL_HEIGHT - 8
        pen.rule(x, base, length, thickness=0.4)
        if not panel.values or not highest:
            return
        pitch = length / len(panel.values)
        scale = (PANEL_HEIGHT - 28) / highest
        for at, value in enumerate(panel.values):
            if value:
                height = float(value) * scale
                pen.block(x + (at + 0.1) * pitch, base - height, pitch * 0.8, height, grey=DARK)
        for at in {0, len(panel.values) - 1}:
            value = panel.values[at]
            if value is not None:
                text = self._place.written(self._chart.kind, value)
                middle = min(max(x + (at + 0.5) * pitch, x + width(text, NOTE) / 2), x + length - width(text, NOTE) / 2)
                centred(pen, middle, base - float(value) * scale - 2, text, NOTE)
