"""The read side of quotes: headers, versions in the order in which they were made, what became of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.domain.identity import CustomerId, OperatorId, RequestId, instant
from helpdesk.domain.paper import from_plain
from helpdesk.domain.quote import QuoteCard, QuoteId, QuoteVersion, QuoteVersionId, quote_standing
from helpdesk.errors import RecordMissing
from helpdesk.storage.database import Database
from helpdesk.storage.events import events_of
from helpdesk.storage.queries.price import day_of

_HEAD = (
    "SELECT q.id, q.number, q.customer, coalesce(nullif(c.name, ''), c.company, ''), q.request FROM quote q"
    " LEFT JOIN customer c ON c.id = q.customer"
)


@dataclass(frozen=True, slots=True)
class QuoteKey:
    """By what quotes are listed; nothing set lists the newest."""

    customer: bytes | None = None
    request: bytes | None = None


def card(database: Database, quote: bytes) -> QuoteCard:
    """A quote with all its versions. Raises RecordMissing."""
    row = database.row(f"{_HEAD} WHERE q.id = ?", quote)
    if row is None:
        raise RecordMissing("quote", quote.hex()[:8])
    return _card(database, row)


def by_number(database: Database, number: str) -> QuoteId | None:
    """The quote under a number."""
    row = database.row("SELECT id FROM quote WHERE number = ?", number.strip())
    return QuoteId(bytes(row[0])) if row else None


def cards(database: Database, key: QuoteKey, limit: int) -> tuple[QuoteCard, ...]:
    """The newest quotes of a customer or a request."""
    conditions, values = ["q.is_hidden = 0"], []
    for column, value in (("customer", key.customer), ("request", key.request)):
        if value is not None:
            conditions.append(f"q.{column} = ?")
            values.append(value)
    sql = f"{_HEAD} WHERE {' AND '.join(conditions)} ORDER BY q.alias DESC LIMIT ?"
    return tuple(_card(database, row) for row in database.rows(sql, *values, limit))


def versions(database: Database, quote: bytes) -> tuple[QuoteVersion, ...]:
    """The versions of a quote, counted from 1."""
    rows = database.rows(
        "SELECT id, made_at, operator, valid_until, currency, is_net, lines, need, terms, note FROM quote_version"
        " WHERE quote = ? AND is_hidden = 0 ORDER BY made_at, stamp, id",
        quote,
    )
    return tuple(_version(place, row) for place, row in enumerate(rows, start=1))


def _card(database: Database, row: Sequence[Any]) -> QuoteCard:
    identity, number, customer, name, request = row
    return QuoteCard(
        QuoteId(bytes(identity)),
        number,
        CustomerId(bytes(customer)) if customer else None,
        name or "",
        RequestId(bytes(request)) if request else None,
        versions(database, identity),
        quote_standing(events_of(database, [bytes(identity)]).get(bytes(identity), [])),
    )


def _version(place: int, row: Sequence[Any]) -> QuoteVersion:
    identity, made_at, operator, valid_until, currency, is_net, lines, need, terms, note = row
    return QuoteVersion(
        QuoteVersionId(bytes(identity)),
        place,
        instant(made_at),
        OperatorId(bytes(operator)) if operator else None,
        day_of(valid_until),
        currency,
        bool(is_net),
        tuple(map(from_plain, json.loads(lines))),
        need,
        json.loads(terms),
        note,
    )
