"""What operators do with requests: register, take, hand over, change state, speak, note, set the due time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import Channel, Direction, EventKind, SubjectKind
from helpdesk.domain.identity import InteractionId, OperatorId, RequestId
from helpdesk.domain.permission import Action
from helpdesk.domain.request import RequestCard, RequestForm
from helpdesk.domain.service_level import TargetClock
from helpdesk.domain.service_level import clocks as clocks_of
from helpdesk.domain.standing import service_events
from helpdesk.errors import FieldMissing
from helpdesk.lazily import dataclass
from helpdesk.service import number
from helpdesk.service.contact_reason import suggested
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.request_state import enter, hand, take_up
from helpdesk.service.request_telling import mail_text, notify, rate, readout, solve, stage_words
from helpdesk.storage import tables
from helpdesk.storage.events import add_event, events_of
from helpdesk.storage.merging import root_of
from helpdesk.storage.queries import request as queries
from helpdesk.storage.unit import UnitOfWork

__all__ = [
    "Registered",
    "Taken",
    "add_call_note",
    "add_note",
    "assign",
    "by_number",
    "card",
    "change_state",
    "clocks",
    "close",
    "customer_said",
    "edit",
    "mail_text",
    "notify",
    "rate",
    "register",
    "register_in",
    "reopen",
    "say_to_customer",
    "set_due",
    "solve",
    "take",
    "take_next",
]

CELLS = frozenset({"kind", "subject", "description", "customer", "channel", "priority", "wanted_at", "order", "reason"})


@dataclass(frozen=True)
class Registered:
    """A new record: its identity, its number for people, what was touched."""

    id: bytes
    number: str
    changes: Changes


@dataclass(frozen=True)
class Taken:
    """The request that an operator got from the queue, if there was one."""

    id: RequestId | None
    changes: Changes


def register(desk: Desk, actor: OperatorId, form: RequestForm) -> Registered:
    """Registers a request under its reserved number (S31, S32). Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = register_in(unit, desk, actor, form)
    return Registered(row.id, row.number, unit.changes)


def register_in(
    unit: UnitOfWork, desk: Desk, actor: OperatorId, form: RequestForm, *, interaction: InteractionId | None = None
) -> tables.Request:
    """Registers a request inside a larger unit of work. Raises FieldMissing."""
    if not form.subject.strip():
        raise FieldMissing("subject")
    row = unit.add(
        tables.Request,
        number=form.number or number.take(unit.database),
        kind=form.kind.value,
        subject=form.subject,
        description=form.description,
        customer=form.customer,
        channel=form.channel.value,
        priority=form.priority.value,
        wanted_at=form.wanted_at,
        order=form.order,
        reason=form.reason or suggested(unit.database, form.subject, form.description),
    )
    detail: dict[str, Any] = {"kind": form.kind.value, "priority": form.priority.value}
    if form.channel.is_conversation:
        detail["told"] = True
    if interaction is not None:
        detail["interaction"] = interaction.hex()
    add_event(
        unit,
        SubjectKind.REQUEST,
        row.id,
        EventKind.CREATED,
        operator=actor or None,
        state="received",
        channel=form.channel.value,
        direction=Direction.INCOMING.value,
        owner=form.owner,
        detail=detail,
    )
    return row


def card(desk: Desk, actor: OperatorId, request: RequestId) -> RequestCard:
    """Everything that the request pane shows. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.card(database, request)
    owed = found.owed and replace(found.owed, text=stage_words(desk, found.row, found.owed.state))
    return replace(found, owed=owed, readout=readout(desk, found.row))


def by_number(desk: Desk, actor: OperatorId, text: str) -> RequestId:
    """The request under its own or its foreign number. Raises NumberMistyped, RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.by_number(database, text)


def edit(desk: Desk, actor: OperatorId, request: RequestId, **cells: Any) -> Changes:
    """Changes descriptive cells; a new kind or priority is an event, because promises follow from it."""
    ask(desk, actor, Action.WRITE)
    if unknown := set(cells) - CELLS:
        raise ValueError(f"not cells of a request: {sorted(unknown)}")
    if not str(cells.get("subject", "-")).strip():
        raise FieldMissing("subject")
    with desk.work() as unit:
        row = unit.get(tables.Request, request)
        plain = {name: getattr(value, "value", value) for name, value in cells.items()}
        before = (row.kind, row.priority)
        unit.change(row, **plain)
        if (row.kind, row.priority) != before:
            detail = {"kind": row.kind, "priority": row.priority}
            add_event(unit, SubjectKind.REQUEST, request, EventKind.CLASSIFIED, operator=actor or None, detail=detail)
    return unit.changes


def assign(
    desk: Desk, actor: OperatorId, requests: Iterable[RequestId], owner: OperatorId | None, *, queue: str = ""
) -> Changes:
    """Hands requests over to an operator, or back to the queue (S14)."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for request in requests:
            unit.get(tables.Request, request)
            hand(unit, actor, request, owner, queue)
    return unit.changes


def take(desk: Desk, actor: OperatorId, requests: Iterable[RequestId]) -> Changes:
    """Takes requests into work: the operator owns them, and new ones enter work."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for request in requests:
            take_up(unit, desk, actor, request)
    return unit.changes


def take_next(desk: Desk, actor: OperatorId) -> Taken:
    """Takes the queue's most pressing request into work."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        request = queries.next_in_queue(unit.database)
        if request is not None:
            take_up(unit, desk, actor, request)
    return Taken(request, unit.changes)


def change_state(
    desk: Desk, actor: OperatorId, requests: Iterable[RequestId], state: str, *, reason: str = ""
) -> Changes:
    """Moves requests to a state. Raises StateRefused where a guard forbids it; then none is moved."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for request in requests:
            enter(unit, desk, actor, request, state, reason=reason)
    return unit.changes


def close(desk: Desk, actor: OperatorId, requests: Iterable[RequestId]) -> Changes:
    """Closes solved requests of which the customer has been told. Raises StateRefused."""
    return change_state(desk, actor, requests, "closed")


def reopen(desk: Desk, actor: OperatorId, requests: Iterable[RequestId], reason: str) -> Changes:
    """Brings requests back to work under the same number (S40). Raises FieldMissing without a reason."""
    if not reason.strip():
        raise FieldMissing("reason")
    return change_state(desk, actor, requests, "in_work", reason=reason)


def say_to_customer(desk: Desk, actor: OperatorId, request: RequestId, text: str, channel: Channel) -> Changes:
    """Keeps words sent or said to the customer."""
    return _message(desk, actor, request, text, channel, Direction.OUTGOING)


def customer_said(desk: Desk, actor: OperatorId, request: RequestId, text: str, channel: Channel) -> Changes:
    """Keeps a later word of the customer; a request that waited for it goes back to work."""
    return _message(desk, actor, request, text, channel, Direction.INCOMING)


def add_note(desk: Desk, actor: OperatorId, request: RequestId, text: str) -> Changes:
    """Keeps an internal note, which no customer ever sees."""
    return _text_event(desk, actor, request, EventKind.NOTE, text)


def add_call_note(desk: Desk, actor: OperatorId, request: RequestId, text: str) -> Changes:
    """Keeps what was said in a call (S72)."""
    return _text_event(desk, actor, request, EventKind.CALL_NOTE, text, channel=Channel.PHONE.value)


def set_due(desk: Desk, actor: OperatorId, request: RequestId, due_at: datetime | None, reason: str) -> Changes:
    """Sets the time of the solution by hand, which beats the policy, or takes it back."""
    detail = {"due_at": due_at.isoformat() if due_at else None}
    return _text_event(desk, actor, request, EventKind.DUE_SET, reason, detail=detail)


def clocks(desk: Desk, actor: OperatorId, request: RequestId) -> tuple[TargetClock, ...]:
    """The service clocks with every interval that explains them ("Why?")."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        row = queries.own(database, RequestId(root_of(database, "request", request)))
        history = events_of(database, [row.id])[row.id]
    events = service_events(history, desk.states, row.kind, row.priority)
    return clocks_of(events, desk.policy, desk.hours, desk.clock.now())


def _message(
    desk: Desk, actor: OperatorId, request: RequestId, text: str, channel: Channel, direction: Direction
) -> Changes:
    ask(desk, actor, Action.WRITE)
    if not text.strip():
        raise FieldMissing("text")
    with desk.work() as unit:
        row = unit.get(tables.Request, request)
        cells = {"channel": channel.value, "direction": direction.value, "text": text, "operator": actor or None}
        add_event(unit, SubjectKind.REQUEST, request, EventKind.MESSAGE, **cells)
        if direction is Direction.INCOMING and row.state == "waiting_customer":
            enter(unit, desk, actor, request, "in_work", told=True)
    return unit.changes


def _text_event(desk: Desk, actor: OperatorId, request: RequestId, kind: EventKind, text: str, **cells: Any) -> Changes:
    ask(desk, actor, Action.WRITE)
    if not text.strip() and kind is not EventKind.DUE_SET:
        raise FieldMissing("text")
    with desk.work() as unit:
        unit.get(tables.Request, request)
        add_event(unit, SubjectKind.REQUEST, request, kind, operator=actor or None, text=text, **cells)
    return unit.changes
