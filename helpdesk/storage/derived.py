"""Derived columns and the search index, computed for the records that a transaction touched.

One function a record kind, the same for a local click, an import and a remote batch; `rebuild` computes all anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import CustomerId, OrderId, ProductId, RequestId
from helpdesk.domain.request import RequestState
from helpdesk.domain.service_policy import ServicePolicy
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.derived_customer import derive_customers
from helpdesk.storage.derived_order import derive_orders
from helpdesk.storage.derived_product import derive_products
from helpdesk.storage.derived_request import derive_requests
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.merging import (
    KINDS,
    derive_merges,
    rebuild_merges,
    roots_of,
    table_of,
    touched_by_merges,
    with_groups,
)
from helpdesk.storage.paper_tables import PAPERS
from helpdesk.storage.tables import Record
from helpdesk.storage.unit import UnitOfWork

_RULES = (
    *(tables.Company, tables.Operator, tables.RequestState),
    *(tables.CompanySetting, tables.VatRate, tables.Promotion, tables.Store),
)


@dataclass(frozen=True)
class Rules:
    """What the derived columns are computed by."""

    hours: BusinessHours
    policy: ServicePolicy
    states: Mapping[str, RequestState]
    currency: str


def settle(rules: Rules, unit: UnitOfWork, touched: Mapping[type[Record], set[bytes]]) -> Changes:
    """Brings everything derived in line with what the transaction touched and says what changed."""
    database = unit.database
    merged = _merged(database, touched)
    customers = merged["customer"].union(
        touched.get(tables.Customer, set()),
        _parents(database, tables.Contact, "customer", touched.get(tables.Contact, set())),
    )
    customers = with_groups(database, "customer", customers)
    orders = touched.get(tables.Order, set()) | _parents(
        database, tables.OrderLine, '"order"', touched.get(tables.OrderLine, set())
    )
    subjects = _subjects(database, touched.get(tables.Event, set()))
    requests = with_groups(
        database, "request", merged["request"].union(touched.get(tables.Request, set()), subjects["request"])
    )
    orders |= subjects["order"]
    derive_customers(database, customers)
    if customers:
        named = _of_customers(database, "request", customers) - requests
        derive_requests(database, rules, named)
        derive_orders(database, rules, _of_customers(database, "customer_order", customers) - orders)
    derive_requests(database, rules, requests)
    derive_orders(database, rules, orders)
    products = touched.get(tables.Product, set()) | _parents(
        database, tables.StockMove, "product", touched.get(tables.StockMove, set())
    )
    derive_products(database, products)
    products |= _parents(database, tables.Price, "product", touched.get(tables.Price, set()))
    seen: dict[type[Record], set[bytes]] = {**touched, tables.Request: requests, tables.Order: orders}
    return Changes(
        requests=frozenset(map(RequestId, requests)),
        customers=frozenset(map(CustomerId, customers | _concerned(database, seen))),
        orders=frozenset(map(OrderId, orders)),
        products=frozenset(map(ProductId, products)),
        promises=tables.Promise in touched,
        calls=tables.Interaction in touched,
        company=any(table in touched for table in _RULES),
        papers=bool(subjects["quote"] or subjects["invoice"]) or any(table in touched for table in PAPERS[:-1]),
    )


def _concerned(database: Database, touched: Mapping[type[Record], set[bytes]]) -> set[bytes]:
    """Customers whose cards show something of what was touched."""
    shown = (
        *(tables.Request, tables.Order, tables.Interaction, tables.Promise, tables.Consent),
        *(tables.Quote, tables.Invoice),
    )
    found = {
        identity for table in shown for identity in _parents(database, table, "customer", touched.get(table, set()))
    }
    return found.union(roots_of(database, "customer", found).values())


def _merged(database: Database, touched: Mapping[type[Record], set[bytes]]) -> dict[str, set[bytes]]:
    """Records whose group is another one now; one that arrives after its merge, and linked ones too."""
    named = touched_by_merges(database, touched)
    for end in ("request", "other"):
        named["request"] |= _parents(database, tables.RequestLink, end, touched.get(tables.RequestLink, set()))
    return {
        kind: derive_merges(database, kind, named[kind] | touched.get(table, set())) | named[kind]
        for kind, table in ((kind, table_of(kind)) for kind in KINDS)
    }


def rebuild(database: Database, rules: Rules, *, at_once: int = 1000) -> None:
    """Computes every derived column and the whole search index anew; the caller holds the transaction."""
    rebuild_merges(database)
    derivations: tuple[tuple[str, Callable[[set[bytes]], None]], ...] = (
        ("customer", lambda ids: derive_customers(database, ids)),
        ("request", lambda ids: derive_requests(database, rules, ids)),
        ("customer_order", lambda ids: derive_orders(database, rules, ids)),
        ("product", lambda ids: derive_products(database, ids)),
    )
    for table, derive in derivations:
        identities = [bytes(row[0]) for row in database.rows(f"SELECT id FROM {table}")]
        for part in chunks(identities, at_once):
            derive(set(part))


def _parents(database: Database, table: type[Record], column: str, ids: Iterable[bytes]) -> set[bytes]:
    name = table._meta.table_name
    return {
        bytes(row[0])
        for part in chunks(ids)
        for row in database.rows(
            f"SELECT DISTINCT {column} FROM {name} WHERE {column} IS NOT NULL AND id IN ({marks(part)})", *part
        )
    }


def _subjects(database: Database, events: Iterable[bytes]) -> dict[str, set[bytes]]:
    found: dict[str, set[bytes]] = {"request": set(), "order": set(), "quote": set(), "invoice": set()}
    for part in chunks(events):
        for kind, subject in database.rows(
            f"SELECT subject_kind, subject FROM event WHERE id IN ({marks(part)})", *part
        ):
            found[kind].add(bytes(subject))
    return found


def _of_customers(database: Database, table: str, customers: Iterable[bytes]) -> set[bytes]:
    return {
        bytes(row[0])
        for part in chunks(customers)
        for row in database.rows(f"SELECT id FROM {table} WHERE customer IN ({marks(part)}) AND is_hidden = 0", *part)
    }
