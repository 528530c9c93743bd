"""A new request by keys at a real desk: the number before saving, drafts that survive, reading back (S31, S32)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from helpdesk.domain.listing import RequestQuery, View
from helpdesk.domain.request import Priority
from helpdesk.service import draft, request_list
from tests.gui.request_ground import Ground, ground
from ui.panes.request import RequestPane

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path) -> Ground:
    return ground(tmp_path)


@pytest.fixture
def pane(made, shown, theme):
    opened = shown(RequestPane(made.seat), 580, 760)
    opened.changed.connect(opened.refresh)
    return opened


def drafts(made: Ground):
    return draft.all_of(made.desk, made.me, "new-request:")


def test_the_form_begins_at_what_they_want(pane):
    pane.new_request()
    assert pane.form.fields.subject.hasFocus()
    assert pane.current_number == ""


def test_the_number_is_there_with_the_first_letter_and_stays(made, pane, typed):
    pane.new_request()
    typed(pane.form.fields.subject, "Ч")
    first = pane.form.number.text()
    typed(pane.form.fields.subject, "айник")
    assert first == "1-00001-5"
    assert pane.form.number.text() == pane.current_number == first


def test_control_enter_registers_under_that_number_and_shows_the_line_to_read_out(made, pane, qtbot, typed):
    pane.new_request(made.customer())
    typed(pane.form.fields.subject, "Чайник пришёл с трещиной")
    with qtbot.waitSignal(pane.registered) as told:
        qtbot.keyClick(pane.form.fields.subject, Qt.Key.Key_Return, CONTROL)
    (row,) = request_list.first_page(made.desk, made.me, RequestQuery(View.MINE))
    assert (row.id, row.number, row.customer_name) == (bytes(told.args[0]), "1-00001-5", "Ivashov Pyotr")
    assert pane.view.readout.isVisible()
    assert "1-00001-5" in pane.view.readout.words.text()
    assert drafts(made) == {}


def test_a_missing_subject_is_said_beside_its_field(pane, qtbot):
    pane.new_request()
    qtbot.mouseClick(pane.form.register, Qt.MouseButton.LeftButton)
    assert pane.form.fields.subject.property("wrong") == "true"
    assert pane.form.fields.subject.accessibleDescription()


def test_esc_keeps_the_draft_with_its_number_and_offers_it_again(made, pane, qtbot, typed):
    pane.new_request()
    typed(pane.form.fields.subject, "Half")
    qtbot.keyClick(pane.form.fields.subject, Qt.Key.Key_Escape)
    assert pane.pages.currentWidget() is pane.empty
    pane.new_request()
    assert pane.form.parked.isVisible()
    pane._resume(next(iter(drafts(made))))
    assert (pane.form.fields.subject.text(), pane.form.number.text()) == ("Half", "1-00001-5")


def test_what_is_typed_is_on_disk_soon_and_opens_in_another_window(made, pane, qtbot, typed, shown):
    pane.new_request()
    typed(pane.form.fields.subject, "Кот")
    qtbot.waitUntil(lambda: any(body["subject"] == "Кот" for body in drafts(made).values()), timeout=2000)
    again = shown(RequestPane(made.seat), 580, 760)
    again.new_request()
    again._resume(next(iter(drafts(made))))
    assert again.form.fields.subject.text() == "Кот"


def test_showing_a_request_parks_the_form(made, pane, typed):
    one = made.registered()
    pane.new_request()
    typed(pane.form.fields.subject, "Half")
    pane.show_request(one.id)
    assert pane.pages.currentWidget() is pane.view
    assert [body["subject"] for body in drafts(made).values()] == ["Half"]


def test_f2_on_an_open_form_parks_it_and_begins_another(made, pane, typed):
    pane.new_request()
    typed(pane.form.fields.subject, "First")
    pane.new_request()
    typed(pane.form.fields.subject, "Second")
    pane.flush()
    assert sorted(body["subject"] for body in drafts(made).values()) == ["First", "Second"]
    assert len({body["number"] for body in drafts(made).values()}) == 2


def test_throwing_a_draft_away_can_be_undone(made, pane, qtbot, typed):
    pane.new_request()
    typed(pane.form.fields.subject, "Half")
    qtbot.mouseClick(pane.form.drop, Qt.MouseButton.LeftButton)
    assert drafts(made) == {}
    made.messages.actions[-1]()
    assert pane.form.fields.subject.text() == "Half"
    assert pane.pages.currentWidget() is pane.form


def test_a_form_nobody_typed_in_leaves_nothing(made, pane, qtbot):
    pane.new_request()
    qtbot.keyClick(pane.form.fields.subject, Qt.Key.Key_Escape)
    assert drafts(made) == {}


def test_the_customer_is_found_as_the_name_is_typed_and_chosen(made, pane, qtbot, typed):
    who = made.customer("Щёголева Мария")
    pane.new_request()
    field = pane.form.fields.customer
    field.line.setFocus()
    typed(field.line, "щегол")
    popup = field.completer.popup()
    assert field.completer.model().rowCount() == 1
    with qtbot.waitSignal(pane.customer_shown) as told:
        field._pick(popup.model().index(0, 0))
    popup.hide()
    assert told.args == [who]
    assert field.text() == "Щёголева Мария"


def test_an_unknown_customer_is_told_how_to_go_on(pane, typed):
    pane.new_request()
    field = pane.form.fields.customer
    field.line.setFocus()
    typed(field.line, "Nobody")
    assert "F3" in field.hint.text()
    assert field.customer is None


def test_a_wanted_deadline_priority_and_the_queue_are_registered(made, pane, typed):
    pane.new_request()
    fields = pane.form.fields
    typed(fields.subject, "Kettle")
    fields.priority.setCurrentIndex(fields.priority.findData("high"))
    fields.owner.setCurrentIndex(0)
    fields.owner.activated.emit(0)
    fields.wants.setChecked(True)
    fields.wanted.show_moment(datetime(2026, 11, 28, 9, 0, tzinfo=UTC))
    pane.form.submit()
    card = pane.view.reading.card
    assert (card.row.priority, card.row.owner) == (Priority.HIGH, None)
    assert card.wanted_at == datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def test_the_channel_follows_the_draft_and_the_customer_of_a_call_is_in_place(made, pane):
    who = made.customer()
    pane.new_request(who)
    assert pane.form.fields.customer.customer == who
    assert pane.form.fields.customer.text() == "Ivashov Pyotr"
