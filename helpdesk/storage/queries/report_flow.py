"""Reads the flow of requests: inflow, outflow and backlog by week or day, channels, hours of the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.flow import FlowFacts, FlowStretch
from helpdesk.domain.facts.measure import Flow
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.period import Period, day_end, day_start
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import backlog
from helpdesk.storage.queries.report_ground import (
    cut,
    hour_of,
    local_time,
    request_filter,
    span,
    span_before,
    weekday_of,
)

DAYS_AS_DAYS = 14
DAYS_AS_WEEKS = 400


def facts(database: Database, scope: ReportScope) -> FlowFacts:
    """Everything that the report says. Raises BacklogMiscounted."""
    start, end = span(scope)
    whole = backlog.flow(database, scope, start, end)
    until = min(end, cut(scope))
    counted = backlog.counted_open(database, scope, max(start, until))
    backlog.assert_balance(whole, counted)
    return FlowFacts(
        flow=whole,
        before=backlog.moves(database, scope, *span_before(scope)),
        counted_closing=counted,
        stretches=tuple(_stretches(database, scope, whole.opening)),
        by_channel_and_kind=_by_channel_and_kind(database, scope),
        by_hour=_by_hour(database, scope),
        ages=backlog.ages(database, scope, max(start, until)),
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind a figure, or behind one stretch (`start`, `end` in milliseconds)."""
    start, end = int(drill.value("start") or span(scope)[0]), int(drill.value("end") or span(scope)[1])
    end = min(end, cut(scope))
    match drill.name:
        case "created" | "reopened":
            where = "s.opened_at >= ? AND s.opened_at < ? AND s.is_reopening = ?"
            return backlog.spell_aliases(database, scope, where, start, end, drill.name == "reopened")
        case "solved" | "cancelled":
            where = "s.ended_at >= ? AND s.ended_at < ? AND s.is_solved = ?"
            return backlog.spell_aliases(database, scope, where, start, end, drill.name == "solved")
        case "from":
            condition, values = request_filter(scope.filters)
            return [
                row[0]
                for row in database.rows(
                    "SELECT r.alias FROM request r WHERE r.created_at >= ? AND r.created_at < ? AND r.channel = ?"
                    f"{condition} ORDER BY r.created_at, r.alias",
                    start,
                    end,
                    drill.value("channel"),
                    *values,
                )
            ]
        case _:
            where = "s.opened_at < ? AND (s.ended_at IS NULL OR s.ended_at >= ?)"
            return backlog.spell_aliases(database, scope, where, end, end)


def stretches_of(period: Period) -> Iterator[tuple[date, date]]:
    """Days of a short period, weeks of a longer one, months of a very long one, cut to the period."""
    first = period.first
    while first <= period.last:
        if period.days <= DAYS_AS_DAYS:
            after = first + timedelta(days=1)
        elif period.days <= DAYS_AS_WEEKS:
            after = first + timedelta(days=7 - first.weekday())
        else:
            after = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(after - timedelta(days=1), period.last)
        first = after


def _stretches(database: Database, scope: ReportScope, opening: int) -> Iterator[FlowStretch]:
    until = cut(scope)
    bounds = [
        (first, last, milliseconds(day_start(first, scope.zone)), milliseconds(day_end(last, scope.zone)))
        for first, last in stretches_of(scope.period)
    ]
    join, (condition, values) = backlog.joined(scope, "s")
    for first, last, start, end in bounds:
        if start >= until:
            return
        came, back = _sums(database, (join, condition, values), ("opened_at", "is_reopening"), (start, min(end, until)))
        off, solved = _sums(database, (join, condition, values), ("ended_at", "is_solved"), (start, min(end, until)))
        one = Flow(opening, came, back, solved, off)
        yield FlowStretch(first, last, one)
        opening = one.closing


def _sums(
    database: Database, filtered: tuple[str, str, list[object]], columns: tuple[str, str], bounds: tuple[int, int]
) -> tuple[int, int]:
    join, condition, values = filtered
    at, mark = columns
    found = database.rows(
        f"SELECT s.{mark}, count(*) FROM request_spell s{join} WHERE s.{at} >= ? AND s.{at} < ?{condition} GROUP BY 1",
        *bounds,
        *values,
    )
    counted = dict(found)
    return counted.get(0, 0), counted.get(1, 0)


def _by_channel_and_kind(database: Database, scope: ReportScope) -> dict[tuple[str, str], int]:
    condition, values = request_filter(scope.filters)
    found = database.rows(
        "SELECT r.channel, r.kind, count(*) FROM request r WHERE r.created_at >= ? AND r.created_at < ?"
        f"{condition} GROUP BY 1, 2",
        *_until(scope),
        *values,
    )
    return {(channel, kind): count for channel, kind, count in found}


def _by_hour(database: Database, scope: ReportScope) -> dict[tuple[int, int], int]:
    condition, values = request_filter(scope.filters)
    local = local_time("r.created_at", scope)
    found = database.rows(
        f"SELECT {weekday_of(local)}, {hour_of(local)}, count(*) FROM request r"
        f" WHERE r.created_at >= ? AND r.created_at < ?{condition} GROUP BY 1, 2",
        *_until(scope),
        *values,
    )
    return {(weekday, hour): count for weekday, hour, count in found}


def _until(scope: ReportScope) -> tuple[int, int]:
    start, end = span(scope)
    return start, min(end, cut(scope))
