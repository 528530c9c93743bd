"""What operators do about problems: take a demand down, decide, settle; deadlines by dated rules (S63)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind
from helpdesk.domain.identity import OperatorId, OrderId, RequestId
from helpdesk.domain.order import LineWay, OrderForm, OrderKind, OrderLine, OrderStage
from helpdesk.domain.permission import Action
from helpdesk.domain.remedy import (
    DemandRule,
    Remedy,
    RemedyCause,
    RemedyForm,
    RemedyId,
    RemedyKind,
    RemedyOutcome,
    may_return,
    rule_on,
    target_on,
)
from helpdesk.errors import FieldMissing, RecordMissing, StateRefused
from helpdesk.service import order_stock
from helpdesk.service.desk import Desk
from helpdesk.service.number import take
from helpdesk.service.order import register_in
from helpdesk.service.order_step import enter_stage, happened, standing_in
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.queries import order as order_queries
from helpdesk.storage.queries import remedy as queries
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _

_BROKEN = (RemedyCause.DAMAGED, RemedyCause.DEFECTIVE)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What a demand of a day is due by: the rule, our last day, our own target, the buyer's last day to ask."""

    rule: DemandRule | None
    due_on: date | None = None
    target_on: date | None = None
    window_ends_on: date | None = None

    def is_too_late(self, demanded_on: date) -> bool:
        """Whether the buyer asks after his window has closed: told at registration, never refused."""
        return self.window_ends_on is not None and demanded_on > self.window_ends_on


@dataclass(frozen=True, slots=True)
class Registered:
    """A demand taken down: its identity, its number for people, what was touched."""

    id: RemedyId
    number: str
    changes: Changes


def rules(desk: Desk, actor: OperatorId) -> tuple[DemandRule, ...]:
    """Every deadline, in force or not."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.rules(database)


def save_rule(desk: Desk, actor: OperatorId, rule: DemandRule) -> Changes:
    """Adds or changes a deadline with its source and its days of validity. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not rule.code.strip():
        raise FieldMissing("demand")
    names = ("code", "name_en", "name_ru", "days", "unit", "window_days", "window_unit", "source")
    cells = {name: getattr(rule, name) for name in (*names, "valid_from", "valid_to", "position")}
    with desk.work() as unit:
        if rule.id:
            unit.change(unit.get(tables.DemandRule, rule.id), **cells)
        else:
            unit.add(tables.DemandRule, **cells)
    return unit.changes


def deadlines(
    desk: Desk, actor: OperatorId, demand: str, demanded_on: date, received_on: date | None = None
) -> Deadlines:
    """What a demand is due by, shown before it is taken down."""
    return judged(desk, rules(desk, actor), demand, (demanded_on, received_on))


def judged(desk: Desk, known: tuple[DemandRule, ...], demand: str, days: tuple[date, date | None]) -> Deadlines:
    """The same by rules that are known already; `days` are those of the demand and of the receipt."""
    demanded_on, received_on = days
    rule = rule_on(known, demand, demanded_on)
    due = rule.due_on(demanded_on) if rule else None
    if rule is None or due is None:
        return Deadlines(rule)
    ends = rule.window_ends_on(received_on) if received_on else None
    return Deadlines(rule, due, target_on(due, demanded_on, desk.hours.is_working_day), ends)


def of_order(desk: Desk, actor: OperatorId, order: OrderId) -> tuple[Remedy, ...]:
    """The problems of an order, the oldest first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.of_order(database, order)


def complaints(desk: Desk, actor: OperatorId, order: OrderId) -> tuple[tuple[RequestId, str], ...]:
    """The requests about an order that a problem may answer."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.complaints(database, order)


def one(desk: Desk, actor: OperatorId, remedy: RemedyId) -> Remedy:
    """One problem. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.one(database, remedy)
    if found is None:
        raise RecordMissing("remedy", remedy.hex()[:8])
    return found


def sums_by_cause(desk: Desk, actor: OperatorId, first: date, last: date) -> dict[RemedyCause, tuple[int, int, int]]:
    """How many demands, what customers got and what it cost us, by cause, of the days inside."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        return queries.sums_by_cause(database, first, last)


def register(desk: Desk, actor: OperatorId, order: OrderId, form: RemedyForm) -> Registered:
    """Takes a problem down and sets its deadlines.

    Raises FieldMissing without words or quantity, StateRefused for a return of what was not delivered.
    """
    ask(desk, actor, Action.WRITE)
    if not form.defect.strip():
        raise FieldMissing("defect")
    with desk.work() as unit:
        _check(unit, order, form)
        dues = judged(desk, queries.rules(unit.database), form.demand, (form.demanded_on, None))
        row = unit.add(
            tables.Remedy,
            number=take(unit.database),
            order=order,
            operator=actor or None,
            created_at=unit.now,
            due_on=dues.due_on,
            target_on=dues.target_on,
            rule=dues.rule.source if dues.rule else "",
            **_cells(form),
        )
        _tell(unit, actor, row, form.defect.strip())
    return Registered(RemedyId(bytes(row.id)), row.number, unit.changes)


def _check(unit: UnitOfWork, order: OrderId, form: RemedyForm) -> None:
    if form.quantity <= 0:
        raise FieldMissing("quantity")
    lines = {line.id: line for line in order_queries.lines(unit.database, order)}
    if form.line is not None and (form.line not in lines or form.quantity > lines[form.line].quantity):
        raise StateRefused(_("there is not so much of it in the order."))
    if not form.returned:
        return
    if form.line is None:
        raise FieldMissing("line")
    way = standing_in(unit, order).lines.get(form.line, LineWay())
    if not may_return(way.delivered, queries.returned(unit.database, form.line), form.returned):
        raise StateRefused(_("only what was delivered, and has not come back yet, can be returned."))


def _cells(form: RemedyForm) -> dict[str, Any]:
    return {
        "line": form.line,
        "request": form.request,
        "demand": form.demand,
        "cause": form.cause.value,
        "kind": form.kind.value,
        "defect": form.defect.strip(),
        "quantity": form.quantity,
        "returned": form.returned,
        "amount_minor": form.amount_minor,
        "cost_minor": form.cost_minor,
        "department": form.department.strip(),
        "demanded_on": form.demanded_on,
    }


def settle(
    desk: Desk, actor: OperatorId, remedy: RemedyId, outcome: RemedyOutcome, *, decision: str, cost_minor: int = 0
) -> Changes:
    """Ends a demand: goods come back into stock, goods sent again get an order of their own.

    Raises FieldMissing without the words of the decision; what is settled stays so.
    """
    ask(desk, actor, Action.WRITE)
    if not decision.strip():
        raise FieldMissing("decision")
    today = desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
    with desk.work() as unit:
        row, found = unit.get(tables.Remedy, remedy), queries.one(unit.database, remedy)
        if found is None or not found.is_open:
            return unit.changes
        cells: dict[str, Any] = {
            "settled_on": today,
            "decided_on": today,
            "outcome": outcome.value,
            "decision": decision.strip(),
        }
        if cost_minor:
            cells["cost_minor"] = cost_minor
        if outcome is RemedyOutcome.DONE:
            cells["new_order"] = _carry_out(unit, actor, found)
        unit.change(row, **cells)
        _tell(unit, actor, row, decision.strip(), outcome=outcome.value)
    return unit.changes


def _carry_out(unit: UnitOfWork, actor: OperatorId, found: Remedy) -> bytes | None:
    lines = {line.id: line for line in order_queries.lines(unit.database, found.order)}
    line = lines.get(found.line) if found.line else None
    if line is not None and found.returned:
        order_stock.take_back(unit, actor, found.order, {line.id: found.returned})
        if found.cause in _BROKEN:
            why = _("Came back broken, claim {number}").format(number=found.number)
            order_stock.set_aside(unit, actor, line, found.returned, why)
        if _has_all_come_back(unit, found, lines):
            enter_stage(unit, actor, found.order, OrderStage.RETURNED.value, reason=found.defect or found.number)
    if not found.kind.sends_again or line is None:
        return None
    return _send_again(unit, actor, found, line)


def _has_all_come_back(unit: UnitOfWork, found: Remedy, lines: dict[bytes, OrderLine]) -> bool:
    if found.kind is not RemedyKind.REFUND:
        return False
    return all(queries.returned(unit.database, line.id) >= line.quantity for line in lines.values())


def _send_again(unit: UnitOfWork, actor: OperatorId, found: Remedy, line: OrderLine) -> bytes:
    order = unit.get(tables.Order, found.order)
    note = _("Sent again for order {order}, claim {claim}").format(order=order.number, claim=found.number)
    free = replace(line, quantity=found.quantity, price_minor=0, discount=Decimal(0), reduction_minor=0, id=b"")
    form = OrderForm(
        customer=order.customer,
        delivery=order.delivery,
        note=note,
        lines=(replace(free, way=None, requested_on=None),),
        kind=OrderKind(order.kind),
        request=found.request,
    )
    row = register_in(unit, actor, form, remedy=found.id.hex())
    return bytes(row.id)


def _tell(unit: UnitOfWork, actor: OperatorId, row: tables.Remedy, text: str, **detail: Any) -> None:
    told = {"remedy": row.id.hex(), "number": row.number, "kind": row.kind, "cause": row.cause, **detail}
    happened(unit, actor, row.order, EventKind.REMEDY, text=text, detail=told)
