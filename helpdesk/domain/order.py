"""Orders and the products in them; money in whole minor units, three dates kept apart (S53)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from helpdesk.domain.event import Event
from helpdesk.domain.identity import CustomerId, EventId, OrderId, ProductId, RequestId
from helpdesk.domain.money import Money, line_total
from helpdesk.domain.product import Product as Product


class OrderStage(StrEnum):
    """The fixed meaning behind a stage's free name; only this has behaviour."""

    REGISTERED = "registered"
    CONFIRMED = "confirmed"
    PRODUCTION = "production"
    ASSEMBLING = "assembling"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    PROBLEM = "problem"
    RETURNED = "returned"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing is owed to the customer any more."""
        return self in (OrderStage.DELIVERED, OrderStage.RETURNED, OrderStage.CANCELLED)


class OrderKind(StrEnum):
    """What an order is for; each kind has stages of its own."""

    GOODS = "goods"
    MADE = "made"
    SERVICE = "service"


WAY = (
    OrderStage.REGISTERED,
    OrderStage.CONFIRMED,
    OrderStage.PRODUCTION,
    OrderStage.ASSEMBLING,
    OrderStage.SHIPPED,
    OrderStage.DELIVERED,
)


class OrderDate(StrEnum):
    """Which date of an order or of a line was set or moved; the last one is the day on which it shall leave."""

    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class LineWay:
    """The dates of one line and how much of it has left and arrived; the first confirmed day is kept for ever."""

    confirmed_on: date | None = None
    first_confirmed_on: date | None = None
    leaving_on: date | None = None
    shipped_on: date | None = None
    delivered_on: date | None = None
    shipped: Decimal = Decimal(0)
    delivered: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order; the discount is a fraction, to four decimals, `reduction_minor` a sum taken off after it.

    `vat` is the percent that held when the line was made; None where the line is exempt or says nothing of VAT. `way`
    is what the history of the order says of the line.
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
    requested_on: date | None = None
    way: LineWay | None = None

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
    kind: OrderKind = OrderKind.GOODS
    request: RequestId | None = None
    quote: bytes | None = None
    window_from: str = ""
    window_to: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class StageUsual:
    """How long orders usually stand in a stage: nine of ten leave it within `p90`; few orders make it a guess."""

    p90: timedelta
    orders: int
    is_assumed: bool = False


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
    kind: OrderKind = OrderKind.GOODS
    stage_code: str = ""
    promised_on: date | None = None
    has_missed_first: bool = False
    is_owed: bool = False
    department: str = ""
    risk: StageUsual | None = None
    stage_names: tuple[str, str] = ("", "")
    way: tuple[int, int] = (0, 0)

    def stage_name(self, language: str) -> str:
        """The stage as the company names it, in "en" or "ru"."""
        return self.stage_names[1 if language == "ru" else 0] or self.stage_code


@dataclass(frozen=True, slots=True)
class OwedStage:
    """A stage of an order that the customer has not been told of yet (S38)."""

    event: EventId
    stage: str


@dataclass(frozen=True, slots=True)
class OrderCard:
    """An order as its pane shows it."""

    row: OrderRow
    first_confirmed_on: date | None
    delivery: str
    note: str
    lines: tuple[OrderLine, ...]
    events: tuple[Event, ...]
    leaving_on: date | None = None
    window_from: str = ""
    window_to: str = ""
    carrier: str = ""
    tracking_number: str = ""
    request: RequestId | None = None
    quote: bytes | None = None
    owed: OwedStage | None = None
