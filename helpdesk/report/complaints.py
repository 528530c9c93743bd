"""Complaints and claims: what fails, how it was decided, whether the law's deadlines were kept, what it costs."""

from __future__ import annotations

from helpdesk.domain.facts.complaints import ComplaintFacts
from helpdesk.report.chart import Bar, Bars, Chart
from helpdesk.report.complaint_figures import by_cause, figures, finding
from helpdesk.report.complaint_tables import causes, deadlines, decisions, listing, products
from helpdesk.report.content import ReportContent, ReportFrame
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "complaints"
TITLE = N_("Complaints and claims")
QUESTION = N_("What fails, and what does it cost?")
MOST_BARS = 9


def build(facts: ComplaintFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        drawn = _chart(facts, notation)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=finding(facts, notation),
            figures=figures(facts, notation),
            charts=(drawn,) if drawn else (),
            tables=(
                causes(facts),
                decisions(facts),
                deadlines(facts, frame.language),
                products(facts),
                listing(facts, frame.language),
            ),
            method=_method(),
        )


def _chart(facts: ComplaintFacts, notation: Notation) -> Chart | None:
    """Causes by their number, the commonest first; None where there is none."""
    found = by_cause(facts)
    if not found:
        return None
    bars = tuple(Bar(cause, len(claims)) for cause, claims in found[:MOST_BARS])
    half, sum_so_far = 0, 0
    for _cause, claims in found:
        half, sum_so_far = half + 1, sum_so_far + len(claims)
        if sum_so_far * 5 >= len(facts.claims) * 4:
            break
    told = _("{causes} of {all} causes make four fifths").format(
        causes=notation.number(half), all=notation.number(len(found))
    )
    return Bars(_("Complaints by cause"), told if len(found) > 1 else "", bars)


def _method() -> tuple[str, ...]:
    return (
        _(
            "Counted: complaints registered inside the period, and demands about orders taken down in it; "
            "a complaint with a demand counts once for each demand."
        ),
        _("Justified: a remedy was asked for, neither refused nor withdrawn; complaints without a demand stay apart."),
        _("Rate: complaints per 100 orders delivered in the period (shipped, where nobody noted the delivery)."),
        _(
            "Deadline by law: kept if settled on its last day or before; broken as soon as that day is past. "
            "Still ahead and withdrawn are not judged. The days are those of the table of demands."
        ),
        _("Compensation is what the customer got; cost is what it cost us, goods and ways included, as entered."),
    )
