"""What the report on complaints and claims is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DONE, REFUSED, WITHDRAWN, ANSWERED = "done", "refused", "withdrawn", "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A complaint or a demand about an order; codes as the tables hold them, sums in minor units.

    `due_on` is the deadline by law, None where there is none; `is_claim` means that a remedy was asked for.
    """

    alias: int
    is_claim: bool
    number: str
    registered_on: date
    customer: str
    product: str
    cause: str
    demand: str
    remedy: str
    outcome: str
    due_on: date | None
    settled_on: date | None
    amount_minor: int
    cost_minor: int
    department: str

    @property
    def is_justified(self) -> bool:
        """Whether it was, or is being, made good: neither refused nor withdrawn."""
        return self.is_claim and self.outcome not in (REFUSED, WITHDRAWN)

    @property
    def is_settled(self) -> bool:
        """Whether it has ended."""
        return self.settled_on is not None or self.outcome in (DONE, REFUSED, WITHDRAWN, ANSWERED)

    def kept_deadline(self, today: date) -> bool | None:
        """Whether the deadline by law was kept; None where there is none or it is still ahead."""
        if self.due_on is None or self.outcome == WITHDRAWN:
            return None
        if self.settled_on is not None:
            return self.settled_on <= self.due_on
        return None if today <= self.due_on else False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFacts:
    """The complaints registered in the period and in the one before, and how many orders were delivered in each."""

    claims: list[Claim]
    before: int
    delivered: int
    delivered_before: int
    demands: dict[str, tuple[str, str]]
    today: date
    currency: str
