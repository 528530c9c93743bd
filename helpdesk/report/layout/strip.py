"""The strip of figures: title, value, base, change and target of each, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from helpdesk.report.content import Figure
from helpdesk.report.figure import base_text, value_text
from helpdesk.report.layout.chart import Drawing
from helpdesk.report.layout.letters import fitted, printable, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import FIGURE, NOTE, NOTE_LABEL, Paper, Style, on_grid
from helpdesk.report.notation import Notation
from helpdesk.words import _

ACROSS = 4
TITLE_LINES = 2
NOTE_LINES = 3
SMALLEST = 9.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure, its lines broken to the width of its place, its value set smaller where it would not fit."""

    title: list[str]
    value: str
    notes: list[str]
    style: Style


def _height(row: list[Cell]) -> float:
    """Titles end on one line, so the deepest title and the most notes of a row add up."""
    lines = max(len(cell.title) for cell in row) + max(len(cell.notes) for cell in row)
    return NOTE.leading * lines + FIGURE.leading


def _cell(figure: Figure, notation: Notation, room: float) -> Cell:
    target = _("target {value}").format(value=figure.target) if figure.target else ""
    parts = (base_text(figure, notation), figure.change, target, figure.detail)
    notes = [line for part in parts if part for line in wrapped(part, NOTE, room, 2)][:NOTE_LINES]
    value = printable(value_text(figure, notation))
    length = width(value, FIGURE)
    style = FIGURE if length <= room else replace(FIGURE, size=max(SMALLEST, FIGURE.size * room / length))
    return Cell(wrapped(figure.title, NOTE_LABEL, room, TITLE_LINES), fitted(value, style, room), notes, style)


class Strip:
    """Four figures in a row, each over `span` of the twelve columns."""

    def __init__(self, figures: tuple[Figure, ...], notation: Notation, paper: Paper, *, span: int) -> None:
        self._paper = paper
        self._span = span
        room = paper.columns(0, span)[1]
        cells = [_cell(figure, notation, room) for figure in figures]
        self._rows = [cells[at : at + ACROSS] for at in range(0, len(cells), ACROSS)]
        self._heights = [on_grid(_height(row)) + 8 for row in self._rows]
        self.height = sum(self._heights)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        for row, height in zip(self._rows, self._heights, strict=True):
            deepest = max(len(cell.title) for cell in row)
            for at, cell in enumerate(row):
                x = self._paper.columns(self._span * at, self._span)[0]
                below = top + NOTE.leading * (deepest - len(cell.title))
                below = pen.lines(x, below, cell.title, NOTE_LABEL)
                pen.text(x, below + 16, cell.value, cell.style)
                pen.lines(x, below + FIGURE.leading, cell.notes, NOTE)
            top += height
        return 0


class SideBySide:
    """Two parts that begin at the same height; the right one knows its own left edge."""

    def __init__(self, *parts: Strip | Drawing) -> None:
        self._parts = parts
        self.height = max(part.height for part in parts)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        for part in self._parts:
            part.draw(pen, top, is_outlined=is_outlined)
        return 0
