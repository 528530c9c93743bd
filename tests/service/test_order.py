from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.clock import FixedClock
from helpdesk.domain.company import Company
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.errors import FieldMissing, RecordMissing
from helpdesk.service import company, order, product
from helpdesk.service.desk import Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Desk:
    made = bootstrap.create(
        tmp_path / "desk", Company("Аист", "en", "Europe/Moscow", "RUB"), "Olga Petrova", clock=clock
    )
    return made.desk


@pytest.fixture
def actor(desk: Desk) -> bytes:
    return company.operators(desk)[0].id


def an_order(**cells: object) -> OrderForm:
    lines = (OrderLine("Oak shelf", Decimal(3), 19_999, Decimal("0.1")), OrderLine("Screws", Decimal("1.5"), 250))
    return OrderForm(**{"lines": lines, **cells})


def test_an_order_keeps_its_reserved_number_and_counts_its_lines_once_rounded_each(desk: Desk, actor: bytes) -> None:
    registered = order.register(desk, actor, an_order(number="1-00457-2"))

    row = order.card(desk, actor, registered.id).row
    assert (row.number, row.total_minor, row.lines, row.title) == ("1-00457-2", 53_997 + 375, 2, "Oak shelf")
    assert registered.id in registered.changes.orders


def test_an_order_without_lines_and_words_is_refused(desk: Desk, actor: bytes) -> None:
    with pytest.raises(FieldMissing):
        order.register(desk, actor, OrderForm())


def test_the_three_dates_stay_apart_and_the_first_confirmed_day_is_kept(
    desk: Desk, actor: bytes, clock: FixedClock
) -> None:
    """S53: requested, promised and actual dates kept apart."""
    placed = order.register(desk, actor, an_order(requested_on=date(2026, 11, 27))).id
    clock.instant += timedelta(hours=1)
    order.advance(desk, actor, placed, OrderStage.CONFIRMED, on=date(2026, 11, 30))
    clock.instant += timedelta(hours=1)
    order.set_date(desk, actor, placed, OrderDate.CONFIRMED, date(2026, 12, 4), "no oak", customer_agreed=True)
    clock.instant += timedelta(hours=1)
    order.advance(desk, actor, placed, OrderStage.SHIPPED, on=date(2026, 12, 3))

    card = order.card(desk, actor, placed)

    assert card.row.requested_on == date(2026, 11, 27)
    assert (card.first_confirmed_on, card.row.confirmed_on) == (date(2026, 11, 30), date(2026, 12, 4))
    assert (card.row.shipped_on, card.row.stage) == (date(2026, 12, 3), OrderStage.SHIPPED)
    assert card.events[2].detail == {
        "which": "confirmed", "on": "2026-12-04", "from": "2026-11-30", "customer_agreed": True,
    }  # fmt: skip


def test_a_moved_date_and_a_cancelled_order_need_a_reason(desk: Desk, actor: bytes) -> None:
    placed = order.register(desk, actor, an_order()).id
    order.set_date(desk, actor, placed, OrderDate.CONFIRMED, date(2026, 12, 1), "")

    with pytest.raises(FieldMissing):
        order.set_date(desk, actor, placed, OrderDate.CONFIRMED, date(2026, 12, 2), " ")
    with pytest.raises(FieldMissing):
        order.advance(desk, actor, placed, OrderStage.CANCELLED)


def test_an_order_is_late_from_the_day_after_its_promise_until_it_ships(
    desk: Desk, actor: bytes, clock: FixedClock
) -> None:
    placed = order.register(desk, actor, an_order(requested_on=TODAY)).id
    assert not order.card(desk, actor, placed).row.is_late
    # 21:30 UTC is the next day in Moscow.
    clock.instant = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
    assert order.card(desk, actor, placed).row.is_late
    assert order.counts(desk, actor)[OrderView.LATE] == 1

    order.advance(desk, actor, placed, OrderStage.SHIPPED, on=date(2026, 11, 24))

    assert not order.card(desk, actor, placed).row.is_late
    assert order.counts(desk, actor) == {
        OrderView.ATTENTION: 0, OrderView.LATE: 0, OrderView.OPEN: 0,
        OrderView.SHIPPED: 1, OrderView.MISSED: 1, OrderView.ALL: 1,
    }  # fmt: skip


def test_a_new_order_is_never_late_at_birth(desk: Desk, actor: bytes, clock: FixedClock) -> None:
    placed = order.register(desk, actor, an_order(requested_on=TODAY - timedelta(days=3))).id
    assert not order.card(desk, actor, placed).row.is_late

    clock.instant = NOW + timedelta(days=1)

    assert order.card(desk, actor, placed).row.is_late


def test_open_orders_come_by_their_promise_and_pages_agree_with_the_whole_view(desk: Desk, actor: bytes) -> None:
    for days in (9, 2, 5):
        order.register(desk, actor, an_order(requested_on=TODAY + timedelta(days=days)))

    whole = order.aliases(desk, actor, OrderQuery(OrderView.OPEN))
    rows = order.rows(desk, actor, whole)

    assert [(row.requested_on - TODAY).days for row in rows if row.requested_on] == [2, 5, 9]
    assert order.page(desk, actor, OrderQuery(OrderView.OPEN), 2) == rows[:2]


def test_an_order_is_found_by_its_lines_and_by_part_of_its_number(desk: Desk, actor: bytes) -> None:
    placed = order.register(desk, actor, an_order())

    by_word = order.page(desk, actor, OrderQuery(OrderView.ALL, text="screw"))
    by_number = order.page(desk, actor, OrderQuery(OrderView.ALL, text=placed.number))

    assert [row.id for row in by_word] == [row.id for row in by_number] == [placed.id]
    assert order.by_number(desk, actor, placed.number) == placed.id


def test_changed_lines_keep_their_identity_and_those_left_out_are_hidden(desk: Desk, actor: bytes) -> None:
    placed = order.register(desk, actor, an_order()).id
    first, _second = order.card(desk, actor, placed).lines
    more = OrderLine(first.title, Decimal(4), first.price_minor, Decimal(0), None, first.id)

    order.edit(desk, actor, placed, lines=(more, OrderLine("Glue", Decimal(1), 99)))

    card = order.card(desk, actor, placed)
    assert [(line.title, line.quantity) for line in card.lines] == [("Oak shelf", 4), ("Glue", 1)]
    assert card.lines[0].id == first.id
    assert card.row.total_minor == 4 * 19_999 + 99


def test_an_unknown_order_is_missing(desk: Desk, actor: bytes) -> None:
    with pytest.raises(RecordMissing):
        order.card(desk, actor, b"\0" * 16)


def test_a_product_answers_to_its_code_and_its_words_and_those_still_sold_come_first(desk: Desk, actor: bytes) -> None:
    product.save(desk, actor, code="A-1", name="Полка дубовая", price_minor=19_999, is_discontinued=True)
    product.save(desk, actor, code="A-2", name="Полка сосновая", stock=Decimal("2.5"))

    assert [found.code for found in product.search(desk, actor, "полки")] == ["A-2", "A-1"]
    assert [found.code for found in product.search(desk, actor, "A-1")][-1:] == ["A-1"]
    assert product.search(desk, actor, "")[0].stock == Decimal("2.5")


def test_a_product_without_a_name_is_refused(desk: Desk, actor: bytes) -> None:
    with pytest.raises(FieldMissing):
        product.save(desk, actor, code="A-1", name=" ")
