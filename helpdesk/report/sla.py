"""SLA compliance: which promises are kept in time, which are broken, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.sla import Breach, SlaFacts, TargetFacts
from helpdesk.domain.request import Priority
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.report import measure
from helpdesk.report.chart import Line
from helpdesk.report.content import Column, Figure, Group, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking
from helpdesk.words.terms import title

NAME = "sla"
TITLE = N_("SLA compliance")
QUESTION = N_("Which promises do we break?")

_TARGETS = [target.value for target in ServiceTarget]
_PRIORITIES = [priority.value for priority in reversed(Priority)]


def build(facts: SlaFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        targets = sorted(facts.targets, key=_order)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, targets, notation),
            figures=tuple(_figures(facts, targets, notation)),
            charts=_charts(facts, notation),
            tables=(_table(targets, facts), breach_table(facts.worst, _("Longest overruns"))),
            method=measure.method("sla"),
        )


def _order(one: TargetFacts) -> tuple[int, int]:
    priority = _PRIORITIES.index(one.priority) if one.priority in _PRIORITIES else len(_PRIORITIES)
    return _TARGETS.index(one.target), priority


def _finding(facts: SlaFacts, targets: list[TargetFacts], notation: Notation) -> str:
    whole = facts.whole
    if not whole.whole:
        return _("No promise was decided during this period.")
    broken = whole.whole - whole.part
    if not broken:
        return counted(
            "{n} promise was due, and it was kept.", "All {n} promises that were due were kept.", whole.whole
        ).format(n=notation.number(whole.whole))
    most = max(targets, key=lambda one: one.share.whole - one.share.part)
    sentence = counted(
        "{n} of {total} promises was broken; most often {target} with priority {priority} ({worst}).",
        "{n} of {total} promises were broken; most often {target} with priority {priority} ({worst}).",
        broken,
    )
    return sentence.format(
        n=notation.number(broken),
        total=notation.number(whole.whole),
        target=title(ServiceTarget(most.target)).lower(),
        priority=_priority(most.priority).lower(),
        worst=notation.number(most.share.whole - most.share.part),
    )


def _figures(facts: SlaFacts, targets: list[TargetFacts], notation: Notation) -> Iterator[Figure]:
    whole = measure.rate("sla", facts.whole, notation, before=facts.before, drill=Drill("request", "decided"))
    yield replace(whole, target=notation.percent(Decimal(facts.target_percent) / 100, 0))
    for target in ServiceTarget:
        share = sum((one.share for one in targets if one.target == target), Share())
        figure = measure.rate("sla", share, notation, drill=Drill("request", "decided", (("target", target.value),)))
        yield replace(figure, name=f"sla_{target.value}", title=title(target))
    broken = facts.whole.whole - facts.whole.part
    before = facts.before.whole - facts.before.part
    yield measure.count("breaches", broken, notation, before=before, drill=Drill("request", "breached"))
    yield _count("undecided", _("Undecided at the end, requests"), facts.undecided, Drill("request", "undecided"))
    yield _count("unpromised", _("Came in without a policy"), facts.unpromised, None)


def _count(name: str, words: str, value: int, drill: Drill | None) -> Figure:
    return Figure(name=name, title=words, value=value, n=value, is_count=True, prints_zero=True, drill=drill)


def _charts(facts: SlaFacts, notation: Notation) -> tuple[Line, ...]:
    if sum(share.whole > 0 for _monday, share in facts.weeks) < 2:
        return ()
    weeks = tuple(notation.short_date(monday) for monday, _share in facts.weeks)
    values = tuple(measure.ratio(share) if share.whole else None for _monday, share in facts.weeks)
    wanted = Decimal(facts.target_percent) / 100
    below = sum(value is not None and value < wanted for value in values)
    finding = counted("below the target in {n} week", "below the target in {n} weeks", below).format(n=below)
    return (Line(_("Promises kept in time by week"), finding if below else "", weeks, values, "percent", wanted),)


def _table(targets: list[TargetFacts], facts: SlaFacts) -> Table:
    columns = (
        Column(name="priority", title=_("Priority"), weight=30),
        Column(name="met", title=_("Met"), kind="number", weight=16),
        Column(name="breached", title=_("Breached"), kind="number", weight=16),
        Column(name="share", title=_("Kept in time"), kind="percent", weight=18, decimals=1),
        Column(name="overrun", title=_("Median overrun, business time"), kind="duration", weight=26),
        Column(name="overrun_n", title=_("Reached late"), kind="number", weight=16),
    )
    rows: list[Row] = []
    groups: list[Group] = []
    for at, one in enumerate(targets):
        if not at or targets[at - 1].target != one.target:
            groups.append(Group(title(ServiceTarget(one.target)), at))
        overrun = measure.seconds(one.overrun) if one.overrun_n >= 5 else None
        rows.append((_priority(one.priority), *_share_cells(one.share), overrun, one.overrun_n))
    total: Row = (_("Together"), *_share_cells(facts.whole), None, sum(one.overrun_n for one in targets))
    return Table(
        name="targets",
        title=_("Targets by priority"),
        columns=columns,
        rows=rows,
        groups=tuple(groups),
        total=total if rows else None,
        drills=tuple(
            Drill("request", "decided", (("target", one.target), ("priority", one.priority))) for one in targets
        ),
    )


def _share_cells(share: Share) -> tuple[int, int, Decimal | None]:
    return share.part, share.whole - share.part, measure.cell(share)


def _priority(code: str) -> str:
    return title(Priority(code)) if code in _PRIORITIES else code or _("none")


def breach_table(breaches: tuple[Breach, ...], heading: str) -> Table:
    """Broken promises with the requests that they were made on."""
    columns = (
        Column(name="number", title=_("Number"), weight=17),
        Column(name="subject", title=_("Subject"), weight=38, lines=2),
        Column(name="owner", title=_("Owner"), weight=24, lines=2),
        Column(name="target", title=_("Target"), weight=20),
        Column(name="due_at", title=_("Was due"), kind="instant", weight=24),
        Column(name="overrun", title=_("Overrun"), kind="duration", weight=17),
        Column(name="now", title=_("Now"), weight=20),
    )
    rows: list[Row] = [
        (
            one.number,
            one.subject,
            one.owner or None,
            title(ServiceTarget(one.target)),
            one.breach_at,
            timedelta(seconds=one.overrun),
            _("still owed") if one.is_open else _("done late"),
        )
        for one in breaches
    ]
    return Table(name="breaches", title=heading, columns=columns, rows=rows)
