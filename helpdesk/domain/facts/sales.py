"""What the report on sales is made from: quotes and what became of them, orders, discounts, promotions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from quote to goods: how many papers and what they come to, in minor units."""

    name: str
    count: int
    minor: int


@dataclass(frozen=True, slots=True)
class Band:
    """Order lines by how much was taken off, up to and with the share `up_to` of one; None is the rest."""

    up_to: Decimal | None
    lines: int
    gross_minor: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class Seller:
    """What one person sold; `gross_minor` is without discounts."""

    name: str
    orders: int
    gross_minor: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class PromotionEffect:
    """What a promotion's goods brought on its days in the period, and on as many days before it began."""

    name: str
    first: date
    last: date
    orders: int
    net_minor: int
    orders_before: int
    net_before_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesFacts:
    """Quotes, invoices and orders of the period; `funnel` follows the quotes made in it."""

    funnel: tuple[Step, ...]
    papers: tuple[Step, ...]
    bands: tuple[Band, ...]
    sellers: tuple[Seller, ...]
    products: tuple[tuple[str, int, int], ...]
    promotions: tuple[PromotionEffect, ...]
    orders: int
    net_minor: int
    gross_minor: int
    orders_before: int
    net_before_minor: int
    declined: tuple[tuple[str, int], ...]
    currency: str
