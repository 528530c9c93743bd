"""Request flow: whether what comes in outruns what goes out, where it comes from and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpdesk.domain.drill import Drill
from helpdesk.domain.event import Channel
from helpdesk.domain.facts.flow import FlowFacts, FlowStretch
from helpdesk.domain.facts.measure import Flow
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.period import day_end, day_start
from helpdesk.domain.request import RequestKind
from helpdesk.report import measure
from helpdesk.report.chart import Bar, Chart, Columns, Heat, Series
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking
from helpdesk.words.terms import title

NAME = "flow"
TITLE = N_("Request flow")
QUESTION = N_("Does what comes in outrun what goes out?")


def build(facts: FlowFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=tuple(_figures(facts, notation)),
            charts=tuple(_charts(facts, notation)),
            tables=(_weeks(facts, notation), _channels(facts)),
            method=measure.method("created", "reopened", "solved", "cancelled", "backlog"),
            landscape=True,
        )


def _finding(facts: FlowFacts, notation: Notation) -> str:
    flow = facts.flow
    if not (flow.created or flow.reopened or flow.solved or flow.cancelled):
        return _("Nothing came in and nothing went out during this period.")
    grown = flow.closing - flow.opening
    if grown > 0:
        sentence = counted(
            "The backlog grew by {n} request to {closing}: more came in than went out.",
            "The backlog grew by {n} requests to {closing}: more came in than went out.",
            grown,
        )
    elif grown < 0:
        sentence = counted(
            "The backlog shrank by {n} request to {closing}: more went out than came in.",
            "The backlog shrank by {n} requests to {closing}: more went out than came in.",
            -grown,
        )
    else:
        sentence = _("What went out kept pace with what came in: {closing} are open, as at the beginning.")
    return sentence.format(n=notation.number(abs(grown)), closing=notation.number(flow.closing))


def _figures(facts: FlowFacts, notation: Notation) -> Iterator[Figure]:
    now, before = facts.flow, facts.before
    for name in ("created", "reopened", "solved", "cancelled"):
        yield measure.count(
            name, getattr(now, name), notation, before=getattr(before, name), drill=Drill("request", name)
        )
    opening = _("at the beginning: {n}").format(n=notation.number(now.opening))
    backlog = measure.count("backlog", now.closing, notation, drill=Drill("request", "open"))
    yield replace(backlog, detail=opening)
    old = facts.ages[-1]
    yield Figure(
        name="old",
        title=_("Open for over 30 working days"),
        value=old,
        n=sum(facts.ages),
        is_count=True,
        prints_zero=True,
    )


def _charts(facts: FlowFacts, notation: Notation) -> Iterator[Chart]:
    if len(facts.stretches) > 1:
        bars = tuple(
            Bar(
                notation.short_date(one.first),
                one.flow.created + one.flow.reopened,
                one.flow.solved + one.flow.cancelled,
            )
            for one in facts.stretches
        )
        backlog = Series(_("open at the end"), tuple(one.flow.closing for one in facts.stretches))
        yield Columns(_("In (dark) and out (light), line: open at the end"), "", bars, line=backlog)
    if facts.by_hour:
        hours = _hours(facts)
        busiest = max(facts.by_hour, key=lambda place: (facts.by_hour[place], (-place[0], -place[1])))
        yield Heat(
            _("Came in by weekday and hour"),
            _("busiest: {day}, {hour}:00").format(day=notation.weekday_named(busiest[0]), hour=busiest[1]),
            tuple(str(hour) for hour in hours),
            tuple(notation.weekday_named(day) for day in range(7)),
            tuple(tuple(facts.by_hour.get((day, hour), 0) for hour in hours) for day in range(7)),
        )


def _hours(facts: FlowFacts) -> range:
    used = [hour for _day, hour in facts.by_hour]
    return range(min(8, *used), max(19, *used) + 1)


def _weeks(facts: FlowFacts, notation: Notation) -> Table:
    columns = (
        Column(name="span", title=_("Days"), weight=26),
        Column(name="opening", title=_("Open before"), kind="number", weight=12),
        Column(name="created", title=_("Came in"), kind="number", weight=12),
        Column(name="reopened", title=_("Came back"), kind="number", weight=12),
        Column(name="solved", title=_("Solved"), kind="number", weight=12),
        Column(name="cancelled", title=_("Cancelled"), kind="number", weight=12),
        Column(name="closing", title=_("Open after"), kind="number", weight=12),
    )
    flow = facts.flow
    total: Row = (
        _("Whole period"),
        flow.opening,
        flow.created,
        flow.reopened,
        flow.solved,
        flow.cancelled,
        flow.closing,
    )
    return Table(
        name="weeks",
        title=_("Backlog"),
        columns=columns,
        rows=[_stretch(one, notation) for one in facts.stretches],
        total=total if facts.stretches else None,
        drills=tuple(_drill(one, notation) for one in facts.stretches),
    )


def _stretch(one: FlowStretch, notation: Notation) -> Row:
    days = notation.period(one.first, one.last) if one.first != one.last else notation.day(one.first)
    return (days, *_cells(one.flow))


def _cells(flow: Flow) -> tuple[int, ...]:
    return flow.opening, flow.created, flow.reopened, flow.solved, flow.cancelled, flow.closing


def _drill(one: FlowStretch, notation: Notation) -> Drill:
    start = milliseconds(day_start(one.first, notation.zone))
    return Drill("request", "created", (("start", start), ("end", milliseconds(day_end(one.last, notation.zone)))))


def _channels(facts: FlowFacts) -> Table:
    kinds = list(RequestKind)
    counts = facts.by_channel_and_kind
    channels = sorted(
        {channel for channel, _kind in counts},
        key=lambda channel: -sum(counts.get((channel, kind.value), 0) for kind in kinds),
    )
    columns = (
        Column(name="channel", title=_("Channel"), weight=26),
        *(Column(name=kind.value, title=title(kind), kind="number", weight=14) for kind in kinds),
        Column(name="total", title=_("Together"), kind="number", weight=14),
    )
    rows: list[Row] = []
    for channel in channels:
        cells = [counts.get((channel, kind.value), 0) for kind in kinds]
        rows.append((title(Channel(channel)), *cells, sum(cells)))
    sums = [sum(counts.get((channel, kind.value), 0) for channel in channels) for kind in kinds]
    return Table(
        name="channels",
        title=_("Came in by channel and kind"),
        columns=columns,
        rows=rows,
        total=(_("Together"), *sums, sum(sums)) if rows else None,
        drills=tuple(Drill("request", "from", (("channel", channel),)) for channel in channels),
    )
