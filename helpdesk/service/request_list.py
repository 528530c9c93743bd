"""The request list: views, filters, search as you type, saved views."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from helpdesk import lazily
from helpdesk.domain.category import Category
from helpdesk.domain.changes import Changes
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.listing import RequestQuery, SavedView, Sort, View
from helpdesk.domain.permission import Action
from helpdesk.domain.request import Priority, RequestKind, RequestRow
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries import request_list as queries
from helpdesk.storage.queries.request import rows_by_alias

if TYPE_CHECKING:
    from helpdesk.storage import tables
else:
    tables = lazily.module("helpdesk.storage.tables")

PLACE = "requests"


def first_page(desk: Desk, actor: OperatorId, query: RequestQuery, limit: int = 50) -> tuple[RequestRow, ...]:
    """The first rows of a view, at once; with a text the likeliest, newest first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.first_page(database, query, _where(desk, actor, query), limit)


def aliases(desk: Desk, actor: OperatorId, query: RequestQuery) -> array[int]:
    """The whole view as local aliases in its order; rows are read by the window that is seen."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.aliases(database, query, _where(desk, actor, query))


def rows(desk: Desk, actor: OperatorId, aliases: Sequence[int]) -> tuple[RequestRow, ...]:
    """The rows under some aliases, in their order; rows no longer there are left out."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return rows_by_alias(database, aliases)


def counts(desk: Desk, actor: OperatorId, customer: CustomerId | None = None) -> dict[View, int]:
    """How many requests each view holds; the customer's own view only where a customer is given."""
    ask(desk, actor, Action.SEE)
    found = {}
    with desk.reading() as database:
        for view in View:
            if view is View.CUSTOMER and customer is None:
                continue
            query = RequestQuery(view=view, customer=customer if view is View.CUSTOMER else None)
            found[view] = queries.count(database, _where(desk, actor, query))
    return found


def saved_views(desk: Desk, actor: OperatorId) -> tuple[SavedView, ...]:
    """The operator's own views, by name."""
    with desk.reading() as database:
        rows = database.rows(
            "SELECT name, query FROM saved_view WHERE operator = ? AND place = ? AND is_hidden = 0 ORDER BY name",
            actor,
            PLACE,
        )
    return tuple(SavedView(name, _query(json.loads(query))) for name, query in rows)


def save_view(desk: Desk, actor: OperatorId, name: str, query: RequestQuery) -> Changes:
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


def _where(desk: Desk, actor: OperatorId, query: RequestQuery) -> tuple[str, list[Any]]:
    zone = ZoneInfo(desk.company.time_zone)
    now = desk.clock.now()
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    moment = queries.Moment(actor, now, _midnight(tomorrow, zone))
    period = (
        _midnight(query.created_from, zone) if query.created_from else None,
        _midnight(query.created_to + timedelta(days=1), zone) if query.created_to else None,
    )
    if query.text.strip() and query.view is not View.CUSTOMER:
        query = replace(query, view=View.ALL)
    return queries.condition(query, moment, period)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _saved(database: Any, actor: OperatorId, name: str) -> tables.SavedView | None:
    table = tables.SavedView
    own = table.select().where((table.operator == actor) & (table.place == PLACE) & (table.name == name))
    return next(iter(own.execute(database)), None)


def _json(query: RequestQuery) -> dict[str, Any]:
    cells = asdict(query)
    for name, value in cells.items():
        if isinstance(value, frozenset):
            cells[name] = sorted(value)
        elif isinstance(value, bytes):
            cells[name] = value.hex()
        elif isinstance(value, date):
            cells[name] = value.isoformat()
    return {name: value for name, value in cells.items() if value not in (None, [], "")}


def _query(cells: dict[str, Any]) -> RequestQuery:
    owner, customer = cells.get("owner"), cells.get("customer")
    first, last = cells.get("created_from"), cells.get("created_to")
    return RequestQuery(
        view=View(cells.get("view", View.ALL)),
        sort=Sort(cells.get("sort", Sort.DUE)),
        kinds=frozenset(map(RequestKind, cells.get("kinds", ()))),
        channels=frozenset(map(Channel, cells.get("channels", ()))),
        priorities=frozenset(map(Priority, cells.get("priorities", ()))),
        categories=frozenset(map(Category, cells.get("categories", ()))),
        states=frozenset(cells.get("states", ())),
        owner=OperatorId(bytes.fromhex(owner)) if owner else None,
        customer=CustomerId(bytes.fromhex(customer)) if customer else None,
        created_from=date.fromisoformat(first) if first else None,
        created_to=date.fromisoformat(last) if last else None,
        text=cells.get("text", ""),
    )
