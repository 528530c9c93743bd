"""Parts of a report laid one below the other over pages."""

from __future__ import annotations

from typing import Protocol

from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import Paper, on_grid

RUNNING_HEAD = 20.0
FOOT = 20.0


class Part(Protocol):
    """Something with a place on a page."""

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        """Draws itself and tells how many rows it held."""


class Flow:
    """Places parts; the first page has no running head."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pages: list[list[tuple[float, Part]]] = [[]]
        self.top = 0.0
        self._bottom = paper.text_height - FOOT

    @property
    def room(self) -> float:
        """What is left on the present page."""
        return self._bottom - self.top

    @property
    def whole_page(self) -> float:
        """What a page after the first one holds."""
        return self._bottom - RUNNING_HEAD

    def place(self, part: Part, height: float) -> None:
        """Puts a part here; the next one begins on the grid below it."""
        self.pages[-1].append((self.top, part))
        self.top = on_grid(self.top + height)

    def skip(self, height: float) -> None:
        self.top += height

    def turn(self) -> None:
        """Goes on to a new page."""
        self.pages.append([])
        self.top = RUNNING_HEAD

    def keep(self, height: float) -> None:
        """Goes on to a new page where the present one has less room than that, unless no page has so much."""
        if self.room < height <= self.whole_page:
            self.turn()
