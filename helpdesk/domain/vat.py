"""VAT by a dated rate table: which percent holds on a day, and what it comes to in a sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from helpdesk.domain.money import Money

EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class VatRate:
    """A percent and the days between which it holds, both inside; no percent at all means exempt."""

    code: str
    percent: Decimal | None
    valid_from: date | None = None
    valid_to: date | None = None
    name_en: str = ""
    name_ru: str = ""
    id: bytes = b""

    def name(self, language: str) -> str:
        """What the code is called."""
        return (self.name_ru if language == "ru" else self.name_en) or self.code


def holds(first: date | None, last: date | None, day: date) -> bool:
    """Whether a day lies between two, both inside; None is no bound."""
    return (first is None or first <= day) and (last is None or day <= last)


def rate_on(rates: Iterable[VatRate], code: str, day: date) -> VatRate | None:
    """The rate of a code on a day: of several that hold, the one that began last."""
    known = [rate for rate in rates if rate.code == code and holds(rate.valid_from, rate.valid_to, day)]
    return max(known, key=_beginning, default=None)


def vat_within(sum: Money, percent: Decimal | None) -> Money:
    """The VAT that a sum holds: sum x rate / (100 + rate), rounded half up."""
    if not percent:
        return Money(0, sum.currency)
    return Money(_rounded(sum.minor * percent / (100 + percent)), sum.currency)


def vat_on_top(sum: Money, percent: Decimal | None) -> Money:
    """The VAT that comes on top of a net sum, rounded half up."""
    if not percent:
        return Money(0, sum.currency)
    return Money(_rounded(sum.minor * percent / 100), sum.currency)


def _rounded(minor: Decimal) -> int:
    return int(minor.to_integral_value(ROUND_HALF_UP))


def _beginning(rate: VatRate) -> date:
    return rate.valid_from or date.min
