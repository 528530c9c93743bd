"""The first thing on a report: whose it is, its title and period, what it was made from, and its one finding."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.report.content import ReportContent
from helpdesk.report.facts import facts
from helpdesk.report.layout.letters import fitted, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BODY, MM, NOTE, NOTE_LABEL, SECTION, STRONG, TITLE, Paper, on_grid
from helpdesk.report.notation import Notation

LABEL_WIDTH = 30 * MM
FACT_LINES = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line of the head."""

    label: str
    lines: list[str]


class Opening:
    """Title at the left, facts below it; on a wide page at the right of it."""

    def __init__(self, content: ReportContent, notation: Notation, paper: Paper) -> None:
        self.paper = paper
        self.is_wide = paper.width > paper.height
        self._title_x, self._title_width = paper.columns(0, 6 if self.is_wide else 12)
        self._facts_x, self._facts_width = paper.columns(6, 6) if self.is_wide else paper.columns(0, 12)
        self._company = fitted(content.frame.company, STRONG, self._title_width)
        self._title = fitted(content.title, TITLE, self._title_width)
        period = notation.period(content.frame.first, content.frame.last)
        self._period = fitted(period, SECTION, self._title_width)
        self._question = wrapped(content.question, BODY, self._title_width, 2)
        room = self._facts_width - LABEL_WIDTH
        self._facts = [
            Fact(fitted(label, NOTE_LABEL, LABEL_WIDTH - 4), wrapped(text, NOTE, room, FACT_LINES))
            for label, text in facts(content, notation)
        ]
        titles = 12 + 24 + 16 + 4 + 12 * len(self._question)
        lines = sum(len(fact.lines) for fact in self._facts) * NOTE.leading
        self.height = on_grid(max(titles, lines + 2) if self.is_wide else titles + 8 + lines) + 8

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.text(0, top + 9, self._company, STRONG)
        pen.text(0, top + 30, self._title, TITLE)
        pen.text(0, top + 48, self._period, SECTION)
        below = pen.lines(0, top + 54, self._question, BODY)
        facts_top = top if self.is_wide else below + 8
        for fact in self._facts:
            pen.lines(self._facts_x, facts_top, [fact.label], NOTE_LABEL)
            facts_top = pen.lines(self._facts_x + LABEL_WIDTH, facts_top, fact.lines, NOTE)
        pen.rule(0, top + self.height - 4, self.paper.text_width, thickness=1.0)
        return 0


class Finding:
    """One sentence in strong letters."""

    def __init__(self, sentence: str, paper: Paper) -> None:
        self._lines = wrapped(sentence, SECTION, paper.text_width, 3)
        self.height = SECTION.leading * len(self._lines) + 8

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.lines(0, top, self._lines, SECTION)
        return 0


class SectionHead:
    """The name of what follows."""

    height = 20.0

    def __init__(self, key: str, title: str, paper: Paper) -> None:
        self._key = key
        self._title = fitted(title, SECTION, paper.text_width)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.text(0, top + 12, self._title, SECTION)
        if is_outlined:
            pen.mark(self._key, self._title, 0, top)
        return 0


class Lines:
    """Plain lines in the size of notes."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    @property
    def height(self) -> float:
        return NOTE.leading * len(self._lines)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        pen.lines(0, top, self._lines, NOTE)
        return 0
