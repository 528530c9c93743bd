"""Reads why customers turned to the company: counts by reason, repeats, calls, weeks."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.reasons import ReasonFacts, ReasonsFacts
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.period import day_start
from helpdesk.domain.reason import ContactReason, ReasonId, in_tree_order
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.report_flow import stretches_of
from helpdesk.storage.queries.report_ground import Condition, cut, request_filter, span, span_before

REPEATED_WITHIN = 7 * 86_400_000
FORGOTTEN = 3_600_000
_INSIDE = "r.created_at >= ? AND r.created_at < ?"
_REPEAT = (
    "EXISTS (SELECT 1 FROM request p WHERE p.customer = r.customer AND p.is_hidden = 0 AND p.merged_into IS NULL"
    f" AND p.reason IS r.reason AND p.created_at >= r.created_at - {REPEATED_WITHIN} AND (p.created_at < r.created_at"
    " OR (p.created_at = r.created_at AND p.alias < r.alias)))"
)


def facts(database: Database, scope: ReportScope) -> ReasonsFacts:
    """Everything that the report says."""
    condition = request_filter(scope.filters)
    start, end = _until(scope, *span(scope))
    counts = _counts(database, condition, start, end)
    before = dict(_rows(database, condition, "r.reason, count(*)", _until(scope, *span_before(scope))))
    calls = _calls(database, condition, start, end)
    firsts = tuple(first for first, _last in stretches_of(scope.period))
    weeks = _weeks(database, scope, condition, firsts)
    found = [
        ReasonFacts(
            ReasonId(reason) if reason else None,
            *counts.get(reason, (0, Share()))[:1],
            before.get(reason, 0),
            counts.get(reason, (0, Share()))[1],
            *calls.get(reason, (0, 0)),
            tuple(weeks[reason]),
        )
        for reason in sorted(counts.keys() | before.keys(), key=lambda reason: reason or b"")
    ]
    return ReasonsFacts(tuple(found), tuple(in_tree_order(_reasons(database))), firsts)


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """Requests of the period: all, of some reasons (identities in hexadecimal with commas), or the repeated ones."""
    condition, values = request_filter(scope.filters)
    start, end = _until(scope, *span(scope))
    chosen = str(drill.value("reasons") or "")
    if chosen:
        identities = [bytes.fromhex(one) for one in chosen.split(",")]
        condition += f" AND r.reason IN ({', '.join('?' * len(identities))})"
        values = [*values, *identities]
    if drill.name == "none":
        condition += " AND r.reason IS NULL"
    if drill.name == "repeat":
        condition += f" AND {_REPEAT}"
    sql = f"SELECT r.alias FROM request r WHERE {_INSIDE}{condition} ORDER BY r.created_at, 1"
    return [row[0] for row in database.rows(sql, start, end, *values)]


def _rows(database: Database, condition: Condition, columns: str, bounds: tuple[int, int]) -> list[tuple[Any, ...]]:
    where, values = condition
    rows = database.rows(f"SELECT {columns} FROM request r WHERE {_INSIDE}{where} GROUP BY r.reason", *bounds, *values)
    return [(bytes(reason) if reason else None, *rest) for reason, *rest in rows]


def _counts(database: Database, condition: Condition, start: int, end: int) -> dict[bytes | None, tuple[int, Share]]:
    where, values = condition
    # One sort instead of a search per request: the one before by the same customer for the same reason.
    counted = f" AND alias IN (SELECT r.alias FROM request r WHERE {_INSIDE}{where})" if values else ""
    rows = database.rows(
        "SELECT reason, count(*), sum(customer IS NOT NULL AND coalesce(before >= created_at - ?, 0)),"
        " sum(customer IS NOT NULL) FROM (SELECT r.alias, r.reason, r.customer, r.created_at, lag(r.created_at) OVER"
        " (PARTITION BY r.customer, r.reason ORDER BY r.created_at, r.alias) AS before FROM request r"
        f" WHERE {_INSIDE} AND r.is_hidden = 0 AND r.merged_into IS NULL) WHERE created_at >= ?{counted} GROUP BY 1",
        REPEATED_WITHIN,
        start - REPEATED_WITHIN,
        end,
        start,
        *((start, end, *values) if values else ()),
    )
    return {bytes(reason) if reason else None: (n, Share(repeat, known)) for reason, n, repeat, known in rows}


def _calls(database: Database, condition: Condition, start: int, end: int) -> dict[bytes | None, tuple[int, int]]:
    where, values = condition
    rows = database.rows(
        "SELECT r.reason, count(*), sum(i.ended_at - i.answered_at"
        f" + min(max(coalesce(i.wrapped_at, i.ended_at) - i.ended_at, 0), {FORGOTTEN})) / 1000"
        " FROM interaction i JOIN request r ON r.id = i.request WHERE i.started_at >= ? AND i.started_at < ?"
        " AND i.is_hidden = 0 AND i.channel = 'phone' AND i.answered_at IS NOT NULL AND i.ended_at IS NOT NULL"
        f"{where} GROUP BY 1",
        start,
        end,
        *values,
    )
    return {bytes(reason) if reason else None: (n, seconds) for reason, n, seconds in rows}


def _weeks(
    database: Database, scope: ReportScope, condition: Condition, firsts: tuple[date, ...]
) -> dict[bytes | None, list[int]]:
    found: dict[bytes | None, list[int]] = defaultdict(lambda: [0] * len(firsts))
    bounds = [milliseconds(day_start(first, scope.zone)) for first in firsts]
    cases = " ".join(f"WHEN r.created_at >= {bound} THEN {at}" for at, bound in reversed(list(enumerate(bounds))))
    where, values = condition
    rows = database.rows(
        f"SELECT r.reason, CASE {cases} END, count(*) FROM request r WHERE {_INSIDE}{where} GROUP BY 1, 2",
        *_until(scope, *span(scope)),
        *values,
    )
    for reason, at, n in rows:
        found[bytes(reason) if reason else None][at] = n
    return found


def _reasons(database: Database) -> list[ContactReason]:
    rows = database.rows("SELECT id, parent, name_en, name_ru, words, position FROM contact_reason")
    return [
        ContactReason(ReasonId(bytes(identity)), ReasonId(bytes(parent)) if parent else None, *rest)
        for identity, parent, *rest in rows
    ]


def _until(scope: ReportScope, start: int, end: int) -> tuple[int, int]:
    return start, min(end, cut(scope))
