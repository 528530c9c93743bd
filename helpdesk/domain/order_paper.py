"""What papers about orders hold: the claim act, the return slip, the status slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from helpdesk.domain.requisite import Requisites


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPaper:
    """A demand with its order, as the claim act and the return slip print it; sums in minor units."""

    number: str
    made_on: date
    order_number: str
    ordered_on: date
    delivered_on: date | None
    customer: str
    seller: Requisites
    goods: str
    code: str
    unit: str
    quantity: Decimal
    returned: Decimal
    price_minor: int
    amount_minor: int
    defect: str
    cause: str
    demand: str
    remedy: str
    due_on: date | None
    source: str
    decision: str
    outcome: str
    department: str
    language: str
    time_zone: str
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPaper:
    """Where an order stands, as a customer takes it home."""

    number: str
    made_on: date
    sentence: str
    stages: tuple[tuple[str, bool], ...]
    lines: tuple[str, ...]
    company: str
    phone: str
    language: str
    time_zone: str
