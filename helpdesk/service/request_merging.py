"""Requests about one thing become one, and apart again; a part split off; parents and children."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, EventId, OperatorId, RequestId
from helpdesk.domain.merging import CellsChanged, MergedRecord
from helpdesk.domain.permission import Action
from helpdesk.domain.request import Priority, RequestForm, RequestKind
from helpdesk.domain.request_link import LinkedRequest, LinkKind
from helpdesk.domain.visible import one_line
from helpdesk.errors import FieldMissing, LinkRefused, MergeRefused, RecordMissing
from helpdesk.service.desk import Desk
from helpdesk.service.merge_record import add_merge, two_roots, undo
from helpdesk.service.permission import ask
from helpdesk.service.request import Registered, register_in
from helpdesk.storage import tables
from helpdesk.storage.events import events_of
from helpdesk.storage.merging import group_of, root_of
from helpdesk.storage.queries import merging as queries
from helpdesk.storage.queries import request_link as links
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _

_KIND = "request"
_IDENTITIES = ("customer", "order")
_LONGEST_SUBJECT = 80


@dataclass(frozen=True, slots=True)
class RequestsMerged:
    """The merges that were made, each to be undone by itself, the survivor, what was touched."""

    ids: tuple[bytes, ...]
    survivor: RequestId
    changes: Changes


def merge(desk: Desk, actor: OperatorId, survivor: RequestId, others: Sequence[RequestId]) -> RequestsMerged:
    """Takes requests into one: their numbers find it for ever, their events are seen in it, figures leave them out.

    Raises MergeRefused, RecordMissing.
    """
    ask(desk, actor, Action.WRITE)
    if not others:
        raise MergeRefused(_("choose two requests at least."))
    with desk.work() as unit:
        root = root_of(unit.database, _KIND, survivor)
        made = [_take_in(unit, actor, root, other) for other in others]
    return RequestsMerged(tuple(made), RequestId(root), unit.changes)


def separate(desk: Desk, actor: OperatorId, merges: Sequence[bytes]) -> Changes:
    """Undoes merges at any time: each request stands for itself again. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        for merge in reversed(merges):
            undo(unit, actor, merge, _stored)
    return unit.changes


def merged(desk: Desk, actor: OperatorId, request: RequestId) -> tuple[MergedRecord, ...]:
    """What was merged into a request and can be separated, the last merge first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.merged_into(database, _KIND, request)


def split(desk: Desk, actor: OperatorId, request: RequestId, event: EventId) -> Registered:
    """Makes a new request of one of the words in a request, linked both ways. Raises FieldMissing, RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.get(tables.Request, RequestId(root_of(unit.database, _KIND, request)))
        histories = events_of(unit.database, group_of(unit.database, _KIND, request))
        said = next((one for events in histories.values() for one in events if one.id == event), None)
        if said is None:
            raise RecordMissing("request", event.hex()[:8])
        if not said.text.strip():
            raise FieldMissing("text")
        form = RequestForm(
            subject=one_line(said.text, _LONGEST_SUBJECT),
            description=said.text,
            kind=RequestKind(row.kind),
            customer=CustomerId(row.customer) if row.customer else None,
            channel=said.channel or Channel(row.channel),
            priority=Priority(row.priority),
            order=row.order,
        )
        made = register_in(unit, desk, actor, form)
        _add_link(unit, actor, LinkKind.SPLIT, (made.id, row.id), event)
    return Registered(made.id, made.number, unit.changes)


def link(desk: Desk, actor: OperatorId, request: RequestId, other: RequestId, kind: LinkKind) -> Changes:
    """Links a request with its parent, or with one that it has to do with. Raises LinkRefused, RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        database = unit.database
        near, far = root_of(database, _KIND, request), root_of(database, _KIND, other)
        if near == far:
            raise LinkRefused(_("they are one already."))
        if kind is LinkKind.PARENT and near in links.parents_of(database, far):
            raise LinkRefused(_("the one would stand above the other and under it."))
        _add_link(unit, actor, kind, (near, far))
    return unit.changes


def unlink(desk: Desk, actor: OperatorId, link: bytes) -> Changes:
    """Takes a link away. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.change(unit.get(tables.RequestLink, link), is_hidden=True)
    return unit.changes


def linked(desk: Desk, actor: OperatorId, request: RequestId) -> tuple[LinkedRequest, ...]:
    """The requests that this one is linked with, whichever side made the link."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return links.links_of(database, request)


def _take_in(unit: UnitOfWork, actor: OperatorId, survivor: bytes, other: bytes) -> bytes:
    pair = two_roots(unit.database, _KIND, survivor, other)
    ours, theirs = unit.get(tables.Request, pair[0]), unit.get(tables.Request, pair[1])
    cells = CellsChanged()
    for name in (*_IDENTITIES, "description"):
        if not getattr(ours, name) and (value := getattr(theirs, name)):
            cells.before[name] = getattr(ours, name)
            cells.after[name] = value.hex() if isinstance(value, bytes) else value
    unit.change(ours, **{name: _stored(name, value) for name, value in cells.after.items()})
    return bytes(add_merge(unit, actor, _KIND, pair, cells).id)


def _stored(name: str, value: Any) -> Any:
    return bytes.fromhex(value) if name in _IDENTITIES and value else value


def _add_link(
    unit: UnitOfWork, actor: OperatorId, kind: LinkKind, pair: tuple[bytes, bytes], event: bytes | None = None
) -> None:
    request, other = pair
    unit.get(tables.Request, request)
    unit.get(tables.Request, other)
    unit.add(
        tables.RequestLink,
        kind=kind.value,
        request=request,
        other=other,
        linked_at=unit.now,
        operator=actor or None,
        event=event,
    )
