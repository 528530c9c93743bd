"""Ctrl+K: one box finds everything and does everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from helpdesk.domain.customer import CustomerForm
from helpdesk.service import customer
from tests.gui.main_window_desk import filled_desk, window_on
from ui.models.answer import look_up
from ui.models.answer_list import Answers

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(tmp_path):
    made = filled_desk(tmp_path / "desk")
    yield made
    made.workplace.close()


@pytest.fixture
def window(filled, shown):
    return shown(window_on(filled), 1280, 720)


@pytest.fixture
def box(window):
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    return window.top.box


def test_ctrl_k_gives_the_box_the_keyboard_and_shows_the_commands(box):
    assert box.hasFocus()
    assert "New request" in [answer.title for answer in box.answers]


def test_ctrl_k_works_under_the_russian_layout(window):
    window.go("settings")
    target = window.place("settings").new_name
    target.setFocus()

    QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key(ord("Л")), "л", CONTROL)

    assert window.top.box.hasFocus()


def test_a_number_opens_its_request(window, box, filled, typed):
    typed(box, filled.number)
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert window.place("requests").request.current_request == filled.request
    assert box.text() == ""
    assert box.answers == ()


def test_a_name_in_the_wrong_layout_finds_the_customer(window, box, filled, typed):
    typed(box, "otujktdf")

    customer = next(answer for answer in box.answers if answer.kind == "customer")
    assert customer.title == "Щёголева Мария"


def test_the_last_digits_of_a_phone_find_the_customer(box, typed):
    typed(box, "0123")

    assert "Щёголева Мария" in [answer.title for answer in box.answers if answer.kind == "customer"]


def test_a_mistyped_number_says_so_and_cannot_be_opened(window, box, filled, typed):
    wrong = filled.number[:-1] + str((int(filled.number[-1]) + 1) % 10)

    typed(box, wrong)
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert box.answers[0].title == f"{wrong} is mistyped: its last digit does not fit. Ask for it again."
    assert box.text() == wrong


def test_a_number_that_nobody_has_says_so(box, typed):
    from helpdesk.domain.number import RecordNumber

    typed(box, str(RecordNumber(1, 99_999)))

    assert "There is no record" in box.answers[0].title


def test_a_phone_offers_a_call(window, box, typed, qtbot):
    typed(box, "8 (999) 555-77-66")
    row = next(n for n, answer in enumerate(box.answers) if answer.kind == "call")
    assert box.answers[row].title == "Call from 8 (999) 555-77-66"

    for _step in range(row - (0 if box.answers[0].kind != "note" else 1)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)

    qtbot.waitUntil(window.calls.strip.isVisible)


def test_a_command_is_found_by_its_beginnings_and_done_by_enter(window, box, typed):
    typed(box, "new ord")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert window.rail.current == "orders"


def test_a_click_opens_what_it_hits(window, box, typed):
    typed(box, "settings")
    view = window.top.box.popup.view

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())

    assert window.rail.current == "settings"


def test_reports_are_offered_by_name(window, box, typed):
    window.answers.read_reports()

    typed(box, "report")

    assert "Report: Request journal" in [answer.title for answer in box.answers]


def test_esc_empties_the_box_and_then_gives_the_keyboard_back(window, typed):
    window.go("settings")
    before = window.place("settings").new_name
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_K, CONTROL)
    typed(window.top.box, "чай")

    QTest.keyClick(window.top.box, Qt.Key.Key_Escape)
    QTest.keyClick(window.top.box, Qt.Key.Key_Escape)

    assert before.hasFocus()
    assert window.top.box.answers == ()


def test_nothing_found_says_what_to_try(box, typed):
    typed(box, "zzqqxx")

    assert [answer.kind for answer in box.answers] == ["note"]


def test_the_rows_keep_the_rules_of_a_model(box, typed, window):
    typed(box, "чай")

    QAbstractItemModelTester(window.top.box.popup.view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(window.top.box.popup.view.model(), Answers)


def test_a_title_of_signs_that_nobody_sees_is_shown_by_their_names(filled):
    desk, me = filled.seat.desk, filled.seat.operator.id
    customer.save(desk, me, CustomerForm(name="\u200b\u200b"))

    (found,) = look_up(desk, me, "\u200b\u200b")

    assert found.title == "⟨U+200B⟩×2"
