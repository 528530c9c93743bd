"""What was promised to customers: calls back and everything else that has its time (S2)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from helpdesk import lazily
from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import OpenPromise
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing
from helpdesk.lazily import dataclass
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries import promise as queries

if TYPE_CHECKING:
    from helpdesk.storage import tables
    from helpdesk.storage.unit import UnitOfWork
else:
    tables = lazily.module("helpdesk.storage.tables")


@dataclass(frozen=True)
class PromiseCounts:
    """Open promises whose time has passed, and open callbacks."""

    overdue: int
    callbacks: int


def open_ones(desk: Desk, actor: OperatorId, *, due_before: datetime | None = None) -> tuple[OpenPromise, ...]:
    """Promises not kept yet, the nearest first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.open_ones(database, due_before=due_before)


def counts(desk: Desk, actor: OperatorId) -> PromiseCounts:
    """What the top bar warns of."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return PromiseCounts(*queries.count(database, desk.clock.now()))


def make(desk: Desk, actor: OperatorId, form: PromiseForm) -> Changes:
    """Keeps in mind what was promised. Raises FieldMissing where a promise says nothing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        make_in(unit, actor, form)
    return unit.changes


def make_in(unit: UnitOfWork, actor: OperatorId, form: PromiseForm) -> tables.Promise:
    """Adds a promise inside a larger unit of work. Raises FieldMissing."""
    if form.kind is PromiseKind.PROMISE and not form.what.strip():
        raise FieldMissing("what")
    return unit.add(
        tables.Promise,
        kind=form.kind.value,
        what=form.what,
        customer=form.customer,
        request=form.request,
        phone=form.phone,
        due_at=form.due_at,
        operator=actor or None,
    )


def keep(desk: Desk, actor: OperatorId, promise: bytes) -> Changes:
    """Marks a promise as kept; once kept it stays so. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = unit.get(tables.Promise, promise)
        if row.kept_at is None:
            unit.change(row, kept_at=unit.now)
    return unit.changes
