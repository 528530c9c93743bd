"""Problems with orders and what is done about them: demand, cause, remedy, cost, deadline by law (S63).

Our duty is a deadline; the buyer's window to ask is checked at registration and is never a clock. The days are rows of
a table with their source and their validity, never code; this is no legal advice.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from helpdesk.domain.identity import OrderId, RequestId

RemedyId = NewType("RemedyId", bytes)
OUR_MARGIN = timedelta(days=2)
"""Our own target stands so long before the deadline, on a working day."""


class RemedyKind(StrEnum):
    """What is done about a problem."""

    RESEND = "resend"
    EXCHANGE = "exchange"
    REFUND = "refund"
    PRICE_CUT = "price_cut"
    REPAIR = "repair"
    COMPENSATION = "compensation"

    @property
    def sends_again(self) -> bool:
        """Whether goods go to the customer by an order of their own."""
        return self in (RemedyKind.RESEND, RemedyKind.EXCHANGE)


class RemedyCause(StrEnum):
    """Why there is a problem."""

    DAMAGED = "damaged"
    DEFECTIVE = "defective"
    WRONG_ITEM = "wrong_item"
    MISSING = "missing"
    LATE = "late"
    NOT_LIKED = "not_liked"
    OTHER = "other"


class RemedyOutcome(StrEnum):
    """How a demand ended."""

    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class DemandRule:
    """Our deadline for a kind of demand, and how long the buyer may ask; None where the law names none."""

    code: str
    name_en: str
    name_ru: str
    days: int | None
    unit: str = "days"
    window_days: int | None = None
    window_unit: str = "days"
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    position: int = 0
    id: bytes = b""

    def name(self, language: str) -> str:
        """The demand's name in "en" or "ru"."""
        return self.name_ru if language == "ru" else self.name_en

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def due_on(self, demanded_on: date) -> date | None:
        """Our last day: counting starts on the next day, and no day off moves it (the customer's reading)."""
        return _counted(demanded_on, self.days, self.unit)

    def window_ends_on(self, received_on: date) -> date | None:
        """The buyer's last day to ask, counted from the day after he received the goods."""
        return _counted(received_on, self.window_days, self.window_unit)


def _counted(start: date, count: int | None, unit: str) -> date | None:
    if count is None:
        return None
    if unit != "months":
        return start + timedelta(days=count)
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def target_on(due_on: date, demanded_on: date, is_working: Callable[[date], bool]) -> date:
    """Our own day: two days before the deadline, moved back to a working day, never before the demand."""
    day = due_on - OUR_MARGIN
    while day > demanded_on and not is_working(day):
        day -= timedelta(days=1)
    return max(day, demanded_on)


def rule_on(rules: Sequence[DemandRule], code: str, day: date) -> DemandRule | None:
    """The rule for a kind of demand that is in force on a day; of several the newest."""
    found = [rule for rule in rules if rule.code == code and rule.holds_on(day)]
    return max(found, key=_began, default=None)


def _began(rule: DemandRule) -> date:
    return rule.valid_from or date.min


@dataclass(frozen=True, slots=True)
class RemedyForm:
    """A problem as it is taken down; `returned` is how much of the line comes back to us."""

    line: bytes | None
    demand: str
    cause: RemedyCause
    kind: RemedyKind
    quantity: Decimal
    demanded_on: date
    defect: str = ""
    returned: Decimal = Decimal(0)
    amount_minor: int = 0
    cost_minor: int = 0
    department: str = ""
    request: RequestId | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """A problem with its remedy, as it stands; sums in minor units of the company's currency."""

    id: RemedyId
    number: str
    order: OrderId
    order_number: str
    line: bytes | None
    title: str
    demand: str
    cause: RemedyCause
    kind: RemedyKind
    quantity: Decimal
    returned: Decimal
    defect: str
    amount_minor: int
    cost_minor: int
    department: str
    demanded_on: date
    due_on: date | None
    target_on: date | None
    source: str
    decision: str
    settled_on: date | None
    outcome: RemedyOutcome | None
    new_order: OrderId | None
    new_order_number: str
    request: RequestId | None

    @property
    def is_open(self) -> bool:
        """Whether the demand waits for us."""
        return self.settled_on is None

    def is_overdue(self, today: date) -> bool:
        """Whether our deadline has passed."""
        return self.is_open and self.due_on is not None and self.due_on < today


def may_return(delivered: Decimal, returned: Decimal, wanted: Decimal) -> bool:
    """Whether so much can come back: only what was delivered and has not come back yet."""
    return Decimal(0) <= wanted <= delivered - returned
