"""The call strip on a real desk: who calls, what to say, nobody's keyboard taken (S1, S20-S25)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.event import Direction
from helpdesk.service import call as calls
from helpdesk.service import draft
from tests.gui.customer_ground import CTRL, a_ground, press
from ui.dialogs.call_number import CallNumberDialog, offered
from ui.panes.call_script import named
from ui.panes.call_strip import CallStrip


@pytest.fixture
def ground(tmp_path):
    return a_ground(tmp_path)


@pytest.fixture
def window(ground, shown, qtbot):
    """A strip over a field in which the operator types."""
    made = QWidget()
    made.strip, made.field = CallStrip(ground.seat), QLineEdit()
    layout = QVBoxLayout(made)
    layout.addWidget(made.strip)
    layout.addWidget(made.field)
    shown(made, 1200, 500)
    qtbot.waitUntil(lambda: bool(made.strip._script))
    made.field.setFocus()
    return made


@pytest.fixture
def strip(window):
    return window.strip


def hear(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def test_without_a_call_there_is_no_strip(strip):
    assert not strip.isVisible() and strip.current is None


def test_a_known_caller_is_recognised_with_the_open_request_and_the_focus_stays(ground, window, strip):
    """S1."""
    mary = ground.customer(form_of_address="Mary")
    open_one = ground.request(customer=mary)
    recognised, opened = hear(strip.customer_recognised), hear(strip.request_opened)

    strip.call("+7 (921) 555-01-23")

    assert recognised == [mary] and opened == [open_one]
    assert strip.isVisible() and window.field.hasFocus()
    assert strip.bar.name.text() == "Mary Shaw"
    assert strip.bar.phone.text() == "+7\u00a0921\u00a0···-··-23 · incoming"
    assert ground.ask(calls.unfinished).customer == mary


def test_the_first_words_greet_by_the_form_of_address(ground, strip):
    """S20."""
    ground.customer(form_of_address="Mary")

    strip.call("89215550123")

    assert strip.script.words.text() == "“Good day, Mary! How can I help you?”"


def test_an_unknown_caller_is_told_of_with_the_number(strip):
    """S1."""
    unknown = hear(strip.customer_unknown)

    strip.call("+7 911 000-00-00")

    assert unknown == ["+7 911 000-00-00"]
    assert strip.script.words.text() == "“Good day! How can I help you?”"


def test_of_several_callers_one_is_chosen_by_ctrl_and_number_while_typing_goes_on(ground, window, strip):
    """S1."""
    ground.customer("Mary Shaw")
    ground.customer("Paul Shaw")
    recognised = hear(strip.customer_recognised)
    strip.call("+79215550123")
    assert strip.choice.isVisible() and recognised == [] and window.field.hasFocus()
    second = strip.choice.candidates[1].row.id

    press(window.field, Qt.Key.Key_2, CTRL)

    assert recognised == [second] and not strip.choice.isVisible() and window.field.hasFocus()
    press(window.field, Qt.Key.Key_1, CTRL)
    assert recognised == [second]


def test_a_number_without_its_code_is_only_maybe(ground, strip):
    """S1."""
    ground.customer("Mary Shaw")
    recognised = hear(strip.customer_recognised)

    strip.call("555-01-23")

    assert recognised == [] and strip.choice.isVisible()
    assert "maybe" in strip.choice._buttons[0].text()


def test_somebody_else_opens_a_new_card(ground, strip):
    ground.customer("Mary Shaw")
    unknown = hear(strip.customer_unknown)
    strip.call("555-01-23")

    strip.choice.other.click()

    assert unknown == ["555-01-23"] and not strip.choice.isVisible()


def test_the_script_goes_on_and_keeps_the_answers(strip, window):
    """S21-S24."""
    strip.call("89110000000")
    strip.next_stage()
    assert strip.script.answer.isVisible()
    strip.script.answer.setFocus()
    strip.script.answer.setText("a crack")
    strip.script.answer.textEdited.emit("a crack")

    press(strip.script.answer, Qt.Key.Key_Right, CTRL)

    assert strip._state.stage == 2
    strip.bar.stages.chosen.emit(1)
    assert strip.script.answer.text() == "a crack"
    assert strip._state.notes(strip._script) == "What happened, and since when? — a crack"


def test_the_last_stage_has_no_next(strip):
    """S25."""
    strip.call("89110000000")

    for _stage in range(9):
        strip.next_stage()

    assert strip._state.stage == len(strip._script) - 1
    assert not strip.script.next.isVisible()
    assert "Thank you for calling." in strip.script.words.text()


def test_hanging_up_begins_the_after_call_work(ground, strip):
    strip.call("89110000000")
    ground.clock.instant += timedelta(minutes=2)

    strip.bar.hang_up.click()
    ground.clock.instant += timedelta(seconds=20)
    strip.bar.timer._count()

    assert strip.bar.after.isVisible() and strip.bar.timer.text() == "00:20"
    assert not strip.bar.hang_up.isVisible()
    assert strip.bar.property("ground") == "background"


def test_a_second_call_waits_in_sight_until_the_first_is_wrapped_up(ground, strip):
    strip.call("89110000000")
    strip.call("89110000000")
    strip.call("89110000001")
    assert strip.waiting == ("89110000001",) and strip.bar.queue.isVisible()

    strip.wrap_up()
    strip.sheet.store()

    assert strip.current.phone == "89110000001" and strip.waiting == ()
    assert not strip.bar.queue.isVisible() and not strip.sheet.isVisible()


def test_a_new_card_becomes_the_customer_of_the_call(ground, strip):
    strip.call("8 911 000-00-00")
    olga = ground.customer("Olga Swan", "8 911 000-00-00", form_of_address="Olga")

    strip.use_customer(bytes(olga))

    assert strip.bar.name.text() == "Olga Swan" and "Olga" in strip.script.words.text()
    assert ground.ask(calls.unfinished).customer == olga


def test_a_call_of_before_the_kill_comes_back_with_its_answers(ground, strip, shown, qtbot):
    strip.call("8 911 000-00-00")
    strip.next_stage()
    strip.script.answered.emit("understand", "a crack")
    qtbot.waitUntil(lambda: any("answers" in kept for kept in ground.ask(draft.all_of, "call:").values()))
    qtbot.waitUntil(lambda: "a crack" in str(ground.ask(draft.all_of, "call:")))

    again = shown(CallStrip(ground.seat), 1200, 200)
    qtbot.waitUntil(lambda: again.current is not None)

    assert again.current.id == strip.current.id
    assert again._state.stage == 1 and again.script.answer.text() == "a crack"


def test_f9_asks_for_the_number_and_the_direction_beside_the_window(ground, strip, qtbot):
    QApplication.clipboard().setText("+7 911 000-00-00")
    strip.ask_number()
    dialog = strip.window().findChild(CallNumberDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.isModal() and dialog.number.text() == "+7 911 000-00-00"
    dialog.direction.setCurrentIndex(1)

    press(dialog.number, Qt.Key.Key_Return)

    assert strip.current.direction is Direction.OUTGOING and strip.current.phone == "+7 911 000-00-00"


def test_only_what_looks_like_a_phone_is_offered_from_the_clipboard():
    assert offered(" tel:+79110000000") == "+79110000000"
    assert offered("invoice 12345") == "" and offered("12") == "" and offered("1" * 16) == ""


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("Good day, {name}!", "", "Good day!"),
        ("{name}, please tell me.", "", "Please tell me."),
        ("{name}, please tell me.", "Mary", "Mary, please tell me."),
        ("Good day, {name}!", "One Two Three Four, widow", "Good day, One Two Three!"),
    ],
)
def test_the_words_are_whole_with_and_without_a_name(words, name, said):
    """S20."""
    assert named(words, name) == said
