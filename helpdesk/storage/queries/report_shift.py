"""Reads what a shift hands over: what is open, promised, asked of departments, and not told to customers yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.sheet import DuePromise, OpenTask, ShiftFacts
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import report_open
from helpdesk.storage.queries.report_ground import request_filter, span

_PROMISES = """SELECT p.due_at, coalesce(nullif(p.what, ''), p.kind), coalesce(nullif(c.name, ''), c.company, ''),
 p.phone, coalesce(r.number, ''), coalesce(o.name, '') FROM promise p LEFT JOIN customer c ON c.id = p.customer
 LEFT JOIN request r ON r.id = p.request LEFT JOIN operator o ON o.id = p.operator
 WHERE p.is_hidden = 0 AND p.kept_at IS NULL AND p.due_at < ?1 AND (?2 IS NULL OR p.operator = ?2)
 ORDER BY p.due_at, p.alias"""
_TASKS = """SELECT t.asked_at, t.due_at, t.department, t.what, coalesce(r.number, o.number, '') FROM task t
 LEFT JOIN request r ON r.id = t.subject LEFT JOIN customer_order o ON o.id = t.subject
 WHERE t.is_hidden = 0 AND t.answered_at IS NULL AND t.asked_at <= ? ORDER BY coalesce(t.due_at, t.asked_at), t.alias"""
_TWO_DAYS = 2 * 86_400_000
_OPEN = "('new', 'open', 'waiting')"


def facts(database: Database, scope: ReportScope) -> ShiftFacts:
    """What happened in the period, and what is open at the cut-off."""
    start, end = span(scope)
    as_of = milliseconds(scope.as_of)
    end = min(end, as_of + 1)
    condition, values = request_filter(scope.filters)
    return ShiftFacts(
        created=_count(database, f"r.created_at >= ? AND r.created_at < ?{condition}", start, end, *values),
        solved=_count(database, f"r.solved_at >= ? AND r.solved_at < ?{condition}", start, end, *values),
        calls=_calls(database, scope, start, end),
        owed=_count(database, f"r.owed_event IS NOT NULL AND r.category <> ?{condition}", "cancelled", *values),
        requests=report_open.facts(database, scope).requests,
        promises=tuple(
            DuePromise(instant(due), *rest)
            for due, *rest in database.rows(_PROMISES, as_of + _TWO_DAYS, scope.filters.owner)
        ),
        tasks=tuple(
            OpenTask(instant(asked), _instant(due), *rest) for asked, due, *rest in database.rows(_TASKS, as_of)
        ),
        states={code: (state.name("en"), state.name("ru")) for code, state in scope.states.items()},
        as_of=scope.as_of,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The open requests that are handed over."""
    return report_open.aliases(database, scope, drill)


def _count(database: Database, condition: str, *values: Any) -> int:
    row = database.row(f"SELECT count(*) FROM request r WHERE {condition}", *values)
    return int(row[0]) if row else 0


def _calls(database: Database, scope: ReportScope, start: int, end: int) -> int:
    row = database.row(
        "SELECT count(*) FROM interaction WHERE is_hidden = 0 AND channel = 'phone' AND started_at >= ?1"
        " AND started_at < ?2 AND (?3 IS NULL OR operator = ?3)",
        start,
        end,
        scope.filters.owner,
    )
    return int(row[0]) if row else 0


def _instant(at: int | None) -> datetime | None:
    return None if at is None else instant(at)
