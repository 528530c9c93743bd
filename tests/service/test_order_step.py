"""Steps of orders on a real file: parts, corrections, confirmation calls, risk, tasks, what is said and told."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.event import EventKind, NotificationWay, SubjectKind
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderDate, OrderForm, OrderKind, OrderLine, OrderStage
from helpdesk.domain.order_check import Alternative, ConfirmationCall, DateShift, LineCheck
from helpdesk.domain.order_stage import Stage
from helpdesk.domain.request import Notice
from helpdesk.domain.task import TaskForm
from helpdesk.errors import FieldMissing, StateRefused
from helpdesk.service import customer, order, order_list, order_present, order_stage, order_step, order_telling, request
from helpdesk.service import task as tasks
from helpdesk.words import speaking
from tests.builders import MORNING, a_clock, a_customer, a_desk, a_request, an_operator

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


def place(desk, me, **cells):
    lines = (OrderLine("Kettle", Decimal(3), 499_000), OrderLine("Filter", Decimal(2), 50_000))
    return order.register(desk, me, OrderForm(**{"lines": lines, **cells})).id


def card(desk, me, id):
    return order.card(desk, me, id)


def test_an_order_ships_in_parts_and_reaches_the_stage_with_the_last_of_them(desk, me):
    """S62: partial deliveries."""
    id = place(desk, me)
    kettle, filters = (line.id for line in card(desk, me, id).lines)

    order_step.move_parts(desk, me, id, OrderDate.SHIPPED, TODAY, {kettle: Decimal(3), filters: Decimal(1)})
    assert card(desk, me, id).row.stage is OrderStage.REGISTERED
    assert card(desk, me, id).lines[1].way.shipped == 1
    with pytest.raises(StateRefused):
        order_step.move_parts(desk, me, id, OrderDate.SHIPPED, TODAY, {filters: Decimal(2)})
    order_step.move_parts(desk, me, id, OrderDate.SHIPPED, TODAY, {filters: Decimal(1)})

    assert card(desk, me, id).row.stage is OrderStage.SHIPPED
    assert card(desk, me, id).row.shipped_on == TODAY


def test_a_confirmation_call_checks_every_line_and_keeps_what_was_put_right(desk, me):
    """S61: confirmed with the customer; differences recorded and corrected."""
    id = place(desk, me)
    kettle, filters = (line.id for line in card(desk, me, id).lines)
    with pytest.raises(FieldMissing):
        order_step.confirm(desk, me, id, ConfirmationCall((LineCheck(kettle, Decimal(3)),), TODAY))

    checks = (LineCheck(kettle, Decimal(2)), LineCheck(filters, Decimal(2)))
    order_step.confirm(desk, me, id, ConfirmationCall(checks, date(2026, 11, 27), "two are enough"))

    found = card(desk, me, id)
    assert found.row.stage is OrderStage.CONFIRMED
    assert found.owed is None, "the customer heard it in the call"
    corrected = next(event for event in found.events if event.kind is EventKind.CORRECTED)
    (change,) = corrected.detail["changes"]
    assert (change["field"], change["before"], change["after"]) == ("quantity", "3", "2")
    assert any(event.kind is EventKind.CHECKED for event in found.events)


def test_the_price_of_a_line_never_changes_after_agreement(desk, me):
    id = place(desk, me)
    order.advance(desk, me, id, OrderStage.CONFIRMED, on=TODAY)
    first, second = card(desk, me, id).lines

    dearer = OrderLine(first.title, first.quantity, 600_000, id=first.id)
    with pytest.raises(StateRefused):
        order.edit(desk, me, id, lines=(dearer, second))


def test_a_date_moved_for_one_line_says_whose_doing_it_is_and_the_first_stays(desk, me, clock):
    id = place(desk, me)
    order.advance(desk, me, id, OrderStage.CONFIRMED, on=date(2026, 11, 25))
    line = card(desk, me, id).lines[1].id
    clock.instant += timedelta(hours=1)

    shift = DateShift(date(2026, 12, 2), "no filters", "Warehouse", has_agreed=True, lines=(line,))
    order_step.shift_date(desk, me, id, OrderDate.CONFIRMED, shift)

    found = card(desk, me, id)
    assert (found.row.confirmed_on, found.first_confirmed_on) == (date(2026, 12, 2), date(2026, 11, 25))
    assert found.lines[0].way.confirmed_on == date(2026, 11, 25)
    assert found.events[-1].detail["department"] == "Warehouse"
    clock.instant += timedelta(days=4)
    assert not card(desk, me, id).row.is_late, "it is not overdue by the old date"
    order.advance(desk, me, id, OrderStage.SHIPPED, on=date(2026, 11, 27))
    assert card(desk, me, id).row.has_missed_first, "yet it left after the day first promised"


def test_nothing_is_returned_that_was_never_delivered(desk, me):
    id = place(desk, me)

    with pytest.raises(StateRefused):
        order.advance(desk, me, id, OrderStage.RETURNED, reason="does not fit")
    order.advance(desk, me, id, OrderStage.DELIVERED, on=TODAY)
    order.advance(desk, me, id, OrderStage.RETURNED, reason="does not fit")

    assert card(desk, me, id).row.stage is OrderStage.RETURNED


def test_orders_that_outstay_nine_of_ten_are_at_risk_and_stand_before_the_others(desk, me, clock):
    """S62: late and at-risk orders first."""
    for _ in range(10):
        done = place(desk, me)
        clock.instant += timedelta(hours=2)
        order.advance(desk, me, done, OrderStage.CONFIRMED, on=date(2026, 12, 30))
        clock.instant += timedelta(hours=1)
        order.advance(desk, me, done, OrderStage.SHIPPED, on=date(2026, 11, 24))
        order.advance(desk, me, done, OrderStage.DELIVERED, on=date(2026, 11, 24))
    waiting = place(desk, me, requested_on=date(2027, 3, 1))
    clock.instant += timedelta(hours=5)
    fresh = place(desk, me, requested_on=date(2027, 1, 1))

    order_present.learn_usual(desk, me)
    listed = order.page(desk, me, OrderQuery(OrderView.OPEN))

    assert [row.id for row in listed] == [waiting, fresh]
    assert listed[0].risk.p90 == timedelta(hours=2)
    assert listed[0].risk.orders == 10
    assert listed[1].risk is None
    assert order.counts(desk, me)[OrderView.ATTENTION] == 1


def test_a_stage_of_the_companys_own_keeps_its_meaning(desk, me):
    order_stage.save(desk, me, Stage(OrderKind.GOODS, "packing", OrderStage.ASSEMBLING, "Packing", "Упаковка", 4))
    id = place(desk, me)

    order.advance(desk, me, id, "packing")

    row = card(desk, me, id).row
    assert (row.stage, row.stage_code, row.stage_name("ru")) == (OrderStage.ASSEMBLING, "packing", "Упаковка")
    assert order.advance(desk, me, id, OrderStage.SHIPPED, on=TODAY).orders


def test_a_stage_in_use_is_not_taken_away(desk, me):
    place(desk, me)
    first = order_stage.plan(desk, me).of(OrderKind.GOODS)[0]

    with pytest.raises(StateRefused):
        order_stage.hide(desk, me, first)


def test_every_stage_owes_a_word_until_it_is_said_or_waived_with_a_reason(desk, me):
    """S38: each stage change owes a notification until it is sent, said by phone, or waived with a reason."""
    id = place(desk, me, customer=customer.save(desk, me, a_customer()).id)
    order.advance(desk, me, id, OrderStage.CONFIRMED, on=date(2026, 11, 26))
    owed = card(desk, me, id).owed
    assert owed.stage == "confirmed"
    assert "26 ноября" in order_telling.mail_text(desk, me, id)

    with pytest.raises(FieldMissing):
        order_telling.notify(desk, me, id, Notice(owed.event, NotificationWay.WAIVED))
    order_telling.notify(desk, me, id, Notice(owed.event, NotificationWay.SAID))

    assert card(desk, me, id).owed is None
    assert order.page(desk, me, OrderQuery(OrderView.ALL, is_owed=True)) == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "being assembled, leaves tomorrow, with you on Thursday between 10 and 14."),
        ("ru", "в сборке, уедет завтра, будет у вас в четверг с 10 до 14."),
    ],
)
def test_the_readout_is_a_sentence_to_be_said(desk, me, language, expected):
    """S33: a read-out line in plain words."""
    id = place(desk, me, window_from="10:00", window_to="14:00", delivery="Savushkina 12")
    order.advance(desk, me, id, OrderStage.CONFIRMED, on=date(2026, 11, 26))
    order.set_date(desk, me, id, OrderDate.LEAVING, date(2026, 11, 24), "")
    order.advance(desk, me, id, OrderStage.ASSEMBLING)

    with speaking(language):
        full = order_telling.readout(desk, card(desk, me, id), is_identified=True)
        bare = order_telling.readout(desk, card(desk, me, id), is_identified=False)

    assert expected in full
    assert "Savushkina" in full
    assert "Savushkina" not in bare
    assert "14" not in bare.replace("24", "")


def test_a_task_waits_for_its_department_and_its_answer_brings_the_request_back_to_work(desk, me, clock):
    """S35, S65: tasks to a department with their own deadline and clock."""
    asked = request.register(desk, me, a_request()).id
    form = TaskForm("Warehouse", "Put one kettle aside", MORNING + timedelta(hours=5))
    tasks.ask(desk, me, SubjectKind.REQUEST, asked, form)
    assert request.card(desk, me, asked).row.state == "waiting_department"
    with pytest.raises(StateRefused):
        request.solve(desk, me, asked, "done", told=NotificationWay.SAID)
        request.close(desk, me, (asked,))

    clock.instant += timedelta(minutes=41)
    (open_one,) = tasks.open_ones(desk, me)
    tasks.answer(desk, me, open_one.id, "Put aside")

    (answered,) = tasks.of_subject(desk, me, asked)
    assert answered.waited(clock.instant) == timedelta(minutes=41)
    assert tasks.open_ones(desk, me) == ()


def test_a_task_of_an_order_shows_who_holds_it_and_the_filter_finds_it(desk, me):
    id = place(desk, me)
    tasks.ask(desk, me, SubjectKind.ORDER, id, TaskForm("Warehouse", "Count the kettles"))

    assert card(desk, me, id).row.department == "Warehouse"
    held = order.page(desk, me, OrderQuery(OrderView.ALL, departments=frozenset(("Warehouse",))))
    assert [row.id for row in held] == [id]


def test_an_offered_alternative_and_its_answer_stay_in_the_history(desk, me):
    id = place(desk, me)

    order_step.offer(desk, me, id, Alternative("The red kettle, today", "takes it", is_taken=True))

    assert card(desk, me, id).events[-1].detail == {"what": "The red kettle, today", "is_taken": True}


def test_an_order_of_a_request_is_found_from_the_request(desk, me):
    """S60: from a quote, from a request, or from nothing."""
    asked = request.register(desk, me, a_request()).id

    id = place(desk, me, request=asked)

    assert request.card(desk, me, asked).order == id
    assert card(desk, me, id).request == asked


def test_a_parcel_is_followed_by_the_address_of_its_carrier(desk, me):
    order_stage.save_carrier(desk, me, order_stage.Carrier("Fast", tracking_url="https://fast.example/t?n={number}"))

    assert order_stage.tracking_link(desk, me, "Fast", "A 1") == "https://fast.example/t?n=A%201"
    assert order_stage.tracking_link(desk, me, "Slow", "A 1") == ""


def test_board_and_calendar_show_the_same_orders_as_the_list(desk, me):
    ids = [place(desk, me, requested_on=date(2026, 12, day)) for day in (1, 1, 5)]

    columns = order_list.board(desk, me, OrderQuery(OrderView.OPEN), OrderKind.GOODS)
    days = order_list.calendar(desk, me, OrderQuery(OrderView.OPEN), date(2026, 12, 1), date(2026, 12, 31))

    assert (columns[0].stage.code, columns[0].count) == ("registered", 3)
    assert {day.day: len(rows) for day, rows in days.items()} == {1: 2, 5: 1}
    assert {row.id for rows in days.values() for row in rows} == set(ids)


def test_a_saved_view_keeps_its_filters(desk, me):
    query = OrderQuery(OrderView.LATE, stages=frozenset((OrderStage.SHIPPED,)), promised_from=TODAY)

    order_list.save_view(desk, me, "Mine", query)

    (kept,) = order_list.saved_views(desk, me)
    assert (kept.name, kept.query) == ("Mine", query)
