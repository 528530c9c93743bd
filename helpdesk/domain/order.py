"""Orders and the products in them; money in whole minor units, three dates kept apart (S53)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from helpdesk.domain.event import Event
from helpdesk.domain.identity import CustomerId, OrderId, ProductId
from helpdesk.domain.money import Money, line_total


class OrderStage(StrEnum):
    """Where an order stands, in the order of its way to the customer."""

    REGISTERED = "registered"
    CONFIRMED = "confirmed"
    ASSEMBLING = "assembling"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


WAY = (
    OrderStage.REGISTERED,
    OrderStage.CONFIRMED,
    OrderStage.ASSEMBLING,
    OrderStage.SHIPPED,
    OrderStage.DELIVERED,
)


class OrderDate(StrEnum):
    """Which date of an order was set or moved."""

    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Product:
    """Something that can be ordered; `price_minor` in minor units of the company's currency."""

    id: ProductId
    code: str
    name: str
    group: str
    unit: str
    price_minor: int | None
    stock: Decimal | None
    description: str
    is_discontinued: bool


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order; the discount is a fraction, to four decimals, `reduction_minor` a sum taken off after it.

    `vat` is the percent that held when the line was made; None where the line is exempt or says nothing of VAT.
    """

    title: str
    quantity: Decimal
    price_minor: int
    discount: Decimal = Decimal(0)
    product: ProductId | None = None
    id: bytes = b""
    reduction_minor: int = 0
    vat: Decimal | None = None
    unit: str = ""

    def sum(self, currency: str) -> Money:
        """What the line comes to, rounded half up once."""
        return line_total(Money(self.price_minor, currency), self.quantity, self.discount) - Money(
            self.reduction_minor, currency
        )


@dataclass(frozen=True, slots=True)
class OrderForm:
    """An order as typed."""

    customer: CustomerId | None = None
    requested_on: date | None = None
    delivery: str = ""
    note: str = ""
    lines: tuple[OrderLine, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as the tracker shows it."""

    id: OrderId
    alias: int
    number: str
    customer: CustomerId | None
    customer_name: str
    title: str
    lines: int
    stage: OrderStage
    ordered_at: datetime
    requested_on: date | None
    confirmed_on: date | None
    shipped_on: date | None
    delivered_on: date | None
    stage_since: datetime
    total_minor: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class OrderCard:
    """An order as its pane shows it."""

    row: OrderRow
    first_confirmed_on: date | None
    delivery: str
    note: str
    lines: tuple[OrderLine, ...]
    events: tuple[Event, ...]
