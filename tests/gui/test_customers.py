"""The list of customers on a real desk: found while typing, opened by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.service import customer, promise
from tests.gui.customer_ground import CTRL, a_ground, press
from ui.delegates import ROW
from ui.models.customer_table import CustomerTable
from ui.panes.callbacks import CallbacksList
from ui.panes.customers import CustomersPane


@pytest.fixture
def ground(tmp_path):
    return a_ground(tmp_path)


@pytest.fixture
def pane(ground, shown):
    ground.customer("Щёголева Мария", city="Псков")
    ground.customer("Olga Swan", "+7 911 555-02-01")
    return shown(CustomersPane(ground.seat), 1100, 700)


def names(pane):
    return [pane.model.index(row, 0).data() for row in range(pane.model.rowCount())]


def test_the_model_passes_the_tester_and_masks_phones(ground):
    ground.customer("Mary Shaw")
    model = CustomerTable()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_rows(ground.ask(customer.rows))

    row = model.index(0, 0).data(ROW)
    assert row.number == "+7\u00a0921\u00a0···-··-23"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Mary Shaw")


def test_the_list_is_searched_while_typing_in_any_layout(pane, typed, qtbot):
    typed(pane.box, "otujkt")

    qtbot.waitUntil(lambda: len(names(pane)) == 1)

    assert names(pane) == ["Щёголева Мария"]


def test_down_goes_into_the_list_and_opens_the_first(pane):
    press(pane.box, Qt.Key.Key_Down)

    assert pane.view.hasFocus()
    assert pane.card.view.name.text() == names(pane)[0]


def test_a_click_opens_the_card(pane, qtbot):
    spot = pane.view.visualRect(pane.model.index(1, 0)).center()

    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert pane.card.view.name.text() == names(pane)[1]


def test_a_saved_card_stands_in_the_list_and_stays_chosen(pane):
    pane.new_customer()
    pane.card.form.lines["name"].setText("New Person")

    pane.card.form.save()

    assert "New Person" in names(pane)
    assert pane.view.currentIndex().data() == "New Person"


def test_nobody_found_says_what_to_try(pane, qtbot):
    pane.box.setText("zzzzzz")

    qtbot.waitUntil(pane.nobody.isVisible)

    assert "part of the name" in pane.nobody.accessibleName()


def test_callbacks_put_the_overdue_first_dial_by_enter_and_are_kept(ground, shown, qtbot):
    mary = ground.customer()
    now = ground.clock.now()
    later = PromiseForm(PromiseKind.CALLBACK, "later", now + timedelta(hours=1), mary, phone="+79210000000")
    late = PromiseForm(PromiseKind.CALLBACK, "late", now - timedelta(hours=1), mary, phone="+79215550123")
    for form in (later, late):
        ground.ask(promise.make, form)
    pane = shown(CallbacksList(ground.seat), 420, 360)

    with qtbot.waitSignal(pane.call_wanted) as called:
        press(pane.view, Qt.Key.Key_Return)
    press(pane.view, Qt.Key.Key_Return, CTRL)

    assert called.args == ["+79215550123"]
    assert [one.what for one in ground.ask(promise.open_ones)] == ["later"]
