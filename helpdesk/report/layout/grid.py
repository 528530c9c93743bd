"""The columns of a printed table: where they stand, how a value is written into one, how a head and a row are drawn."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from helpdesk.report.content import Column, Row, Table, Value
from helpdesk.report.layout.letters import fitted, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import CELL, CELL_HEAD, HAIR, Style, on_grid
from helpdesk.report.notation import Notation

GUTTER = 6.0
BEHIND_NUMBERS = 14.0
ROW = 12.0
BASELINE = 8.8
HEAD_LINES = 3

Wrapped = dict[int, list[str]]


class Grid:
    """One table's columns on a text area of a given width."""

    def __init__(self, table: Table, notation: Notation, text_width: float) -> None:
        self.table = table
        self.text_width = text_width
        gutters = _gutters(table.columns)
        share = (text_width - sum(gutters)) / sum(column.weight for column in table.columns)
        self.widths = [column.weight * share for column in table.columns]
        self.lefts = [sum(self.widths[:at]) + sum(gutters[:at]) for at in range(len(self.widths))]
        self._written = [partial(notation.written, column.kind, decimals=column.decimals) for column in table.columns]
        self._wrapping = [at for at, column in enumerate(table.columns) if column.lines > 1]
        self._heads = [
            wrapped(column.title, CELL_HEAD, room, HEAD_LINES, splits_words=False)
            for column, room in zip(table.columns, self.widths, strict=True)
        ]
        self.head_height = on_grid(10.0 * max(map(len, self._heads)) + 4)

    def wrapped(self, row: Row) -> Wrapped:
        """The cells of a row that need more than one line, by column."""
        found = {}
        for at in self._wrapping:
            text = self._written[at](row[at])
            if len(text) * CELL.size * 0.25 > self.widths[at] or width(text, CELL) > self.widths[at]:
                lines = wrapped(text, CELL, self.widths[at], self.table.columns[at].lines)
                if len(lines) > 1:
                    found[at] = lines
        return found

    def draw_head(self, pen: Pen, top: float) -> None:
        """Rules above and below; heads of numbers end where the numbers end."""
        pen.rule(0, top, self.text_width, thickness=0.75)
        for at, (column, lines) in enumerate(zip(self.table.columns, self._heads, strict=True)):
            first = top + self.head_height - 10.0 * len(lines) + 6.0
            for below, line in enumerate(lines):
                self._place(pen, first + 10.0 * below, at, line, CELL_HEAD, is_right=column.is_numeric)
        pen.rule(0, top + self.head_height, self.text_width)

    def draw_row(self, pen: Pen, top: float, row: Row, lines: Wrapped, *, style: Style = CELL) -> None:
        """Texts from the left, numbers to the right; a number is never cut but set smaller."""
        baseline = top + BASELINE
        for at, column in enumerate(self.table.columns):
            if at in lines:
                for below, line in enumerate(lines[at]):
                    pen.text(self.lefts[at], baseline + style.leading * below, line, style)
            elif column.kind == "text" or isinstance(row[at], str):
                text = fitted(self._written[at](row[at]), style, self.widths[at])
                pen.text(self.lefts[at], baseline, text, style)
            else:
                self._place(pen, baseline, at, self._written[at](row[at]), style, is_right=column.is_numeric)

    def draw_hairline(self, pen: Pen, top: float) -> None:
        pen.rule(0, top, self.text_width, thickness=0.25, grey=HAIR)

    def draw_sums(self, pen: Pen, top: float, label: str, sums: dict[int, Value]) -> None:
        """A line of sub-totals under or above a page's rows."""
        columns = range(1, len(self.table.columns))
        row: Row = (label, *(sums.get(at, "") for at in columns))
        pen.rule(0, top, self.text_width)
        pen.text(0, top + BASELINE, label, CELL_HEAD)
        for at in sums:
            self._place(pen, top + BASELINE, at, self._written[at](row[at]), CELL_HEAD, is_right=True)

    def _place(self, pen: Pen, baseline: float, at: int, text: str, style: Style, *, is_right: bool) -> None:
        length = width(text, style) if is_right or len(text) * style.size * 0.5 > self.widths[at] else 0.0
        if length > self.widths[at]:
            style = replace(style, size=style.size * self.widths[at] / length)
            length = self.widths[at]
        pen.text(self.lefts[at] + (self.widths[at] - length if is_right else 0.0), baseline, text, style)


def _gutters(columns: tuple[Column, ...]) -> list[float]:
    """White space behind each column but the last; more where a number would touch a text."""
    return [BEHIND_NUMBERS if left.is_numeric and not right.is_numeric else GUTTER for left, right in pairwise(columns)]


def row_height(lines: Wrapped) -> float:
    """How high a row stands whose long cells were broken into `lines`."""
    return on_grid(CELL.leading * max(map(len, lines.values())) + 2) if lines else ROW


def money_columns(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Where money stands: its sums are carried from page to page."""
    return tuple(at for at, column in enumerate(columns) if column.kind == "money" and at > 0)
