"""Calls: whether people can reach the company. Without a log of the exchange it shows what this program saw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.calls import CallCounts, CallsFacts
from helpdesk.domain.facts.measure import Share
from helpdesk.report import measure
from helpdesk.report.chart import Bar, Columns, Series
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted, speaking

NAME = "calls"
TITLE = N_("Calls")
QUESTION = N_("Can people reach us?")


def build(facts: CallsFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        names = ("answer_rate", "abandon_rate", "service_level") if facts.has_log else ()
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=tuple(_figures(facts, notation)),
            charts=_charts(facts),
            tables=(_hours(facts), _lines(facts)) if facts.has_log else (_seen_hours(facts),),
            method=(
                _(
                    "A program on a computer never sees a call that was given up in the exchange's queue: offered,"
                    " answered and service level come from the imported call log alone; callbacks and handle time are"
                    " what this program saw."
                ),
                *measure.method(*names, "handle"),
            ),
        )


def _finding(facts: CallsFacts, notation: Notation) -> str:
    whole = facts.whole
    if not facts.has_log:
        return _(
            "No call log of the exchange was imported for this period: who could not get through is unknown; shown is"
            " what this program saw."
        )
    if not whole.abandoned:
        return _("Nobody had to give up: every caller who waited got through.")
    worst = max(facts.by_hour, key=lambda one: (one[1].abandoned, -one[0]))
    sentence = counted(
        "{n} of {total} callers gave up; most of them, {most}, between {hour}:00 and {next}:00.",
        "{n} of {total} callers gave up; most of them, {most}, between {hour}:00 and {next}:00.",
        whole.abandoned,
    )
    return sentence.format(
        n=notation.number(whole.abandoned),
        total=notation.number(whole.offered),
        most=notation.number(worst[1].abandoned),
        hour=worst[0],
        next=worst[0] + 1,
    )


def _figures(facts: CallsFacts, notation: Notation) -> Iterator[Figure]:
    if facts.has_log:
        yield from _log_figures(facts, notation)
    seen = facts.seen
    yield _count("seen_incoming", _("Taken here"), seen.incoming)
    yield _count("seen_outgoing", _("Made here"), seen.outgoing)
    handle = timedelta(seconds=round(seen.handle_seconds / seen.handled)) if seen.handled else None
    forgotten = _("forgotten timers: {n}").format(n=notation.number(seen.forgotten)) if seen.forgotten else ""
    title = measure.title_of("handle")
    yield Figure(name="handle", title=title, value=handle, n=seen.handled, kind="duration", detail=forgotten)
    yield replace(
        measure.rate("promises", seen.callbacks, notation), name="callbacks", title=_("Callbacks kept in time")
    )


def _log_figures(facts: CallsFacts, notation: Notation) -> Iterator[Figure]:
    now, before = facts.whole, facts.before
    offered = _count("offered", _("Calls offered"), now.offered, Drill("call", "offered"))
    yield offered
    yield measure.rate(
        "answer_rate",
        Share(now.answered, now.offered),
        notation,
        before=Share(before.answered, before.offered),
        drill=Drill("call", "answered"),
    )
    abandoned = measure.rate(
        "abandon_rate",
        Share(now.abandoned, now.offered),
        notation,
        before=Share(before.abandoned, before.offered),
        drill=Drill("call", "abandoned"),
    )
    short = _("besides within 5 s: {n}").format(n=notation.number(now.short)) if now.short else ""
    yield replace(abandoned, detail=short)
    level = now.service_level
    if level is not None:
        yield measure.rate("service_level", level, notation, before=before.service_level, drill=Drill("call", "quick"))


def _count(name: str, words: str, value: int, drill: Drill | None = None) -> Figure:
    return Figure(name=name, title=words, value=value, n=value, is_count=True, prints_zero=True, drill=drill)


def _charts(facts: CallsFacts) -> tuple[Columns, ...]:
    if not facts.has_log:
        bars = tuple(Bar(str(hour), incoming, outgoing) for hour, incoming, outgoing in facts.seen_by_hour)
        return (Columns(_("Calls by hour, as seen here: taken (dark) and made (light)"), "", bars),) if bars else ()
    bars = tuple(Bar(str(hour), counts.answered, counts.offered) for hour, counts in facts.by_hour)
    levels = tuple(_ratio(counts) for _hour, counts in facts.by_hour)
    has_levels = all(level is not None for level in levels)
    line = Series(_("within 20 s"), levels, "percent") if has_levels else None
    return (Columns(_("Calls by hour: offered (light), answered (dark)"), "", bars, line=line),)


def _ratio(counts: CallCounts) -> Decimal | None:
    level = counts.service_level
    return None if level is None else measure.ratio(level)


def _columns(first: Column) -> tuple[Column, ...]:
    return (
        first,
        Column(name="offered", title=_("Calls offered"), kind="number", weight=16),
        Column(name="answered", title=_("Answered"), kind="number", weight=16),
        Column(name="share", title=_("Answered, share"), kind="percent", weight=18, decimals=1),
        Column(name="abandoned", title=_("Given up"), kind="number", weight=16),
        Column(name="short", title=_("Given up within 5 s"), kind="number", weight=18),
        Column(name="level", title=_("Answered within 20 s"), kind="percent", weight=20, decimals=1),
    )


def _cells(counts: CallCounts) -> Row:
    level = counts.service_level
    share = measure.cell(Share(counts.answered, counts.offered))
    quick = None if level is None else measure.cell(level)
    return counts.offered, counts.answered, share, counts.abandoned, counts.short, quick


def _hours(facts: CallsFacts) -> Table:
    rows: list[Row] = [(f"{hour}:00", *_cells(counts)) for hour, counts in facts.by_hour]
    return Table(
        name="hours",
        title=_("By hour of the day"),
        columns=_columns(Column(name="hour", title=_("Hour"), weight=26)),
        rows=rows,
        total=(_("Together"), *_cells(facts.whole)),
        drills=tuple(Drill("call", "offered", (("hour", hour),)) for hour, _counts in facts.by_hour),
    )


def _lines(facts: CallsFacts) -> Table:
    ordered = sorted(facts.by_line, key=lambda one: (-one[1].offered, one[0]))
    return Table(
        name="lines",
        title=_("By line"),
        columns=_columns(Column(name="line", title=_("Line"), weight=26)),
        rows=[(line or _("none"), *_cells(counts)) for line, counts in ordered],
        drills=tuple(Drill("call", "offered", (("line", line),)) for line, _counts in ordered),
    )


def _seen_hours(facts: CallsFacts) -> Table:
    columns = (
        Column(name="hour", title=_("Hour"), weight=40),
        Column(name="incoming", title=_("Calls taken"), kind="number", weight=20),
        Column(name="outgoing", title=_("Calls made"), kind="number", weight=20),
    )
    rows: list[Row] = [(f"{hour}:00", incoming, outgoing) for hour, incoming, outgoing in facts.seen_by_hour]
    return Table(name="seen", title=_("Calls seen by this program, by hour"), columns=columns, rows=rows)
