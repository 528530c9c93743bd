"""The order tracker's lists: views, filters, board, calendar, saved views."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.listing import OrderQuery, OrderView, SavedOrderView, Sort
from helpdesk.domain.order import OrderKind, OrderRow, OrderStage
from helpdesk.domain.order_stage import Stage
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.order_present import present
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries import order as row_queries
from helpdesk.storage.queries import order_list as queries

PLACE = "orders"
ON_BOARD = 50


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """The orders of a view in one stage: the first of them, and how many there are."""

    stage: Stage
    count: int
    rows: tuple[OrderRow, ...]


def page(desk: Desk, actor: OperatorId, query: OrderQuery, limit: int = 50) -> tuple[OrderRow, ...]:
    """The first orders of a view."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        now = present(desk, database)
        return row_queries.rows(database, queries.aliases(database, query, now, limit), now)


def aliases(desk: Desk, actor: OperatorId, query: OrderQuery) -> array[int]:
    """The whole view in its order; its rows are fetched as they come into sight."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.aliases(database, query, present(desk, database))


def rows(desk: Desk, actor: OperatorId, wanted: Sequence[int]) -> tuple[OrderRow, ...]:
    """Orders under their aliases, in that order."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return row_queries.rows(database, wanted, present(desk, database))


def counts(desk: Desk, actor: OperatorId) -> dict[OrderView, int]:
    """How many orders each view holds."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.counts(database, present(desk, database))


def board(desk: Desk, actor: OperatorId, query: OrderQuery, kind: OrderKind) -> tuple[BoardColumn, ...]:
    """The orders of a view by the stages of one kind, in the order of their way."""
    ask(desk, actor, Action.SEE)
    query = replace(query, kinds=frozenset((kind,)))
    with desk.reading() as database:
        now = present(desk, database)
        found = queries.by_stage(database, query, now, ON_BOARD)
        columns = []
        for stage in now.plan.of(kind):
            count, listed = found.get(stage.code, (0, []))
            columns.append(BoardColumn(stage, count, row_queries.rows(database, listed, now)))
    return tuple(columns)


def calendar(
    desk: Desk, actor: OperatorId, query: OrderQuery, first: date, last: date
) -> dict[date, tuple[OrderRow, ...]]:
    """The orders of a view by the day for which they are promised, from `first` to `last`, both inside."""
    ask(desk, actor, Action.SEE)
    query = replace(query, promised_from=first, promised_to=last)
    with desk.reading() as database:
        now = present(desk, database)
        found = queries.by_day(database, query, now)
        return {day: row_queries.rows(database, listed, now) for day, listed in found.items()}


def saved_views(desk: Desk, actor: OperatorId) -> tuple[SavedOrderView, ...]:
    """The operator's own views, by name."""
    table = tables.SavedView
    with desk.reading() as database:
        own = table.select().where((table.operator == actor) & (table.place == PLACE) & ~table.is_hidden)
        found = own.order_by(table.name).execute(database)
        return tuple(SavedOrderView(row.name, _query(row.query)) for row in found)


def save_view(desk: Desk, actor: OperatorId, name: str, query: OrderQuery) -> Changes:
    """Keeps a view under a name, instead of the one before. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not name.strip():
        raise FieldMissing("name")
    with desk.work() as unit:
        row = _saved(unit.database, actor, name.strip())
        if row is None:
            unit.add(tables.SavedView, operator=actor, name=name.strip(), place=PLACE, query=_json(query))
        else:
            unit.change(row, query=_json(query), is_hidden=False)
    return unit.changes


def drop_view(desk: Desk, actor: OperatorId, name: str) -> Changes:
    """Hides a saved view."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        if (row := _saved(unit.database, actor, name)) is not None:
            unit.change(row, is_hidden=True)
    return unit.changes


def _saved(database: Database, actor: OperatorId, name: str) -> tables.SavedView | None:
    table = tables.SavedView
    own = table.select().where((table.operator == actor) & (table.place == PLACE) & (table.name == name))
    return next(iter(own.execute(database)), None)


def _json(query: OrderQuery) -> dict[str, Any]:
    cells: dict[str, Any] = {
        "view": query.view.value,
        "sort": query.sort.value,
        "customer": query.customer.hex() if query.customer else "",
        "stages": sorted(query.stages),
        "kinds": sorted(query.kinds),
        "departments": sorted(query.departments),
        "promised_from": query.promised_from.isoformat() if query.promised_from else "",
        "promised_to": query.promised_to.isoformat() if query.promised_to else "",
        "is_owed": query.is_owed,
        "text": query.text,
    }
    return {name: value for name, value in cells.items() if value}


def _query(cells: dict[str, Any]) -> OrderQuery:
    customer = cells.get("customer")
    first, last = cells.get("promised_from"), cells.get("promised_to")
    return OrderQuery(
        view=OrderView(cells.get("view", OrderView.ALL)),
        customer=CustomerId(bytes.fromhex(customer)) if customer else None,
        text=cells.get("text", ""),
        sort=Sort(cells.get("sort", Sort.DUE)),
        stages=frozenset(map(OrderStage, cells.get("stages", ()))),
        kinds=frozenset(map(OrderKind, cells.get("kinds", ()))),
        departments=frozenset(cells.get("departments", ())),
        promised_from=date.fromisoformat(first) if first else None,
        promised_to=date.fromisoformat(last) if last else None,
        is_owed=bool(cells.get("is_owed")),
    )
