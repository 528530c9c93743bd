"""The confirmation call: every line of an order read back to the customer, put right where it differs (S61)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Speaker(StrEnum):
    """Who speaks for an order."""

    CUSTOMER = "customer"
    REPRESENTATIVE = "representative"
    COURIER = "courier"
    OTHER = "other"


class IdentityProof(StrEnum):
    """How it was made sure who speaks, before sums and addresses are read out."""

    KNOWN_NUMBER = "known_number"
    CODE_WORD = "code_word"
    ORDER_DETAILS = "order_details"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class LineCheck:
    """One line as the customer confirmed or corrected it; a quantity of zero takes the line off."""

    line: bytes
    quantity: Decimal
    requested_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConfirmationCall:
    """What the call came to: every line checked, the day promised, the customer's words."""

    checks: tuple[LineCheck, ...]
    confirmed_on: date
    words: str = ""
    speaker: Speaker = Speaker.CUSTOMER


@dataclass(frozen=True, slots=True)
class DateShift:
    """A date set or moved: for which lines (none named: all), why, whose doing it is, whether the customer agreed."""

    on: date | None
    reason: str = ""
    department: str = ""
    has_agreed: bool = False
    lines: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """What was offered instead of waiting, and what the customer said to it (S62)."""

    what: str
    answer: str = ""
    is_taken: bool | None = None
