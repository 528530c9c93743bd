"""The tracker's other ways of looking, and the work on one order: board, calendar, to do, bulk, tasks, problems."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.identity import OrderId
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.domain.remedy import RemedyOutcome
from helpdesk.service import company, customer, order, remedy, request, task
from tests.builders import a_clock, a_customer, a_desk, a_request
from ui.dialogs.demand_rules import DemandRulesDialog
from ui.dialogs.order_correct import CorrectDialog
from ui.dialogs.order_lines import ConfirmDialog, PartsDialog
from ui.dialogs.order_stages import StagesDialog
from ui.dialogs.order_words import AlternativeDialog, IdentityDialog
from ui.dialogs.remedy import RemedyDialog, SettleDialog
from ui.dialogs.waive import ReasonDialog
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.panes.order_list_head import BOARD, CALENDAR, LIST, TODO
from ui.panes.order_todo import TodoTable
from ui.panes.order_tracker import OrderTrackerPane
from ui.seat import Seat
from ui.tasks import InlineTasks

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


class Ground:
    """A real desk with a tracker at it."""

    def __init__(self, folder) -> None:
        self.clock = a_clock(NOW)
        self.desk = a_desk(folder, self.clock, language="en")
        self.operator = company.operators(self.desk)[0]
        self.messages = RecordingMessages()
        self.seat = Seat(self.desk, self.operator, InlineTasks(self.messages), self.messages, Locale())

    def place(self, **given) -> OrderId:
        lines = (OrderLine("Kettle", Decimal(3), 499_000), OrderLine("Filter", Decimal(2), 50_000))
        form = OrderForm(**{"lines": lines, **given})
        return order.register(self.desk, self.operator.id, form).id

    def card(self, id: OrderId):
        return order.card(self.desk, self.operator.id, id)

    def advance(self, id: OrderId, stage: str, on: date | None = None) -> None:
        order.advance(self.desk, self.operator.id, id, stage, on=on)


@pytest.fixture
def ground(tmp_path):
    made = Ground(tmp_path / "desk")
    yield made
    made.desk.database.close_all()


@pytest.fixture
def tracker(ground, shown):
    pane = OrderTrackerPane(ground.seat)
    pane.changed.connect(pane.refresh)
    return shown(pane, 1368, 800)


def dialog(pane, kind):
    found = [child for child in pane.findChildren(kind) if child.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def column(pane, code):
    return next(found for found in pane.list.part(BOARD).columns if found.code == code)


def test_a_card_moved_by_keys_enters_the_stage_and_stands_in_its_column(ground, tracker):
    id = ground.place()
    tracker.list.show_mode(BOARD)
    cards = column(tracker, "registered")
    cards.setFocus()
    cards.setCurrentRow(0)

    QTest.keyClick(cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert ground.card(id).row.stage is OrderStage.CONFIRMED
    assert [column(tracker, code).count() for code in ("registered", "confirmed")] == [0, 1]


def test_a_card_dragged_back_is_asked_why_as_its_own_button_would(ground, tracker):
    """Board by stage: drag, with the same guards."""
    id = ground.place()
    ground.advance(id, OrderStage.ASSEMBLING)
    tracker.list.show_mode(BOARD)

    tracker.list.part(BOARD).move_wanted.emit(id, "confirmed")
    assert ground.card(id).row.stage is OrderStage.ASSEMBLING
    asked = dialog(tracker, ReasonDialog)
    asked.line.setText("a part is missing")
    asked.take()

    assert ground.card(id).row.stage is OrderStage.CONFIRMED


def test_the_calendar_shows_orders_on_their_days_and_enter_goes_to_them(ground, tracker):
    id = ground.place(requested_on=TODAY)
    tracker.list.show_mode(CALENDAR)
    calendar = tracker.list.part(CALENDAR)
    assert calendar.orders.count() == 1

    calendar._go_to_orders(None)

    assert QApplication.focusWidget() is calendar.orders
    assert tracker.current == id


def test_what_to_do_now_begins_with_what_is_late_and_opens_the_order(ground, tracker, qtmodeltester):
    ground.clock.instant = NOW - timedelta(days=9)
    late = ground.place(requested_on=TODAY - timedelta(days=5))
    ground.clock.instant = NOW
    ground.place(requested_on=TODAY + timedelta(days=30))
    tracker.list.show_mode(TODO)
    table = tracker.list.part(TODO).table

    assert table.todo_at(0).row.id == late
    tracker.list.part(TODO).view.setCurrentIndex(table.index(0))
    assert tracker.current == late
    assert isinstance(table, TodoTable)
    qtmodeltester.check(table)


def test_several_orders_go_to_a_stage_together_and_are_copied_as_a_table(ground, tracker):
    ids = [ground.place() for _ in range(3)]
    tracker.list.refresh(order.Registered(ids[0], "", _everything()).changes)
    tracker.list.view.selectAll()
    assert not tracker.list.bar.isHidden()

    tracker.list._copy()
    plan_rows = tracker.list.view.selected_aliases()
    tracker.list.steps._advance(tuple(ids), _stage(ground, OrderStage.CONFIRMED), "")

    assert len(plan_rows) == 3
    assert {ground.card(id).row.stage for id in ids} == {OrderStage.CONFIRMED}
    assert QGuiApplication.clipboard().text().count("\n") == 3


def _everything():
    from helpdesk.domain.changes import Changes

    return Changes(is_everything=True)


def _stage(ground, meaning):
    from helpdesk.domain.order import OrderKind
    from helpdesk.service import order_stage

    return order_stage.plan(ground.desk, ground.operator.id).named(OrderKind.GOODS, meaning)


def test_a_filter_becomes_a_chip_and_narrows_the_list(ground, tracker):
    first, second = ground.place(), ground.place()
    ground.advance(second, OrderStage.CONFIRMED, TODAY)
    tracker.list.head.switch("stages", OrderStage.CONFIRMED)
    tracker.list._load()

    assert tracker.list.table.rowCount() == 1
    assert tracker.list.table.order_at(0).id == second
    assert first != second


def test_the_confirmation_call_puts_a_line_right(ground, tracker):
    id = ground.place()
    tracker.show_order(id)
    tracker.card.acts.confirm()
    asked = dialog(tracker, ConfirmDialog)
    asked.table.item(0, 2).setText("2")

    asked.take()

    card = ground.card(id)
    assert (card.row.stage, card.lines[0].quantity) == (OrderStage.CONFIRMED, 2)
    assert any("Kettle quantity 3 → 2" in line for line in tracker.card.history())


def test_part_of_the_goods_leaves_and_the_card_says_how_much(ground, tracker):
    id = ground.place()
    tracker.show_order(id)
    tracker.card.acts.move_parts()
    asked = dialog(tracker, PartsDialog)
    asked.table.item(0, 2).setText("1")
    asked.table.item(1, 2).setText("0")

    asked.take()

    assert ground.card(id).lines[0].way.shipped == 1
    assert "1 of 3 left" in tracker.card.facts._apart.text()


def test_without_an_identity_only_stage_and_date_are_read_out(ground, tracker):
    id = ground.place(delivery="Savushkina 12")
    tracker.show_order(id)
    assert "Savushkina" not in tracker.card.say.sentence.text()

    tracker.card.acts.identify()
    dialog(tracker, IdentityDialog).take()

    assert "Savushkina" in tracker.card.say.sentence.text()
    other = ground.place(delivery="Nevsky 1")
    tracker.show_order(other)
    assert "Nevsky" not in tracker.card.say.sentence.text()


def test_a_problem_is_taken_down_settled_and_sent_again(ground, tracker):
    """S63: complaint - order line - remedy - cost - cause, in one place."""
    id = ground.place()
    ground.advance(id, OrderStage.DELIVERED, TODAY)
    complaint = request.register(ground.desk, ground.operator.id, a_request("The kettle is cracked", order=id)).id
    tracker.show_order(id)
    tracker.card.problems.ask()
    asked = dialog(tracker, RemedyDialog)
    asked.defect.setPlainText("Cracked from spout to base")
    asked.quantity.setText("1")
    assert "3 Dec 2026" in asked.due.text()
    asked.take()
    (found,) = remedy.of_order(ground.desk, ground.operator.id, id)
    assert found.request == complaint

    tracker.card.problems._settle(found)
    ended = dialog(tracker, SettleDialog)
    ended.decision.setText("We send another one")
    ended.take()

    settled = remedy.one(ground.desk, ground.operator.id, found.id)
    assert settled.outcome is RemedyOutcome.DONE
    assert ground.card(settled.new_order).row.total_minor == 0


def test_nothing_can_be_returned_in_the_window_that_was_not_delivered(ground, tracker):
    tracker.show_order(ground.place())
    tracker.card.problems.ask()

    asked = dialog(tracker, RemedyDialog)

    assert not asked.returned.isEnabled()
    asked.reject()


def test_a_task_and_an_alternative_are_kept_with_the_order(ground, tracker):
    id = ground.place()
    tracker.show_order(id)
    tracker.card.acts.offer()
    asked = dialog(tracker, AlternativeDialog)
    asked.what.setText("The red kettle, today")
    asked.take()
    assert any("The red kettle, today" in line for line in tracker.card.history())

    from helpdesk.domain.event import SubjectKind
    from helpdesk.domain.task import TaskForm

    task.ask(ground.desk, ground.operator.id, SubjectKind.ORDER, id, TaskForm("Warehouse", "Count the kettles"))
    tracker.refresh(_everything())
    (open_one,) = task.open_ones(ground.desk, ground.operator.id)
    tracker.card.acts.answer_task(open_one)
    answered = dialog(tracker, ReasonDialog)
    answered.line.setText("Eleven")
    answered.take()

    assert task.open_ones(ground.desk, ground.operator.id) == ()


def test_lines_are_corrected_in_the_window(ground, tracker):
    id = ground.place()
    tracker.show_order(id)
    tracker.card.acts.correct()
    asked = dialog(tracker, CorrectDialog)
    asked.lines.remove(1)

    asked.take()

    assert [line.title for line in ground.card(id).lines] == ["Kettle"]


def test_a_date_is_moved_for_one_line_with_the_department_that_did_it(ground, tracker):
    id = ground.place()
    ground.advance(id, OrderStage.CONFIRMED, date(2026, 11, 26))
    tracker.show_order(id)
    tracker.card._ask_date()
    step = tracker.card.step
    step.which.setCurrentIndex(step.which.findData(OrderDate.CONFIRMED))
    step.line.setCurrentIndex(2)
    step.department.setCurrentText("Warehouse")
    step.day.setDate(step.day.date().addDays(3))
    step.reason.setText("no filters")

    step._take()

    lines = ground.card(id).lines
    assert [line.way.confirmed_on for line in lines] == [date(2026, 11, 26), date(2026, 11, 29)]


def test_one_key_calls_the_customer_of_the_order(ground, tracker, qtbot):
    """From a row to the call in one key."""
    who = customer.save(ground.desk, ground.operator.id, a_customer(phone="+7 921 555-01-23")).id
    id = ground.place(customer=who)
    tracker.show_order(id)
    tracker.list.view.setFocus()

    with qtbot.waitSignal(tracker.call_wanted) as told:
        QTest.keyClick(tracker.list.view, Qt.Key.Key_F8)

    assert told.args == ["+79215550123"]


def test_a_stage_is_named_and_moved_in_its_dialog(ground, tracker):
    tracker._open_stages()
    asked = dialog(tracker, StagesDialog)
    asked.stages.item(2, 0).setText("Packing")
    asked.stages.setCurrentCell(2, 0)
    asked._move(-1)

    names = [stage.name_en for stage in asked._shown][:3]
    assert names == ["Registered", "Packing", "Confirmed"]
    asked.reject()


def test_the_way_of_looking_is_remembered(ground, tracker, shown):
    tracker.list.show_mode(BOARD)

    again = shown(OrderTrackerPane(ground.seat), 1368, 800)

    assert again.list.head.modes.current == BOARD
    again.list.show_mode(LIST)


def test_a_deadline_from_a_later_day_on_is_a_row_of_its_own(ground, tracker):
    tracker._open_rules()
    asked = dialog(tracker, DemandRulesDialog)
    asked.table.item(0, 4).setText("2027-01-01")
    rows = [rule for rule in remedy.rules(ground.desk, ground.operator.id) if rule.code == "refund"]
    assert [rule.valid_from.year for rule in rows] == [2026, 2027]

    asked.table.item(1, 1).setText("1 m")

    newer = [rule for rule in remedy.rules(ground.desk, ground.operator.id) if rule.code == "refund"][1]
    assert (newer.days, newer.unit) == (1, "months")
    asked.reject()


def test_an_order_begun_from_a_request_is_tied_to_it(ground, tracker):
    """S60: from a quote, from a request, or from nothing."""
    who = customer.save(ground.desk, ground.operator.id, a_customer()).id
    asked = request.register(ground.desk, ground.operator.id, a_request("Wants a kettle", customer=who)).id
    tracker.new_order(who, asked)
    tracker.entry.lines.add(OrderLine("Kettle", Decimal(1), 499_000))
    tracker.entry.delivery.first.setText("10")

    tracker.entry.send()

    made = request.card(ground.desk, ground.operator.id, asked).order
    assert ground.card(made).request == asked
    assert ground.card(made).window_from == "10"
