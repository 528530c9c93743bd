"""Stock as a ledger: what moved, and what follows from it on a day (S50)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from helpdesk.domain.identity import OperatorId, OrderId, ProductId

NOTHING = Decimal(0)


class StockMoveKind(StrEnum):
    """What a move does: the first four concern goods on hand, the others what is promised and awaited."""

    RECEIPT = "receipt"
    ISSUE = "issue"
    RETURN = "return"
    CORRECTION = "correction"
    RESERVATION = "reservation"
    RELEASE = "release"
    EXPECTED = "expected"


ON_HAND: dict[StockMoveKind, int] = {
    StockMoveKind.RECEIPT: 1,
    StockMoveKind.RETURN: 1,
    StockMoveKind.CORRECTION: 1,
    StockMoveKind.ISSUE: -1,
}
"""How a kind counts into what is on hand."""


@dataclass(frozen=True, slots=True)
class StockMove:
    """A line of the ledger; its quantity is above zero, signed for a correction alone.

    `until` is the last day of a reservation, or the day on which an expected receipt is due; `about` the expected
    receipt that a receipt answers. An issue or a release with an order uses up what that order has reserved.
    """

    product: ProductId
    kind: StockMoveKind
    quantity: Decimal
    store: bytes | None = None
    order: OrderId | None = None
    until: date | None = None
    text: str = ""
    about: bytes | None = None
    operator: OperatorId | None = None
    id: bytes = b""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is there of a product on a day; `expected_on` is when the next expected receipt is due."""

    on_hand: Decimal = NOTHING
    reserved: Decimal = NOTHING
    expected: Decimal = NOTHING
    expected_on: date | None = None
    is_kept: bool = True

    @property
    def free(self) -> Decimal:
        """What can be promised; below zero where more was promised than there is."""
        return self.on_hand - self.reserved

    @property
    def is_to_be_settled(self) -> bool:
        """Whether more went out, or was promised, than there is: somebody must look into it."""
        return self.on_hand < 0 or self.free < 0


def is_wrong(move: StockMove) -> bool:
    """Whether a move says nothing, or takes away what only a correction may."""
    if not move.quantity.is_finite() or not move.quantity:
        return True
    return move.quantity < 0 and move.kind is not StockMoveKind.CORRECTION


def on_hand(moves: Iterable[StockMove]) -> Decimal:
    """The sum of what came and went; the order of moves is of no matter."""
    return sum((ON_HAND.get(move.kind, 0) * move.quantity for move in moves), NOTHING)


def reserved(moves: Iterable[StockMove], today: date) -> Decimal:
    """What is reserved today, of moves in their order of time; a reservation frees itself after its last day."""
    open_by_order: dict[bytes | None, list[tuple[date | None, Decimal]]] = defaultdict(list)
    for move in moves:
        held = open_by_order[move.order]
        if move.kind is StockMoveKind.RESERVATION:
            held.append((move.until, move.quantity))
        elif move.kind is StockMoveKind.RELEASE or (move.kind is StockMoveKind.ISSUE and move.order):
            open_by_order[move.order] = _used_up(held, move.quantity)
    return sum(
        (left for held in open_by_order.values() for until, left in held if until is None or until >= today), NOTHING
    )


def expected(moves: Iterable[StockMove]) -> tuple[Decimal, date | None]:
    """What is still awaited, and the first day on which some of it is due."""
    awaited: dict[bytes, Decimal] = {}
    due: dict[bytes, date | None] = {}
    came: dict[bytes, Decimal] = defaultdict(lambda: NOTHING)
    for move in moves:
        if move.kind is StockMoveKind.EXPECTED:
            awaited[move.id], due[move.id] = move.quantity, move.until
        elif move.about and move.kind in (StockMoveKind.RECEIPT, StockMoveKind.RELEASE):
            came[move.about] += move.quantity
    left = {key: quantity - came[key] for key, quantity in awaited.items() if quantity > came[key]}
    days = [day for key in left if (day := due[key]) is not None]
    return sum(left.values(), NOTHING), min(days, default=None)


def standing_of(moves: Iterable[StockMove], today: date) -> Standing:
    """What all moves of one product, in their order of time, come to."""
    listed = list(moves)
    awaited, due = expected(listed)
    return Standing(on_hand(listed), reserved(listed, today), awaited, due)


def _used_up(held: list[tuple[date | None, Decimal]], quantity: Decimal) -> list[tuple[date | None, Decimal]]:
    """What stays of reservations after some was used, the oldest first."""
    rest = []
    for until, left in held:
        used = min(left, quantity)
        quantity -= used
        if left > used:
            rest.append((until, left - used))
    return rest
