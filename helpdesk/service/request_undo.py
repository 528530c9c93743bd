"""Taking a step of a list back: what it changed is compensated by events of its own, nothing is ever unwritten.

A request that moved on in the meantime is left as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.permission import Action
from helpdesk.lazily import dataclass
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import add_event, chunks, marks
from helpdesk.storage.unit import UnitOfWork


@dataclass(frozen=True)
class Standpoint:
    """Where one request stands: its state, whose it is, the queue it waits in, whether its customer is to be told."""

    request: RequestId
    state: str
    owner: OperatorId | None
    queue: str
    is_owed: bool


@dataclass(frozen=True)
class Step:
    """What a step touched, and where its requests stood before and after it; those that it left alone are not named."""

    changes: Changes
    moved: tuple[tuple[Standpoint, Standpoint], ...] = ()


def stepped(
    desk: Desk, actor: OperatorId, step: Callable[..., Changes], requests: Sequence[RequestId], *arguments: Any
) -> Step:
    """Does a step of `helpdesk.service.request` to many, so that it can be taken back. Raises what the step raises."""
    ask(desk, actor, Action.WRITE)
    with desk.reading() as database:
        before = _standpoints(database, requests)
    changes = step(desk, actor, requests, *arguments)
    with desk.reading() as database:
        after = _standpoints(database, requests)
    pairs = ((before[request], after[request]) for request in before if request in after)
    return Step(changes, tuple(pair for pair in pairs if pair[0] != pair[1]))


def take_back(desk: Desk, actor: OperatorId, step: Step) -> Changes:
    """Brings the requests of a step back to where they stood; those that moved on since stay."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        now = _standpoints(unit.database, [after.request for _before, after in step.moved])
        for before, after in step.moved:
            if now.get(after.request) == after:
                _bring_back(unit, actor, before, after)
    return unit.changes


def _bring_back(unit: UnitOfWork, actor: OperatorId, before: Standpoint, after: Standpoint) -> None:
    who = actor or None
    if (before.owner, before.queue) != (after.owner, after.queue):
        cells = {"operator": who, "owner": before.owner, "queue": before.queue, "detail": {"undo": True}}
        add_event(unit, SubjectKind.REQUEST, before.request, EventKind.ASSIGNED, **cells)
    if before.state != after.state:
        detail: dict[str, Any] = {"from": after.state, "undo": True}
        if not before.is_owed:
            # The customer heard of this state when it was first entered.
            detail["told"] = True
        add_event(
            unit, SubjectKind.REQUEST, before.request, EventKind.STATE, operator=who, state=before.state, detail=detail
        )


def _standpoints(database: Database, requests: Iterable[RequestId]) -> dict[bytes, Standpoint]:
    table = tables.Request._meta.table_name
    return {
        bytes(row[0]): Standpoint(
            RequestId(bytes(row[0])), row[1], OperatorId(bytes(row[2])) if row[2] else None, row[3], bool(row[4])
        )
        for part in chunks(requests)
        for row in database.rows(
            f"SELECT id, state, owner, queue, owed_event IS NOT NULL FROM {table} WHERE id IN ({marks(part)})", *part
        )
    }
