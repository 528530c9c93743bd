"""What operators do with orders: register, stage, date, change, look them up (S50-S56)."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import OperatorId, OrderId
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import WAY, OrderCard, OrderDate, OrderForm, OrderLine, OrderRow, OrderStage
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.number import take
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import order as queries
from helpdesk.storage.unit import UnitOfWork

CELLS = frozenset(("customer", "requested_on", "delivery", "note"))
_DATE_OF = {
    OrderStage.CONFIRMED: OrderDate.CONFIRMED,
    OrderStage.SHIPPED: OrderDate.SHIPPED,
    OrderStage.DELIVERED: OrderDate.DELIVERED,
}


@dataclass(frozen=True, slots=True)
class Registered:
    """A new order: its identity, its number for people, what was touched."""

    id: OrderId
    number: str
    changes: Changes


def register(desk: Desk, actor: OperatorId, form: OrderForm) -> Registered:
    """Registers an order under its reserved number. Raises FieldMissing where it has neither lines nor a note."""
    ask(desk, actor, Action.WRITE)
    if not form.lines and not form.note.strip():
        raise FieldMissing("lines")
    with desk.work() as unit:
        row = unit.add(
            tables.Order,
            number=form.number or take(unit.database),
            customer=form.customer,
            requested_on=form.requested_on,
            delivery=form.delivery,
            note=form.note,
        )
        for position, line in enumerate(form.lines, start=1):
            _add_line(unit, row.id, line, position)
        state = OrderStage.REGISTERED.value
        add_event(unit, SubjectKind.ORDER, row.id, EventKind.CREATED, operator=actor or None, state=state)
    return Registered(OrderId(row.id), row.number, unit.changes)


def card(desk: Desk, actor: OperatorId, order: OrderId) -> OrderCard:
    """Everything that the order pane shows. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.card(database, order, _today(desk))


def by_number(desk: Desk, actor: OperatorId, number: str) -> OrderId:
    """The order under its own or its foreign number. Raises NumberMistyped, RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.by_number(database, number)


def page(desk: Desk, actor: OperatorId, query: OrderQuery, limit: int = 50) -> tuple[OrderRow, ...]:
    """The first orders of a view."""
    ask(desk, actor, Action.SEE)
    today = _today(desk)
    with desk.reading() as database:
        return queries.rows(database, queries.aliases(database, query, today, limit), today)


def aliases(desk: Desk, actor: OperatorId, query: OrderQuery) -> array[int]:
    """The whole view in its order; its rows are fetched as they come into sight."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.aliases(database, query, _today(desk))


def rows(desk: Desk, actor: OperatorId, wanted: Sequence[int]) -> tuple[OrderRow, ...]:
    """Orders under their aliases, in that order."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.rows(database, wanted, _today(desk))


def counts(desk: Desk, actor: OperatorId) -> dict[OrderView, int]:
    """How many orders each view holds."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.counts(database, _today(desk))


def advance(
    desk: Desk, actor: OperatorId, order: OrderId, stage: OrderStage, *, on: date | None = None, reason: str = ""
) -> Changes:
    """Brings an order to a stage, on a day where the stage has one. Raises FieldMissing: back or off needs a reason."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        present = OrderStage(unit.get(tables.Order, order).stage)
        if not _is_onward(present, stage) and not reason.strip():
            raise FieldMissing("reason")
        which = _DATE_OF.get(stage)
        detail = {"which": which.value, "on": on.isoformat()} if which and on else {}
        _happened(unit, actor, order, EventKind.STATE, state=stage.value, text=reason.strip(), detail=detail)
    return unit.changes


def set_date(
    desk: Desk,
    actor: OperatorId,
    order: OrderId,
    which: OrderDate,
    on: date | None,
    reason: str,
    *,
    customer_agreed: bool = False,
) -> Changes:
    """Sets, moves or takes back a date of an order; the first one confirmed is kept. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.get(tables.Order, order)
        before = getattr(row, f"{which.value}_on")
        if before is not None and before != on and not reason.strip():
            raise FieldMissing("reason")
        detail: dict[str, Any] = {"which": which.value, "on": on.isoformat() if on else None}
        if before is not None:
            detail["from"] = before.isoformat()
        if customer_agreed:
            detail["customer_agreed"] = True
        _happened(unit, actor, order, EventKind.DATED, text=reason.strip(), detail=detail)
    return unit.changes


def edit(desk: Desk, actor: OperatorId, order: OrderId, **cells: Any) -> Changes:
    """Changes descriptive cells; `lines` are all lines as they shall be, those kept with their `id`."""
    ask(desk, actor, Action.WRITE)
    lines = cells.pop("lines", None)
    if unknown := set(cells) - CELLS:
        raise ValueError(f"not cells of an order: {sorted(unknown)}")
    with desk.work() as unit:
        unit.change(unit.get(tables.Order, order), **cells)
        if lines is not None:
            _put_lines(unit, order, lines)
    return unit.changes


def _is_onward(present: OrderStage, stage: OrderStage) -> bool:
    return present in WAY and stage in WAY and WAY.index(stage) >= WAY.index(present)


def _happened(unit: UnitOfWork, actor: OperatorId, order: OrderId, kind: EventKind, **cells: Any) -> None:
    add_event(unit, SubjectKind.ORDER, order, kind, operator=actor or None, **cells)


def _put_lines(unit: UnitOfWork, order: OrderId, lines: Sequence[OrderLine]) -> None:
    table = tables.OrderLine
    present = {
        row.id: row
        for row in table.select()
        .where((table.order == order) & (table.is_hidden == False))  # noqa: E712  peewee builds SQL from ==
        .execute(unit.database)
    }
    for position, line in enumerate(lines, start=1):
        row = present.pop(line.id, None)
        if row is None:
            _add_line(unit, order, line, position)
        else:
            unit.change(row, **_cells(line, position))
    for row in present.values():
        unit.change(row, is_hidden=True)


def _add_line(unit: UnitOfWork, order: bytes, line: OrderLine, position: int) -> None:
    unit.add(tables.OrderLine, order=order, **_cells(line, position))


def _cells(line: OrderLine, position: int) -> dict[str, Any]:
    return {
        "product": line.product,
        "title": line.title,
        "quantity": line.quantity,
        "price_minor": line.price_minor,
        "discount": line.discount,
        "reduction_minor": line.reduction_minor,
        "vat": line.vat,
        "unit": line.unit,
        "position": position,
    }


def _today(desk: Desk) -> queries.Today:
    return queries.Today.of(desk.clock.now(), desk.company.time_zone)
