"""Undo instead of "are you sure?": what a list did is said with Undo beside it, and Ctrl+Z takes it back."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk.domain.listing import View
from helpdesk.service import request
from tests.gui.main_window_desk import filled_desk, window_on
from tests.gui.request_ground import ground
from ui.messages import Messages
from ui.panes.request_list import RequestListPane
from ui.panes.request_undo import UndoableSteps


@pytest.fixture
def made(tmp_path):
    return ground(tmp_path)


def test_taking_two_rows_of_the_queue_is_taken_back(made, qtbot, shown):
    ones = [made.registered(name, owner=None) for name in ("One", "Two")]
    pane = shown(RequestListPane(made.seat), 560, 700)
    pane.head.choose_view(View.QUEUE)
    pane.views.view.setFocus()
    qtbot.keyClick(pane.views.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(pane.bar.take, Qt.MouseButton.LeftButton)
    assert made.messages.notices[-1].startswith("Taken into work")

    with qtbot.waitSignal(pane.changed):
        made.messages.actions[-1]()

    assert {made.card(one).row.owner for one in ones} == {None}
    assert {made.card(one).row.state for one in ones} == {"received"}


def test_what_somebody_else_moved_on_stays_and_says_so(made, qtbot):
    one = made.registered("Kettle", owner=None)
    steps = UndoableSteps(made.seat, made.seat.tasks)
    steps.take([one.id])
    request.change_state(made.desk, made.me, [one.id], "waiting_customer")

    made.messages.actions[-1]()

    assert made.card(one).row.state == "waiting_customer"
    assert made.messages.warnings
    steps.deleteLater()


def test_a_due_time_set_by_hand_is_taken_back(made):
    one = made.registered("Kettle")
    before = made.card(one).row.due_at
    steps = UndoableSteps(made.seat, made.seat.tasks)
    steps.set_due(one.id, None, made.desk.clock.now(), "promised on the phone")
    assert made.card(one).row.due_at != before

    made.messages.actions[-1]()

    assert made.card(one).row.due_at == before
    steps.deleteLater()


def test_ctrl_z_takes_the_last_step_back_where_nothing_is_typed(tmp_path, qtbot):
    filled = filled_desk(tmp_path / "desk")
    messages = Messages()
    window = window_on(dataclasses.replace(filled, seat=dataclasses.replace(filled.seat, messages=messages)))
    messages.place(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane = window.place("requests").list
    pane.steps.assign([row.alias for row in _rows(filled)], None)
    assert _owner(filled) is None
    pane.views.view.setFocus()

    QTest.keyClick(pane.views.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert _owner(filled) == filled.seat.operator.id
    window.close()
    filled.workplace.close()


def _rows(filled):
    return [request.card(filled.seat.desk, filled.seat.operator.id, filled.request).row]


def _owner(filled):
    return _rows(filled)[0].owner
