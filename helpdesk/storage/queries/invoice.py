"""The read side of invoices and payments."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from helpdesk.domain.identity import CustomerId, OrderId
from helpdesk.domain.invoice import Invoice, InvoiceCard, InvoiceId, Payment
from helpdesk.domain.paper import from_plain
from helpdesk.domain.quote import QuoteId
from helpdesk.domain.requisite import buyer_of, requisites_of
from helpdesk.errors import RecordMissing
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.queries.price import day_of

_COLUMNS = (
    'i.id, i.number, i.issued_on, i.valid_until, i.pay_by, i.currency, i.is_net, i.lines, i.seller, i.buyer, i.ground,'
    ' i.terms, i.customer, i."order", i.quote,'
    " EXISTS (SELECT 1 FROM event e WHERE e.subject = i.id AND e.state = 'cancelled')"
)  # fmt: skip


def card(database: Database, invoice: bytes) -> InvoiceCard:
    """An invoice with its payments. Raises RecordMissing."""
    found = cards(database, "i.id = ?", invoice)
    if not found:
        raise RecordMissing("invoice", invoice.hex()[:8])
    return found[0]


def of_customer(database: Database, customer: bytes, limit: int) -> list[InvoiceCard]:
    """The newest invoices of a customer."""
    return cards(database, "i.customer = ?", customer, limit=limit)


def of_order(database: Database, order: bytes) -> list[InvoiceCard]:
    """The invoices of an order, newest first."""
    return cards(database, 'i."order" = ?', order)


def of_quote(database: Database, quote: bytes) -> list[InvoiceCard]:
    """The invoices made of a quote, newest first."""
    return cards(database, "i.quote = ?", quote)


def by_numbers(database: Database, numbers: Iterable[str]) -> dict[str, InvoiceCard]:
    """Invoices under their numbers."""
    wanted = list(dict.fromkeys(numbers))
    found: dict[str, InvoiceCard] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        found |= {one.invoice.number: one for one in cards(database, f"i.number IN ({marks(part)})", *part)}
    return found


def known_sources(database: Database, sources: Iterable[str]) -> set[str]:
    """Which lines of statements are booked already."""
    wanted = list(sources)
    known: set[str] = set()
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = database.rows(f"SELECT source FROM payment WHERE source IN ({marks(part)})", *part)
        known |= {row[0] for row in rows}
    return known


def cards(database: Database, condition: str, *values: Any, limit: int = 1000) -> list[InvoiceCard]:
    """Invoices that meet a condition on `invoice i`, newest first."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM invoice i WHERE i.is_hidden = 0 AND {condition} ORDER BY i.alias DESC LIMIT ?",
        *values,
        limit,
    )
    payments = _payments(database, [bytes(row[0]) for row in rows])
    return [InvoiceCard(_invoice(row), tuple(payments[bytes(row[0])]), bool(row[-1])) for row in rows]


def _payments(database: Database, invoices: Iterable[bytes]) -> dict[bytes, list[Payment]]:
    found: dict[bytes, list[Payment]] = defaultdict(list)
    for part in chunks(invoices):
        for invoice, amount, paid_on, text, identity in database.rows(
            f"SELECT invoice, amount_minor, paid_on, text, id FROM payment WHERE invoice IN ({marks(part)})"
            " AND is_hidden = 0 ORDER BY paid_on, alias",
            *part,
        ):
            found[bytes(invoice)].append(Payment(amount, date.fromisoformat(paid_on), text, bytes(identity)))
    return found


def _invoice(row: Sequence[Any]) -> Invoice:
    identity, number, issued_on, valid_until, pay_by, currency, is_net, lines, seller, buyer = row[:10]
    ground, terms, customer, order, quote = row[10:15]
    return Invoice(
        InvoiceId(bytes(identity)),
        number,
        date.fromisoformat(issued_on),
        day_of(valid_until),
        day_of(pay_by),
        currency,
        bool(is_net),
        tuple(map(from_plain, json.loads(lines))),
        requisites_of(json.loads(seller)),
        buyer_of(json.loads(buyer)),
        ground,
        terms,
        CustomerId(bytes(customer)) if customer else None,
        OrderId(bytes(order)) if order else None,
        QuoteId(bytes(quote)) if quote else None,
    )
