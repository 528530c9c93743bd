"""Moving a request inside a unit of work: its state with its guards, its owner."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.category import Category
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.request import RequestState
from helpdesk.errors import StateRefused
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _


def enter(
    unit: UnitOfWork, desk: Desk, actor: OperatorId, request: RequestId, state: str, *, reason: str = "", **detail: Any
) -> bytes | None:
    """Moves one request to a state and answers the event, or None where it stands there. Raises StateRefused."""
    row = unit.get(tables.Request, request)
    target = desk.states.get(state)
    if target is None:
        raise StateRefused(_("there is no such state."))
    if row.state == state:
        return None
    _guard(unit, row, target)
    if target.category is Category.CLOSED and not reason.strip():
        _guard_children(unit, row)
    event = add_event(
        unit,
        SubjectKind.REQUEST,
        request,
        EventKind.STATE,
        operator=actor or None,
        state=state,
        text=reason,
        detail={"from": row.state, **detail},
    )
    return bytes(event.id)


def take_up(unit: UnitOfWork, desk: Desk, actor: OperatorId, request: RequestId) -> None:
    """Makes the operator the owner; a new request enters work."""
    row = unit.get(tables.Request, request)
    if row.owner != actor:
        hand(unit, actor, request, actor)
    if row.category == Category.NEW:
        enter(unit, desk, actor, request, "in_work")


def hand(unit: UnitOfWork, actor: OperatorId, request: RequestId, owner: OperatorId | None, queue: str = "") -> None:
    """Makes `owner` the owner, or none: then the request stands in the queue."""
    before = unit.get(tables.Request, request).owner
    seen = {"left": before.hex() if before else ""}
    cells = {"operator": actor or None, "owner": owner or None, "queue": queue, "detail": seen}
    add_event(unit, SubjectKind.REQUEST, request, EventKind.ASSIGNED, **cells)


def _guard(unit: UnitOfWork, row: tables.Request, target: RequestState) -> None:
    if target.category is not Category.CLOSED:
        return
    if row.category not in (Category.SOLVED, Category.CANCELLED):
        raise StateRefused(_("solve the request first, then close it."))
    from helpdesk.storage.queries.task import has_open

    if has_open(unit.database, row.id):
        raise StateRefused(_("a department has not answered its task yet."))
    if row.owed_event is not None:
        raise StateRefused(_("the customer has not been told. Say it, send it, print it or waive it first."))


def _guard_children(unit: UnitOfWork, row: tables.Request) -> None:
    from helpdesk.storage.queries.request_link import open_children

    if numbers := open_children(unit.database, row.id):
        words = _("parts of it are open: {numbers}. Close them first, or give a reason.")
        raise StateRefused(words.format(numbers=", ".join(numbers[:5])))
