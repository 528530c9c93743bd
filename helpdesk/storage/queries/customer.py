"""Customers as they are shown: rows for lists, the card's form, consents, look-ups by phone, mail and name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from helpdesk import lazily
from helpdesk.domain.customer import (
    Consent,
    ConsentPurpose,
    Contact,
    ContactKind,
    CustomerForm,
    CustomerKind,
    CustomerRow,
)
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, instant
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.merging import ITSELF_AND_MERGED, group_of, members_of, roots_of

if TYPE_CHECKING:
    from helpdesk.domain.likeness import Likened
    from helpdesk.storage import tables
else:
    tables = lazily.module("helpdesk.storage.tables")

OPEN = "category IN ('new', 'open', 'waiting')"

SHOWN = "c.is_hidden = 0 AND c.merged_into IS NULL"
_OWN = ITSELF_AND_MERGED.format(record="c.id", table="customer")
_REACHED_BY = (
    "(SELECT {shown} FROM contact k WHERE k.customer IN ({own}) AND k.kind = '{kind}'"
    " AND k.is_hidden = 0 ORDER BY k.customer <> c.id, k.position, k.alias LIMIT 1)"
)
PHONE = _REACHED_BY.format(kind="phone", own=_OWN, shown="coalesce(nullif(k.normal, ''), k.typed)")
_MAIL = _REACHED_BY.format(kind="mail", own=_OWN, shown="k.typed")
_ROW = (
    f"SELECT c.id, c.alias, c.name, c.kind, c.city, {PHONE}, {_MAIL},"
    f" (SELECT count(*) FROM request q WHERE q.customer IN ({_OWN}) AND q.is_hidden = 0 AND q.merged_into IS NULL"
    f" AND q.{OPEN}) FROM customer c"
)


def row_of(cells: Sequence[Any]) -> CustomerRow:
    """A list row from the columns of `_ROW`."""
    identity, alias, name, kind, city, phone, mail, open_requests = cells
    return CustomerRow(
        CustomerId(bytes(identity)), alias, name, CustomerKind(kind), city, phone or "", mail or "", open_requests
    )


def newest(database: Database, limit: int) -> tuple[CustomerRow, ...]:
    """The customers that came last."""
    found = database.rows(f"{_ROW} WHERE {SHOWN} ORDER BY c.alias DESC LIMIT ?", limit)
    return tuple(map(row_of, found))


def rows_by_alias(database: Database, aliases: Iterable[int]) -> tuple[CustomerRow, ...]:
    """List rows in the order of `aliases`; hidden ones are left out."""
    wanted = list(aliases)
    found = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        for cells in database.rows(f"{_ROW} WHERE {SHOWN} AND c.alias IN ({marks(part)})", *part):
            found[cells[1]] = row_of(cells)
    return tuple(found[alias] for alias in wanted if alias in found)


def rows_by_id(database: Database, ids: Iterable[bytes]) -> dict[bytes, CustomerRow]:
    """List rows by identity; hidden ones are left out."""
    return {
        bytes(cells[0]): row_of(cells)
        for part in chunks(ids)
        for cells in database.rows(f"{_ROW} WHERE {SHOWN} AND c.id IN ({marks(part)})", *part)
    }


def form_of(row: tables.Customer, contacts: tuple[Contact, ...]) -> CustomerForm:
    """The card as it would be typed."""
    return CustomerForm(
        kind=CustomerKind(row.kind),
        name=row.name,
        form_of_address=row.form_of_address,
        company=row.company,
        position=row.position,
        city=row.city,
        inn=row.inn,
        note=row.note,
        warning=row.warning,
        preferences=row.preferences,
        language=row.language,
        time_zone=row.time_zone,
        tags=tuple(row.tags or ()),
        contacts=contacts,
    )


def contact_rows(database: Database, customer: bytes) -> list[tables.Contact]:
    """The contacts of a card and of those merged into it that were not removed, its own first, from the top."""
    table = tables.Contact
    group = group_of(database, "customer", customer)
    query = table.select().where(table.customer.in_(group) & (table.is_hidden == False))  # noqa: E712
    rows = list(query.order_by(table.position, table.alias).execute(database))
    rows.sort(key=partial(_place, group))
    return rows


def _place(group: list[bytes], row: tables.Contact) -> int:
    return group.index(row.customer)


def way(row: tables.Contact) -> tuple[str, str, str]:
    """What makes two contact rows one way to reach somebody."""
    return row.kind, row.normal or row.typed.strip(), row.extension


def contacts_of(database: Database, customer: bytes) -> tuple[Contact, ...]:
    """The contacts of a card, from the top; what two merged cards both had is there once."""
    rows = contact_rows(database, customer)
    own = rows[0].customer if rows else customer
    seen: set[tuple[str, str, str]] = set()
    found = []
    for row in rows:
        if row.customer == own or way(row) not in seen:
            found.append(Contact(ContactKind(row.kind), row.typed, row.normal, row.extension, row.label, row.id))
        seen.add(way(row))
    return tuple(found)


def consents_of(database: Database, customer: bytes) -> tuple[Consent, ...]:
    """The last word on each purpose and channel, the newest first."""
    group = group_of(database, "customer", customer)
    latest: dict[tuple[str, str], Consent] = {}
    for purpose, channel, is_given, given_at, basis in database.rows(
        f"SELECT purpose, channel, is_given, given_at, basis FROM consent WHERE customer IN ({marks(group)})"
        " AND is_hidden = 0 ORDER BY given_at DESC, alias DESC",
        *group,
    ):
        said = Consent(
            ConsentPurpose(purpose), Channel(channel) if channel else None, bool(is_given), instant(given_at), basis
        )
        latest.setdefault((purpose, channel), said)
    return tuple(latest.values())


def with_tails(database: Database, tails: Sequence[str], limit: int) -> set[bytes]:
    """Customers with a phone that ends so."""
    return _holders(database, "tail", tails, limit)


def with_normals(database: Database, normals: Sequence[str], limit: int) -> set[bytes]:
    """Customers with this very phone or mail."""
    return _holders(database, "normal", normals, limit)


def _holders(database: Database, column: str, values: Sequence[str], limit: int) -> set[bytes]:
    # The condition on '' lets SQLite take the partial index.
    sql = f"SELECT customer FROM contact WHERE {column} = ? AND {column} <> '' AND is_hidden = 0 LIMIT ?"
    found = {bytes(row[0]) for value in values for row in database.rows(sql, value, limit)}
    return found.union(roots_of(database, "customer", found).values())


def named_like(database: Database, expressions: Iterable[str], limit: int) -> set[bytes]:
    """Customers whose words answer one of the FTS5 expressions, at most `limit` of the newest for each."""
    sql = (
        "SELECT id FROM customer WHERE alias IN"
        " (SELECT rowid FROM customer_words WHERE customer_words MATCH ? ORDER BY rowid DESC LIMIT ?)"
    )
    return {bytes(row[0]) for expression in expressions for row in database.rows(sql, expression, limit)}


def likened(database: Database, ids: Iterable[bytes]) -> dict[bytes, Likened]:
    """What of these cards is compared with a card that is typed; hidden ones are left out."""
    from helpdesk.domain.folding import digits
    from helpdesk.domain.likeness import Likened

    members = members_of(database, "customer", ids := set(ids))
    whose = {member: root for root, group in members.items() for member in group}
    phones: dict[bytes, list[str]] = defaultdict(list)
    mails: dict[bytes, list[str]] = defaultdict(list)
    found = {}
    for part in chunks({*ids, *whose}):
        for customer, kind, typed, normal in database.rows(
            f"SELECT customer, kind, typed, normal FROM contact WHERE is_hidden = 0 AND customer IN ({marks(part)})",
            *part,
        ):
            key = whose.get(bytes(customer), bytes(customer))
            if kind == ContactKind.PHONE:
                phones[key].append(digits(normal or typed))
            elif kind == ContactKind.MAIL:
                mails[key].append(normal or typed)
    for part in chunks(ids):
        for identity, name, city in database.rows(
            f"SELECT c.id, c.name, c.city FROM customer c WHERE {SHOWN} AND c.id IN ({marks(part)})", *part
        ):
            key = bytes(identity)
            found[key] = Likened(name, tuple(phones[key]), tuple(mails[key]), city)
    return found


def open_requests(database: Database, customer: bytes) -> int:
    """How many requests of a customer are being worked on."""
    group = group_of(database, "customer", customer)
    row = database.row(
        f"SELECT count(*) FROM request WHERE customer IN ({marks(group)}) AND is_hidden = 0"
        f" AND merged_into IS NULL AND {OPEN}",
        *group,
    )
    return int(row[0]) if row else 0
