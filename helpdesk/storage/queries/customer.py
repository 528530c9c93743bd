"""Customers as they are shown: rows for lists, the card's form, consents, look-ups by phone, mail and name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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

if TYPE_CHECKING:
    from helpdesk.domain.likeness import Likened
    from helpdesk.storage import tables
else:
    tables = lazily.module("helpdesk.storage.tables")

OPEN = "category IN ('new', 'open', 'waiting')"

_REACHED_BY = (
    "(SELECT {shown} FROM contact k WHERE k.customer = c.id AND k.kind = '{kind}'"
    " AND k.is_hidden = 0 ORDER BY k.position, k.alias LIMIT 1)"
)
PHONE = _REACHED_BY.format(kind="phone", shown="coalesce(nullif(k.normal, ''), k.typed)")
_MAIL = _REACHED_BY.format(kind="mail", shown="k.typed")
_ROW = (
    f"SELECT c.id, c.alias, c.name, c.kind, c.city, {PHONE}, {_MAIL},"
    f" (SELECT count(*) FROM request q WHERE q.customer = c.id AND q.is_hidden = 0 AND q.{OPEN}) FROM customer c"
)


def row_of(cells: Sequence[Any]) -> CustomerRow:
    """A list row from the columns of `_ROW`."""
    identity, alias, name, kind, city, phone, mail, open_requests = cells
    return CustomerRow(
        CustomerId(bytes(identity)), alias, name, CustomerKind(kind), city, phone or "", mail or "", open_requests
    )


def newest(database: Database, limit: int) -> tuple[CustomerRow, ...]:
    """The customers that came last."""
    found = database.rows(f"{_ROW} WHERE c.is_hidden = 0 ORDER BY c.alias DESC LIMIT ?", limit)
    return tuple(map(row_of, found))


def rows_by_alias(database: Database, aliases: Iterable[int]) -> tuple[CustomerRow, ...]:
    """List rows in the order of `aliases`; hidden ones are left out."""
    wanted = list(aliases)
    found = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        for cells in database.rows(f"{_ROW} WHERE c.is_hidden = 0 AND c.alias IN ({marks(part)})", *part):
            found[cells[1]] = row_of(cells)
    return tuple(found[alias] for alias in wanted if alias in found)


def rows_by_id(database: Database, ids: Iterable[bytes]) -> dict[bytes, CustomerRow]:
    """List rows by identity; hidden ones are left out."""
    return {
        bytes(cells[0]): row_of(cells)
        for part in chunks(ids)
        for cells in database.rows(f"{_ROW} WHERE c.is_hidden = 0 AND c.id IN ({marks(part)})", *part)
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
    """The contacts of a card that were not removed, from the top."""
    table = tables.Contact
    query = table.select().where((table.customer == customer) & (table.is_hidden == False))  # noqa: E712
    return list(query.order_by(table.position, table.alias).execute(database))


def contacts_of(database: Database, customer: bytes) -> tuple[Contact, ...]:
    """The contacts of a card, from the top."""
    return tuple(
        Contact(ContactKind(row.kind), row.typed, row.normal, row.extension, row.label, row.id)
        for row in contact_rows(database, customer)
    )


def consents_of(database: Database, customer: bytes) -> tuple[Consent, ...]:
    """The last word on each purpose and channel, the newest first."""
    latest: dict[tuple[str, str], Consent] = {}
    for purpose, channel, is_given, given_at, basis in database.rows(
        "SELECT purpose, channel, is_given, given_at, basis FROM consent WHERE customer = ? AND is_hidden = 0"
        " ORDER BY given_at DESC, alias DESC",
        customer,
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
    return {bytes(row[0]) for value in values for row in database.rows(sql, value, limit)}


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

    wanted = set(ids)
    phones: dict[bytes, list[str]] = defaultdict(list)
    mails: dict[bytes, list[str]] = defaultdict(list)
    found = {}
    for part in chunks(wanted):
        for customer, kind, typed, normal in database.rows(
            f"SELECT customer, kind, typed, normal FROM contact WHERE is_hidden = 0 AND customer IN ({marks(part)})",
            *part,
        ):
            if kind == ContactKind.PHONE:
                phones[bytes(customer)].append(digits(normal or typed))
            elif kind == ContactKind.MAIL:
                mails[bytes(customer)].append(normal or typed)
        for identity, name, city in database.rows(
            f"SELECT id, name, city FROM customer WHERE is_hidden = 0 AND id IN ({marks(part)})", *part
        ):
            key = bytes(identity)
            found[key] = Likened(name, tuple(phones[key]), tuple(mails[key]), city)
    return found


def open_requests(database: Database, customer: bytes) -> int:
    """How many requests of a customer are being worked on."""
    row = database.row(f"SELECT count(*) FROM request WHERE customer = ? AND is_hidden = 0 AND {OPEN}", customer)
    return int(row[0]) if row else 0
