"""Two cards of one customer become one, and two again whenever somebody finds that they were not (S80)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import CustomerForm
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.merging import MergedRecord, MergePreview, Taken, cells_changed, compared, united
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.merge_record import Merged, add_merge, two_roots, undo
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.merging import group_of, root_of
from helpdesk.storage.queries import customer as customers
from helpdesk.storage.queries import merging as queries
from helpdesk.storage.unit import record

_KIND = "customer"


def preview(desk: Desk, actor: OperatorId, survivor: CustomerId, other: CustomerId) -> MergePreview:
    """Both cards field by field, and what of the other comes along. Raises MergeRefused, RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        ours, theirs = two_roots(database, _KIND, survivor, other)
        one, two = _form(database, ours), _form(database, theirs)
        group = group_of(database, _KIND, theirs)
        return MergePreview(
            CustomerId(ours),
            one.name or one.company,
            CustomerId(theirs),
            two.name or two.company,
            compared(one, two),
            united(one.tags, two.tags),
            len(two.contacts),
            queries.count_of(database, "request", group),
            queries.count_of(database, "customer_order", group),
        )


def merge(
    desk: Desk, actor: OperatorId, survivor: CustomerId, other: CustomerId, chosen: Mapping[str, Taken] | None = None
) -> Merged:
    """Takes a card into another one, which keeps its identity; all that belongs to either is found under it.

    The other identity stays an alias for ever. Raises MergeRefused, RecordMissing.
    """
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        pair = two_roots(unit.database, _KIND, survivor, other)
        cells = cells_changed(_form(unit.database, pair[0]), _form(unit.database, pair[1]), chosen or {})
        unit.change(unit.get(tables.Customer, pair[0]), **cells.after)
        row = add_merge(unit, actor, _KIND, pair, cells)
    return Merged(row.id, pair[0], unit.changes)


def separate(desk: Desk, actor: OperatorId, merge: bytes) -> Changes:
    """Undoes one merge, also after years: each card has its own again. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        undo(unit, actor, merge, _as_it_is)
    return unit.changes


def merged(desk: Desk, actor: OperatorId, customer: CustomerId) -> tuple[MergedRecord, ...]:
    """What was merged into a card and can be separated, the last merge first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.merged_into(database, _KIND, customer)


def standing_for(desk: Desk, actor: OperatorId, customer: CustomerId) -> CustomerId:
    """The card that stands for this one today: most often itself."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return CustomerId(root_of(database, _KIND, customer))


def _form(database: Database, id: bytes) -> CustomerForm:
    return customers.form_of(record(database, tables.Customer, id), customers.contacts_of(database, id))


def _as_it_is(name: str, value: Any) -> Any:
    return value
