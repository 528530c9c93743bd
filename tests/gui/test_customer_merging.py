"""Two cards become one in the window, by mouse and by keys, and two again (S80)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from helpdesk.domain.merging import Taken
from helpdesk.service import customer, merging
from tests.gui.customer_ground import CTRL, a_ground, press
from ui.dialogs.merge import MergeDialog
from ui.panes.customer_card import CustomerCardPane
from ui.panes.customers import CustomersPane
from ui.widgets import LinkButton


@pytest.fixture
def ground(tmp_path):
    return a_ground(tmp_path)


@pytest.fixture
def mary(ground):
    return ground.customer("Mary Shaw", city="Bristol")


@pytest.fixture
def twin(ground):
    ground.clock.instant += timedelta(minutes=5)
    known = {"mail": "mary@mail.example", "company": "Polyana", "note": "After 12"}
    return ground.customer("M. Shaw", "8 (921) 555-01-23", **known)


def a_dialog(pane) -> MergeDialog:
    return pane.findChildren(MergeDialog)[-1]


def merge_link(pane) -> LinkButton:
    return next(
        link
        for link in pane.twins.strip.findChildren(LinkButton)
        if link.isVisible() and link.accessibleName().startswith("Merge with")
    )


def test_the_card_offers_its_twin_and_a_merge_is_undone_at_once(ground, shown, mary, twin):
    pane = shown(CustomerCardPane(ground.seat), 420, 800)
    pane.show_customer(mary)

    merge_link(pane).click()
    press(a_dialog(pane), Qt.Key.Key_Return, CTRL)

    assert pane.customer == mary
    assert "mary@mail.example" in [one.typed for one in ground.ask(customer.card, twin).form.contacts]
    assert pane.twins.together.isVisible() and "M. Shaw" in pane.twins.together.text()
    assert not pane.twins.strip.isVisible()

    ground.messages.actions[-1]()

    assert pane.twins.strip.isVisible() and not pane.twins.together.isVisible()
    assert ground.ask(customer.card, twin).id == twin


def test_years_later_a_merged_card_is_separated_from_the_menu(ground, shown, mary, twin):
    ground.ask(merging.merge, mary, twin)
    pane = shown(CustomerCardPane(ground.seat), 420, 800)
    pane.show_customer(twin)
    assert pane.customer == mary

    pane.twins.menu().actions()[0].trigger()

    assert ground.ask(merging.merged, mary) == ()
    assert pane.view.name.text() == "Mary Shaw"


def test_esc_leaves_both_cards_as_they_were(ground, shown, mary, twin):
    pane = shown(CustomerCardPane(ground.seat), 420, 800)
    pane.show_customer(mary)
    merge_link(pane).click()

    press(a_dialog(pane), Qt.Key.Key_Escape)

    assert ground.ask(customer.card, twin).id == twin
    assert ground.messages.notices == []


def test_two_selected_rows_are_merged_by_keys_and_a_field_is_chosen(ground, shown, qtbot, mary, twin):
    pane = shown(CustomersPane(ground.seat), 1000, 700)
    pane.changed.connect(pane.refresh)
    assert not pane.merge_button.isVisible()
    chosen = pane.view.selectionModel()
    for row in (0, 1):
        chosen.select(pane.model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    assert pane.merge_button.isVisible()

    pane.merge_selected()
    dialog = a_dialog(pane)
    ours = dialog.group("name").checkedButton()
    qtbot.waitUntil(ours.hasFocus)
    press(ours, Qt.Key.Key_Right)
    assert dialog.group("name").checkedButton().property("taken") == Taken.THEIRS.value
    press(dialog, Qt.Key.Key_Return, CTRL)

    assert [row.name for row in ground.ask(customer.rows)] == ["M. Shaw"]
    assert pane.card.customer == mary
    qtbot.waitUntil(partial(_has_one_row, pane))
    assert not pane.merge_button.isVisible()


def _has_one_row(pane) -> bool:
    return pane.model.rowCount() == 1


def test_the_other_card_can_be_the_one_that_stays(ground, shown, mary, twin):
    pane = shown(CustomerCardPane(ground.seat), 420, 800)
    pane.show_customer(mary)
    merge_link(pane).click()

    a_dialog(pane).swap.click()
    press(a_dialog(pane), Qt.Key.Key_Return, CTRL)

    assert ground.ask(customer.card, mary).id == twin
    assert pane.customer == twin
