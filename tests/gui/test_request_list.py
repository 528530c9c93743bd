"""The request list by keys and mouse at a real desk: views, search, filters, bulk steps, copying."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import RequestId
from helpdesk.domain.listing import Sort, View
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service import company, request, request_list, setting
from tests.gui.request_ground import Ground, dialog, ground
from ui.delegates import ROW
from ui.dialogs.request_columns import ColumnChoice
from ui.dialogs.state_choice import StateChoice
from ui.dialogs.waive import ReasonDialog
from ui.panes.request_list import RequestListPane
from ui.tasks import Raises, Tasks
from ui.widgets import FilterChip


@pytest.fixture
def made(tmp_path) -> Ground:
    return ground(tmp_path)


@pytest.fixture
def pane(made, shown, theme):
    def open_pane(width: int = 460, height: int = 640) -> RequestListPane:
        return shown(RequestListPane(made.seat), width, height)

    return open_pane


def titles(pane: RequestListPane) -> list[str]:
    return [pane.model.index(place, 0).data(ROW).title for place in range(pane.model.rowCount())]


def menu_with(parts: str) -> QMenu:
    menus = [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible()]
    assert any(parts in action.text() for menu in menus for action in menu.actions())
    return menus[-1]


def trigger(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if text in action.text()).trigger()
    menu.close()


def test_the_list_shows_my_requests_with_the_counts_of_all_views(made, pane):
    made.registered("Kettle is cracked")
    made.registered("Nobody's lamp", owner=None)
    opened = pane()
    assert titles(opened) == ["Kettle is cracked"]
    assert "Mine, 1" in [button.accessibleName() for button in opened.head.tabs._buttons]


def test_arrow_keys_choose_requests_and_enter_opens_at_once(made, pane, qtbot):
    made.registered("First")
    made.registered("Second")
    opened = pane()
    opened.views.view.setFocus()
    with qtbot.waitSignal(opened.chosen) as told:
        qtbot.keyClick(opened.views.view, Qt.Key.Key_Down)
    assert bytes(told.args[0]) == opened.model.row_at(opened.views.current_place).id
    with qtbot.waitSignal(opened.chosen):
        qtbot.keyClick(opened.views.view, Qt.Key.Key_Return)


def test_search_finds_as_it_is_typed_in_the_wrong_layout_too(made, pane, qtbot, typed):
    made.registered("Принтер не печатает")
    made.registered("Kettle is cracked", owner=None)
    opened = pane()
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.head.search.hasFocus()
    typed(opened.head.search, "принтеры")
    assert titles(opened) == ["Принтер не печатает"]
    opened.head.search.clear()
    typed(opened.head.search, "kettle")
    assert titles(opened) == ["Kettle is cracked"]


def test_down_in_the_search_box_goes_to_what_was_found(made, pane, qtbot):
    one = made.registered("Kettle is cracked")
    opened = pane()
    opened.focus_search()
    with qtbot.waitSignal(opened.chosen) as told:
        qtbot.keyClick(opened.head.search, Qt.Key.Key_Down)
    assert bytes(told.args[0]) == one.id
    assert opened.views.view.hasFocus()


def test_nothing_found_says_what_to_try_next(pane, typed):
    opened = pane()
    typed(opened.head.search, "xyzzy")
    assert opened.views.currentWidget() is opened.views.empty
    assert "last digits" in opened.views.empty.accessibleName()


def test_an_empty_view_offers_to_look_through_all_requests(made, pane, qtbot):
    made.registered("Nobody's lamp", owner=None)
    opened = pane()
    assert opened.views.currentWidget() is opened.views.empty
    qtbot.mouseClick(opened.views.empty.button, Qt.MouseButton.LeftButton)
    assert titles(opened) == ["Nobody's lamp"]


def test_filters_stand_as_chips_that_go_by_delete(made, pane, qtbot):
    made.registered("Complaint", kind=RequestKind.COMPLAINT)
    made.registered("Question")
    opened = pane()
    opened.head.switch("kinds", "complaint")
    assert titles(opened) == ["Complaint"]
    chip = opened.head.findChild(FilterChip)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert sorted(titles(opened)) == ["Complaint", "Question"]


def test_the_filter_menu_switches_a_filter(made, pane, qtbot):
    made.registered("Urgent", priority=Priority.URGENT)
    made.registered("Usual")
    opened = pane()
    qtbot.mouseClick(opened.head.filters, Qt.MouseButton.LeftButton)
    menu = menu_with("Priority")
    part = next(action.menu() for action in menu.actions() if action.text() == "Priority")
    trigger(part, "Urgent")
    menu.close()
    assert titles(opened) == ["Urgent"]


def test_a_view_is_saved_under_a_name_and_dropped(made, pane, qtbot):
    opened = pane()
    opened.head.switch("kinds", "complaint")
    opened._name_view()
    asked = dialog(ReasonDialog)
    qtbot.keyClicks(asked.line, "Complaints")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert [view.name for view in request_list.saved_views(made.desk, made.me)] == ["Complaints"]
    assert "Complaints" in [button.text() for button in opened.head.tabs._buttons]
    opened._drop_view("Complaints")
    assert request_list.saved_views(made.desk, made.me) == ()


def test_newest_first_turns_the_order_and_is_remembered(made, pane):
    made.registered("Old")
    made.desk.clock.instant = made.desk.clock.instant.replace(hour=8)
    made.registered("New")
    opened = pane()
    opened.head.choose_sort(Sort.NEWEST)
    assert titles(opened) == ["New", "Old"]
    assert setting.get(made.desk, made.me, "request_list", {})["sort"] == "newest"


def test_selection_stays_when_other_requests_change(made, pane, qtbot):
    one = made.registered("Kept")
    other = made.registered("Changed")
    opened = pane()
    opened.select(one.id)
    with qtbot.assertNotEmitted(opened.chosen, wait=120):
        opened.refresh(request.edit(made.desk, made.me, other.id, subject="Changed indeed"))
        opened.refresh(made.registered("Newcomer").changes)
        qtbot.waitUntil(lambda: "Changed indeed" in titles(opened))
    place = opened.views.selected_places()
    assert [opened.model.row_at(at).id for at in place] == [one.id]


def test_changes_that_concern_no_request_are_let_pass(made, pane, qtbot):
    made.registered("Kept")
    opened = pane()
    with qtbot.assertNotEmitted(opened.model.dataChanged, wait=50):
        opened.refresh(Changes(promises=True))


def test_two_selected_rows_raise_the_bar_and_are_taken_together(made, pane, qtbot):
    ids = [made.registered(name, owner=None).id for name in ("One", "Two")]
    opened = pane()
    opened.head.choose_view(View.QUEUE)
    opened.views.view.setFocus()
    assert opened.bar.isHidden()
    qtbot.keyClick(opened.views.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert opened.bar.isVisible()
    with qtbot.waitSignal(opened.changed) as told:
        qtbot.mouseClick(opened.bar.take, Qt.MouseButton.LeftButton)
    assert told.args[0].requests >= set(ids)
    assert {request.card(made.desk, made.me, RequestId(one)).row.owner for one in ids} == {made.me}


def test_the_menu_key_hands_requests_over(made, pane, qtbot):
    other = company.add_operator(made.desk, made.me, "Gromov Pyotr")
    one = made.registered("Kettle")
    opened = pane()
    opened.select(one.id)
    opened.views.menu_wanted.emit(QPoint(10, 10))
    menu = menu_with("Assign")
    part = next(action.menu() for action in menu.actions() if action.text() == "Assign")
    trigger(part, "Gromov")
    menu.close()
    assert made.card(one).row.owner == other.id


def test_states_of_several_are_changed_and_cancelling_wants_a_reason(made, pane, qtbot):
    ones = [made.registered(name) for name in ("One", "Two")]
    opened = pane()
    opened.views.select_places([0, 1], 0)
    qtbot.mouseClick(opened.bar.state, Qt.MouseButton.LeftButton)
    asked = dialog(StateChoice)
    asked.states.setCurrentRow(asked.states.count() - 1)
    asked.take()
    assert asked.isVisible()
    asked.reason.setText("Registered twice")
    asked.take()
    assert {made.card(one).row.state for one in ones} == {"cancelled"}


def test_selected_rows_are_copied_as_a_table(made, pane, qtbot):
    made.registered("Kettle is cracked")
    opened = pane()
    opened.views.view.setFocus()
    opened.views.select_places([0], 0)
    qtbot.keyClick(opened.views.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines()[1].split("\t")[:2] == ["1-00001-5", "Kettle is cracked"]
    assert mime.hasHtml()
    # The offscreen platform lets its clipboard go after the interpreter, which must not be asked then.
    QGuiApplication.clipboard().clear()


def test_table_mode_sorts_by_its_heads_and_its_columns_are_remembered(made, pane):
    made.registered("Kettle")
    opened = pane(900)
    opened.head.table_wanted.emit(True)
    assert opened.views.currentWidget() is opened.views.table
    opened.views.head_clicked.emit("created")
    opened.views.head_clicked.emit("created")
    opened.views.head_clicked.emit("subject")
    assert opened.head.query.sort is Sort.OLDEST
    opened._choose_columns()
    asked = dialog(ColumnChoice)
    asked.keys.item(0).setCheckState(Qt.CheckState.Unchecked)
    asked.take()
    again = RequestListPane(made.seat)
    assert again.views.is_table
    assert "number" not in again.views.shown_columns
    again.deleteLater()


def test_this_customer_is_offered_only_with_one_and_goes_with_it(made, pane):
    who = made.customer()
    made.registered("Theirs", customer=who, owner=None)
    made.registered("Mine")
    opened = pane()
    opened.show_customer(who)
    opened.choose_view(View.CUSTOMER)
    assert titles(opened) == ["Theirs"]
    opened.show_customer(None)
    assert titles(opened) == ["Mine"]
    assert opened.head.tabs.current == "mine"


def test_a_long_list_loads_what_is_looked_at(made, pane, qtbot):
    for count in range(130):
        made.registered(f"Request {count}")
    opened = pane()
    assert opened.model.rowCount() == 130
    assert opened.model.row_at(129) is None
    opened.views.view.setFocus()
    with qtbot.waitSignal(opened.chosen):
        qtbot.keyClick(opened.views.view, Qt.Key.Key_End)
    assert opened.model.row_at(129) is not None


def test_in_threads_the_whole_view_follows_the_first_page_and_the_last_search_wins(made, shown, qtbot, typed, theme):
    for count in range(70):
        made.registered(f"Lamp {count}")
    made.registered("Kettle is cracked")
    tasks = Tasks(made.messages, Raises())
    opened = shown(RequestListPane(replace(made.seat, tasks=tasks)), 460, 640)
    qtbot.waitUntil(lambda: opened.model.rowCount() == 71)
    typed(opened.head.search, "lamp")
    opened.head.search.clear()
    typed(opened.head.search, "kettle")
    qtbot.waitUntil(lambda: titles(opened) == ["Kettle is cracked"] and tasks.is_idle)
    tasks.close()


def test_home_and_end_go_to_the_first_and_the_last_row(made, pane, qtbot):
    for count in range(30):
        made.registered(f"Request {count}")
    opened = pane()
    opened.views.view.setFocus()
    opened.views.select_places([3], 3)
    qtbot.keyClick(opened.views.view, Qt.Key.Key_End)
    assert opened.views.selected_places() == [29]
    qtbot.keyClick(opened.views.view, Qt.Key.Key_Home)
    assert opened.views.selected_places() == [0]


def test_enter_tells_once(made, pane, qtbot):
    made.registered("Kettle")
    opened = pane()
    opened.views.view.setFocus()
    opened.views.select_places([0], 0)
    told: list[bytes] = []
    opened.chosen.connect(told.append)
    qtbot.keyClick(opened.views.view, Qt.Key.Key_Return)
    assert len(told) == 1


def test_type_ahead_goes_to_the_row_that_begins_so(made, pane, qtbot):
    for name in ("Lamp", "Pump", "Kettle"):
        made.registered(name)
    opened = pane()
    opened.views.view.setFocus()
    qtbot.keyClick(opened.views.view, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: opened.views.selected_count == 1)
    assert opened.model.row_at(opened.views.current_place).subject == "Pump"
