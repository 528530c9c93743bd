"""Stock as a ledger of moves (S50)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.stock import ON_HAND, Standing, StockMove, StockMoveKind, is_wrong, on_hand, standing_of

TODAY = date(2026, 11, 24)
SHELF = b"\x01" * 16
KINDS = StockMoveKind
amounts = st.integers(1, 10_000_000).map(lambda millionths: Decimal(millionths).scaleb(-6))
orders = st.sampled_from([None, b"\x0a" * 16, b"\x0b" * 16])
days = st.none() | st.integers(-5, 5).map(lambda days: TODAY + timedelta(days=days))
moves = st.builds(StockMove, st.just(SHELF), st.sampled_from(list(KINDS)), amounts, order=orders, until=days)


def a_move(kind: StockMoveKind, quantity: int | str, **cells: object) -> StockMove:
    return StockMove(SHELF, kind, Decimal(quantity), **cells)


@settings(max_examples=60)
@given(st.lists(moves, max_size=12), st.randoms(use_true_random=False))
def test_what_is_on_hand_is_a_sum_whatever_the_order_of_moves(listed, chance):
    shuffled = chance.sample(listed, len(listed))

    assert on_hand(shuffled) == on_hand(listed) == sum(ON_HAND.get(move.kind, 0) * move.quantity for move in listed)


@settings(max_examples=60)
@given(st.lists(moves, max_size=12))
def test_what_is_reserved_is_never_below_zero_and_never_above_what_was_asked_for(listed):
    standing = standing_of(listed, TODAY)

    asked = sum(move.quantity for move in listed if move.kind is KINDS.RESERVATION)
    assert 0 <= standing.reserved <= asked
    assert standing.free == standing.on_hand - standing.reserved


@settings(max_examples=40)
@given(st.lists(moves, max_size=12))
def test_nothing_dated_stays_reserved_for_ever(listed):
    far = TODAY + timedelta(days=10)

    undated = sum(move.quantity for move in listed if move.kind is KINDS.RESERVATION and move.until is None)
    assert standing_of(listed, far).reserved <= undated


def test_a_reservation_frees_itself_after_its_last_day():
    held = [a_move(KINDS.RECEIPT, 10), a_move(KINDS.RESERVATION, 4, until=TODAY)]

    assert standing_of(held, TODAY).free == 6
    assert standing_of(held, TODAY + timedelta(days=1)).free == 10


def test_goods_that_left_for_an_order_use_up_what_it_had_reserved():
    order = b"\x0a" * 16
    held = [
        a_move(KINDS.RECEIPT, 10),
        a_move(KINDS.RESERVATION, 4, order=order),
        a_move(KINDS.RESERVATION, 2, order=b"\x0b" * 16),
        a_move(KINDS.ISSUE, 3, order=order),
    ]

    assert standing_of(held, TODAY) == Standing(Decimal(7), Decimal(3))


def test_what_is_awaited_shrinks_as_it_comes_in():
    awaited = a_move(KINDS.EXPECTED, 20, until=TODAY + timedelta(days=3), id=b"\x0c" * 16)
    came = a_move(KINDS.RECEIPT, 5, about=awaited.id)

    standing = standing_of([awaited, came], TODAY)

    assert (standing.on_hand, standing.expected, standing.expected_on) == (5, 15, TODAY + timedelta(days=3))


def test_more_promised_than_there_is_asks_to_be_settled():
    assert standing_of([a_move(KINDS.ISSUE, 1)], TODAY).is_to_be_settled
    assert standing_of([a_move(KINDS.RECEIPT, 1), a_move(KINDS.RESERVATION, 2)], TODAY).is_to_be_settled
    assert not standing_of([a_move(KINDS.RECEIPT, 2), a_move(KINDS.RESERVATION, 2)], TODAY).is_to_be_settled


def test_only_a_correction_may_take_away_by_its_sign():
    assert not is_wrong(a_move(KINDS.CORRECTION, -2))
    assert is_wrong(a_move(KINDS.RECEIPT, -2)) and is_wrong(a_move(KINDS.CORRECTION, 0))
    assert is_wrong(a_move(KINDS.ISSUE, "NaN"))
