"""Reads a day's figures, those of the same weekdays before it, its breaches, and what is promised next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.daily import DailyFacts, DayFacts, Promised
from helpdesk.domain.facts.measure import Middle, Share
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.period import day_end, day_start
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import backlog, report_flow, report_open, report_sla
from helpdesk.storage.queries.report_ground import cut, medians, request_filter

WEEKS = 4
DAYS = 14
BREACHES = 5
PROMISES = 6
LATEST_MORNING = timedelta(days=4)
_OWED = "p.is_hidden = 0 AND p.kept_at IS NULL AND p.due_at < ?"


def facts(database: Database, scope: ReportScope) -> DailyFacts:
    """Everything that the report says of the last day of the period."""
    day = scope.period.last
    start, end = _bounds(scope, day)
    before = [day - timedelta(weeks=back) for back in range(1, WEEKS + 1)]
    usual = [_day(database, scope, [one]) for one in before]
    by = min(max(day, scope.as_of.astimezone(scope.zone).date()), day + LATEST_MORNING)
    promised, promised_count = _promised(database, scope, by)
    return DailyFacts(
        day=day,
        now=_day(database, scope, [day]),
        usual=tuple(one for one in usual if one.flow.incoming or one.flow.outgoing),
        usual_response=_response(database, scope, [_bounds(scope, one) for one in before]),
        days=tuple(_days(database, scope, day)),
        breaches=report_sla.worst(database, scope, start, end, BREACHES),
        breach_count=report_sla.breaches(database, scope, start, end),
        promised_by=by,
        promised=promised,
        promised_count=promised_count,
        unowned=len(report_open.aliases(database, scope, Drill("request", "unowned"))),
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind a figure of the day."""
    start, end = _bounds(scope, scope.period.last)
    match drill.name:
        case "created" | "reopened" | "solved" | "open":
            inside = Drill("request", drill.name, (("start", start), ("end", end)))
            return report_flow.aliases(database, scope, inside)
        case "unowned":
            return report_open.aliases(database, scope, drill)
        case "answered":
            return responded(database, scope, start, end)
        case _:
            return report_sla.aliases(database, scope, drill)


def responded(database: Database, scope: ReportScope, start: int, end: int) -> list[int]:
    """Requests first answered in [start, end)."""
    join, (condition, values) = backlog.joined(scope, "t")
    rows = database.rows(
        f"SELECT t.request FROM request_target t{join} WHERE t.target = 'first_response' AND t.ended_at >= ?"
        f" AND t.ended_at < ?{condition} ORDER BY t.ended_at, 1",
        start,
        end,
        *values,
    )
    return [row[0] for row in rows]


def _day(database: Database, scope: ReportScope, days: list[date]) -> DayFacts:
    start, end = _bounds(scope, days[0])
    return DayFacts(
        flow=backlog.flow(database, scope, start, end),
        response=_response(database, scope, [(start, end)]),
        sla=report_sla.decided(database, scope, start, end),
        breaches=report_sla.breaches(database, scope, start, end),
        promises=promises_kept(database, scope, start, end),
    )


def _response(database: Database, scope: ReportScope, bounds: list[tuple[int, int]]) -> Middle:
    join, (condition, values) = backlog.joined(scope, "t")
    spans = " OR ".join("(t.ended_at >= ? AND t.ended_at < ?)" for _bound in bounds)
    source = f"FROM request_target t{join} WHERE t.target = 'first_response' AND ({spans}){condition}"
    limits = [limit for bound in bounds for limit in bound]
    row = database.row(medians("", "t.seconds", source), *limits, *values)
    return Middle() if row is None or row[0] is None else Middle(*row)


def promises_kept(database: Database, scope: ReportScope, start: int, end: int) -> Share:
    """Promises due in [start, end), and those of them that were kept by their time."""
    join, condition, values = _promise_filter(scope)
    row = database.row(
        f"SELECT coalesce(sum(p.kept_at <= p.due_at), 0), count(*) FROM promise p{join}"
        f" WHERE p.is_hidden = 0 AND p.due_at >= ? AND p.due_at < ?{condition}",
        start,
        min(end, cut(scope)),
        *values,
    )
    return Share(*row) if row else Share()


def _promised(database: Database, scope: ReportScope, by: date) -> tuple[tuple[Promised, ...], int]:
    join, condition, values = _promise_filter(scope)
    until = milliseconds(day_end(by, scope.zone))
    rows = database.rows(
        "SELECT p.due_at, p.what, coalesce(nullif(c.name, ''), c.company, p.phone), coalesce(q.number, ''),"
        f" coalesce(o.name, '') FROM promise p{join} LEFT JOIN customer c ON c.id = p.customer"
        " LEFT JOIN request q ON q.id = p.request LEFT JOIN operator o ON o.id = p.operator"
        f" WHERE {_OWED}{condition} ORDER BY p.due_at, p.alias LIMIT ?",
        until,
        *values,
        PROMISES,
    )
    count = database.row(f"SELECT count(*) FROM promise p{join} WHERE {_OWED}{condition}", until, *values)
    return tuple(Promised(instant(due_at), *words) for due_at, *words in rows), int(count[0]) if count else 0


def _promise_filter(scope: ReportScope) -> tuple[str, str, list[Any]]:
    condition, values = request_filter(scope.filters)
    return (" JOIN request r ON r.id = p.request", condition, values) if values else ("", "", [])


def _days(database: Database, scope: ReportScope, last: date) -> list[tuple[date, int, int]]:
    found = []
    for back in range(DAYS - 1, -1, -1):
        day = last - timedelta(days=back)
        flow = backlog.moves(database, scope, *_bounds(scope, day))
        found.append((day, flow.incoming, flow.outgoing))
    return found


def _bounds(scope: ReportScope, day: date) -> tuple[int, int]:
    return milliseconds(day_start(day, scope.zone)), milliseconds(day_end(day, scope.zone))
