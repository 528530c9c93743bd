"""Which drawing belongs to a chart, and what all of them share: title, labels on the marks, no legend and no frame."""

from __future__ import annotations

from typing import Protocol

from helpdesk.report.chart import (
    Amount,
    Bars,
    Chart,
    Columns,
    Dots,
    Heat,
    Line,
    Multiples,
    PathMap,
    Stacked,
    ValueKind,
)
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import CELL_HEAD, MM, NOTE, Style
from helpdesk.report.notation import Notation

HIGHEST = 60 * MM
TITLE_HEIGHT = 16.0
AXIS_HEIGHT = 12.0
LABEL_HEIGHT = 10.0
ROW = 13.0
DARK = 0.2
LIGHT = 0.72


class Drawing(Protocol):
    """A chart with its place."""

    @property
    def height(self) -> float: ...

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        """Draws itself; a chart holds no rows."""


def drawing(chart: Chart, notation: Notation, left: float, length: float, *, height: float = HIGHEST) -> Drawing:
    """The drawing of a chart between `left` and `left + length`, no higher than `height`."""
    from helpdesk.report.layout.chart_bars import BarRows, StackedRows
    from helpdesk.report.layout.chart_columns import ColumnChart, LineChart
    from helpdesk.report.layout.chart_plot import DotPlot, HeatTable, SmallMultiples

    if isinstance(chart, PathMap):
        from helpdesk.report.layout.path_map import PathMapDrawing

        return PathMapDrawing(chart, Place(notation, left, length, height))
    place = Place(notation, left, length, min(height, HIGHEST))
    match chart:
        case Columns():
            return ColumnChart(chart, place)
        case Line():
            return LineChart(chart, place)
        case Bars():
            return BarRows(chart, place)
        case Stacked():
            return StackedRows(chart, place)
        case Dots():
            return DotPlot(chart, place)
        case Heat():
            return HeatTable(chart, place)
        case Multiples():
            return SmallMultiples(chart, place)


class Place:
    """Where a chart stands, and how it writes."""

    def __init__(self, notation: Notation, left: float, length: float, height: float) -> None:
        self.notation = notation
        self.left = left
        self.length = length
        self.height = height

    def title(self, pen: Pen, top: float, title: str, finding: str) -> None:
        """The title with what stands out."""
        text = ", ".join(filter(None, (title, finding)))
        pen.text(self.left, top + 9, fitted(text, CELL_HEAD, self.length), CELL_HEAD)

    def written(self, kind: ValueKind, value: Amount) -> str:
        """A figure as it stands on a mark; lengths are seconds."""
        if kind == "percent":
            return self.notation.percent(value, 0)
        if kind == "duration":
            return self.notation.short_length(int(value))
        return self.notation.number(value, 0 if value == int(value) else 1)


def centred(pen: Pen, middle: float, baseline: float, text: str, style: Style) -> None:
    """Writes a line around its middle."""
    pen.text(middle - width(text, style) / 2, baseline, text, style)


def sparing(labels: list[str], pitch: float, style: Style) -> list[str]:
    """Every label, or every second, third … where they would run into each other."""
    widest = max((width(label, style) for label in labels), default=0.0) + 3
    every = -(-widest // pitch)
    return [label if at % every == 0 else "" for at, label in enumerate(labels)]


def label_room(labels: list[str], length: float, style: Style = NOTE) -> float:
    """The room that labels at the left need, at most two fifths of the chart."""
    return min(max((width(label, style) for label in labels), default=0.0) + 6, length * 0.4)
