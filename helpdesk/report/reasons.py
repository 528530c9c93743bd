"""Contact reasons: why customers turn to the company, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.reasons import ReasonFacts, ReasonsFacts
from helpdesk.report import measure
from helpdesk.report.chart import Bar, Bars, Chart, Multiples, Panel
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import HARD_SPACE, Notation
from helpdesk.words import N_, _, speaking

NAME = "reasons"
TITLE = N_("Contact reasons")
QUESTION = N_("Why do people turn to us, and what changed?")
PANELS = 8
LEAST_FOR_FINDING = 10


@dataclass(frozen=True, slots=True)
class Node:
    """A reason with all that is below it."""

    words: str
    depth: int
    ids: tuple[bytes, ...]
    n: int
    before: int
    repeat: Share
    handled: int
    handle_seconds: int
    weeks: tuple[int, ...]


def build(facts: ReasonsFacts, frame: ReportFrame) -> ReportContent:
    """The whole report; a reason's numbers hold those of the reasons below it."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        nodes = list(_nodes(facts, frame.language))
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, nodes, notation),
            figures=tuple(_figures(facts, notation)),
            charts=tuple(_charts(facts, nodes, notation)),
            tables=(_table(facts, nodes),),
            method=(
                *measure.method("created", "repeat", "handle"),
                _("A reason's numbers hold those of the reasons below it; the reason is the one that stands now."),
            ),
        )


def _nodes(facts: ReasonsFacts, language: str) -> Iterator[Node]:
    by_id = {one.reason: one for one in facts.reasons}
    for at, (depth, reason) in enumerate(facts.tree):
        ids = [reason.id]
        for deeper, below in facts.tree[at + 1 :]:
            if deeper <= depth:
                break
            ids.append(below.id)
        if members := [by_id[one] for one in ids if one in by_id]:
            yield _node(reason.name(language), depth, tuple(ids), members)
    if None in by_id:
        yield _node(_("No reason given"), 0, (), [by_id[None]])


def _node(words: str, depth: int, ids: tuple[bytes, ...], members: list[ReasonFacts]) -> Node:
    return Node(
        words,
        depth,
        ids,
        sum(one.n for one in members),
        sum(one.before for one in members),
        sum((one.repeat for one in members), Share()),
        sum(one.handled for one in members),
        sum(one.handle_seconds for one in members),
        tuple(map(sum, zip(*(one.weeks for one in members), strict=True))),
    )


def _leaves(nodes: list[Node]) -> list[Node]:
    """What the charts show: the deepest named reasons, so that nothing is counted twice."""
    tops = [node for at, node in enumerate(nodes) if at + 1 == len(nodes) or nodes[at + 1].depth <= node.depth]
    return sorted((node for node in tops if node.n), key=lambda node: (-node.n, node.words))


def _finding(facts: ReasonsFacts, nodes: list[Node], notation: Notation) -> str:
    total = sum(one.n for one in facts.reasons)
    leaves = [node for node in _leaves(nodes) if node.ids]
    if not total or not leaves:
        return _("Nothing came in during this period.") if not total else _("No request has a reason yet.")
    most = leaves[0]
    values = {
        "reason": most.words,
        "n": notation.number(most.n),
        "total": notation.number(total),
        "share": notation.percent(Decimal(most.n) / total, 0),
    }
    grown = max(leaves, key=lambda node: node.n - node.before)
    has_before = sum(one.before for one in facts.reasons) >= LEAST_FOR_FINDING
    if has_before and grown.n >= LEAST_FOR_FINDING and grown.n > grown.before:
        values |= {"grown": grown.words, "now": notation.number(grown.n), "before": notation.number(grown.before)}
        return _("Most often: {reason}, {n} of {total} ({share}); grown most: {grown}, from {before} to {now}.").format(
            **values
        )
    return _("Most often: {reason}, {n} of {total} ({share}).").format(**values)


def _figures(facts: ReasonsFacts, notation: Notation) -> Iterator[Figure]:
    total, before = sum(one.n for one in facts.reasons), sum(one.before for one in facts.reasons)
    yield measure.count("created", total, notation, before=before, drill=Drill("request", "created"))
    repeat = sum((one.repeat for one in facts.reasons), Share())
    yield measure.rate("repeat", repeat, notation, drill=Drill("request", "repeat"))
    handled = sum(one.handled for one in facts.reasons)
    seconds = sum(one.handle_seconds for one in facts.reasons)
    yield Figure(
        name="handle",
        title=measure.title_of("handle"),
        value=timedelta(seconds=round(seconds / handled)) if handled else None,
        n=handled,
        kind="duration",
    )
    none = sum(one.n for one in facts.reasons if one.reason is None)
    title = _("No reason given")
    yield Figure(name="none", title=title, value=none, n=total, is_count=True, drill=Drill("request", "none"))


def _charts(facts: ReasonsFacts, nodes: list[Node], notation: Notation) -> Iterator[Chart]:
    leaves = _leaves(nodes)
    if not leaves:
        return
    bars = tuple(Bar(node.words, node.n, node.before) for node in leaves)
    yield Bars(_("Requests by reason (light: period before)"), "", bars)
    if len(facts.weeks) > 1:
        labels = tuple(notation.short_date(first) for first in facts.weeks)
        panels = tuple(Panel(node.words, node.weeks) for node in leaves[:PANELS])
        title = _("The most frequent, from {first} to {last}").format(first=labels[0], last=labels[-1])
        yield Multiples(title, "", labels, panels)


def _table(facts: ReasonsFacts, nodes: list[Node]) -> Table:
    columns = (
        Column(name="reason", title=_("Contact reason"), weight=52),
        Column(name="n", title=_("Requests"), kind="number", weight=16),
        Column(name="share", title=_("Share"), kind="percent", weight=14, decimals=1),
        Column(name="before", title=_("Period before"), kind="number", weight=16),
        Column(name="change", title=_("Change"), kind="number", weight=16),
        Column(name="repeat", title=_("Repeat contacts"), kind="percent", weight=18, decimals=1),
        Column(name="handle", title=_("Handle time, average"), kind="duration", weight=20),
    )
    total = sum(one.n for one in facts.reasons)
    rows: list[Row] = [_row(node, total) for node in nodes]
    return Table(
        name="reasons",
        title=_("Reasons"),
        columns=columns,
        rows=rows,
        total=_row(_node(_("Together"), 0, (), list(facts.reasons)), total) if rows else None,
        drills=tuple(_drill(node) for node in nodes),
    )


def _drill(node: Node) -> Drill:
    if not node.ids:
        return Drill("request", "none")
    return Drill("request", "reason", (("reasons", ",".join(one.hex() for one in node.ids)),))


def _row(node: Node, total: int) -> Row:
    handle = timedelta(seconds=round(node.handle_seconds / node.handled)) if node.handled >= 5 else None
    return (
        HARD_SPACE * 4 * node.depth + node.words,
        node.n,
        Decimal(node.n) / total if total else None,
        node.before,
        node.n - node.before,
        measure.cell(node.repeat),
        handle,
    )
