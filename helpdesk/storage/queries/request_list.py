"""The request list in SQL: a view is a condition and an order; nothing is sorted or filtered in Python."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from datetime import datetime
from typing import Any

from helpdesk.domain.identity import OperatorId, milliseconds
from helpdesk.domain.listing import RequestQuery, Sort, View
from helpdesk.domain.request import RequestRow
from helpdesk.lazily import dataclass
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import CUSTOMERS_OF
from helpdesk.storage.queries.request import ROW, row_of, rows_by_alias

OPEN = "r.category IN ('new', 'open', 'waiting')"
VISIBLE = "r.is_hidden = 0 AND r.merged_into IS NULL"
DUE = "coalesce(r.due_at, 9223372036854775807)"
FOUND_AT_MOST = 500
_UNSORTED = (View.ALL, View.CUSTOMER)


@dataclass(frozen=True)
class Moment:
    """What "mine", "today" and "overdue" mean just now."""

    operator: OperatorId
    now: datetime
    day_ends: datetime


def condition(
    query: RequestQuery, moment: Moment, period: tuple[datetime | None, datetime | None]
) -> tuple[str, list[Any]]:
    """The WHERE clause of a view with its filters; `period` bounds the creation, the end left out."""
    clauses: list[str] = [VISIBLE]
    values: list[Any] = []
    if query.view not in _UNSORTED:
        clauses.append(OPEN)
    match query.view:
        case View.MINE:
            clauses.append("r.owner = ?")
            values.append(moment.operator)
        case View.QUEUE:
            clauses.append("r.owner IS NULL")
        case View.WAITING:
            clauses.append("r.category = 'waiting'")
        case View.TODAY | View.OVERDUE:
            clauses.append(f"{DUE} < ?")
            values.append(milliseconds(moment.day_ends if query.view is View.TODAY else moment.now))
    for column, chosen in (
        ("kind", query.kinds),
        ("channel", query.channels),
        ("priority", query.priorities),
        ("category", query.categories),
        ("state", query.states),
    ):
        _among(clauses, values, column, chosen)
    for clause, value in (
        ("r.owner = ?", query.owner),
        ("r.created_at >= ?", period[0] and milliseconds(period[0])),
        ("r.created_at < ?", period[1] and milliseconds(period[1])),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if query.customer is not None:
        clauses.append(f"r.customer IN ({CUSTOMERS_OF})")
        values += [query.customer] * 4
    return " AND ".join(clauses), values


def _among(clauses: list[str], values: list[Any], column: str, chosen: Collection[str]) -> None:
    if chosen:
        clauses.append(f"r.{column} IN ({marks(list(chosen))})")
        values.extend(sorted(str(value) for value in chosen))


def order(query: RequestQuery) -> str:
    """The ORDER BY clause of a view; views that hold finished requests have no due order."""
    if query.sort is Sort.OLDEST:
        return "r.alias"
    if query.sort is Sort.DUE and query.view not in _UNSORTED:
        return f"{DUE}, r.alias"
    return "r.alias DESC"


def first_page(
    database: Database, query: RequestQuery, where: tuple[str, list[Any]], limit: int
) -> tuple[RequestRow, ...]:
    """The first rows of a view, by its index."""
    if query.text.strip():
        return rows_by_alias(database, found(database, query, where)[:limit])
    sql = f"{ROW} WHERE {where[0]} ORDER BY {order(query)} LIMIT ?"
    return tuple(row_of(cells) for cells in database.rows(sql, *where[1], limit))


def aliases(database: Database, query: RequestQuery, where: tuple[str, list[Any]]) -> array[int]:
    """The whole view in its order: eight bytes a request."""
    if query.text.strip():
        return array("q", found(database, query, where))
    cursor = database.execute_sql(f"SELECT r.alias FROM request r WHERE {where[0]} ORDER BY {order(query)}", where[1])
    return array("q", (row[0] for row in cursor))


def found(database: Database, query: RequestQuery, where: tuple[str, list[Any]]) -> list[int]:
    """What the typed text finds within the filters: numbers and phones first, then words, each newest first."""
    # Only who searches needs folding, spelling and phones.
    from helpdesk.domain.query import plan
    from helpdesk.storage import search

    is_plain = where[0] == VISIBLE
    return search.matching(
        database,
        "request",
        plan(query.text),
        limit=FOUND_AT_MOST,
        condition="" if is_plain else where[0],
        values=tuple(where[1]),
    )


def count(database: Database, where: tuple[str, list[Any]]) -> int:
    """How many requests a view holds."""
    row = database.row(f"SELECT count(*) FROM request r WHERE {where[0]}", *where[1])
    return int(row[0]) if row else 0
