"""Tables that run over pages: head repeated, groups never without their rows, sums of money carried on.

Row heights are known before anything is drawn (a row has one line, or two where a text wraps), so a long table is a
walk over its rows instead of a search for page breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from helpdesk.report.content import Group, Value
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.grid import BASELINE, ROW, Grid, money_columns, row_height
from helpdesk.report.layout.letters import fitted, width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import CELL_HEAD, NOTE_LABEL
from helpdesk.words import _

GROUP = 20.0
KEPT_ROWS = 2
HAIRLINE_EVERY = 5
ROWS_BETWEEN_PULSES = 1_000


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table: a row, a group's head, or the total where both are missing."""

    height: float
    row: int = -1
    group: int = -1


@dataclass(slots=True)
class Carry:
    """Sums of the money columns so far, as the slices are drawn in order."""

    sums: dict[int, Value] = field(default_factory=dict)

    def add(self, at: int, value: Value) -> None:
        if isinstance(value, int | Decimal):
            before = self.sums.get(at)
            self.sums[at] = value + before if isinstance(before, int | Decimal) else value


@dataclass(slots=True)
class TableSlice:
    """The part of a table that stands on one page."""

    grid: Grid
    steps: list[Step]
    carry: Carry
    continued: int = -1
    is_first: bool = True
    is_last: bool = True

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        self.grid.draw_head(pen, top)
        top += self.grid.head_height
        money = money_columns(self.grid.table.columns)
        if money and not self.is_first:
            self.grid.draw_sums(pen, top, _("Brought forward"), self.carry.sums)
            top += ROW
        if self.continued >= 0:
            self._draw_group(pen, top, self.continued, note=_("continued"))
            top += GROUP
        top = self._draw_steps(pen, top, money, is_outlined=is_outlined)
        if not self.is_last and money:
            self.grid.draw_sums(pen, top, _("Carried forward"), self.carry.sums)
            top += ROW
        pen.rule(0, top, self.grid.text_width)
        return sum(step.row >= 0 for step in self.steps)

    def _draw_steps(self, pen: Pen, top: float, money: tuple[int, ...], *, is_outlined: bool) -> float:
        table = self.grid.table
        since_rule = 0
        for step, after in zip(self.steps, [*self.steps[1:], None], strict=True):
            if step.row >= 0:
                row = table.rows[step.row]
                # Broken anew where it was broken: kept texts of 100,000 rows would fill the memory.
                self.grid.draw_row(pen, top, row, self.grid.wrapped(row) if step.height > ROW else {})
                for at in money:
                    self.carry.add(at, table.rows[step.row][at])
                since_rule += 1
                if since_rule % HAIRLINE_EVERY == 0 and after is not None and after.row >= 0:
                    self.grid.draw_hairline(pen, top + step.height)
            elif step.group >= 0:
                self._draw_group(pen, top, step.group, note=table.groups[step.group].note)
                if is_outlined:
                    pen.mark(f"{table.name}-{step.group}", table.groups[step.group].title, 1, top)
                since_rule = 0
            elif table.total is not None:
                pen.rule(0, top, self.grid.text_width)
                self.grid.draw_row(pen, top, table.total, {}, style=CELL_HEAD)
            top += step.height
        return top

    def _draw_group(self, pen: Pen, top: float, index: int, *, note: str) -> None:
        title = fitted(self.grid.table.groups[index].title, CELL_HEAD, self.grid.text_width * 0.8)
        pen.text(0, top + BASELINE + 6, title, CELL_HEAD)
        pen.text(width(title, CELL_HEAD) + 8, top + BASELINE + 6, fitted(note, NOTE_LABEL, 200.0), NOTE_LABEL)


def place_table(flow: Flow, grid: Grid, pulse: Callable[[], None] | None = None) -> None:
    """Lays the rows out over as many pages as they need; `pulse` is called now and then and may stop it by raising."""
    steps = list(_steps(grid, pulse))
    slices = _slices(flow, grid, steps)
    carry = Carry()
    for number, (start, stop) in enumerate(slices):
        if number:
            flow.turn()
        if start == stop:
            continue
        continued = _open_group(grid.table.groups, steps[start]) if number else -1
        part = TableSlice(grid, steps[start:stop], carry, continued, start == 0, stop == len(steps))
        flow.place(part, _fixed(grid, continued) + sum(step.height for step in part.steps))


def _steps(grid: Grid, pulse: Callable[[], None] | None) -> Iterator[Step]:
    heads = {group.first: at for at, group in enumerate(grid.table.groups)}
    for at, row in enumerate(grid.table.rows):
        if pulse and at % ROWS_BETWEEN_PULSES == 0:
            pulse()
        if at in heads:
            yield Step(GROUP, group=heads[at])
        lines = grid.wrapped(row)
        yield Step(row_height(lines) if lines else ROW, row=at)
    if grid.table.total is not None:
        yield Step(ROW)


def _fixed(grid: Grid, continued: int) -> float:
    sums = 2 * ROW if money_columns(grid.table.columns) else 0.0
    return grid.head_height + sums + (GROUP if continued >= 0 else 0.0)


def _slices(flow: Flow, grid: Grid, steps: list[Step]) -> list[tuple[int, int]]:
    """From which step to which each page goes; an empty first slice means that the table begins on a new page."""
    slices: list[tuple[int, int]] = []
    start, left = 0, flow.room - _fixed(grid, -1)
    for at, step in enumerate(steps):
        if left < _needed(steps, at) and (at > start or not slices):
            slices.append((start, at))
            start = at
            left = flow.whole_page - _fixed(grid, _open_group(grid.table.groups, step))
        left -= step.height
    slices.append((start, len(steps)))
    return slices


def _needed(steps: list[Step], at: int) -> float:
    """The room that a step asks for: a group's head with its first rows, the last row with the total."""
    last = at
    if steps[at].group >= 0:
        while last + 1 < len(steps) and last - at < KEPT_ROWS and steps[last + 1].row >= 0:
            last += 1
    if last + 1 < len(steps) and steps[last + 1].row < 0 and steps[last + 1].group < 0:
        last += 1
    return sum(step.height for step in steps[at : last + 1])


def _open_group(groups: tuple[Group, ...], step: Step) -> int:
    """The group whose rows go on with this step, or -1."""
    if step.row < 0:
        return -1
    return max((at for at, group in enumerate(groups) if group.first < step.row), default=-1)
