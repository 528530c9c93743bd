"""One request by keys and mouse at a real desk: words, states, what is owed, satisfaction, drafts (S32-S40)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from helpdesk.domain.event import Channel, EventKind, NotificationWay
from helpdesk.domain.order import OrderForm
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.errors import StateRefused
from helpdesk.service import draft, order, request, task
from tests.gui.request_ground import Ground, dialog, ground
from ui.dialogs.request_word import CustomerWord, DueDialog, MailText, RequestWords
from ui.dialogs.satisfaction import SatisfactionDialog
from ui.dialogs.state_choice import StateChoice
from ui.dialogs.task import TaskDialog
from ui.dialogs.waive import ReasonDialog
from ui.dialogs.why_due import WhyDue
from ui.panes.request import RequestPane
from ui.panes.timeline import EventLine
from ui.theme import Tone
from ui.widgets import CardKind, TimelineCard

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


class Calling:
    """A call under way, as far as the pane asks."""

    ended_at = None
    phone = "+7 921 555-01-23"

    def __init__(self, customer: bytes | None = None) -> None:
        self.customer = customer


@pytest.fixture
def made(tmp_path) -> Ground:
    return ground(tmp_path)


@pytest.fixture
def pane(made, shown, theme):
    opened = shown(RequestPane(made.seat), 580, 760)
    opened.changed.connect(opened.refresh)
    return opened


def events(made: Ground, one, kind: EventKind):
    return [event for event in made.card(one).events if event.kind is kind]


def test_a_request_shows_its_head_and_tells_whose_it_is(made, pane, qtbot):
    who = made.customer()
    one = made.registered("Kettle is cracked", customer=who)
    with qtbot.waitSignal(pane.customer_shown) as told:
        pane.show_request(one.id)
    assert told.args == [who]
    assert pane.view.head.subject.text() == "Kettle is cracked"
    assert pane.current_number == one.number
    assert "Received" in pane.view.head.stages.accessibleName()


def test_control_enter_sends_words_to_the_customer_and_says_where_they_go(made, pane, qtbot, typed):
    who = made.customer(phone="+7 921 555-00-23")
    one = made.registered(customer=who)
    pane.show_request(one.id)
    pane.focus_composer()
    typed(pane.view.composer.editor, "Привезём завтра")
    assert "23" in pane.view.composer.send.text()
    qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_Return, CONTROL)
    assert [event.text for event in events(made, one, EventKind.MESSAGE)] == ["Привезём завтра"]
    assert pane.view.composer.editor.toPlainText() == ""


def test_an_internal_note_never_looks_like_words_to_the_customer(made, pane, qtbot, typed):
    one = made.registered()
    pane.show_request(one.id)
    pane.focus_composer()
    qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_N, CONTROL_SHIFT)
    assert pane.view.composer.editor.property("note") == "true"
    typed(pane.view.composer.editor, "Ask the stock")
    qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_Return, CONTROL)
    cards = {card._text.text(): card._kind for card in pane.view.timeline.findChildren(TimelineCard)}
    assert cards["Ask the stock"] is CardKind.INTERNAL
    assert events(made, one, EventKind.MESSAGE) == []


def test_in_a_call_enter_keeps_a_timestamped_line_that_is_never_sent(made, pane, qtbot, typed):
    caller = made.customer()
    one = made.registered(customer=caller)
    pane.show_request(one.id)
    pane.use_call(Calling(caller))
    pane.focus_composer()
    assert pane.view.composer.tab == "call"
    for words in ("Box was whole", "Home after 12"):
        typed(pane.view.composer.editor, words)
        qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_Return)
    texts = [card._text.text() for card in pane.view.timeline.findChildren(TimelineCard)]
    assert "10:00  Box was whole\n10:00  Home after 12" in texts
    assert events(made, one, EventKind.MESSAGE) == []
    pane.use_call(None)
    assert pane.view.composer.tab == "customer"


def test_a_call_of_somebody_else_offers_no_call_notes_on_the_request_shown_and_gives_it_back_after(made, pane):
    one = made.registered(customer=made.customer())
    pane.show_request(one.id)

    pane.use_call(Calling(), "Asks for the price")

    assert pane.pages.currentWidget() is pane.call_page and pane.current_request is None
    assert pane.call_page.notes.toPlainText() == "Asks for the price"
    pane.use_call(None)
    assert pane.current_request == one.id and pane.view.composer.tab == "customer"


def test_during_a_call_another_customers_request_may_be_read_but_gets_no_call_notes(made, pane, qtbot):
    caller = made.customer("Mary Shaw")
    pane.use_call(Calling())
    pane.know_caller(caller)

    pane.show_request(made.registered(customer=made.customer("Ivashov Pyotr")).id)
    pane.focus_composer()
    qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_1, CONTROL)
    assert pane.view.composer.tab == "customer"

    pane.show_request(made.registered(customer=caller).id)
    assert pane.view.composer.tab == "call"


def test_a_form_begun_before_a_call_comes_back_after_it(made, pane, typed):
    pane.new_request()
    typed(pane.form.fields.subject, "Lamp")

    pane.use_call(Calling())
    assert pane.pages.currentWidget() is pane.call_page
    pane.use_call(None)

    assert pane.pages.currentWidget() is pane.form and pane.form.fields.subject.text() == "Lamp"


def test_control_digits_change_the_tab_and_call_notes_need_a_call(made, pane, qtbot):
    pane.show_request(made.registered().id)
    pane.focus_composer()
    editor, tabs = pane.view.composer.editor, []
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(editor, key, CONTROL)
        tabs.append(pane.view.composer.tab)
    assert tabs == ["note", "task", "solve", "customer", "customer"]


def test_a_draft_is_on_disk_soon_and_comes_back_in_another_window(made, pane, qtbot, typed, shown):
    one = made.registered()
    pane.show_request(one.id)
    pane.focus_composer()
    typed(pane.view.composer.editor, "Half a sentence")
    key = f"composer:{one.id.hex()}"
    qtbot.waitUntil(lambda: draft.load(made.desk, made.me, key) is not None, timeout=2000)
    again = shown(RequestPane(made.seat), 580, 760)
    again.show_request(one.id)
    assert again.view.composer.editor.toPlainText() == "Half a sentence"


def test_a_draft_stays_with_its_request(made, pane, typed):
    one, other = made.registered("One"), made.registered("Other")
    pane.show_request(one.id)
    pane.focus_composer()
    typed(pane.view.composer.editor, "For one")
    pane.show_request(other.id)
    assert pane.view.composer.editor.toPlainText() == ""
    pane.show_request(one.id)
    assert pane.view.composer.editor.toPlainText() == "For one"


def test_sending_forgets_the_draft(made, pane, qtbot, typed):
    one = made.registered()
    pane.show_request(one.id)
    pane.focus_composer()
    typed(pane.view.composer.editor, "Done")
    pane.flush()
    qtbot.keyClick(pane.view.composer.editor, Qt.Key.Key_Return, CONTROL)
    pane.flush()
    assert draft.load(made.desk, made.me, f"composer:{one.id.hex()}") is None


def test_a_change_of_state_owes_a_notification_and_said_settles_it(made, pane, qtbot):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("in_work")
    assert pane.view.owed.owed.isVisible()
    assert "In work" in pane.view.owed.owed.accessibleName()
    qtbot.keyClick(pane, Qt.Key.Key_Return, CONTROL_SHIFT)
    assert events(made, one, EventKind.NOTIFIED)[-1].detail["way"] == NotificationWay.SAID.value
    assert pane.view.owed.owed.isHidden()


def test_the_mail_text_is_copied_and_marks_the_customer_as_written_to(made, pane):
    one = made.registered(customer=made.customer())
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("in_work")
    pane.view.steps.show_mail()
    asked = dialog(MailText)
    assert one.number in asked.text.toPlainText()
    asked.take()
    assert one.number in QGuiApplication.clipboard().text()
    assert events(made, one, EventKind.NOTIFIED)[-1].detail["way"] == NotificationWay.MAILED.value


def test_a_waiver_wants_its_reason(made, pane, qtbot):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("in_work")
    pane.view.steps.waive()
    asked = dialog(ReasonDialog)
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert asked.isVisible()
    qtbot.keyClicks(asked.line, "Asked not to be written to")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    assert events(made, one, EventKind.NOTIFIED)[-1].text == "Asked not to be written to"


def test_solving_asks_for_the_words_and_then_for_the_customers_word(made, pane, qtbot, typed):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("solved")
    assert pane.view.composer.tab == "solve"
    pane.view.composer.way.chosen.emit(NotificationWay.SAID)
    typed(pane.view.composer.editor, "Replaced")
    qtbot.mouseClick(pane.view.composer.send, Qt.MouseButton.LeftButton)
    assert made.card(one).row.state == "solved"
    assert made.card(one).owed is None
    assert pane.view.owed.solved.isVisible()
    assert "solve" not in [button.tab.key for button in pane.view.composer.tabs._buttons]


def test_not_satisfied_wants_a_reason_and_returns_to_work_under_its_number(made, pane):
    one = made.registered()
    request.solve(made.desk, made.me, one.id, "Replaced", told=NotificationWay.SAID)
    pane.show_request(one.id)
    pane.view.steps.rate()
    asked = dialog(SatisfactionDialog)
    asked.rate(2)
    asked.take()
    assert asked.isVisible()
    asked.reason.setText("Still cracked")
    asked.take()
    card = made.card(one)
    assert (card.row.state, card.row.number) == ("in_work", one.number)
    assert events(made, one, EventKind.SATISFACTION)[-1].score == 2


def test_satisfied_keeps_score_words_and_giver(made, pane):
    one = made.registered()
    request.solve(made.desk, made.me, one.id, "Replaced", told=NotificationWay.SAID)
    pane.show_request(one.id)
    pane.view.steps.rate()
    asked = dialog(SatisfactionDialog)
    asked.rate(5)
    asked.answer(9)
    asked.words.setPlainText("Quick!")
    asked.who.setText("Ivashov")
    asked.take()
    found = made.card(one).satisfaction
    assert (found.score, found.words, found.given_by, found.recommend) == (5, "Quick!", "Ivashov", 9)
    assert pane.view.owed.solved.isHidden()


def test_what_forbids_closing_is_said_in_words(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("closed")
    assert isinstance(made.messages.errors[-1], StateRefused)
    assert made.card(one).row.state == "received"


def test_reopening_and_cancelling_ask_why(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("cancelled")
    asked = dialog(StateChoice)
    asked.reason.setText("Registered twice")
    asked.take()
    assert made.card(one).row.state == "cancelled"
    pane.view.steps.step("reopen")
    again = dialog(ReasonDialog)
    again.line.setText("Wanted after all")
    again.take()
    assert made.card(one).row.state == "in_work"


def test_the_menu_of_states_is_reached_by_keys(made, pane, qtbot):
    one = made.registered()
    pane.show_request(one.id)
    qtbot.keyClick(pane, Qt.Key.Key_S, CONTROL_SHIFT)
    menu = next(found for found in QApplication.topLevelWidgets() if isinstance(found, QMenu) and found.isVisible())
    next(action for action in menu.actions() if action.text() == "Waiting for customer").trigger()
    menu.close()
    assert made.card(one).row.state == "waiting_customer"


def test_the_due_line_tells_words_and_its_reasons(made, pane):
    one = made.registered(priority=Priority.URGENT, channel=Channel.MAIL)
    pane.show_request(one.id)
    assert pane.view.due.words.text() == "Answer by 11:00 — 1\u00a0h left. Solve by 14:00 — 4\u00a0h left."
    pane.view.due.why.click()
    asked = dialog(WhyDue)
    assert asked.models[0].index(0, 2).data() == "runs"
    assert asked.models[0].index(0, 4).data() == "1\u00a0h"
    asked.reject()


def test_an_overdue_answer_says_so(made, pane):
    one = made.registered(priority=Priority.URGENT, channel=Channel.MAIL)
    made.desk.clock.instant += timedelta(hours=2)
    pane.show_request(one.id)
    assert pane.view.due.words.text().startswith("Answer was due 11:00 — overdue by 1\u00a0h.")
    assert pane.view.due.words.property("role") == Tone.BAD.value


def test_a_due_date_by_hand_is_kept_and_taken_back(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.steps.set_due()
    asked = dialog(DueDialog)
    asked.moment.show_moment(made.desk.clock.now() + timedelta(days=3))
    asked.reason.setText("Agreed on the phone")
    asked.take()
    assert "set by hand" in pane.view.due.words.text()
    pane.view.steps.set_due()
    dialog(DueDialog)._take_back()
    assert "set by hand" not in pane.view.due.words.text()


def test_kind_priority_owner_and_words_are_edited_in_place(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.kind.chosen.emit(RequestKind.COMPLAINT)
    pane.view.head.priority.chosen.emit(Priority.HIGH)
    pane.view.head.owner.chosen.emit(None)
    pane.view.steps.edit_words()
    asked = dialog(RequestWords)
    asked.subject.setText("Kettle leaks")
    asked.take()
    row = made.card(one).row
    assert (row.kind, row.priority, row.owner, row.subject) == (
        RequestKind.COMPLAINT,
        Priority.HIGH,
        None,
        "Kettle leaks",
    )
    assert pane.view.head.subject.text() == "Kettle leaks"


def test_a_word_of_the_customer_brings_a_waiting_request_back_to_work(made, pane):
    one = made.registered()
    request.change_state(made.desk, made.me, (one.id,), "waiting_customer")
    pane.show_request(one.id)
    pane.view.steps.keep_customer_word()
    asked = dialog(CustomerWord)
    asked.text.setPlainText("Here is the photo")
    asked.take()
    assert made.card(one).row.state == "in_work"


def test_changes_of_state_are_thin_lines(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.head.state_wanted.emit("in_work")
    assert any("In work" in line.accessibleName() for line in pane.view.timeline.findChildren(EventLine))


def test_a_failed_send_keeps_the_words(made, pane, qtbot, typed):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.composer.choose("solve")
    typed(pane.view.composer.editor, "Replaced")
    pane.view.steps._not_sent(StateRefused("for a test"))
    assert pane.view.composer.editor.toPlainText() == "Replaced"
    assert pane.view.composer.send.isEnabled()


def test_the_number_is_copied(made, pane):
    one = made.registered()
    pane.show_request(one.id)
    pane.view.steps.step("copy_number")
    assert QGuiApplication.clipboard().text() == one.number


def test_an_answer_in_a_dialog_belongs_to_the_request_it_was_opened_for(made, pane):
    one, other = made.registered("One"), made.registered("Other")
    for made_one in (one, other):
        request.change_state(made.desk, made.me, (made_one.id,), "in_work")
    pane.show_request(one.id)
    pane.view.steps.waive()
    pane.show_request(other.id)
    asked = dialog(ReasonDialog)
    asked.line.setText("Knows already")
    asked.take()
    assert len(events(made, one, EventKind.NOTIFIED)) == 1
    assert events(made, other, EventKind.NOTIFIED) == []


def test_the_order_of_a_request_is_one_click_away(made, pane, qtbot):
    ordered = order.register(made.desk, made.me, OrderForm(note="Two lamps"))
    one = made.registered(order=ordered.id)
    pane.show_request(one.id)
    assert ordered.number in pane.view.order.text()
    with qtbot.waitSignal(pane.order_opened) as told:
        qtbot.mouseClick(pane.view.order, Qt.MouseButton.LeftButton)
    assert bytes(told.args[0]) == ordered.id


def test_hundreds_of_events_stand_behind_a_link(made, pane):
    one = made.registered()
    for count in range(50):
        request.add_note(made.desk, made.me, one.id, f"Note {count}")
    pane.show_request(one.id)
    assert len(pane.view.timeline.findChildren(TimelineCard)) == 12
    pane.view.timeline.earlier.click()
    texts = [card._text.text() for card in pane.view.timeline.findChildren(TimelineCard)]
    assert sorted(texts) == sorted(f"Note {count}" for count in range(26, 50))


def test_a_new_event_is_added_and_the_others_stay(made, pane):
    one = made.registered()
    request.add_note(made.desk, made.me, one.id, "First")
    pane.show_request(one.id)
    (first,) = pane.view.timeline.findChildren(TimelineCard)
    pane.refresh(request.add_note(made.desk, made.me, one.id, "Second"))
    assert pane.view.timeline.findChildren(TimelineCard)[0] is first
    assert [card._text.text() for card in pane.view.timeline.findChildren(TimelineCard)] == ["First", "Second"]


def test_a_task_written_in_the_composer_waits_for_its_department_and_is_answered_from_its_strip(
    made, pane, qtbot, typed
):
    """S35: tasks to a department with their own deadline and clock."""
    one = made.registered()
    pane.show_request(one.id)
    pane.changed.connect(pane.refresh)
    pane.view.composer.choose_task()
    typed(pane.view.composer.editor, "Put one kettle aside")
    qtbot.mouseClick(pane.view.composer.send, Qt.MouseButton.LeftButton)
    dialog = pane.findChild(TaskDialog)
    dialog.department.setCurrentText("Warehouse")
    dialog.take()
    assert request.card(made.desk, made.me, one.id).row.state == "waiting_department"
    assert [strip.accessibleName().split(" · ")[0] for strip in pane.view.tasks.strips] == ["Task: Warehouse"]

    (open_one,) = task.open_ones(made.desk, made.me)
    pane.view.tasks._keep_answer(open_one, "Put aside")

    assert request.card(made.desk, made.me, one.id).row.state == "in_work"
    assert pane.view.tasks.isHidden()
