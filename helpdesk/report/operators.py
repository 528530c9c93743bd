"""Operators: who needs help. Nobody is ranked on fewer than thirty solved requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.operators import OperatorFacts, OperatorsFacts
from helpdesk.report import measure
from helpdesk.report.chart import Dot, Dots
from helpdesk.report.content import Column, Figure, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.figure import wilson
from helpdesk.report.measure import RANK_LEAST
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, speaking

NAME = "operators"
TITLE = N_("Operators")
QUESTION = N_("Who needs help?")


def build(facts: OperatorsFacts, frame: ReportFrame) -> ReportContent:
    """The whole report; those with enough cases by their reopenings, the others by name."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        ranked = sorted(
            (one for one in facts.operators if one.solved >= RANK_LEAST),
            key=lambda one: (-measure.ratio(one.reopened), one.name),
        )
        unranked = [one for one in facts.operators if one.solved < RANK_LEAST]
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, ranked, notation),
            figures=tuple(_figures(facts, notation)),
            charts=(_chart(facts, ranked, unranked),),
            tables=(_table(ranked, unranked),),
            method=(
                *measure.method("solved", "reopen_rate", "first_response", "handle", "csat"),
                _(
                    "First responses are those of requests that the operator owns now; ratings are of what the operator"
                    " solved. Nobody is ranked on fewer than 30 solved requests: they stand by name."
                ),
            ),
            landscape=True,
        )


def _finding(facts: OperatorsFacts, ranked: list[OperatorFacts], notation: Notation) -> str:
    team = measure.ratio(facts.reopened)
    if not ranked:
        return _("Nobody solved 30 requests or more: too few to compare.")
    worst = ranked[0]
    low, _high = wilson(measure.ratio(worst.reopened), worst.solved)
    if low > team:
        return _("{name} may need help: {share} of {n} solved requests came back, in the team {team}.").format(
            name=worst.name,
            share=notation.percent(measure.ratio(worst.reopened), 0),
            n=notation.number(worst.solved),
            team=notation.percent(team, 0),
        )
    return _("Nobody stands out: what came back differs no more than by chance.")


def _figures(facts: OperatorsFacts, notation: Notation) -> Iterator[Figure]:
    solved = sum(one.solved for one in facts.operators)
    yield measure.count("solved", solved, notation, drill=Drill("request", "solved"))
    reopened = measure.rate(
        "reopen_rate", facts.reopened, notation, before=facts.reopened_before, drill=Drill("request", "reopened")
    )
    yield replace(reopened, detail=_("preliminary") if facts.is_preliminary else "")
    yield measure.length("first_response", facts.response, notation, before=facts.response_before)
    yield measure.length("first_response_p90", facts.response, notation, before=facts.response_before)
    yield _handle(facts, notation)
    csat = sum((one.csat for one in facts.operators), Share())
    yield measure.rate("csat", csat, notation)
    load = sum(one.load for one in facts.operators)
    yield replace(measure.count("open", load, notation, drill=Drill("request", "load")), name="load")


def _handle(facts: OperatorsFacts, notation: Notation) -> Figure:
    handled = sum(one.handled for one in facts.operators)
    forgotten = sum(one.forgotten for one in facts.operators)
    detail = _("forgotten timers: {n}").format(n=notation.number(forgotten)) if forgotten else ""
    total = sum(one.handle_seconds for one in facts.operators)
    return Figure(
        name="handle",
        title=measure.title_of("handle"),
        value=timedelta(seconds=round(total / handled)) if handled else None,
        n=handled,
        kind="duration",
        detail=detail,
    )


def _chart(facts: OperatorsFacts, ranked: list[OperatorFacts], unranked: list[OperatorFacts]) -> Dots:
    dots = []
    for one in (*ranked, *unranked):
        if one.solved >= 5:
            low, high = wilson(measure.ratio(one.reopened), one.solved)
            dots.append(Dot(one.name, measure.ratio(one.reopened), low, high, one.solved < RANK_LEAST))
    words = _("Reopened within 14 days; rule: team; hollow: under 30 cases")
    return Dots(words, "", tuple(dots), "percent", measure.ratio(facts.reopened) if facts.reopened.whole else None)


def _table(ranked: list[OperatorFacts], unranked: list[OperatorFacts]) -> Table:
    columns = (
        Column(name="operator", title=_("Operator"), weight=46),
        Column(name="solved", title=_("Solved"), kind="number", weight=16),
        Column(name="reopened", title=_("Reopened in 14 days"), kind="percent", weight=20, decimals=1),
        Column(name="response", title=_("First response, median"), kind="duration", weight=26),
        Column(name="response_n", title=_("Responses"), kind="number", weight=18),
        Column(name="handle", title=_("Handle time, average"), kind="duration", weight=24),
        Column(name="handled", title=_("Calls"), kind="number", weight=14),
        Column(name="csat", title=_("Satisfied"), kind="percent", weight=18, decimals=1),
        Column(name="csat_n", title=_("Ratings"), kind="number", weight=16),
        Column(name="load", title=_("Open now"), kind="number", weight=16),
    )
    groups = []
    if ranked:
        groups.append(Group(_("30 solved or more"), 0, _("most reopenings first")))
    if unranked:
        groups.append(Group(_("Fewer than 30 solved"), len(ranked), _("by name, not ranked")))
    ordered = [*ranked, *unranked]
    return Table(
        name="operators",
        title=_("Work of each operator"),
        columns=columns,
        rows=[_row(one) for one in ordered],
        groups=tuple(groups),
        drills=tuple(Drill("request", "solved", (("operator", one.id),)) for one in ordered),
    )


def _row(one: OperatorFacts) -> Row:
    handle = timedelta(seconds=round(one.handle_seconds / one.handled)) if one.handled >= 5 else None
    return (
        one.name,
        one.solved,
        measure.cell(one.reopened),
        measure.middle_cell(one.response),
        one.response.n,
        handle,
        one.handled,
        measure.cell(one.csat),
        one.csat.whole,
        one.load,
    )
