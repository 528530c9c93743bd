"""Problems and remedies on a real file: only what was delivered comes back, papers and stock follow (S63)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helpdesk.domain.event import EventKind
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.domain.order_todo import TodoKind
from helpdesk.domain.remedy import DemandRule, RemedyCause, RemedyForm, RemedyKind, RemedyOutcome
from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.errors import FieldMissing, StateRefused
from helpdesk.service import order, order_paper, order_step, order_todo, product, remedy, stock
from tests.builders import a_clock, a_desk, an_operator
from tests.report.reading import pages_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


@pytest.fixture
def kettle(desk, me):
    made = product.save(desk, me, name="Чайник «Полюс»", code="K-17", price_minor=499_000)
    stock.move(desk, me, StockMove(made.id, StockMoveKind.RECEIPT, Decimal(10)))
    return made.id


@pytest.fixture
def placed(desk, me, kettle):
    return order.register(desk, me, OrderForm(lines=(OrderLine("", Decimal(3), 499_000, product=kettle),))).id


def text_of(pdf):
    return " ".join(line for page in pages_of(pdf) for line in page)


def a_form(desk, me, placed, **cells):
    line = order.card(desk, me, placed).lines[0].id
    given = {
        "line": line,
        "demand": "refund",
        "cause": RemedyCause.DAMAGED,
        "kind": RemedyKind.REFUND,
        "quantity": Decimal(1),
        "demanded_on": TODAY,
        "defect": "Трещина от носика до дна",
        "returned": Decimal(1),
        "amount_minor": 499_000,
    }
    return RemedyForm(**{**given, **cells})


def on_hand(desk, me, kettle):
    return stock.standings(desk, me, [kettle])[kettle].on_hand


def test_only_what_was_delivered_and_has_not_come_back_yet_can_be_returned(desk, me, placed):
    with pytest.raises(StateRefused):
        remedy.register(desk, me, placed, a_form(desk, me, placed))
    line = order.card(desk, me, placed).lines[0].id
    order_step.move_parts(desk, me, placed, OrderDate.DELIVERED, TODAY, {line: Decimal(2)})

    remedy.register(desk, me, placed, a_form(desk, me, placed))
    remedy.register(desk, me, placed, a_form(desk, me, placed))

    with pytest.raises(StateRefused):
        remedy.register(desk, me, placed, a_form(desk, me, placed))


def test_a_demand_gets_its_number_and_the_deadline_of_the_rule_in_force(desk, me, placed):
    made = remedy.register(desk, me, placed, a_form(desk, me, placed, returned=Decimal(0)))

    (found,) = remedy.of_order(desk, me, placed)
    assert found.number == made.number
    assert (found.due_on, found.target_on) == (date(2026, 12, 3), date(2026, 12, 1))
    assert "ст. 22" in found.source


def test_a_rule_changed_by_the_company_counts_from_its_day_on(desk, me, placed):
    remedy.save_rule(desk, me, DemandRule("refund", "Refund", "Возврат", 5, valid_from=date(2026, 11, 1)))

    remedy.register(desk, me, placed, a_form(desk, me, placed, returned=Decimal(0)))

    assert remedy.of_order(desk, me, placed)[0].due_on == date(2026, 11, 28)


def test_the_buyers_window_is_told_and_never_refuses(desk, me):
    found = remedy.deadlines(desk, me, "sound_goods", TODAY, received_on=date(2026, 11, 1))

    assert found.window_ends_on == date(2026, 11, 15)
    assert found.is_too_late(TODAY)


def test_goods_leave_the_stock_with_the_order_and_come_back_with_a_settled_refund(desk, me, placed, kettle):
    order.advance(desk, me, placed, OrderStage.SHIPPED, on=TODAY)
    assert on_hand(desk, me, kettle) == 7
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    assert on_hand(desk, me, kettle) == 7
    form = a_form(desk, me, placed, cause=RemedyCause.NOT_LIKED, demand="sound_goods")
    made = remedy.register(desk, me, placed, form)

    remedy.settle(desk, me, made.id, RemedyOutcome.DONE, decision="Деньги возвращены")

    assert on_hand(desk, me, kettle) == 8
    assert not remedy.one(desk, me, made.id).is_open
    remedy.settle(desk, me, made.id, RemedyOutcome.DONE, decision="ещё раз")
    assert on_hand(desk, me, kettle) == 8, "what is settled stays so"


def test_broken_goods_that_came_back_are_not_sold_again(desk, me, placed, kettle):
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    made = remedy.register(desk, me, placed, a_form(desk, me, placed))

    remedy.settle(desk, me, made.id, RemedyOutcome.DONE, decision="Брак подтверждён")

    assert on_hand(desk, me, kettle) == 7


def test_an_exchange_makes_an_order_of_its_own_that_costs_nothing(desk, me, placed):
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    form = a_form(desk, me, placed, kind=RemedyKind.EXCHANGE, demand="exchange")
    made = remedy.register(desk, me, placed, form)

    remedy.settle(desk, me, made.id, RemedyOutcome.DONE, decision="Меняем", cost_minor=30_000)

    found = remedy.one(desk, me, made.id)
    again = order.card(desk, me, found.new_order)
    assert (again.row.total_minor, again.lines[0].quantity) == (0, 1)
    assert found.new_order_number == again.row.number
    assert found.cost_minor == 30_000


def test_an_order_of_which_everything_was_paid_back_is_returned(desk, me, placed):
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    made = remedy.register(desk, me, placed, a_form(desk, me, placed, quantity=Decimal(3), returned=Decimal(3)))

    remedy.settle(desk, me, made.id, RemedyOutcome.DONE, decision="Возврат всего заказа")

    assert order.card(desk, me, placed).row.stage is OrderStage.RETURNED


def test_a_decision_needs_its_words_and_the_history_keeps_both_steps(desk, me, placed):
    made = remedy.register(desk, me, placed, a_form(desk, me, placed, returned=Decimal(0)))
    with pytest.raises(FieldMissing):
        remedy.settle(desk, me, made.id, RemedyOutcome.REFUSED, decision=" ")

    remedy.settle(desk, me, made.id, RemedyOutcome.REFUSED, decision="Следы падения")

    kinds = [event.kind for event in order.card(desk, me, placed).events]
    assert kinds.count(EventKind.REMEDY) == 2


def test_sums_by_cause_leave_refused_demands_out(desk, me, placed):
    for cause in (RemedyCause.DAMAGED, RemedyCause.DAMAGED, RemedyCause.LATE):
        form = a_form(desk, me, placed, cause=cause, returned=Decimal(0), cost_minor=1_000)
        made = remedy.register(desk, me, placed, form)
    remedy.settle(desk, me, made.id, RemedyOutcome.REFUSED, decision="В срок")

    assert remedy.sums_by_cause(desk, me, TODAY, TODAY) == {RemedyCause.DAMAGED: (2, 998_000, 2_000)}


def test_a_demand_presses_from_its_own_target_day_on(desk, me, placed, clock):
    remedy.register(desk, me, placed, a_form(desk, me, placed, returned=Decimal(0)))
    clock.instant = clock.instant.replace(month=12, day=1)

    found = order_todo.todo(desk, me)

    assert [(one.kind, one.row.id) for one in found] == [(TodoKind.REMEDY, placed)]


@pytest.mark.parametrize(("language", "words"), [("ru", "Акт рекламации №"), ("en", "Claim act no.")])
def test_the_claim_act_says_what_is_wrong_and_what_is_asked(desk, me, placed, language, words):
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    made = remedy.register(desk, me, placed, a_form(desk, me, placed))

    printed = text_of(order_paper.claim_act_pdf(desk, me, made.id, language=language))

    assert f"{words} {made.number}" in printed
    assert "Трещина от носика до дна" in printed
    assert "K-17" in printed


def test_the_return_slip_names_what_came_back_and_what_is_paid(desk, me, placed):
    order.advance(desk, me, placed, OrderStage.DELIVERED, on=TODAY)
    made = remedy.register(desk, me, placed, a_form(desk, me, placed))

    printed = text_of(order_paper.return_slip_pdf(desk, me, made.id, language="ru"))

    assert "4 990,00" in printed.replace("\u00a0", " ")


def test_the_status_slip_without_identity_names_neither_goods_nor_sums(desk, me, placed):
    bare = text_of(order_paper.status_slip_pdf(desk, me, placed, "a6", language="en"))
    full = text_of(order_paper.status_slip_pdf(desk, me, placed, "roll", is_identified=True, language="en"))

    number = order.card(desk, me, placed).row.number
    assert number in bare and number in full
    assert "Полюс" not in bare
    assert "Полюс" in full


def test_goods_are_kept_for_an_order_until_it_leaves_or_is_cancelled(desk, me, placed, kettle):
    """S50: stock on hand, reserved, expected."""

    def free():
        return stock.standings(desk, me, [kettle])[kettle].free

    assert free() == 7
    line = order.card(desk, me, placed).lines[0]
    order.edit(desk, me, placed, lines=(replace(line, quantity=Decimal(5)),))
    assert free() == 5
    order_step.move_parts(desk, me, placed, OrderDate.SHIPPED, TODAY, {line.id: Decimal(2)})
    assert (free(), on_hand(desk, me, kettle)) == (5, 8)

    order.advance(desk, me, placed, OrderStage.CANCELLED, reason="не нужен")

    assert free() == 8
