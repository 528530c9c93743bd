"""Steps of an order: on to a stage, dates by line, parts that leave and arrive, the confirmation call, alternatives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import OperatorId, OrderId
from helpdesk.domain.order import LineWay, OrderDate, OrderKind, OrderStage
from helpdesk.domain.order_check import Alternative, ConfirmationCall, DateShift
from helpdesk.domain.order_stage import Stage
from helpdesk.domain.order_standing import OrderStanding, order_standing
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing, StateRefused
from helpdesk.service import order_stock
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.events import add_event, events_of
from helpdesk.storage.queries import order as queries
from helpdesk.storage.queries.order_stage import plan
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _

_DATE_OF = {
    OrderStage.CONFIRMED: OrderDate.CONFIRMED,
    OrderStage.SHIPPED: OrderDate.SHIPPED,
    OrderStage.DELIVERED: OrderDate.DELIVERED,
}
_GONE = (OrderStage.SHIPPED, OrderStage.DELIVERED, OrderStage.RETURNED)
_REACHED = {OrderDate.SHIPPED: OrderStage.SHIPPED, OrderDate.DELIVERED: OrderStage.DELIVERED}


def happened(unit: UnitOfWork, actor: OperatorId, order: bytes, kind: EventKind, **cells: Any) -> tables.Event:
    """Appends one event to an order's history."""
    return add_event(unit, SubjectKind.ORDER, order, kind, operator=actor or None, **cells)


def advance(
    desk: Desk, actor: OperatorId, order: OrderId, stage: str, *, on: date | None = None, reason: str = ""
) -> Changes:
    """Brings an order to a stage, on a day where the stage has one.

    `stage` is a code of the company's or a meaning. Raises FieldMissing: back or off the way needs a reason; and
    StateRefused for a stage that there is not, or a return of what was never delivered.
    """
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        enter_stage(unit, actor, order, stage, on=on, reason=reason)
    return unit.changes


def advance_many(
    desk: Desk, actor: OperatorId, orders: Sequence[OrderId], stage: str, *, on: date | None = None, reason: str = ""
) -> Changes:
    """Brings several orders to a stage, all of them or none. Raises FieldMissing, StateRefused."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for order in orders:
            enter_stage(unit, actor, order, stage, on=on, reason=reason)
    return unit.changes


def enter_stage(
    unit: UnitOfWork, actor: OperatorId, order: OrderId, stage: str, *, on: date | None = None, reason: str = ""
) -> bytes | None:
    """Brings one order to a stage inside a larger unit of work; answers the event, None where nothing is to be done."""
    row = unit.get(tables.Order, order)
    kind, stages = OrderKind(row.kind), plan(unit.database)
    target = stages.named(kind, str(stage)) or _by_meaning(kind, str(stage))
    if target is None:
        raise StateRefused(_("there is no such stage for this kind of order."))
    which = _DATE_OF.get(target.category)
    if row.stage_code == target.code and not (which and on):
        return None
    is_onward = stages.is_onward(kind, row.stage_code, target.code) or row.stage_code == target.code
    if not is_onward and not reason.strip():
        raise FieldMissing("reason")
    if target.category is OrderStage.RETURNED and not _has_arrived(unit, order):
        raise StateRefused(_("nothing of this order was delivered, so nothing can be returned."))
    detail: dict[str, Any] = {"left": row.stage_code}
    if target.code != target.category:
        detail["category"] = target.category.value
    if which and on:
        detail |= {"which": which.value, "on": on.isoformat()}
    before = standing_in(unit, order)
    event = happened(unit, actor, order, EventKind.STATE, state=target.code, text=reason.strip(), detail=detail)
    _move_stock(unit, actor, order, before, target.category)
    return bytes(event.id)


def _move_stock(
    unit: UnitOfWork, actor: OperatorId, order: OrderId, before: OrderStanding, reached: OrderStage
) -> None:
    if reached is OrderStage.CANCELLED:
        order_stock.release(unit, actor, order)
    elif reached in (OrderStage.SHIPPED, OrderStage.DELIVERED) and before.stage not in _GONE:
        ordered = {line.id: line.quantity for line in queries.lines(unit.database, order)}
        left = {line: amount - before.lines[line].shipped for line, amount in ordered.items()}
        order_stock.issue(unit, actor, order, left)


def _by_meaning(kind: OrderKind, stage: str) -> Stage | None:
    # What another station calls a stage may arrive before its row does; the meanings are known always.
    known = set(OrderStage)
    return Stage(kind, stage, OrderStage(stage), stage, stage, 0) if stage in known else None


def standing_in(unit: UnitOfWork, order: OrderId) -> OrderStanding:
    """The standing of an order as its events tell it inside this unit of work."""
    lines = queries.lines(unit.database, order)
    events = events_of(unit.database, [order]).get(order, [])
    return order_standing(events, {line.id: line.quantity for line in lines})


def _has_arrived(unit: UnitOfWork, order: OrderId) -> bool:
    standing = standing_in(unit, order)
    return standing.delivered_on is not None or any(way.delivered for way in standing.lines.values())


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
    """Sets, moves or takes back a date of a whole order; the first one confirmed is kept. Raises FieldMissing."""
    shift = DateShift(on, reason, has_agreed=customer_agreed)
    return shift_date(desk, actor, order, which, shift)


def shift_date(desk: Desk, actor: OperatorId, order: OrderId, which: OrderDate, shift: DateShift) -> Changes:
    """Sets, moves or takes back a date, of some lines or of all: who, why, whose doing, whether the customer agreed.

    Raises FieldMissing where a date that stood is moved without a reason.
    """
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.get(tables.Order, order)
        before = _date_before(standing_in(unit, order), which, shift.lines)
        if before is not None and before != shift.on and not shift.reason.strip():
            raise FieldMissing("reason")
        detail: dict[str, Any] = {"which": which.value, "on": shift.on.isoformat() if shift.on else None}
        if before is not None:
            detail["from"] = before.isoformat()
        if shift.department:
            detail["department"] = shift.department
        if shift.has_agreed:
            detail["customer_agreed"] = True
        if shift.lines:
            detail["lines"] = [line.hex() for line in shift.lines]
        happened(unit, actor, order, EventKind.DATED, text=shift.reason.strip(), detail=detail)
    return unit.changes


def _date_before(standing: OrderStanding, which: OrderDate, lines: Sequence[bytes]) -> date | None:
    name = f"{which.value}_on"
    if not lines:
        found: date | None = getattr(standing, name)
        return found
    ways = [standing.lines.get(line, LineWay()) for line in lines]
    return max((day for way in ways if (day := getattr(way, name)) is not None), default=None)


def move_parts(
    desk: Desk, actor: OperatorId, order: OrderId, which: OrderDate, on: date, parts: Mapping[bytes, Decimal]
) -> Changes:
    """Some of the goods left (SHIPPED) or arrived (DELIVERED); with the last of them the order enters that stage.

    Raises FieldMissing for no quantity, StateRefused for more than there is.
    """
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        move_parts_in(unit, actor, order, which, (on, parts))
    return unit.changes


def move_parts_in(
    unit: UnitOfWork, actor: OperatorId, order: OrderId, which: OrderDate, moved: tuple[date, Mapping[bytes, Decimal]]
) -> None:
    """The same inside a larger unit of work."""
    on, parts = moved
    if not parts or any(amount <= 0 for amount in parts.values()):
        raise FieldMissing("quantity")
    ordered = {line.id: line for line in queries.lines(unit.database, order)}
    before = standing_in(unit, order)
    for line, amount in parts.items():
        way = before.lines.get(line, LineWay())
        done = way.shipped if which is OrderDate.SHIPPED else way.delivered
        if line not in ordered or amount > ordered[line].quantity - done:
            raise StateRefused(_("there is not so much of it left in the order."))
    written = {line.hex(): f"{amount:f}" for line, amount in parts.items()}
    detail = {"which": which.value, "on": on.isoformat(), "parts": written}
    happened(unit, actor, order, EventKind.DATED, detail=detail)
    if which is OrderDate.SHIPPED:
        order_stock.issue(unit, actor, order, parts)
    after = standing_in(unit, order)
    if getattr(after, f"{which.value}_on") is not None and after.stage is not _REACHED[which]:
        enter_stage(unit, actor, order, _REACHED[which].value)


def confirm(desk: Desk, actor: OperatorId, order: OrderId, call: ConfirmationCall) -> Changes:
    """Keeps a confirmation call: each line checked, corrections recorded as such, the order confirmed for its day.

    Raises FieldMissing where a line was not read back, RecordMissing.
    """
    from helpdesk.service.order import edit_in

    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        lines = queries.lines(unit.database, order)
        checks = {check.line: check for check in call.checks}
        if any(line.id not in checks for line in lines):
            raise FieldMissing("lines")
        agreed = []
        for line in lines:
            check = checks[line.id]
            if check.quantity > 0:
                day = check.requested_on or line.requested_on
                agreed.append(replace(line, quantity=check.quantity, requested_on=day))
        edit_in(unit, actor, order, lines=agreed, words=call.words)
        told = {"lines": [line.id.hex() for line in agreed], "speaker": call.speaker.value}
        happened(unit, actor, order, EventKind.CHECKED, text=call.words, detail=told)
        reached = OrderStage(unit.get(tables.Order, order).stage)
        if reached is OrderStage.REGISTERED:
            event = enter_stage(unit, actor, order, OrderStage.CONFIRMED.value, on=call.confirmed_on)
            if event is not None:
                tell_at_once(unit, actor, order, event)
        else:
            detail = {"which": OrderDate.CONFIRMED.value, "on": call.confirmed_on.isoformat()}
            happened(unit, actor, order, EventKind.DATED, text=call.words, detail=detail)
    return unit.changes


def tell_at_once(unit: UnitOfWork, actor: OperatorId, order: OrderId, event: bytes) -> None:
    """Keeps that the customer heard of a stage in the same conversation."""
    happened(unit, actor, order, EventKind.NOTIFIED, about=event, detail={"way": "said"})


def offer(desk: Desk, actor: OperatorId, order: OrderId, alternative: Alternative) -> Changes:
    """Keeps what was offered instead of waiting and what the customer said to it. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not alternative.what.strip():
        raise FieldMissing("what")
    with desk.work() as unit:
        unit.get(tables.Order, order)
        detail = {"what": alternative.what.strip(), "is_taken": alternative.is_taken}
        happened(unit, actor, order, EventKind.OFFERED, text=alternative.answer.strip(), detail=detail)
    return unit.changes


def note(desk: Desk, actor: OperatorId, order: OrderId, text: str) -> Changes:
    """Keeps an internal note with an order. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not text.strip():
        raise FieldMissing("text")
    with desk.work() as unit:
        unit.get(tables.Order, order)
        happened(unit, actor, order, EventKind.NOTE, text=text.strip())
    return unit.changes
