"""Stock on a real file: the ledger, what is free, what must be settled (S50)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.stock import Standing, StockMove, StockMoveKind, standing_of
from helpdesk.errors import FieldMissing, QuantityWrong
from helpdesk.service import product, stock
from helpdesk.storage.queries import stock as queries
from tests.builders import MORNING, a_clock, a_desk, an_operator

TODAY = date(2026, 11, 23)
ORDER = b"\x0a" * 16
KINDS = StockMoveKind


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def actor(desk):
    return an_operator(desk)


@pytest.fixture
def shelf(desk, actor):
    return product.save(desk, actor, name="Oak shelf", code="SH-1", stock=Decimal("12.5")).id


def test_a_counted_stock_becomes_a_line_of_the_ledger(desk, actor, shelf):
    product.save(desk, actor, id=shelf, stock=Decimal(10))

    with desk.reading() as database:
        moves = [move for _at, move in queries.ledger(database, shelf)]
    assert [move.quantity for move in moves] == [Decimal("-2.5"), Decimal("12.5")]
    assert product.card(desk, actor, shelf).stock == 10


def test_a_product_without_moves_is_not_kept_in_stock(desk, actor):
    advice = product.save(desk, actor, name="Advice").id

    assert product.card(desk, actor, advice).stock is None
    assert not stock.standings(desk, actor, [advice])[advice].is_kept


def test_reserving_issuing_and_expecting_are_seen_at_once(desk, actor, shelf):
    due = TODAY + timedelta(days=4)
    stock.move(desk, actor, StockMove(shelf, KINDS.RESERVATION, Decimal(5), order=ORDER, until=TODAY))
    stock.move(desk, actor, StockMove(shelf, KINDS.ISSUE, Decimal(2), order=ORDER))
    stock.move(desk, actor, StockMove(shelf, KINDS.EXPECTED, Decimal(30), until=due))

    with desk.reading() as database:
        today = stock.standing(database, shelf, TODAY)
        tomorrow = stock.standing(database, shelf, TODAY + timedelta(days=1))

    assert today == Standing(Decimal("10.5"), Decimal(3), Decimal(30), due)
    assert tomorrow.free == Decimal("10.5")


def test_the_ledger_answers_as_the_fold_over_all_its_moves(desk, actor, shelf):
    with desk.work() as unit:
        for at, kind in enumerate((*KINDS, *KINDS, *reversed(KINDS))):
            order = (None, ORDER, b"\x0b" * 16)[at % 3]
            until = (None, TODAY, TODAY - timedelta(days=1))[at % 3]
            stock.add_move(unit, StockMove(shelf, kind, Decimal(at + 1), order=order, until=until))

    with desk.reading() as database:
        moves = [move for _at, move in reversed(queries.ledger(database, shelf))]
        assert stock.standing(database, shelf, TODAY) == standing_of(moves, TODAY)


def test_stock_below_zero_is_shown_to_be_settled(desk, actor, shelf):
    assert stock.to_be_settled(desk, actor) == ()
    stock.move(desk, actor, StockMove(shelf, KINDS.ISSUE, Decimal(20)))

    found = stock.to_be_settled(desk, actor)

    assert [(one.name, one.standing.on_hand) for one in found] == [("Oak shelf", Decimal("-7.5"))]


def test_more_promised_than_there_is_is_shown_to_be_settled(desk, actor, shelf):
    stock.move(desk, actor, StockMove(shelf, KINDS.RESERVATION, Decimal(13), order=ORDER))

    assert [one.standing.free for one in stock.to_be_settled(desk, actor)] == [Decimal("-0.5")]


def test_stores_are_counted_apart(desk, actor, shelf):
    north = stock.add_store(desk, actor, "North")
    stock.move(desk, actor, StockMove(shelf, KINDS.RECEIPT, Decimal(3), store=north))

    held = {one.store: one.on_hand for one in stock.stores_of(desk, actor, shelf)}

    assert held == {"": Decimal("12.5"), "North": Decimal(3)}


def test_a_correction_says_why_and_a_receipt_of_nothing_is_refused(desk, actor, shelf):
    with pytest.raises(FieldMissing):
        stock.move(desk, actor, StockMove(shelf, KINDS.CORRECTION, Decimal(-1)))
    with pytest.raises(QuantityWrong):
        stock.move(desk, actor, StockMove(shelf, KINDS.RECEIPT, Decimal(0)))


def test_moves_carry_who_made_them_and_when(desk, actor, shelf, clock):
    stock.move(desk, actor, StockMove(shelf, KINDS.RECEIPT, Decimal(1), text="from the North"))

    with desk.reading() as database:
        at, newest = queries.ledger(database, shelf)[0]
    assert (at, newest.operator, newest.text) == (MORNING.timestamp() * 1000, actor, "from the North")
