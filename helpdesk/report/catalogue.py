"""The reports that the program makes, for lists and menus."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.report import journal
from helpdesk.words import _


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report's name on the command line, with its words, which are translated when they are asked for."""

    name: str
    title_source: str
    question_source: str

    @property
    def title(self) -> str:
        return _(self.title_source)

    @property
    def question(self) -> str:
        """What the report answers."""
        return _(self.question_source)


REPORTS: tuple[ReportKind, ...] = (ReportKind(journal.NAME, journal.TITLE, journal.QUESTION),)
