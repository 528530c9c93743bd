"""The read side of prices and VAT rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from helpdesk.domain.price import Price
from helpdesk.domain.vat import VatRate
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks


def vat_rates(database: Database) -> tuple[VatRate, ...]:
    """Every rate that was ever written down, by code and beginning."""
    return tuple(
        VatRate(
            code,
            None if percent is None else Decimal(percent),
            day_of(first),
            day_of(last),
            name_en,
            name_ru,
            bytes(identity),
        )
        for code, percent, first, last, name_en, name_ru, identity in database.rows(
            "SELECT code, percent, valid_from, valid_to, name_en, name_ru, id FROM vat_rate WHERE is_hidden = 0"
            " ORDER BY code, valid_from"
        )
    )


def prices(database: Database, products: Iterable[bytes]) -> dict[bytes, tuple[Price, ...]]:
    """Prices by product, of all lists, currencies and days."""
    found: dict[bytes, list[Price]] = defaultdict(list)
    for part in chunks(products):
        for product, minor, currency, name, first, last, identity in database.rows(
            "SELECT product, price_minor, currency, list, valid_from, valid_to, id FROM price"
            f" WHERE product IN ({marks(part)}) AND is_hidden = 0 ORDER BY list, currency, valid_from",
            *part,
        ):
            found[bytes(product)].append(Price(minor, currency, name, day_of(first), day_of(last), bytes(identity)))
    return {product: tuple(listed) for product, listed in found.items()}


def lists(database: Database) -> tuple[str, ...]:
    """The names of price lists other than the company's own."""
    rows = database.rows("SELECT DISTINCT list FROM price WHERE is_hidden = 0 AND list <> '' ORDER BY list")
    return tuple(row[0] for row in rows)


def day_of(text: str | None) -> date | None:
    """A day as the database keeps it."""
    return date.fromisoformat(text) if text else None
