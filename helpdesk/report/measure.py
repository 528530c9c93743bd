"""Every figure defined once: its name, its words, its formula, what is out, and the base below which it is not printed.

Reports build their figures here and print the formulas of those that they use as "how it was counted".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Middle, Share
from helpdesk.report.content import Figure
from helpdesk.report.notation import MINUS, Notation
from helpdesk.words import N_, _

LATE_LEAST = 20
NPS_LEAST = 30
RANK_LEAST = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure's title and formula in the source language; `least` is the base below which it prints a dash."""

    title: str
    formula: str
    least: int = 5


MEASURES: dict[str, Measure] = {
    "created": Measure(N_("Came in"), N_("Came in: requests created in the period.")),
    "reopened": Measure(
        N_("Came back"), N_("Came back: solved or cancelled requests that were reopened in the period.")
    ),
    "solved": Measure(
        N_("Solved"), N_("Solved: requests whose solution was reported in the period; each time counts.")
    ),
    "cancelled": Measure(
        N_("Cancelled"), N_("Cancelled requests count as created and are left out of all times and rates.")
    ),
    "backlog": Measure(
        N_("Open at the end"),
        N_("Open at the end = open at the beginning + came in + came back - solved - cancelled; checked by a count."),
    ),
    "open": Measure(N_("Open now"), N_("Open now: new, in work or waiting at the data cut-off.")),
    "overdue": Measure(
        N_("Overdue"),
        N_("Overdue: open and past the due time at the cut-off. A clock paused by the policy does not run."),
    ),
    "first_response": Measure(
        N_("First response, median, business time"),
        N_(
            "First response: from creation to the first public reply of an operator, in business time, counted in the"
            " period of the reply; a call or visit answers itself, notes and automatic mail do not count."
        ),
    ),
    "first_response_p90": Measure(N_("First response, 90% within, business time"), "", LATE_LEAST),
    "resolution": Measure(
        N_("Solution, median, business time"),
        N_(
            "Solution: from creation to the last solution, in business time, counted in the period of that solution;"
            " net leaves out waiting for the customer and the time between a solution and a reopening."
        ),
    ),
    "resolution_p90": Measure(N_("Solution, 90% within, business time"), "", LATE_LEAST),
    "resolution_net": Measure(N_("Solution without waiting for the customer, median"), ""),
    "sla": Measure(
        N_("Promises kept in time"),
        N_(
            "Kept in time = met / (met + breached), by the day of the decision. A target is breached at its due"
            " instant,"
            " even while the request is open; what is undecided or was never promised stands apart."
        ),
    ),
    "breaches": Measure(N_("Breaches"), ""),
    "reopen_rate": Measure(
        N_("Reopened within 14 days"),
        N_(
            "Reopened: of the requests solved in the period, those that came back within 14 days, charged to the"
            " solver;"
            " preliminary until 14 days have passed."
        ),
    ),
    "csat": Measure(
        N_("Satisfied: ratings 4 and 5"),
        N_("Satisfied: ratings 4 and 5 / all ratings of the period; the last rating of each request counts."),
    ),
    "nps": Measure(
        N_("Would recommend us, net"),
        N_(
            "Net recommendation: share of answers 9-10 less share of 0-6, the last answer of each customer in a"
            " quarter;"
            " not printed below 30 answers."
        ),
        NPS_LEAST,
    ),
    "handle": Measure(
        N_("Handle time, average"),
        N_(
            "Handle time: (talk + after-call work) / handled calls; after-call work over an hour is a forgotten"
            " timer, is"
            " counted as one hour and told apart."
        ),
    ),
    "promises": Measure(
        N_("Promises to customers kept"),
        N_("Promises kept: kept by their time / due in the period; a missed one counts even if kept later."),
    ),
    "answer_rate": Measure(
        N_("Answered"),
        N_("Answered = answered calls / offered calls; calls given up within 5 s are left out and shown apart."),
    ),
    "abandon_rate": Measure(N_("Given up"), N_("Given up = calls that hung up after 5 s or more / offered calls.")),
    "service_level": Measure(
        N_("Answered within 20 s"),
        N_("Service level 80/20: answered within 20 s / offered; hidden where the log has no ring time."),
    ),
    "repeat": Measure(
        N_("Repeat contacts"),
        N_("Repeat contact: the same customer with the same reason again within 7 days / requests with a customer."),
    ),
}


def method(*names: str) -> tuple[str, ...]:
    """How figures were counted, with what every report leaves out and how it treats small bases."""
    formulas = tuple(_(MEASURES[name].formula) for name in names if MEASURES[name].formula)
    return (
        *formulas,
        _(
            "Left out: spam, tests and merged requests. Days are those of the company's time zone, both ends included;"
            " rates are sum by sum."
        ),
        _(
            "A figure on fewer than 5 cases is not printed (“90% within”: fewer than 20), one on fewer than 30 is"
            " marked; a percentage on fewer than 100 carries its interval (Wilson, 95%)."
        ),
    )


def title_of(name: str) -> str:
    """What a figure is called."""
    return _(MEASURES[name].title)


def count(
    name: str, value: int, notation: Notation, *, before: int | None = None, drill: Drill | None = None
) -> Figure:
    """A plain count against that of the period before."""
    change = _change(notation.number(before), _by_share(value, before, notation)) if before is not None else ""
    return Figure(
        name=name,
        title=title_of(name),
        value=value,
        n=value,
        is_count=True,
        prints_zero=True,
        change=change,
        drill=drill,
    )


def rate(
    name: str, share: Share, notation: Notation, *, before: Share | None = None, drill: Drill | None = None
) -> Figure:
    """A share of one with its base; the change is in points."""
    least = MEASURES[name].least
    change = ""
    if before is not None and before.whole >= least and share.whole >= least:
        points = (ratio(share) - ratio(before)) * 100
        moved = _("{change} points").format(change=_signed(notation.number(abs(points), 1), points))
        change = _change(notation.percent(ratio(before), 1), moved)
    return Figure(
        name=name,
        title=title_of(name),
        value=ratio(share) if share.whole else None,
        n=share.whole,
        kind="percent",
        decimals=1,
        least=least,
        change=change,
        drill=drill,
    )


def length(
    name: str, middle: Middle, notation: Notation, *, before: Middle | None = None, drill: Drill | None = None
) -> Figure:
    """A median as a length of time, or the 90th percentile where the name ends so."""
    least = MEASURES[name].least
    value, earlier = _length(name, middle), _length(name, before)
    change = ""
    if before is not None and earlier is not None and value is not None and min(before.n, middle.n) >= least:
        moved = timedelta(seconds=round(abs(value - earlier)))
        change = _change(
            notation.duration(timedelta(seconds=round(earlier))), _signed(notation.duration(moved), value - earlier)
        )
    return Figure(
        name=name,
        title=title_of(name),
        value=seconds(value),
        n=middle.n,
        kind="duration",
        least=least,
        change=change,
        drill=drill,
    )


def _length(name: str, middle: Middle | None) -> float | None:
    return None if middle is None else middle.p90 if name.endswith("_p90") else middle.median


def ratio(share: Share) -> Decimal:
    """The share of one; zero where there is nothing."""
    return Decimal(share.part) / share.whole if share.whole else Decimal(0)


def seconds(value: float | None) -> timedelta | None:
    """A length of a table's cell."""
    return None if value is None else timedelta(seconds=round(value))


def cell(share: Share, least: int = 5) -> Decimal | None:
    """A percentage of a table's cell: none below the least base."""
    return ratio(share) if share.whole >= least else None


def middle_cell(middle: Middle | None, least: int = 5) -> timedelta | None:
    """A median of a table's cell: none below the least base."""
    return seconds(middle.median) if middle is not None and middle.n >= least else None


def _by_share(value: int, before: int, notation: Notation) -> str:
    if not before:
        return _signed(notation.number(abs(value - before)), value - before)
    moved = Decimal(value - before) / before
    return _signed(notation.percent(abs(moved), 0), moved)


def _signed(text: str, value: float | Decimal) -> str:
    return text if not value else ("+" if value > 0 else MINUS) + text


def _change(before: str, moved: str) -> str:
    if moved[:1] not in ("+", MINUS):
        return _("as before: {before}").format(before=before)
    return _("before: {before}, {change}").format(before=before, change=moved)
