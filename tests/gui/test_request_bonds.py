"""Requests merged, separated, split and linked by keys and mouse at a real desk (SERVICE: merge, split, link)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from helpdesk.domain.event import Channel, NotificationWay
from helpdesk.domain.identity import RequestId
from helpdesk.domain.request_link import LinkKind
from helpdesk.service import request, request_merging
from tests.gui.request_ground import Ground, dialog, ground
from ui.dialogs.request_bond import RequestLinking, RequestMerge, RequestSplit
from ui.dialogs.waive import ReasonDialog
from ui.panes.request import RequestPane
from ui.panes.request_list import RequestListPane
from ui.widgets import LinkButton

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path) -> Ground:
    return ground(tmp_path)


@pytest.fixture
def pane(made, shown, theme):
    opened = shown(RequestPane(made.seat), 640, 760)
    opened.changed.connect(opened.refresh)
    return opened


def links(pane) -> list[str]:
    return [link.text() for link in pane.view.bonds.findChildren(LinkButton) if link.isVisible()]


def merge_from_the_bar(opened: RequestListPane) -> None:
    opened.bar.more.click()
    menu = next(menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Merge…").trigger()
    menu.close()


def is_one(made, one, other) -> bool:
    return made.card(one).row.id == made.card(other).row.id


def test_selected_requests_become_one_by_keys_and_undo_takes_it_back(made, shown, theme, qtbot):
    one, other = made.registered("Lamp"), made.registered("Lamp again")
    opened = shown(RequestListPane(made.seat), 420, 700)
    opened.views.select_places([0, 1], 0)

    merge_from_the_bar(opened)
    qtbot.keyClick(dialog(RequestMerge).list, Qt.Key.Key_Return, CONTROL)

    assert is_one(made, one, other)
    made.messages.actions[-1]()
    assert not is_one(made, one, other)


def test_esc_leaves_the_requests_apart(made, shown, theme, qtbot):
    one, other = made.registered("Lamp"), made.registered("Lamp again")
    opened = shown(RequestListPane(made.seat), 420, 700)
    opened.views.select_places([0, 1], 0)
    merge_from_the_bar(opened)

    qtbot.keyClick(dialog(RequestMerge), Qt.Key.Key_Escape)

    assert not is_one(made, one, other)


def test_a_merged_request_is_shown_as_its_survivor_and_separated_from_there(made, pane):
    one, other = made.registered("Lamp"), made.registered("Lamp again")
    request_merging.merge(made.desk, made.me, RequestId(one.id), [RequestId(other.id)])

    pane.show_request(other.id)

    assert pane.current_request == one.id and pane.current_number == one.number
    assert links(pane) == [f"Merged: {other.number} · Separate…"]
    pane.view.bonds.menu().actions()[0].trigger()
    assert not is_one(made, one, other)
    assert links(pane) == []


def test_a_word_of_the_customer_is_split_off_and_leads_to_the_new_request(made, pane, qtbot):
    one = made.registered("Lamp")
    request.customer_said(made.desk, made.me, RequestId(one.id), "The kettle leaks too", Channel.MAIL)
    pane.show_request(one.id)

    pane.view.head.step_wanted.emit("split")
    qtbot.keyClick(dialog(RequestSplit).list, Qt.Key.Key_Return, CONTROL)
    made.messages.actions[-1]()

    assert pane.view.head.subject.text() == "The kettle leaks too"
    assert links(pane)[0] == f"Split from: {one.number}"


def test_a_link_is_made_by_number_leads_there_and_is_removed(made, pane, qtbot):
    one, whole = made.registered("Bulb"), made.registered("Lamp")
    pane.show_request(one.id)

    pane.view.head.step_wanted.emit("link")
    asked = dialog(RequestLinking)
    qtbot.keyClicks(asked.number, whole.number)
    qtbot.keyClick(asked.number, Qt.Key.Key_Return)
    assert links(pane)[0] == f"Part of: {whole.number}"
    next(link for link in pane.view.bonds.findChildren(LinkButton) if link.isVisible()).click()

    assert pane.current_number == whole.number
    assert links(pane)[0] == f"Its part: {one.number}"
    pane.view.bonds.menu().actions()[0].trigger()
    assert links(pane) == []


def test_closing_over_open_parts_asks_why(made, pane, qtbot):
    whole, part = made.registered("Lamp"), made.registered("Bulb")
    request_merging.link(made.desk, made.me, RequestId(part.id), RequestId(whole.id), LinkKind.PARENT)
    request.solve(made.desk, made.me, RequestId(whole.id), "Replaced", told=NotificationWay.SAID)
    pane.show_request(whole.id)

    pane.view.head.step_wanted.emit("close")
    asked = dialog(ReasonDialog)
    assert made.card(whole).row.state == "solved"
    qtbot.keyClicks(asked.line, "The bulb comes by post")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)

    assert made.card(whole).row.state == "closed"
