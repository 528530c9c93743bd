"""The backlog as sums over the spells of requests: what came, came back, was solved or cancelled, what is open when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from helpdesk.domain.facts.flow import AGE_LIMITS
from helpdesk.domain.facts.measure import Flow
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.report_ground import Condition, cut, request_filter


class BacklogMiscounted(ArithmeticError):
    """Opening, inflow and outflow do not add up to what is open: the derived spells are wrong."""


def joined(scope: ReportScope, alias: str) -> tuple[str, Condition]:
    """A join of `alias`.request with its request and the filters on it; nothing where nothing is filtered."""
    condition, values = request_filter(scope.filters)
    if not values:
        return "", ("", [])
    return f" JOIN request r ON r.alias = {alias}.request", (condition, values)


def flow(database: Database, scope: ReportScope, start: int, end: int) -> Flow:
    """The flow of [start, end) up to the cut-off."""
    return replace(moves(database, scope, start, end), opening=open_at(database, scope, start))


def moves(database: Database, scope: ReportScope, start: int, end: int) -> Flow:
    """What came and went in [start, end) alone: the opening is left at zero, which spares a count of all."""
    end = min(end, cut(scope))
    join, (condition, values) = joined(scope, "s")
    came = database.rows(
        f"SELECT s.is_reopening, count(*) FROM request_spell s{join} WHERE s.opened_at >= ? AND s.opened_at < ?"
        f"{condition} GROUP BY 1",
        start,
        end,
        *values,
    )
    left = database.rows(
        f"SELECT s.is_solved, count(*) FROM request_spell s{join} WHERE s.ended_at >= ? AND s.ended_at < ?"
        f"{condition} GROUP BY 1",
        start,
        end,
        *values,
    )
    opened, ended = dict(came), dict(left)
    return Flow(0, opened.get(0, 0), opened.get(1, 0), ended.get(1, 0), ended.get(0, 0))


def open_at(database: Database, scope: ReportScope, at: int) -> int:
    """How many requests were open just before an instant."""
    join, (condition, values) = joined(scope, "s")
    opened = database.row(f"SELECT count(*) FROM request_spell s{join} WHERE s.opened_at < ?{condition}", at, *values)
    ended = database.row(f"SELECT count(*) FROM request_spell s{join} WHERE s.ended_at < ?{condition}", at, *values)
    return int(opened[0]) - int(ended[0]) if opened and ended else 0


def counted_open(database: Database, scope: ReportScope, at: int) -> int:
    """The same by a count of its own: the requests with a spell around the instant."""
    join, (condition, values) = joined(scope, "s")
    row = database.row(
        f"SELECT count(DISTINCT s.request) FROM request_spell s{join}"
        f" WHERE s.opened_at < ? AND (s.ended_at IS NULL OR s.ended_at >= ?){condition}",
        at,
        at,
        *values,
    )
    return int(row[0]) if row else 0


def ages(database: Database, scope: ReportScope, at: int) -> tuple[int, ...]:
    """What was open just before an instant, by working days since creation."""
    join, (condition, values) = joined(scope, "s")
    limits = age_bounds(scope, at)
    cases = " ".join(f"WHEN s.created_at >= {bound} THEN {place}" for place, bound in enumerate(limits))
    found = dict(
        database.rows(
            f"SELECT CASE {cases} ELSE {len(limits)} END, count(DISTINCT s.request) FROM request_spell s{join}"
            f" WHERE s.opened_at < ? AND (s.ended_at IS NULL OR s.ended_at >= ?){condition} GROUP BY 1",
            at,
            at,
            *values,
        )
    )
    return tuple(found.get(place, 0) for place in range(len(limits) + 1))


def age_bounds(scope: ReportScope, at: int) -> list[int]:
    """For each age but the oldest the instant since which a request has at most that many working days."""
    today = datetime.fromtimestamp(at / 1000, UTC).astimezone(scope.zone).date()
    return [_midnight(_days_back(scope, today, limit), scope) for limit in AGE_LIMITS]


def assert_balance(flow: Flow, counted: int) -> None:
    """Holds the arithmetic of the backlog against the count. Raises BacklogMiscounted."""
    if flow.closing != counted:
        raise BacklogMiscounted(f"{flow}: {flow.closing} is not {counted}")


def _days_back(scope: ReportScope, today: date, days: int) -> date:
    # The first day from which no more than `days` working days lie after creation: days off before it belong to it.
    day = scope.hours.add_working_days(today, -days)
    while not scope.hours.is_working_day(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return day


def _midnight(day: date, scope: ReportScope) -> int:
    return milliseconds(datetime.combine(day, time(), scope.zone))


def spell_aliases(database: Database, scope: ReportScope, where: str, *values: Any) -> list[int]:
    """Requests with a spell `s` that answers a condition, the earliest opened first."""
    join, (condition, more) = joined(scope, "s")
    found = database.rows(
        f"SELECT s.request FROM request_spell s{join} WHERE {where}{condition} GROUP BY 1 ORDER BY min(s.opened_at), 1",
        *values,
        *more,
    )
    return [row[0] for row in found]
