"""The order tracker on a real desk: views, search, one order and its steps, a new one by keys alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk import bootstrap
from helpdesk.clock import FixedClock
from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Company
from helpdesk.domain.customer import CustomerForm
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.service import company, customer, draft, order, product
from ui.delegates import STRIP
from ui.formatting import Locale
from ui.messages import RecordingMessages
from ui.models.order_table import OrderColumn, OrderTable
from ui.panes.order_draft import KEY
from ui.panes.order_tracker import OrderTrackerPane
from ui.seat import Seat
from ui.tasks import InlineTasks
from ui.theme import Tone

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Desk:
    """A real desk in a folder of its own, with what is typed into it."""

    def __init__(self, folder) -> None:
        self.clock = FixedClock(NOW)
        self.workplace = bootstrap.create(
            folder, Company("Romashka", "en", "Europe/Moscow", "RUB"), "Ann Reed", clock=self.clock
        )
        self.desk = self.workplace.desk
        self.operator = company.operators(self.desk)[0]
        self.messages = RecordingMessages()
        self.seat = Seat(self.desk, self.operator, InlineTasks(self.messages), self.messages, Locale())

    def customer(self, name: str = "Maria Sokolova"):
        return customer.save(self.desk, self.operator.id, CustomerForm(name=name)).id

    def product(self, name: str = "Kettle Polus 1.7 l", price_minor: int = 499000, code: str = "K-17"):
        return product.save(self.desk, self.operator.id, name=name, price_minor=price_minor, code=code, unit="pcs").id

    def order(self, **given):
        lines = given.pop("lines", (OrderLine("Kettle Polus", Decimal(2), 499000, Decimal("0.1")),))
        form = OrderForm(customer=given.pop("customer", None), lines=lines, **given)
        return order.register(self.desk, self.operator.id, form)

    def card(self, id):
        return order.card(self.desk, self.operator.id, id)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "workplace")
    yield made
    made.workplace.close()


@pytest.fixture
def tracker(desk, shown):
    def show(width: int = 1368, height: int = 800) -> OrderTrackerPane:
        pane = OrderTrackerPane(desk.seat)
        pane.changed.connect(pane.refresh)
        return shown(pane, width, height)

    return show


def choose(pane: OrderTrackerPane, row: int) -> None:
    pane.list.view.setCurrentIndex(pane.list.table.index(row, 0))


def press(key, *, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    # A cell hands its text over by a queued call.
    QApplication.processEvents()


def test_the_model_is_a_sound_model_and_asks_for_the_rows_in_sight_alone(qtmodeltester, desk):
    for _ in range(3):
        desk.order()
    table = OrderTable(Locale())
    rows = order.page(desk.desk, desk.operator.id, OrderQuery(view=OrderView.ALL), 1)
    table.show_page(rows, NOW)
    table.show_aliases(order.aliases(desk.desk, desk.operator.id, OrderQuery(view=OrderView.ALL)))
    wanted = []
    table.wanted.connect(wanted.extend)

    assert table.rowCount() == 3
    assert table.index(2, 0).data() is None
    QTest.qWait(1)
    assert len(wanted) == 1
    table.put_rows(order.rows(desk.desk, desk.operator.id, wanted))
    assert table.index(2, 0).data() == "1-00001-3" or table.index(2, 0).data()
    qtmodeltester.check(table)


def test_a_late_order_says_so_in_colour_and_in_words(desk, tracker):
    desk.clock.instant = NOW - timedelta(days=7)
    late = desk.order(customer=desk.customer())
    desk.clock.instant = NOW
    order.advance(desk.desk, desk.operator.id, late.id, OrderStage.CONFIRMED, on=date(2026, 11, 20))
    pane = tracker()

    row = pane.list.table.row_of(desk.card(late.id).row.alias)
    strip = pane.list.table.index(row, OrderColumn.STAGE).data(STRIP)

    assert strip.tone is Tone.BAD
    assert strip.word == "Late by 3 d: Confirmed"


def test_views_and_their_counts_are_shown_and_a_search_narrows_them_while_typing(desk, tracker, typed):
    desk.order(customer=desk.customer("Щёголева Мария"), requested_on=date(2026, 11, 20))
    desk.order(customer=desk.customer("Orlov Egor"), requested_on=date(2026, 12, 20))
    pane = tracker()
    pane.list.tabs.choose("all")
    pane.list._load()
    assert pane.list.table.rowCount() == 2

    pane.list.search.setFocus()
    typed(pane.list.search, "щеголева")
    QTest.qWait(100)

    assert pane.list.table.rowCount() == 1
    assert pane.list.table.index(0, OrderColumn.CUSTOMER).data() == "Щёголева Мария"


def test_choosing_an_order_shows_its_lines_to_the_kopeck(desk, tracker):
    lines = (
        OrderLine("Kettle", Decimal("3"), 33333, Decimal("0.15")),
        OrderLine("Filter", Decimal("2.5"), 10001),
    )
    desk.order(customer=desk.customer(), lines=lines)
    pane = tracker()

    choose(pane, 0)

    assert pane.card.lines.index(0, 4).data() == "849.99"
    assert pane.card.lines.index(1, 4).data() == "250.03"
    assert "1,100.02" in pane.card.total_words


def test_an_order_is_confirmed_moved_and_shipped_and_its_history_says_it(desk, tracker, qtbot):
    made = desk.order(customer=desk.customer(), requested_on=date(2026, 11, 30))
    pane = tracker()
    choose(pane, 0)

    qtbot.mouseClick(pane.card.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.card.step.take, Qt.MouseButton.LeftButton)
    assert desk.card(made.id).row.confirmed_on == date(2026, 11, 30)

    qtbot.mouseClick(pane.card.set_date, Qt.MouseButton.LeftButton)
    pane.card.step.which.setCurrentIndex(pane.card.step.which.findData(OrderDate.CONFIRMED))
    pane.card.step.day.setDate(pane.card.step.day.date().addDays(2))
    qtbot.mouseClick(pane.card.step.take, Qt.MouseButton.LeftButton)
    assert not pane.card.step.isHidden(), "a moved date needs its reason"
    pane.card.step.reason.setText("The supplier is late")
    pane.card.step.agreed.setChecked(True)
    qtbot.mouseClick(pane.card.step.take, Qt.MouseButton.LeftButton)

    card = desk.card(made.id)
    assert (card.row.confirmed_on, card.first_confirmed_on) == (date(2026, 12, 2), date(2026, 11, 30))
    for stage in (OrderStage.ASSEMBLING, OrderStage.SHIPPED):
        qtbot.mouseClick(pane.card.next, Qt.MouseButton.LeftButton)
        assert desk.card(made.id).row.stage is stage
    assert desk.card(made.id).row.shipped_on == date(2026, 11, 23)
    assert any("the customer agreed" in line and "The supplier is late" in line for line in pane.card.history())


def test_a_new_order_is_taken_down_by_keys_alone(desk, tracker, typed):
    desk.customer("Щёголева Мария")
    desk.product()
    pane = tracker()
    pane.new_order()
    entry = pane.entry
    registered = []
    pane.changed.connect(registered.append)

    typed(QApplication.focusWidget(), "щёголева")
    press(Qt.Key.Key_Return)
    assert entry.number.text().startswith("1-00001")
    typed(QApplication.focusWidget(), "kettle")
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    editor.selectAll()
    typed(editor, "3")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    QApplication.focusWidget().selectAll()
    typed(QApplication.focusWidget(), "10")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is entry.product
    assert "13,473.00" in entry.total_words
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    (changes,) = registered
    card = desk.card(next(iter(changes.orders)))
    assert card.row.number.startswith("1-00001")
    assert card.row.customer_name == "Щёголева Мария"
    assert card.row.total_minor == 1_347_300
    assert pane.card.card.row.id == card.row.id
    assert draft.load(desk.desk, desk.operator.id, KEY) is None


def test_what_was_typed_survives_and_keeps_its_number(desk, tracker, typed):
    desk.customer("Orlov Egor")
    desk.product()
    pane = tracker()
    pane.new_order()
    typed(QApplication.focusWidget(), "orlov")
    press(Qt.Key.Key_Return)
    typed(QApplication.focusWidget(), "K-17")
    press(Qt.Key.Key_Return)
    pane.entry._save()
    given = pane.entry.number.text()
    pane.hide()

    again = tracker()
    again.new_order()

    assert again.entry.number.text() == given
    assert again.entry.customer.text() == "Orlov Egor"
    assert again.entry.lines.lines[0].price_minor == 499000


def test_an_order_without_lines_or_customer_is_not_sent_and_says_why(desk, tracker, typed):
    desk.product()
    pane = tracker()
    pane.new_order()
    pane.entry.send()
    assert pane.entry.product.accessibleDescription()

    typed(pane.entry.product, "kettle")
    press(Qt.Key.Key_Return)
    pane.entry.send()

    assert pane.entry.customer.accessibleDescription()
    assert not pane.entry.product.accessibleDescription()


def test_a_new_order_for_a_customer_carries_the_name(desk, tracker):
    id = desk.customer("АО «Энергия»")
    pane = tracker()

    pane.new_order(id)

    assert pane.entry.customer.text() == "АО «Энергия»"
    assert pane.entry.draft.form.customer == id


def test_an_unfinished_order_is_neither_lost_nor_given_to_another_customer(desk, tracker):
    first, second = desk.customer("Orlov Egor"), desk.customer("Kim Victor")
    pane = tracker()
    pane.new_order(first)
    pane.entry._save()
    pane.hide()
    again = tracker()

    again.new_order(second)

    assert again.entry.customer.text() == "Orlov Egor"
    assert "Orlov Egor" in desk.messages.notices[-1]


def test_changes_from_elsewhere_are_shown_and_those_of_others_leave_the_list_alone(desk, tracker):
    made = desk.order(customer=desk.customer())
    pane = tracker()
    choose(pane, 0)
    changes = order.advance(desk.desk, desk.operator.id, made.id, OrderStage.CONFIRMED, on=date(2026, 11, 25))

    pane.refresh(changes)
    QTest.qWait(5)

    assert pane.list.table.index(0, OrderColumn.STAGE).data() == "Confirmed"
    assert pane.card.card.row.stage is OrderStage.CONFIRMED
    pane.refresh(Changes())


def test_showing_an_order_marks_it_in_the_list(desk, tracker):
    first = desk.order()
    desk.clock.instant = NOW + timedelta(hours=1)
    desk.order()
    pane = tracker()

    pane.show_order(first.id)

    assert pane.current == first.id
    assert pane.list.current_id() == first.id
