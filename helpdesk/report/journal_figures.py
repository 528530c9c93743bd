"""The figures of the request journal and the one sentence that they add up to."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from statistics import median

from helpdesk.domain.drill import Drill
from helpdesk.report.content import Figure
from helpdesk.report.journal_row import JournalRow
from helpdesk.report.notation import Notation
from helpdesk.words import _, counted

LATE_LEAST = 20


def finding(rows: list[JournalRow], notation: Notation) -> str:
    """What the reader should know first, by rule: overdue before open before all done."""
    if not rows:
        return _("No request came in during this period.")
    n = notation.number(len(rows))
    still_open = [row for row in rows if row.is_open]
    overdue = [row for row in still_open if row.is_overdue]
    if overdue:
        sentence = counted(
            "{n} of {total} requests is overdue; it came in on {day}.",
            "{n} of {total} requests are overdue; the oldest came in on {day}.",
            len(overdue),
        )
        day = notation.long_date(notation.local(overdue[0].created_at).date())
        return sentence.format(n=notation.number(len(overdue)), total=n, day=day)
    if still_open:
        sentence = counted(
            "Nothing is overdue; {n} of {total} requests is still open.",
            "Nothing is overdue; {n} of {total} requests are still open.",
            len(still_open),
        )
        return sentence.format(n=notation.number(len(still_open)), total=n)
    sentence = counted(
        "{n} request came in, and nothing is left open.", "{n} requests came in, and nothing is left open.", len(rows)
    )
    return sentence.format(n=n)


def figures(rows: list[JournalRow], notation: Notation) -> tuple[Figure, ...]:
    """Each with its base; rows are in order of their creation."""
    n = len(rows)
    still_open = [row for row in rows if row.is_open]
    solved = sum(row.is_solved for row in rows)
    overdue = sum(row.is_overdue for row in still_open)
    oldest = ""
    if still_open:
        day = notation.day(notation.local(still_open[0].created_at).date())
        oldest = _("oldest from {day}").format(day=day)
    return (
        _count("created", _("Created"), n, n),
        _count("solved", _("Solved"), solved, n),
        _count("open", _("Still open"), len(still_open), n, oldest),
        _count("overdue", _("Overdue"), overdue, n),
        *_response_figures(rows),
        _satisfaction(rows, solved, notation),
    )


def _count(name: str, title: str, value: int, n: int, detail: str = "") -> Figure:
    return Figure(name=name, title=title, value=value, n=n, is_count=True, detail=detail, drill=Drill("request", name))


def _response_figures(rows: list[JournalRow]) -> tuple[Figure, ...]:
    timed = [row for row in rows if row.is_open or row.is_solved]
    lengths = sorted(row.first_response_seconds for row in timed if row.first_response_seconds is not None)
    n = len(lengths)
    middle = timedelta(seconds=round(median(lengths))) if lengths else None
    late = timedelta(seconds=lengths[-(-9 * n // 10) - 1]) if lengths else None
    return (
        Figure(
            name="median_first_response_seconds",
            drill=Drill("request", "answered"),
            title=_("First response, median, business time"),
            value=middle,
            n=n,
            kind="duration",
        ),
        Figure(
            name="p90_first_response_seconds",
            drill=Drill("request", "answered"),
            title=_("First response, 90% within, business time"),
            value=late,
            n=n,
            kind="duration",
            least=LATE_LEAST,
        ),
        _count("unanswered", _("Not answered yet"), len(timed) - n, len(timed)),
    )


def _satisfaction(rows: list[JournalRow], solved: int, notation: Notation) -> Figure:
    scores = [row.score for row in rows if row.score is not None]
    return Figure(
        name="satisfaction",
        drill=Drill("request", "rated"),
        title=_("Satisfaction, average of 1 to 5"),
        value=Decimal(sum(scores)) / len(scores) if scores else None,
        n=len(scores),
        decimals=1,
        detail=_("out of {n} solved").format(n=notation.number(solved)),
    )
