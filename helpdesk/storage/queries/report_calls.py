"""Reads calls: the exchange's log by hour and line, and what this program saw."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.calls import CallCounts, CallsFacts, SeenCalls
from helpdesk.domain.facts.drilled import DrilledCall
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.identity import instant
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.queries.report_ground import cut, hour_of, local_time, span, span_before

SHORT = 5
QUICK = 20
FORGOTTEN = 3_600_000
_AT_ONCE = 500
_INCOMING = "c.is_hidden = 0 AND c.direction = 'incoming' AND c.started_at >= ? AND c.started_at < ?"
_SHORT = f"(c.result = 'abandoned' AND coalesce(c.waited, {SHORT}) < {SHORT})"
_SUMS = (
    f"sum(NOT {_SHORT}), sum(c.result = 'answered'), sum(c.result = 'abandoned' AND NOT {_SHORT}), sum({_SHORT}),"
    f" sum(c.result = 'answered' AND coalesce(c.waited, {QUICK} + 1) <= {QUICK}),"
    f" sum(NOT {_SHORT} AND (c.waited IS NOT NULL OR c.result NOT IN ('answered', 'abandoned')))"
)
_SETS = {
    "offered": f"NOT {_SHORT}",
    "answered": "c.result = 'answered'",
    "abandoned": f"c.result = 'abandoned' AND NOT {_SHORT}",
    "short": _SHORT,
    "quick": f"c.result = 'answered' AND c.waited <= {QUICK}",
}


def facts(database: Database, scope: ReportScope) -> CallsFacts:
    """Everything that the report says."""
    bounds = _until(scope, *span(scope))
    local = local_time("c.started_at", scope)
    hours = _counts(database, scope, hour_of(local), bounds)
    return CallsFacts(
        has_log=bool(hours),
        whole=sum((counts for _hour, counts in hours), CallCounts()),
        before=sum((one for _hour, one in _counts(database, scope, "1", span_before(scope))), CallCounts()),
        by_hour=tuple(hours),
        by_line=tuple(_counts(database, scope, "c.line", bounds)),
        seen=_seen(database, bounds),
        seen_by_hour=tuple(_seen_by_hour(database, scope, bounds)),
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The logged calls behind a figure, of one hour or one line."""
    condition, values = _line(scope)
    if (hour := drill.value("hour")) is not None:
        condition, values = f"{condition} AND {hour_of(local_time('c.started_at', scope))} = ?", [*values, hour]
    if (line := drill.value("line")) is not None:
        condition, values = f"{condition} AND c.line = ?", [*values, line]
    rows = database.rows(
        f"SELECT c.alias FROM logged_call c WHERE {_INCOMING} AND {_SETS[drill.name]}{condition}"
        " ORDER BY c.started_at, c.alias",
        *_until(scope, *span(scope)),
        *values,
    )
    return [row[0] for row in rows]


def drilled_calls(database: Database, found: list[int]) -> list[DrilledCall]:
    """Logged calls in the order of their aliases."""
    rows: dict[int, DrilledCall] = {}
    for start in range(0, len(found), _AT_ONCE):
        part = found[start : start + _AT_ONCE]
        for alias, started_at, *rest in database.rows(
            "SELECT c.alias, c.started_at, c.line, c.caller, coalesce(o.name, c.operator_name), c.result, c.waited,"
            " c.talked FROM logged_call c LEFT JOIN operator o ON o.id = c.operator"
            f" WHERE c.alias IN ({marks(part)})",
            *part,
        ):
            rows[alias] = DrilledCall(alias, instant(started_at), *rest)
    return [rows[alias] for alias in found if alias in rows]


def _counts(database: Database, scope: ReportScope, by: str, bounds: tuple[int, int]) -> list[tuple[Any, CallCounts]]:
    condition, values = _line(scope)
    rows = database.rows(
        f"SELECT {by}, {_SUMS} FROM logged_call c WHERE {_INCOMING}{condition} GROUP BY 1 ORDER BY 1", *bounds, *values
    )
    return [(key, CallCounts(*counts)) for key, *counts in rows]


def _line(scope: ReportScope) -> tuple[str, list[Any]]:
    line = scope.filters.line
    return (" AND c.line = ?", [line]) if line else ("", [])


def _seen(database: Database, bounds: tuple[int, int]) -> SeenCalls:
    after = "coalesce(wrapped_at, ended_at) - ended_at"
    row = database.row(
        "SELECT sum(direction = 'incoming'), sum(direction = 'outgoing'),"
        " sum(answered_at IS NOT NULL AND ended_at IS NOT NULL),"
        f" sum(iif(answered_at IS NULL OR ended_at IS NULL, 0, ended_at - answered_at + min(max({after}, 0),"
        f" {FORGOTTEN}))) / 1000, sum({after} > {FORGOTTEN}) FROM interaction"
        " WHERE started_at >= ? AND started_at < ? AND is_hidden = 0 AND channel = 'phone'",
        *bounds,
    )
    kept = database.row(
        "SELECT coalesce(sum(kept_at <= due_at), 0), count(*) FROM promise"
        " WHERE is_hidden = 0 AND kind = 'callback' AND due_at >= ? AND due_at < ?",
        *bounds,
    )
    incoming, outgoing, handled, seconds, forgotten = (value or 0 for value in row or (0,) * 5)
    return SeenCalls(incoming, outgoing, handled, seconds, forgotten, Share(*kept) if kept else Share())


def _seen_by_hour(database: Database, scope: ReportScope, bounds: tuple[int, int]) -> list[tuple[int, int, int]]:
    hour = hour_of(local_time("started_at", scope))
    rows = database.rows(
        f"SELECT {hour}, sum(direction = 'incoming'), sum(direction = 'outgoing') FROM interaction"
        " WHERE started_at >= ? AND started_at < ? AND is_hidden = 0 AND channel = 'phone' GROUP BY 1 ORDER BY 1",
        *bounds,
    )
    return [(hour, incoming, outgoing) for hour, incoming, outgoing in rows]


def _until(scope: ReportScope, start: int, end: int) -> tuple[int, int]:
    return start, min(end, cut(scope))
