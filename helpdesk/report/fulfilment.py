"""Order fulfilment: what was promised, what left and arrived by the day first promised, and why the rest did not."""

from __future__ import annotations

from helpdesk.domain.facts.fulfilment import FulfilmentFacts
from helpdesk.report.content import ReportContent, ReportFrame
from helpdesk.report.fulfilment_chart import chart
from helpdesk.report.fulfilment_figures import Cohorts, figures, finding
from helpdesk.report.fulfilment_tables import carriers, misses, months, reasons
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "fulfilment"
TITLE = N_("Order fulfilment")
QUESTION = N_("Do we deliver as promised?")


def build(facts: FulfilmentFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        now = Cohorts.of(facts, facts.first, facts.last)
        before = Cohorts.of(facts, facts.before_first, facts.before_last)
        drawn = chart(now, facts, notation)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=finding(now, notation),
            figures=figures(now, before, facts, notation),
            charts=(drawn,) if drawn else (),
            tables=(months(now, facts, notation), carriers(now, facts), reasons(now), misses(now, facts)),
            method=_method(),
            landscape=True,
        )


def _method() -> tuple[str, ...]:
    return (
        _(
            "Orders, net, shipped late and not shipped: orders registered inside the period, both days included. "
            "Net is the sum of the lines after discounts, without freight."
        ),
        _(
            "The promise is the day first confirmed, or the day wanted where none was confirmed; "
            "a later promise changes nothing. Shipped late: it left after that day."
        ),
        _(
            "On time in full: of the orders promised inside the period, those of which the last line arrived by the "
            "promise. Where nobody noted the delivery, the day of shipping counts. Late, still owed and cancelled by "
            "us are misses; cancelled by the customer is out; not due yet is not judged."
        ),
        _(
            "Perfect: on time in full, nothing came back, and no complaint within 14 days; "
            "judged 14 days after the promise, order by order."
        ),
        _(
            "Cycle: whole days from registering to delivery, by the day of delivery, less the wait between confirming "
            "and beginning where the customer wanted a later day."
        ),
        _("Returned: orders delivered inside the period of which goods came back, judged 30 days after delivery."),
    )
