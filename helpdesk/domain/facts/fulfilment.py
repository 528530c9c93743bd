"""What the report on fulfilment is made from: orders with the days that they promised and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

COMPLAINT_DAYS = 14
RETURN_DAYS = 30


class Verdict(Enum):
    """How a promise ended: `OUT` was taken back by the customer or never given, `PENDING` is not due yet."""

    KEPT = "kept"
    LATE = "late"
    OWED = "owed"
    CANCELLED = "cancelled"
    PENDING = "pending"
    OUT = "out"

    @property
    def is_miss(self) -> bool:
        """Whether the promise was broken."""
        return self in (Verdict.LATE, Verdict.OWED, Verdict.CANCELLED)

    @property
    def is_judged(self) -> bool:
        """Whether the promise counts."""
        return self is Verdict.KEPT or self.is_miss


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCourse:
    """An order with its days, as of the cut-off; `shipped_on` and `delivered_on` are those of the last of its goods.

    `waited_days` is how long it waited for a later day that the customer wanted; `is_excused` means that the customer
    cancelled it; `complained_on` is the first complaint or claim about it, `is_returned` that some of it came back.
    """

    alias: int
    number: str
    customer: str
    carrier: str
    ordered_on: date
    requested_on: date | None
    first_confirmed_on: date | None
    shipped_on: date | None
    delivered_on: date | None
    stage: str
    total_minor: int
    reason: str = ""
    waited_days: int = 0
    is_excused: bool = False
    complained_on: date | None = None
    is_returned: bool = False

    @property
    def promised_on(self) -> date | None:
        """The day first confirmed, or the one wanted where none was confirmed: later promises do not help."""
        return self.first_confirmed_on or self.requested_on

    @property
    def is_cancelled(self) -> bool:
        """Whether nothing will come of it."""
        return self.stage == "cancelled"

    @property
    def received_on(self) -> date | None:
        """The day of delivery, or that of shipping where nobody noted the delivery."""
        return self.delivered_on or self.shipped_on

    @property
    def is_unshipped(self) -> bool:
        """Whether the goods are still here and still owed."""
        return self.received_on is None and self.stage not in ("cancelled", "returned", "shipped", "delivered")

    @property
    def is_shipped_late(self) -> bool:
        """Whether it left after the promised day."""
        left = self.shipped_on or self.delivered_on
        return left is not None and self.promised_on is not None and left > self.promised_on

    def verdict(self, today: date) -> Verdict:
        """What became of the promise by the day of the cut-off."""
        promised, received = self.promised_on, self.received_on
        if promised is None or (self.is_cancelled and self.is_excused):
            return Verdict.OUT
        if self.is_cancelled:
            return Verdict.CANCELLED
        if received is not None:
            return Verdict.KEPT if received <= promised else Verdict.LATE
        return Verdict.OWED if promised < today else Verdict.PENDING

    def is_perfect(self) -> bool:
        """Whether a kept promise brought no complaint within two weeks; nothing is known of what comes later."""
        received = self.received_on
        complained = self.complained_on
        if received is None or self.is_returned:
            return False
        return complained is None or complained > received + timedelta(days=COMPLAINT_DAYS)

    @property
    def cycle_days(self) -> int | None:
        """Days from registering to delivery, less the wait that the customer wanted."""
        if self.delivered_on is None:
            return None
        return max(0, (self.delivered_on - self.ordered_on).days - self.waited_days)


@dataclass(frozen=True, slots=True)
class FulfilmentFacts:
    """Orders registered, promised or delivered in the period or in the one before; `today` is the cut-off's."""

    orders: list[OrderCourse]
    first: date
    last: date
    before_first: date
    before_last: date
    today: date
    currency: str
    knows_returns: bool = False
