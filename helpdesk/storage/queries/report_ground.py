"""What the queries of all reports share: filters and local time in SQL, medians by group, records behind a drill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from helpdesk.domain.facts.drilled import DrilledOrder, DrilledRequest
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.report_scope import ReportFilter, ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import NAMED_CUSTOMER

Condition = tuple[str, list[Any]]
DAY = 86_400_000
HOUR = 3_600_000
_AT_ONCE = 500
_MONDAY = 3
"""Days from Thursday, 1 January 1970, back to its Monday."""


def span(scope: ReportScope) -> tuple[int, int]:
    """The period as [start, end) in milliseconds since 1970."""
    start, end = scope.bounds
    return milliseconds(start), milliseconds(end)


def cut(scope: ReportScope) -> int:
    """The first millisecond after the cut-off."""
    return milliseconds(scope.as_of) + 1


def span_before(scope: ReportScope) -> tuple[int, int]:
    """The period before, likewise."""
    start, end = scope.period.before.bounds(scope.zone)
    return milliseconds(start), milliseconds(end)


def request_filter(filters: ReportFilter, r: str = "r") -> Condition:
    """The filters as a condition on requests, beginning with AND; hidden and merged ones are out in any case."""
    sql = f" AND {r}.is_hidden = 0 AND {r}.merged_into IS NULL"
    values: list[Any] = []
    choices: tuple[tuple[str, Sequence[str]], ...] = (
        ("kind", sorted(filters.kinds)),
        ("channel", sorted(filters.channels)),
        ("priority", sorted(filters.priorities)),
        ("state", sorted(filters.states)),
    )
    for column, chosen in choices:
        if chosen:
            sql += f" AND {r}.{column} IN ({marks(chosen)})"
            values.extend(map(str, chosen))
    if filters.reasons:
        sql += (
            f" AND {r}.reason IN (WITH RECURSIVE below(id) AS (SELECT id FROM contact_reason WHERE id IN"
            f" ({marks(tuple(filters.reasons))}) UNION SELECT c.id FROM contact_reason c JOIN below b ON c.parent ="
            f" b.id)"
            " SELECT id FROM below)"
        )
        values.extend(sorted(filters.reasons))
    if filters.owner is not None:
        sql += f" AND {r}.owner = ?"
        values.append(filters.owner)
    if filters.team:
        sql += f" AND {r}.owner IN (SELECT id FROM operator WHERE department = ?)"
        values.append(filters.team)
    return sql, values


def local_time(column: str, scope: ReportScope, *, weeks_before: int = 0) -> str:
    """SQL for an instant as milliseconds of the company's wall clock, true from so many weeks before the period on."""
    start, end = scope.bounds
    at = start - timedelta(weeks=weeks_before)
    changes: list[tuple[int, int]] = []
    offset = _offset(at, scope)
    while at < min(end, scope.as_of + timedelta(days=400)):
        later = at + timedelta(days=1)
        if (changed := _offset(later, scope)) != offset:
            changes.append((milliseconds(_change_between(at, later, scope)), offset))
            offset = changed
        at = later
    whens = "".join(f" WHEN {column} < {before} THEN {then}" for before, then in changes)
    return f"({column} + {offset})" if not whens else f"({column} + CASE{whens} ELSE {offset} END)"


def day_of(local: str) -> str:
    """SQL for the day (days since 1970) of a wall-clock expression."""
    return f"({local} / {DAY})"


def hour_of(local: str) -> str:
    """SQL for the hour of the day."""
    return f"({local} / {HOUR} % 24)"


def weekday_of(local: str) -> str:
    """SQL for the weekday, 0 = Monday."""
    return f"(({local} / {DAY} + {_MONDAY}) % 7)"


def medians(groups: str, value: str, source: str) -> str:
    """SQL for (groups..., n, median, p90) of `value` over `source` ("FROM … WHERE …"), by nearest rank for p90.

    The median is the mean of the middle two where n is even. `groups` are columns with commas between, or empty.
    """
    columns = [column.strip() for column in groups.split(",") if column.strip()]
    named = "".join(f"{column} AS g{at}_, " for at, column in enumerate(columns))
    keys = ", ".join(f"g{at}_" for at in range(len(columns)))
    by = f"PARTITION BY {groups} " if columns else ""
    grouped = f" GROUP BY {keys}" if columns else ""
    return (
        f"SELECT {keys}{', ' if keys else ''}max(n_), avg(CASE WHEN at_ IN ((n_ + 1) / 2, n_ / 2 + 1) THEN v_ END),"
        " max(CASE WHEN at_ = (9 * n_ + 9) / 10 THEN v_ END)"
        f" FROM (SELECT {named}{value} AS v_, row_number() OVER ({by}ORDER BY {value}) AS at_,"
        f" count(*) OVER ({by.strip()}) AS n_ {source}){grouped}"
    )


def drilled_requests(database: Database, aliases: Sequence[int]) -> list[DrilledRequest]:
    """Requests in the order of their aliases."""
    found: dict[int, DrilledRequest] = {}
    for start in range(0, len(aliases), _AT_ONCE):
        part = aliases[start : start + _AT_ONCE]
        for cells in database.rows(f"{_REQUESTS} WHERE r.alias IN ({marks(part)})", *part):
            alias, number, created_at, *words = cells
            times = [_instant(at) for at in words[-2:]]
            found[alias] = DrilledRequest(alias, number, instant(created_at), *words[:-2], *times)
    return [found[alias] for alias in aliases if alias in found]


def drilled_orders(database: Database, aliases: Sequence[int]) -> list[DrilledOrder]:
    """Orders in the order of their aliases."""
    found: dict[int, DrilledOrder] = {}
    for start in range(0, len(aliases), _AT_ONCE):
        part = aliases[start : start + _AT_ONCE]
        for alias, number, ordered_at, *rest in database.rows(f"{_ORDERS} WHERE r.alias IN ({marks(part)})", *part):
            found[alias] = DrilledOrder(alias, number, instant(ordered_at), *rest)
    return [found[alias] for alias in aliases if alias in found]


_REQUESTS = (
    "SELECT r.alias, r.number, r.created_at, r.kind, r.channel, r.subject,"
    " coalesce(nullif(c.name, ''), c.company, ''), coalesce(o.name, r.queue), r.state, r.due_at, r.solved_at"
    f" FROM request r {NAMED_CUSTOMER} LEFT JOIN operator o ON o.id = r.owner"
)
_ORDERS = (
    "SELECT r.alias, r.number, r.ordered_at, r.title, coalesce(nullif(c.name, ''), c.company, ''), r.stage,"
    f" r.total_minor FROM customer_order r {NAMED_CUSTOMER}"
)


def _instant(at: int | None) -> datetime | None:
    return None if at is None else instant(at)


def _offset(at: datetime, scope: ReportScope) -> int:
    return int((at.astimezone(scope.zone).utcoffset() or timedelta(0)).total_seconds() * 1000)


def _change_between(low: datetime, high: datetime, scope: ReportScope) -> datetime:
    offset = _offset(low, scope)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if _offset(middle, scope) == offset else (low, middle)
    return high.replace(microsecond=0)
