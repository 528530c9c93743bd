"""Calls: who may be calling, the record from the first second, and all that a call leaves behind (S1, S25, S75)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import Candidate
from helpdesk.domain.event import Channel, Direction, EventKind, SubjectKind
from helpdesk.domain.identity import CustomerId, InteractionId, OperatorId, RequestId
from helpdesk.domain.interaction import Call, CallOutcome, WrapUp
from helpdesk.domain.permission import Action
from helpdesk.domain.phone import Phone, PhoneMatch, certainty, read_phone
from helpdesk.errors import CallWrappedUp
from helpdesk.service.contact import phone_region
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.promise import make_in
from helpdesk.service.request import register_in
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import call as queries
from helpdesk.storage.queries.customer import rows_by_id
from helpdesk.storage.unit import UnitOfWork

_FORGOTTEN_AFTER = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class WrappedUp:
    """What a call ended in: the request it was about, its number for people, what was touched."""

    request: RequestId | None
    number: str
    changes: Changes


def candidates(desk: Desk, actor: OperatorId, phone: str, limit: int = 8) -> tuple[Candidate, ...]:
    """Who may be calling from a number: surest first, then who has an open request, then who was in touch last."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return _candidates(database, read_phone(phone, phone_region(desk.company)), limit)


def start(desk: Desk, actor: OperatorId, phone: str, direction: Direction = Direction.INCOMING) -> Call:
    """Records a call at once, so that it outlives a crash; an incoming one counts as answered now."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.add(
            tables.Interaction,
            channel=Channel.PHONE.value,
            direction=direction.value,
            phone=phone,
            started_at=unit.now,
            answered_at=unit.now if direction is Direction.INCOMING else None,
            operator=actor or None,
        )
    return _shown(desk, row)


def choose_customer(desk: Desk, actor: OperatorId, call_id: InteractionId, customer: CustomerId | None) -> Changes:
    """Says who is on the line. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        if customer is not None:
            unit.get(tables.Customer, customer)
        unit.change(unit.get(tables.Interaction, call_id), customer=customer)
    return unit.changes


def hang_up(desk: Desk, actor: OperatorId, call_id: InteractionId) -> Call:
    """Ends the talk; after-call work goes on. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.get(tables.Interaction, call_id)
        if row.ended_at is None:
            unit.change(row, ended_at=unit.now)
    return _shown(desk, row)


def wrap_up(desk: Desk, actor: OperatorId, call_id: InteractionId, wrap: WrapUp) -> WrappedUp:
    """Stores outcome, notes, request and promise in one go. Raises CallWrappedUp, FieldMissing, RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.get(tables.Interaction, call_id)
        if row.wrapped_at is not None:
            raise CallWrappedUp(row.phone)
        customer = wrap.customer or row.customer or (wrap.new_request.customer if wrap.new_request else None)
        request = _request(unit, desk, actor, call_id, replace(wrap, customer=customer))
        if wrap.promise is not None:
            _promise(unit, actor, replace(wrap, customer=customer), row.phone, request)
        unit.change(
            row,
            customer=customer,
            request=request.id if request else None,
            ended_at=row.ended_at or unit.now,
            wrapped_at=unit.now,
            outcome=wrap.outcome.value,
            summary=wrap.summary,
            next_step=wrap.next_step,
            notes=wrap.notes,
            answered_at=None if wrap.outcome is CallOutcome.NOT_REACHED else row.answered_at,
        )
    found = RequestId(request.id) if request else None
    return WrappedUp(found, request.number if request else "", unit.changes)


def unfinished(desk: Desk, actor: OperatorId) -> Call | None:
    """The operator's last call that was not wrapped up, as after a crash."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        row = queries.unfinished(database, actor, desk.clock.now() - _FORGOTTEN_AFTER)
    return _shown(desk, row) if row else None


def _shown(desk: Desk, row: tables.Interaction) -> Call:
    with desk.reading() as database:
        phone = read_phone(row.phone, phone_region(desk.company))
        found = _candidates(database, phone, 8)
    return Call(
        InteractionId(row.id),
        row.phone,
        Direction(row.direction),
        row.started_at,
        row.ended_at,
        CustomerId(row.customer) if row.customer else None,
        found,
    )


def _candidates(database: Database, caller: Phone, limit: int) -> tuple[Candidate, ...]:
    matches: dict[bytes, PhoneMatch] = {}
    for holder in queries.holders(database, caller):
        match = _match(holder, caller)
        if match is not None and (holder.customer not in matches or match.value < matches[holder.customer].value):
            matches[holder.customer] = match
    standings = queries.standings(database, matches)

    def rank(customer: bytes) -> tuple[int, bool, int, bytes]:
        known = standings[customer]
        return matches[customer].value, known.request is None, -known.last_contact, customer

    first = sorted(matches, key=rank)[:limit]
    rows = rows_by_id(database, first)
    return tuple(
        Candidate(rows[one], matches[one], standings[one].request, standings[one].number)
        for one in first
        if one in rows
    )


def _match(holder: queries.Holder, caller: Phone) -> PhoneMatch | None:
    kept = read_phone(holder.typed)
    if holder.normal:
        kept = Phone(holder.typed, holder.normal, holder.extension or None, holder.normal[1:])
    if kept.digits == caller.digits and not (kept.is_possible and caller.is_possible):
        return PhoneMatch.SHORT
    return certainty(kept, caller)


def _request(
    unit: UnitOfWork, desk: Desk, actor: OperatorId, call_id: InteractionId, wrap: WrapUp
) -> tables.Request | None:
    if wrap.new_request is not None:
        form = replace(wrap.new_request, customer=wrap.new_request.customer or wrap.customer)
        request = register_in(unit, desk, actor, form, interaction=call_id)
        text = wrap.notes
    elif wrap.request is not None:
        request = unit.get(tables.Request, wrap.request)
        text = wrap.notes or wrap.summary
    else:
        return None
    if text.strip():
        add_event(
            unit,
            SubjectKind.REQUEST,
            request.id,
            EventKind.CALL_NOTE,
            operator=actor or None,
            channel=Channel.PHONE.value,
            text=text,
            detail={"interaction": call_id.hex()},
        )
    return request


def _promise(unit: UnitOfWork, actor: OperatorId, wrap: WrapUp, phone: str, request: tables.Request | None) -> None:
    assert wrap.promise is not None
    form = wrap.promise
    make_in(
        unit,
        actor,
        replace(
            form,
            customer=form.customer or wrap.customer,
            request=form.request or (RequestId(request.id) if request else None),
            phone=form.phone or phone,
        ),
    )
