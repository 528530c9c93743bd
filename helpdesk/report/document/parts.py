"""Blocks that papers share: texts with labels, sums, signatures, the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.report.layout.letters import fitted, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BODY, MM, NOTE_LABEL, STRONG, Paper, Style
from helpdesk.words import _

LABEL = 28 * MM
SUM_LABEL = 150.0


class Texts:
    """Lines of one style below each other."""

    def __init__(self, text: str, style: Style, room: float, *, limit: int = 12, above: float = 0.0) -> None:
        paragraphs = text.split("\n")
        self._lines = [line for one in paragraphs for line in wrapped(one, style, room, limit)][:limit]
        self._style, self._above = style, above
        self.height = above + style.leading * len(self._lines)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.lines(0, top + self._above, self._lines, self._style)
        return 0


class Labelled:
    """Facts, each with its label at the left; one without a text is left out."""

    def __init__(self, facts: Sequence[tuple[str, str]], room: float, *, limit: int = 4) -> None:
        self._facts = [
            (fitted(label, NOTE_LABEL, LABEL - 6), wrapped(text, BODY, room - LABEL, limit))
            for label, text in facts
            if text
        ]
        self.height = sum(BODY.leading * len(lines) + 3 for _label, lines in self._facts)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        for label, lines in self._facts:
            pen.text(0, top + 9.3, label, NOTE_LABEL)
            top = pen.lines(LABEL, top, lines, BODY) + 3
        return 0


class Sums:
    """Sums below a table, to the right; strong ones stand apart."""

    def __init__(self, rows: Sequence[tuple[str, str, bool]], room: float) -> None:
        self._rows, self._room = rows, room
        self.height = 16.0 * len(rows) + 4

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        amount = max(width(text, STRONG) for _label, text, _strong in self._rows)
        for label, text, is_strong in self._rows:
            style = STRONG if is_strong else BODY
            pen.text_right(self._room - amount - 14, top + 14, label, style)
            pen.text_right(self._room, top + 14, text, style)
            top += 16.0
        return 0


class Signatures:
    """Who signs, each over a rule with the name behind it."""

    def __init__(self, signers: Sequence[tuple[str, str]], room: float) -> None:
        self._signers, self._room = signers, room
        self.height = 30.0 * len(signers) + 8

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        for post, name in self._signers:
            top += 30.0
            pen.text(0, top, fitted(post, STRONG, 110), STRONG)
            pen.rule(120, top + 2, 150)
            pen.text(280, top, fitted(name, BODY, self._room - 280), BODY)
        return 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A level rule across the page with white space around it."""

    room: float
    thickness: float = 1.5
    height: float = 10.0

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.rule(0, top + self.height / 2, self.room, thickness=self.thickness)
        return 0


def draw_foot(pen: Pen, paper: Paper, title: str, number: int, count: int) -> None:
    """The foot of a page of several."""
    if count == 1:
        return
    pen.text(0, paper.text_height - 1, fitted(title, NOTE_LABEL, 400), NOTE_LABEL)
    page = _("page {number} of {count}").format(number=number, count=count)
    pen.text_right(paper.text_width, paper.text_height - 1, page, NOTE_LABEL)
