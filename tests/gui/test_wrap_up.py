"""The wrap-up on a real desk: everything that a call leaves behind in one go (S25, S75)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from helpdesk.domain.interaction import PromiseKind
from helpdesk.service import call as calls
from helpdesk.service import customer, draft, promise, request
from tests.gui.customer_ground import CTRL, a_ground, press
from ui.panes.call_strip import CallStrip


@pytest.fixture
def ground(tmp_path):
    return a_ground(tmp_path)


@pytest.fixture
def strip(ground, shown, qtbot):
    made = shown(CallStrip(ground.seat), 1200, 400)
    qtbot.waitUntil(lambda: bool(made._script))
    return made


def begun(ground, strip, phone="8 921 555-01-23"):
    strip.call(phone)
    strip.wrap_up()
    return strip.sheet


def test_f10_hangs_up_and_begins_with_the_summary(ground, strip):
    sheet = begun(ground, strip)

    assert sheet.isVisible() and sheet.summary.hasFocus()
    assert strip.current.ended_at is not None


def test_without_a_call_f10_does_nothing(strip):
    strip.wrap_up()

    assert not strip.sheet.isVisible() and strip.current is None


def test_the_wrap_up_makes_the_request_and_the_callback_in_one_go_by_keys(ground, strip, typed, qtbot):
    """S25, S75."""
    mary = ground.customer()
    opened, changed = [], []
    strip.request_opened.connect(opened.append)
    strip.changed.connect(changed.append)
    sheet = begun(ground, strip)
    typed(sheet.summary, "Трещина, просит замену")
    sheet.request.new.click()
    typed(sheet.request.subject, "Замена чайника")
    number = sheet.request.number_label.text()
    sheet.promise.callback.click()

    with qtbot.waitSignal(strip.call_ended):
        press(sheet.request.subject, Qt.Key.Key_Return, CTRL)

    made = ground.ask(request.card, opened[0])
    assert made.row.number == number and made.row.subject == "Замена чайника" and made.row.customer == mary
    assert made.description == "Трещина, просит замену"
    promised = ground.ask(promise.open_ones)[0]
    assert promised.kind == PromiseKind.CALLBACK and promised.customer == mary
    assert promised.due_at == ground.clock.now() + timedelta(hours=1)
    assert not strip.isVisible() and any(one.requests for one in changed)
    assert ground.ask(calls.unfinished) is None
    assert number in ground.messages.notices[-1]


def test_the_summary_stands_in_the_history_of_the_customer(ground, strip):
    """S5, S25."""
    mary = ground.customer()
    sheet = begun(ground, strip)
    sheet.summary.setPlainText("Crack, wants an exchange")

    sheet.store()

    assert [line.title for line in ground.ask(customer.card, mary).history] == ["Crack, wants an exchange"]


def test_the_answers_go_as_a_note_to_the_open_request(ground, strip):
    """S21, S75."""
    mary = ground.customer()
    open_one = ground.request(customer=mary)
    strip.call("8 921 555-01-23")
    strip.script.answered.emit("understand", "whole, opened it herself")
    strip.wrap_up()
    strip.sheet.request.note.click()
    strip.sheet.settled.click()

    strip.sheet.store()

    texts = [event.text for event in ground.ask(request.card, open_one).events]
    assert any("whole, opened it herself" in text and "all is settled" in text for text in texts)


def test_a_new_request_without_its_subject_says_so_beside_the_field(ground, strip):
    sheet = begun(ground, strip)
    sheet.request.new.click()

    sheet.store()

    assert sheet.isVisible() and sheet.request.subject.accessibleDescription() == "Write what the customer wants."
    assert strip.current is not None and ground.messages.errors == []


def test_later_puts_the_sheet_aside_and_f10_brings_it_back(ground, strip):
    sheet = begun(ground, strip)
    sheet.summary.setPlainText("half a sentence")

    press(sheet.summary, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and strip.isVisible()
    strip.wrap_up()

    assert sheet.isVisible() and sheet.summary.toPlainText() == "half a sentence"


def test_a_wrap_up_survives_a_kill(ground, strip, shown, qtbot):
    sheet = begun(ground, strip)
    sheet.summary.setPlainText("half a sentence")
    sheet.promise.promise.click()
    sheet.promise.what.setText("a price")
    qtbot.waitUntil(lambda: "a price" in str(ground.ask(draft.all_of, "call:")))

    again = shown(CallStrip(ground.seat), 1200, 400)
    qtbot.waitUntil(again.sheet.isVisible)

    assert again.sheet.summary.toPlainText() == "half a sentence"
    assert again.sheet.promise.promise.isChecked() and again.sheet.promise.what.text() == "a price"


def test_a_stored_call_leaves_no_draft_and_the_next_begins_empty(ground, strip):
    sheet = begun(ground, strip)
    sheet.summary.setPlainText("first")
    sheet.store()
    assert ground.ask(draft.all_of, "call:") == {}

    begun(ground, strip, "8 911 000-00-00")

    assert sheet.summary.toPlainText() == "" and sheet.promise.none.isChecked()
