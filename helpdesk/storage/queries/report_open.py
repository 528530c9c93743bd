"""Reads what is open now: with whom, since when, how long it may still take, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.flow import AGE_LIMITS
from helpdesk.domain.facts.open import OpenFacts, OpenRequest
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.backlog import age_bounds
from helpdesk.storage.queries.report_ground import cut, request_filter

_OPEN = "r.category IN ('new', 'open', 'waiting')"
_SQL = f"""SELECT r.alias, r.number, r.created_at, r.subject, coalesce(nullif(c.name, ''), c.company, ''),
 coalesce(o.name, ''), r.queue, r.state, r.due_at, r.paused_left,
 (SELECT p.what FROM promise p WHERE p.request = r.id AND p.kept_at IS NULL AND p.is_hidden = 0
  ORDER BY p.due_at LIMIT 1),
 (SELECT min(p.due_at) FROM promise p WHERE p.request = r.id AND p.kept_at IS NULL AND p.is_hidden = 0)
 FROM request r LEFT JOIN customer c ON c.id = r.customer LEFT JOIN operator o ON o.id = r.owner
 WHERE {_OPEN} AND r.created_at < ?"""


def facts(database: Database, scope: ReportScope) -> OpenFacts:
    """Everything open at the cut-off, whatever the period; by owner, the most pressing first."""
    condition, values = request_filter(scope.filters)
    as_of = cut(scope)
    rows = database.rows(
        f"{_SQL}{condition} ORDER BY coalesce(o.name, r.queue), o.name IS NULL,"
        " coalesce(r.due_at, 9223372036854775807), r.created_at, r.alias",
        as_of,
        *values,
    )
    today = scope.as_of.astimezone(scope.zone).date()

    @cache
    def age(day: date) -> int:
        return scope.hours.working_days_between(day, today)

    requests = tuple(_request(scope, row, age) for row in rows)
    return OpenFacts(requests, _ages(requests), scope.states)


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The open requests behind a figure: all, overdue, without an owner, or of one age."""
    condition, values = request_filter(scope.filters)
    as_of = milliseconds(scope.as_of)
    more: list[Any] = []
    match drill.name:
        case "overdue":
            condition, more = condition + " AND r.due_at < ?", [as_of]
        case "unowned":
            condition += " AND r.owner IS NULL"
        case "waiting":
            condition += " AND r.category = 'waiting'"
        case "old":
            condition, more = condition + " AND r.created_at < ?", [age_bounds(scope, as_of)[-1]]
    sql = f"SELECT r.alias FROM request r WHERE {_OPEN} AND r.created_at < ?{condition} ORDER BY r.created_at, r.alias"
    return [row[0] for row in database.rows(sql, cut(scope), *values, *more)]


def _request(scope: ReportScope, row: tuple[Any, ...], age: Callable[[date], int]) -> OpenRequest:
    alias, number, created_at, subject, customer, owner, queue, state, due_at, paused_left, what, next_at = row
    left = paused_left
    if due_at is not None:
        due, now = instant(due_at), scope.as_of
        left = scope.hours.working_seconds(now, due) - scope.hours.working_seconds(due, now)
    created = instant(created_at)
    return OpenRequest(
        number=number,
        created_at=created,
        subject=subject,
        customer=customer,
        owner=owner or queue,
        state=state,
        due_at=None if due_at is None else instant(due_at),
        left=left,
        is_paused=paused_left is not None,
        age=age(created.astimezone(scope.zone).date()),
        next_step=what or "",
        next_at=None if next_at is None else instant(next_at),
        alias=alias,
    )


def _ages(requests: tuple[OpenRequest, ...]) -> tuple[int, ...]:
    counts = [0] * (len(AGE_LIMITS) + 1)
    for one in requests:
        place = next((at for at, limit in enumerate(AGE_LIMITS) if one.age <= limit), len(AGE_LIMITS))
        counts[place] += 1
    return tuple(counts)
