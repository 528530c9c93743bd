"""What operators do with orders: register, change, look them up (S50-S61); steps stand in `order_step`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind
from helpdesk.domain.identity import OperatorId, OrderId, RequestId
from helpdesk.domain.order import OrderCard, OrderForm, OrderLine, OrderStage
from helpdesk.domain.order_change import PRICED, Correction, corrections, written
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing, StateRefused
from helpdesk.service import order_stock
from helpdesk.service.desk import Desk
from helpdesk.service.number import take
from helpdesk.service.order_list import aliases as aliases
from helpdesk.service.order_list import counts as counts
from helpdesk.service.order_list import page as page
from helpdesk.service.order_list import rows as rows
from helpdesk.service.order_present import present
from helpdesk.service.order_step import advance as advance
from helpdesk.service.order_step import happened
from helpdesk.service.order_step import set_date as set_date
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.queries import order as queries
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _

CELLS = frozenset(
    ("customer", "requested_on", "delivery", "note", "carrier", "tracking_number", "window_from", "window_to")
)


@dataclass(frozen=True, slots=True)
class Registered:
    """A new order: its identity, its number for people, what was touched."""

    id: OrderId
    number: str
    changes: Changes


def register(desk: Desk, actor: OperatorId, form: OrderForm) -> Registered:
    """Registers an order under its reserved number. Raises FieldMissing where it has neither lines nor a note."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = register_in(unit, actor, form)
    return Registered(OrderId(row.id), row.number, unit.changes)


def register_in(unit: UnitOfWork, actor: OperatorId, form: OrderForm, **detail: Any) -> tables.Order:
    """Registers an order inside a larger unit of work. Raises FieldMissing."""
    if not form.lines and not form.note.strip():
        raise FieldMissing("lines")
    row = unit.add(
        tables.Order,
        number=form.number or take(unit.database),
        customer=form.customer,
        requested_on=form.requested_on,
        delivery=form.delivery,
        note=form.note,
        kind=form.kind.value,
        request=form.request,
        quote=form.quote,
        window_from=form.window_from,
        window_to=form.window_to,
        carrier=form.carrier,
    )
    for position, line in enumerate(form.lines, start=1):
        _add_line(unit, row.id, line, position)
    if form.request is not None:
        _link_request(unit, form.request, row.id)
    happened(unit, actor, row.id, EventKind.CREATED, state=OrderStage.REGISTERED.value, detail=detail)
    order_stock.reserve(unit, actor, OrderId(row.id), unit.now.date())
    return row


def card(desk: Desk, actor: OperatorId, order: OrderId) -> OrderCard:
    """Everything that the order pane shows. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.card(database, order, present(desk, database))


def by_number(desk: Desk, actor: OperatorId, number: str) -> OrderId:
    """The order under its own or its foreign number. Raises NumberMistyped, RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.by_number(database, number)


def edit(desk: Desk, actor: OperatorId, order: OrderId, **cells: Any) -> Changes:
    """Changes descriptive cells; `lines` are all lines as they shall be, those kept with their `id`.

    What was changed is kept as a correction. Raises StateRefused for another price of what was agreed.
    """
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        edit_in(unit, actor, order, **cells)
    return unit.changes


def edit_in(unit: UnitOfWork, actor: OperatorId, order: OrderId, *, words: str = "", **cells: Any) -> None:
    """Changes an order inside a larger unit of work; `words` say why. Raises StateRefused."""
    lines = cells.pop("lines", None)
    if unknown := set(cells) - CELLS:
        raise ValueError(f"not cells of an order: {sorted(unknown)}")
    row = unit.get(tables.Order, order)
    found = [
        Correction("", name, written(before), written(value))
        for name, value in cells.items()
        if name != "customer" and (before := getattr(row, name)) != value
    ]
    unit.change(row, **cells)
    if lines is not None:
        order_stock.release(unit, actor, order)
        found += _put_lines(unit, row, lines)
        if not OrderStage(row.stage).is_over and row.stage != OrderStage.SHIPPED:
            order_stock.reserve(unit, actor, order, unit.now.date())
    if found:
        detail = {"changes": [correction.detail() for correction in found]}
        happened(unit, actor, order, EventKind.CORRECTED, text=words, detail=detail)


def _put_lines(unit: UnitOfWork, order: tables.Order, lines: Sequence[OrderLine]) -> list[Correction]:
    before = queries.lines(unit.database, OrderId(order.id))
    # A line typed without a title bears its product's name: that is no correction.
    titles = {line.id: line.title for line in before}
    lines = [replace(line, title=line.title or titles.get(line.id, "")) for line in lines]
    found = corrections(before, lines)
    is_agreed = order.stage != OrderStage.REGISTERED
    if is_agreed and any(correction.field in PRICED for correction in found):
        raise StateRefused(_("the price was agreed. Take the line off and add it anew, or give a price cut."))
    table = tables.OrderLine
    kept = table.select().where((table.order == order.id) & ~table.is_hidden)
    present = {row.id: row for row in kept.execute(unit.database)}
    for position, line in enumerate(lines, start=1):
        row = present.pop(line.id, None)
        if row is None:
            _add_line(unit, order.id, line, position)
        else:
            unit.change(row, **_cells(line, position))
    for row in present.values():
        unit.change(row, is_hidden=True)
    return list(found)


def _link_request(unit: UnitOfWork, request: RequestId, order: bytes) -> None:
    row = unit.get(tables.Request, request)
    if row.order is None:
        unit.change(row, order=order)


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
        "requested_on": line.requested_on,
    }
