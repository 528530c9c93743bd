"""Reads each operator's work: solved, reopened, first responses, calls, ratings, and what is owned now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Middle, Share
from helpdesk.domain.facts.operators import OperatorFacts, OperatorsFacts
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.backlog import joined
from helpdesk.storage.queries.rating import rated
from helpdesk.storage.queries.report_ground import cut, medians, request_filter, span, span_before

REOPENED_WITHIN = timedelta(days=14)
FORGOTTEN = 3_600_000
_WITHIN = REOPENED_WITHIN // timedelta(milliseconds=1)
_SOLVED = "s.ended_at >= ? AND s.ended_at < ? AND s.is_solved = 1"
_BACK = f"s.reopened_at <= s.ended_at + {_WITHIN}"


def facts(database: Database, scope: ReportScope) -> OperatorsFacts:
    """Everything that the report says."""
    start, end = _until(scope, *span(scope))
    solved = _solved(database, scope, start, end)
    responses = _responses(database, scope, start, end)
    calls, rated, load = _calls(database, scope, start, end), _ratings(database, scope), _load(database, scope)
    found = []
    names = database.rows("SELECT id, name FROM operator ORDER BY name, alias")
    for identity, name in ((bytes(identity), name) for identity, name in names):
        if any(identity in part for part in (solved, responses, calls, rated, load)):
            reopened = solved.get(identity, Share())
            handled = calls.get(identity, (0, 0, 0))
            work = (reopened.whole, reopened, responses.get(identity, Middle()), *handled)
            csat = rated.get(identity, Share())
            found.append(OperatorFacts(name, identity.hex(), *work, csat, load.get(identity, 0)))
    before = _until(scope, *span_before(scope))
    return OperatorsFacts(
        operators=tuple(found),
        reopened=_reopened(database, scope, start, end),
        reopened_before=_reopened(database, scope, *before),
        response=_response(database, scope, start, end),
        response_before=_response(database, scope, *before),
        is_preliminary=scope.bounds[1] + REOPENED_WITHIN > scope.as_of,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests that an operator (or everybody) solved, those of them that came back, or those owned now."""
    start, end = _until(scope, *span(scope))
    operator = drill.value("operator")
    values: list[Any] = [bytes.fromhex(str(operator))] if operator else []
    if drill.name == "load":
        condition, more = request_filter(scope.filters)
        sql = "SELECT r.alias FROM request r WHERE r.category IN ('new', 'open', 'waiting')"
        by = " AND r.owner = ?" if operator else ""
        return [row[0] for row in database.rows(f"{sql}{by}{condition} ORDER BY r.created_at, 1", *values, *more)]
    join, (condition, more) = joined(scope, "s")
    back = f" AND {_BACK}" if drill.name == "reopened" else ""
    by = " AND s.solver = ?" if operator else ""
    sql = f"SELECT DISTINCT s.request FROM request_spell s{join} WHERE {_SOLVED}{back}{by}{condition} ORDER BY 1"
    return [row[0] for row in database.rows(sql, start, end, *values, *more)]


def _solved(database: Database, scope: ReportScope, start: int, end: int) -> dict[bytes, Share]:
    join, (condition, values) = joined(scope, "s")
    rows = database.rows(
        f"SELECT s.solver, count(DISTINCT iif({_BACK}, s.request, NULL)), count(DISTINCT s.request)"
        f" FROM request_spell s{join} WHERE {_SOLVED} AND s.solver IS NOT NULL{condition} GROUP BY 1",
        start,
        end,
        *values,
    )
    return {bytes(solver): Share(back, solved) for solver, back, solved in rows}


def _reopened(database: Database, scope: ReportScope, start: int, end: int) -> Share:
    join, (condition, values) = joined(scope, "s")
    row = database.row(
        f"SELECT count(DISTINCT iif({_BACK}, s.request, NULL)), count(DISTINCT s.request)"
        f" FROM request_spell s{join} WHERE {_SOLVED}{condition}",
        start,
        end,
        *values,
    )
    return Share(*row) if row else Share()


def _responses(database: Database, scope: ReportScope, start: int, end: int) -> dict[bytes, Middle]:
    condition, values = request_filter(scope.filters)
    source = (
        "FROM request_target t JOIN request r ON r.alias = t.request WHERE t.target = 'first_response'"
        f" AND t.ended_at >= ? AND t.ended_at < ? AND r.owner IS NOT NULL{condition}"
    )
    rows = database.rows(medians("r.owner", "t.seconds", source), start, end, *values)
    return {bytes(owner): Middle(n, median, p90) for owner, n, median, p90 in rows}


def _response(database: Database, scope: ReportScope, start: int, end: int) -> Middle:
    join, (condition, values) = joined(scope, "t")
    source = (
        f"FROM request_target t{join} WHERE t.target = 'first_response' AND t.ended_at >= ?"
        f" AND t.ended_at < ?{condition}"
    )
    row = database.row(medians("", "t.seconds", source), start, end, *values)
    return Middle() if row is None or row[0] is None else Middle(*row)


def _calls(database: Database, scope: ReportScope, start: int, end: int) -> dict[bytes, tuple[int, int, int]]:
    rows = database.rows(
        "SELECT operator, count(*), sum(ended_at - answered_at"
        f" + min(max(coalesce(wrapped_at, ended_at) - ended_at, 0), {FORGOTTEN})) / 1000,"
        f" sum(coalesce(wrapped_at, ended_at) - ended_at > {FORGOTTEN}) FROM interaction WHERE started_at >= ?"
        " AND started_at < ? AND is_hidden = 0 AND channel = 'phone' AND answered_at IS NOT NULL"
        " AND ended_at IS NOT NULL AND operator IS NOT NULL GROUP BY 1",
        start,
        end,
    )
    return {bytes(operator): (n, seconds, forgotten) for operator, n, seconds, forgotten in rows}


def _ratings(database: Database, scope: ReportScope) -> dict[bytes, Share]:
    with rated(database, scope, *span(scope)):
        rows = database.rows("SELECT solver, sum(score >= 4), count(*) FROM rating WHERE solver IS NOT NULL GROUP BY 1")
    return {bytes(solver): Share(good, n) for solver, good, n in rows}


def _load(database: Database, scope: ReportScope) -> dict[bytes, int]:
    condition, values = request_filter(scope.filters)
    rows = database.rows(
        "SELECT r.owner, count(*) FROM request r WHERE r.category IN ('new', 'open', 'waiting') AND r.owner IS NOT NULL"
        f"{condition} GROUP BY 1",
        *values,
    )
    return {bytes(owner): n for owner, n in rows}


def _until(scope: ReportScope, start: int, end: int) -> tuple[int, int]:
    return start, min(end, cut(scope))
