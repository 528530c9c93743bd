"""Daily summary: one page for the morning; a day against the same weekdays before it, what broke, what is promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.daily import DailyFacts
from helpdesk.domain.facts.measure import Share
from helpdesk.report import measure
from helpdesk.report.chart import Bar, Columns
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.report.sla import breach_table
from helpdesk.words import N_, _, counted, speaking

NAME = "daily"
TITLE = N_("Daily summary")
QUESTION = N_("What needs attention this morning?")


def build(facts: DailyFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, on the last day of the period."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        bars = tuple(Bar(str(day.day), came, went) for day, came, went in facts.days)
        chart = Columns(_("In (dark) and out (light), the last 14 days"), "", bars)
        shown, total = len(facts.breaches), facts.breach_count
        heading = _("Promises broken on the day")
        if total > shown:
            heading = _("Promises broken on the day, the worst {n} of {total}").format(
                n=notation.number(shown), total=notation.number(total)
            )
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=replace(frame, first=facts.day, last=facts.day),
            finding=_finding(facts, notation),
            figures=tuple(_figures(facts, notation)),
            charts=(chart,),
            chart_height=28.0,
            tables=(breach_table(facts.breaches, heading), _promised(facts, notation)),
            method=(
                _(
                    "Usual: the average of the same weekday in the four weeks before, days without any work left out;"
                    " for times and rates all those days together."
                ),
                *measure.method("first_response", "sla", "promises")[:3],
            ),
        )


def _finding(facts: DailyFacts, notation: Notation) -> str:
    parts = []
    if facts.breach_count:
        parts.append(
            counted("{n} promise was broken", "{n} promises were broken", facts.breach_count).format(
                n=notation.number(facts.breach_count)
            )
        )
    if facts.promised_count:
        parts.append(
            counted("{n} promise is owed by {day}", "{n} promises are owed by {day}", facts.promised_count).format(
                n=notation.number(facts.promised_count), day=notation.long_date(facts.promised_by)
            )
        )
    if facts.unowned:
        parts.append(
            counted("{n} open request has no owner", "{n} open requests have no owner", facts.unowned).format(
                n=notation.number(facts.unowned)
            )
        )
    if not parts:
        return _("Nothing needs attention: no promise was broken, none is owed, every open request has an owner.")
    sentence = ", ".join(parts) + "."
    return sentence[0].upper() + sentence[1:]


def _figures(facts: DailyFacts, notation: Notation) -> Iterator[Figure]:
    now, usual = facts.now, facts.usual

    def against(value: Decimal | None) -> str:
        return "" if value is None else _("usual: {value}").format(value=notation.number(value, 1))

    def mean(values: list[int]) -> Decimal | None:
        return Decimal(sum(values)) / len(values) if values else None

    counts = (
        ("created", now.flow.created, [day.flow.created for day in usual]),
        ("reopened", now.flow.reopened, [day.flow.reopened for day in usual]),
        ("solved", now.flow.solved, [day.flow.solved for day in usual]),
        ("backlog", now.flow.closing, [day.flow.closing for day in usual]),
    )
    for name, value, before in counts:
        drill = Drill("request", "open" if name == "backlog" else name)
        yield replace(measure.count(name, value, notation, drill=drill), change=against(mean(before)))
    drill = Drill("request", "answered")
    yield measure.length("first_response", now.response, notation, before=facts.usual_response, drill=drill)
    kept = sum((day.sla for day in usual), Share())
    yield measure.rate("sla", now.sla, notation, before=kept, drill=Drill("request", "decided"))
    breaches = measure.count("breaches", facts.breach_count, notation, drill=Drill("request", "breached"))
    yield replace(breaches, change=against(mean([day.breaches for day in usual])))
    promises = sum((day.promises for day in usual), Share())
    yield measure.rate("promises", now.promises, notation, before=promises)


def _promised(facts: DailyFacts, notation: Notation) -> Table:
    columns = (
        Column(name="due_at", title=_("By"), kind="instant", weight=24),
        Column(name="what", title=_("Promised"), weight=50, lines=2),
        Column(name="customer", title=_("Customer"), weight=34),
        Column(name="request", title=_("Request"), weight=18),
        Column(name="operator", title=_("Operator"), weight=30),
    )
    rows: list[Row] = [
        (one.due_at, one.what, one.customer, one.request or None, one.operator or None) for one in facts.promised
    ]
    heading = _("Owed to customers by {day}").format(day=notation.long_date(facts.promised_by))
    if facts.promised_count > len(rows):
        heading += _(", the first {n} of {total}").format(
            n=notation.number(len(rows)), total=notation.number(facts.promised_count)
        )
    return Table(name="promised", title=heading, columns=columns, rows=rows)
