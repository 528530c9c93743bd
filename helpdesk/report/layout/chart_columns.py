"""Columns and lines over time: solid dark on a base of zero, the period before light beside it, the target broken."""

from __future__ import annotations

from helpdesk.report.chart import Amount, Columns, Line
from helpdesk.report.layout.chart import AXIS_HEIGHT, DARK, LABEL_HEIGHT, LIGHT, TITLE_HEIGHT, Place, centred, sparing
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import NOTE, NOTE_LABEL
from helpdesk.words import _

WIDEST_COLUMN = 40.0
LINE_SHARE = 0.34


class ColumnChart:
    """Columns, with a line above them where the chart has one."""

    def __init__(self, chart: Columns, place: Place) -> None:
        self._chart = chart
        self._place = place
        self.height = place.height

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        base = top + self.height - AXIS_HEIGHT
        pen.rule(place.left, base, place.length, thickness=0.5)
        if not chart.bars:
            return 0
        ceiling = top + TITLE_HEIGHT
        pitch = min(place.length / len(chart.bars), WIDEST_COLUMN)
        if chart.line is not None:
            below = ceiling + (base - ceiling) * LINE_SHARE
            self._draw_line(pen, ceiling, below, pitch)
            ceiling = below
        self._draw_columns(pen, ceiling, base, pitch)
        labels = sparing([bar.label for bar in chart.bars], pitch, NOTE_LABEL)
        for at, label in enumerate(labels):
            centred(pen, place.left + (at + 0.5) * pitch, base + 9, label, NOTE_LABEL)
        return 0

    def _draw_columns(self, pen: Pen, ceiling: float, base: float, pitch: float) -> None:
        chart, place = self._chart, self._place
        highest = max(max(bar.value, bar.before or 0) for bar in chart.bars)
        if not highest:
            return
        scale = (base - ceiling - LABEL_HEIGHT) / float(highest)
        values = sparing([place.written(chart.kind, bar.value) for bar in chart.bars], pitch, NOTE)
        has_before = any(bar.before is not None for bar in chart.bars)
        breadth = pitch * (0.42 if has_before else 0.7)
        for at, bar in enumerate(chart.bars):
            x = place.left + at * pitch + pitch * 0.15
            if bar.before:
                height = float(bar.before) * scale
                pen.block(x, base - height, pitch * 0.42, height, grey=LIGHT)
            if has_before:
                x += pitch * 0.28
            if bar.value:
                height = float(bar.value) * scale
                pen.block(x, base - height, breadth, height, grey=DARK)
                centred(pen, x + breadth / 2, base - height - 2.5, values[at], NOTE)

    def _draw_line(self, pen: Pen, top: float, bottom: float, pitch: float) -> None:
        place, line = self._place, self._chart.line
        if line is None:
            return
        points = _points(line.values, place.left + pitch / 2, pitch, (top + LABEL_HEIGHT, bottom - 6))
        pen.path([(x, y) for x, y, _value in points], thickness=1.2)
        for x, y, value in (points[0], points[-1]) if len(points) > 1 else points:
            centred(pen, max(x, place.left + 8), y - 4, place.written(line.kind, value), NOTE)
        if points:
            x, y, _value = points[-1]
            room = place.left + place.length - x
            text = fitted(line.title, NOTE_LABEL, max(room - 6, 60))
            if width(text, NOTE_LABEL) <= room - 6:
                pen.text(x + 6, y + 3, text, NOTE_LABEL)
            else:
                pen.text(place.left, top + 8, line.title, NOTE_LABEL)


class LineChart:
    """One line; the target is a broken rule with its figure at the right."""

    def __init__(self, chart: Line, place: Place) -> None:
        self._chart = chart
        self._place = place
        self.height = place.height

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        chart, place = self._chart, self._place
        place.title(pen, top, chart.title, chart.finding)
        base, ceiling = top + self.height - AXIS_HEIGHT, top + TITLE_HEIGHT + LABEL_HEIGHT
        pen.rule(place.left, base, place.length, thickness=0.5)
        known = [value for value in chart.values if value is not None]
        if not known:
            return 0
        highest = float(max(*known, chart.target or 0, 1 if chart.kind == "percent" else 0)) or 1.0
        target_text = _("target {value}").format(value=place.written(chart.kind, chart.target)) if chart.target else ""
        room = place.length - (width(target_text, NOTE_LABEL) + 8 if target_text else 0)
        pitch = room / len(chart.values)
        if chart.target:
            y = base - float(chart.target) / highest * (base - ceiling)
            pen.broken_rule(place.left, y, room)
            pen.text(place.left + room + 4, y + 2.5, target_text, NOTE_LABEL)
        self._draw_points(pen, (base, ceiling, highest), pitch)
        for at, label in enumerate(sparing(list(chart.labels), pitch, NOTE_LABEL)):
            centred(pen, place.left + (at + 0.5) * pitch, base + 9, label, NOTE_LABEL)
        return 0

    def _draw_points(self, pen: Pen, frame: tuple[float, float, float], pitch: float) -> None:
        chart, place = self._chart, self._place
        base, ceiling, highest = frame
        run: list[tuple[float, float]] = []
        texts = sparing(
            [place.written(chart.kind, value) if value is not None else "" for value in chart.values], pitch, NOTE
        )
        for at, value in enumerate(chart.values):
            if value is None:
                pen.path(run, thickness=1.2)
                run = []
                continue
            x, y = place.left + (at + 0.5) * pitch, base - float(value) / highest * (base - ceiling)
            run.append((x, y))
            pen.dot(x, y, 1.8, grey=DARK)
            # Below the dot in a valley, where the line would run through it.
            beside = [float(other) for other in chart.values[max(0, at - 1) : at + 2] if other is not None]
            is_valley = float(value) == min(beside) < max(beside)
            centred(pen, x, y + 10 if is_valley else y - 4, texts[at], NOTE)
        pen.path(run, thickness=1.2)


def _points(
    values: tuple[Amount | None, ...], left: float, pitch: float, span: tuple[float, float]
) -> list[tuple[float, float, Amount]]:
    top, bottom = span
    highest = float(max((value for value in values if value is not None), default=0)) or 1.0
    return [
        (left + at * pitch, bottom - float(value) / highest * (bottom - top), value)
        for at, value in enumerate(values)
        if value is not None
    ]
