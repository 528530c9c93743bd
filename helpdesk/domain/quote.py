"""Quotes: versions that never change, what became of them, and how one version differs from another (S51, S52)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from helpdesk.domain.event import Event, EventKind
from helpdesk.domain.identity import CustomerId, OperatorId, OrderId, RequestId
from helpdesk.domain.paper import PaperLine, Totals, totals

QuoteId = NewType("QuoteId", bytes)
QuoteVersionId = NewType("QuoteVersionId", bytes)
TERMS = ("delivery", "payment", "return", "warranty")


class QuoteState(StrEnum):
    """What became of a quote."""

    OFFERED = "offered"
    AGREED = "agreed"
    DECLINED = "declined"
    ORDERED = "ordered"


class DifferenceKind(StrEnum):
    """How a line or a condition differs from an earlier version."""

    ADDED = "added"
    REMOVED = "removed"
    QUANTITY = "quantity"
    PRICE = "price"
    DISCOUNT = "discount"
    VALID_UNTIL = "valid_until"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class QuoteForm:
    """A version as typed; `approved_by` names who let a discount beyond the limit pass."""

    lines: tuple[PaperLine, ...] = ()
    customer: CustomerId | None = None
    request: RequestId | None = None
    valid_until: date | None = None
    need: str = ""
    terms: dict[str, str] = field(default_factory=dict)
    note: str = ""
    number: str = ""
    is_net: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class QuoteVersion:
    """One version of a quote, as it was offered; versions count from 1 in the order in which they were made."""

    id: QuoteVersionId
    place: int
    made_at: datetime
    operator: OperatorId | None
    valid_until: date | None
    currency: str
    is_net: bool
    lines: tuple[PaperLine, ...]
    need: str
    terms: dict[str, str]
    note: str

    @property
    def totals(self) -> Totals:
        """What the version comes to."""
        return totals(self.lines, self.currency, is_net=self.is_net)

    def is_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.valid_until is not None and self.valid_until < today


@dataclass(frozen=True, slots=True)
class QuoteStanding:
    """What became of a quote: by whom and when it was agreed, in which version, and the order made of it."""

    state: QuoteState = QuoteState.OFFERED
    since: datetime | None = None
    said_by: str = ""
    version: QuoteVersionId | None = None
    order: OrderId | None = None


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A quote as its window shows it, versions from the first to the newest."""

    id: QuoteId
    number: str
    customer: CustomerId | None
    customer_name: str
    request: RequestId | None
    versions: tuple[QuoteVersion, ...]
    standing: QuoteStanding

    @property
    def newest(self) -> QuoteVersion:
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; `before` and `after` are quantities, minor units, shares, days or texts, by its kind."""

    kind: DifferenceKind
    title: str
    before: Decimal | int | date | str | None = None
    after: Decimal | int | date | str | None = None


def quote_standing(events: Sequence[Event]) -> QuoteStanding:
    """Folds what happened to a quote, in its order; an order stands whatever is said later."""
    standing = QuoteStanding()
    for event in events:
        if event.kind is not EventKind.STATE or standing.state is QuoteState.ORDERED:
            continue
        state = QuoteState(event.state)
        version = event.detail.get("version")
        order = event.detail.get("order")
        standing = QuoteStanding(
            state,
            event.occurred_at,
            event.text or standing.said_by if state is QuoteState.ORDERED else event.text,
            QuoteVersionId(bytes.fromhex(version)) if version else standing.version,
            OrderId(bytes.fromhex(order)) if order else None,
        )
    return standing


def differences(before: QuoteVersion, after: QuoteVersion) -> tuple[Difference, ...]:
    """What changed from one version to another, line by line, then the conditions."""
    found: list[Difference] = []
    left = list(before.lines)
    for line in after.lines:
        same = next((one for one in left if _is_same(one, line)), None)
        if same is None:
            found.append(Difference(DifferenceKind.ADDED, line.title, None, line.quantity))
            continue
        left.remove(same)
        found += _line_differences(same, line)
    found += [Difference(DifferenceKind.REMOVED, line.title, line.quantity, None) for line in left]
    if before.valid_until != after.valid_until:
        found.append(Difference(DifferenceKind.VALID_UNTIL, "", before.valid_until, after.valid_until))
    for name in sorted({*before.terms, *after.terms}):
        was, now = before.terms.get(name, ""), after.terms.get(name, "")
        if was != now:
            found.append(Difference(DifferenceKind.TERMS, name, was, now))
    return tuple(found)


def _is_same(one: PaperLine, other: PaperLine) -> bool:
    return one.product == other.product if one.product else not other.product and one.title == other.title


def _line_differences(was: PaperLine, now: PaperLine) -> list[Difference]:
    found = []
    if was.quantity != now.quantity:
        found.append(Difference(DifferenceKind.QUANTITY, now.title, was.quantity, now.quantity))
    if was.price_minor != now.price_minor:
        found.append(Difference(DifferenceKind.PRICE, now.title, was.price_minor, now.price_minor))
    if (was.discount, was.reduction_minor) != (now.discount, now.reduction_minor):
        found.append(Difference(DifferenceKind.DISCOUNT, now.title, was.discount, now.discount))
    return found
