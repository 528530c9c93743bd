"""Customer cards: what is known of a person or company, how to reach them, what was said and done (S5, S80)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import (
    ConsentPurpose,
    Contact,
    CustomerCard,
    CustomerForm,
    CustomerRow,
    Duplicate,
    HistoryLine,
)
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.query import plan
from helpdesk.errors import FieldMissing
from helpdesk.service.contact import is_empty, phone_region, store
from helpdesk.service.desk import Desk
from helpdesk.service.duplicate import likely
from helpdesk.service.find import begins
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.merging import root_of
from helpdesk.storage.queries import customer as queries
from helpdesk.storage.queries import promise as promises
from helpdesk.storage.queries.history import history_of, orders_of
from helpdesk.storage.search import matching
from helpdesk.storage.unit import UnitOfWork, record
from helpdesk.words import _

_HISTORY = 200
_BLANK = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored card and what storing it touched."""

    id: CustomerId
    changes: Changes


def save(desk: Desk, actor: OperatorId, form: CustomerForm, *, id: CustomerId | None = None) -> Saved:
    """Stores a new card, or the changed cells of an old one. Raises FieldMissing, RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        row = save_in(unit, desk, form, id=id)
    return Saved(CustomerId(row.id), unit.changes)


def save_in(unit: UnitOfWork, desk: Desk, form: CustomerForm, *, id: CustomerId | None = None) -> tables.Customer:
    """Stores a card inside a larger unit of work. Raises FieldMissing, RecordMissing."""
    # A name of signs that nobody sees is a name, one of plain blanks is not.
    if not form.name.strip(_BLANK) and all(map(is_empty, form.contacts)):
        raise FieldMissing("name")
    cells: dict[str, Any] = {
        "kind": form.kind.value,
        "name": form.name.strip(_BLANK),
        "form_of_address": form.form_of_address,
        "company": form.company,
        "position": form.position,
        "city": form.city,
        "inn": form.inn,
        "note": form.note,
        "warning": form.warning,
        "preferences": form.preferences,
        "language": form.language,
        "time_zone": form.time_zone,
        "tags": list(form.tags),
    }
    if id is None:
        row = unit.add(tables.Customer, created_at=unit.now, **cells)
    else:
        row = unit.get(tables.Customer, root_of(unit.database, "customer", id))
        unit.change(row, **cells)
    store(unit, row.id, form.contacts, phone_region(desk.company))
    return row


def card(desk: Desk, actor: OperatorId, id: CustomerId) -> CustomerCard:
    """Everything that the customer pane shows; a card merged into another is that other. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    today = desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
    with desk.reading() as database:
        id = CustomerId(root_of(database, "customer", id))
        row = record(database, tables.Customer, id)
        contacts = queries.contacts_of(database, id)
        return CustomerCard(
            id=id,
            number_of_contacts=len(contacts),
            form=queries.form_of(row, contacts),
            since=row.created_at,
            consents=queries.consents_of(database, id),
            open_requests=queries.open_requests(database, id),
            promises=promises.open_ones(database, customer=id),
            orders=orders_of(database, id, today, _HISTORY),
            history=tuple(map(_titled, history_of(database, id, _HISTORY))),
        )


def rows(desk: Desk, actor: OperatorId, text: str = "", limit: int = 200) -> tuple[CustomerRow, ...]:
    """Customers by any part of name, phone, mail, city or company; without a text those that came last."""
    ask(desk, actor, Action.SEE)
    asked = plan(text)
    with desk.reading() as database:
        if asked.is_empty:
            return queries.newest(database, limit)
        found = queries.rows_by_alias(database, matching(database, "customer", asked, limit=limit))
    return tuple(sorted(found, key=lambda row: not begins(asked, row.name)))


def duplicates(
    desk: Desk, actor: OperatorId, form: CustomerForm, *, but: CustomerId | None = None
) -> tuple[Duplicate, ...]:
    """Cards that may be the customer being typed, the surest first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return likely(database, form, phone_region(desk.company), but=but)


def set_consent(
    desk: Desk,
    actor: OperatorId,
    id: CustomerId,
    purpose: ConsentPurpose,
    channel: Channel | None,
    is_given: bool,
    basis: str,
) -> Changes:
    """Keeps what a customer agreed to or refused; a consent needs its basis (152-ФЗ). Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if is_given and not basis.strip():
        raise FieldMissing("basis")
    with desk.work() as unit:
        unit.get(tables.Customer, id)
        unit.add(
            tables.Consent,
            customer=id,
            purpose=purpose.value,
            channel=channel.value if channel else "",
            is_given=is_given,
            given_at=unit.now,
            basis=basis,
            operator=actor or None,
        )
    return unit.changes


def hide(desk: Desk, actor: OperatorId, id: CustomerId) -> Changes:
    """Takes a card out of lists and search; what refers to it stays. Raises RecordMissing."""
    return _mark(desk, actor, id, is_hidden=True)


def unhide(desk: Desk, actor: OperatorId, id: CustomerId) -> Changes:
    """Puts a hidden card back. Raises RecordMissing."""
    return _mark(desk, actor, id, is_hidden=False)


def shown_contacts(desk: Desk, actor: OperatorId, id: CustomerId) -> tuple[Contact, ...]:
    """The contacts unmasked; who looked, and when, is kept (S13). Raises RecordMissing."""
    ask(desk, actor, Action.SHOW_CONTACTS)
    with desk.work() as unit:
        unit.get(tables.Customer, id)
        unit.add(tables.ContactView, customer=id, operator=actor or None, viewed_at=unit.now)
        return queries.contacts_of(unit.database, id)


def _mark(desk: Desk, actor: OperatorId, id: CustomerId, *, is_hidden: bool) -> Changes:
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.change(unit.get(tables.Customer, id), is_hidden=is_hidden)
    return unit.changes


def _titled(line: HistoryLine) -> HistoryLine:
    return line if line.title or line.kind != "call" else replace(line, title=_("Call"))
