"""Boxes to be ticked by hand on a printed paper."""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.report.layout.letters import width
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BODY

SIDE, GAP, AFTER = 9.0, 5.0, 18.0


class TickBoxes:
    """Boxes with their words beside each other, broken into rows where they do not fit."""

    def __init__(self, words: Sequence[str], room: float) -> None:
        self._rows: list[list[str]] = [[]]
        taken = 0.0
        for word in words:
            needed = SIDE + GAP + width(word, BODY) + AFTER
            if taken + needed > room and self._rows[-1]:
                self._rows.append([])
                taken = 0.0
            self._rows[-1].append(word)
            taken += needed
        self.height = 18.0 * len(self._rows) + 4

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        for row in self._rows:
            left = 0.0
            for word in row:
                pen.frame(left, top + 5, SIDE, SIDE)
                pen.text(left + SIDE + GAP, top + 12.5, word, BODY)
                left += SIDE + GAP + width(word, BODY) + AFTER
            top += 18.0
        return 0
