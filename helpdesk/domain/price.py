"""Prices by list and currency with the days between which they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helpdesk.domain.vat import holds

OWN_LIST = ""


@dataclass(frozen=True, slots=True)
class Price:
    """A price in minor units; the list "" is the company's own."""

    price_minor: int
    currency: str
    list: str = OWN_LIST
    valid_from: date | None = None
    valid_to: date | None = None
    id: bytes = b""


def price_on(prices: Iterable[Price], list: str, currency: str, day: date) -> Price | None:
    """The price of a list on a day: of several that hold, the one that began last, then the cheapest."""
    known = [
        price
        for price in prices
        if price.list == list and price.currency == currency and holds(price.valid_from, price.valid_to, day)
    ]
    return min(known, key=_latest_first, default=None)


def _latest_first(price: Price) -> tuple[int, int]:
    return -(price.valid_from or date.min).toordinal(), price.price_minor
