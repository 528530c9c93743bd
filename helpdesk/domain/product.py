"""Products and services as the catalogue knows them (S3, S54)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from helpdesk.domain.identity import ProductId


class ProductKind(StrEnum):
    """Whether a product lies in a store or is done."""

    GOODS = "goods"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Product:
    """Something that can be ordered; `price_minor` in minor units of the company's currency.

    `vat` is a code of the rate table ("": the company's usual one), `pictures` are names of content-hash files,
    `terms` the product's own delivery, payment, return and warranty terms, `capacity` what is done of it in a day.
    """

    id: ProductId
    code: str
    name: str
    group: str
    unit: str
    price_minor: int | None
    stock: Decimal | None
    description: str
    is_discontinued: bool
    kind: ProductKind = ProductKind.GOODS
    vat: str = ""
    characteristics: tuple[tuple[str, str], ...] = ()
    barcodes: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    goes_with: tuple[ProductId, ...] = ()
    replaces: tuple[ProductId, ...] = ()
    terms: dict[str, str] = field(default_factory=dict)
    capacity: Decimal | None = None
