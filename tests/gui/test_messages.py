"""What the program says by itself: notices in the window, questions, errors in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from helpdesk.errors import FieldMissing
from ui.messages import Messages, Question, RecordingMessages
from ui.widgets import Button, NoticeBar
from ui.widgets.question import QuestionDialog


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, *values: object) -> None:
        self.got.append(values[0] if len(values) == 1 else values)


@pytest.fixture
def said() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def receiver(qapp) -> Receiver:
    return Receiver()


def test_an_error_is_said_in_the_window_in_words_and_stays(shown):
    window = shown(QWidget(), 800, 500)
    messages = Messages()
    messages.place(window)
    messages.error(FieldMissing("Subject"))
    bar = window.findChild(NoticeBar)
    assert bar.text == "Fill in “Subject”."
    assert bar.isVisible()
    assert window.rect().contains(bar.geometry())
    window.resize(600, 400)
    assert window.rect().contains(bar.geometry())


def test_a_notice_offers_undo_and_takes_no_keyboard(shown, receiver, qtbot):
    window = shown(QWidget(), 800, 500)
    messages = Messages()
    messages.place(window)
    messages.notice("Handed over to Gromov.", action="Undo", on_action=receiver.take)
    bar = window.findChild(NoticeBar)
    assert not bar.isAncestorOf(QApplication.focusWidget() or window)
    next(button for button in bar.findChildren(Button) if button.text() == "Undo").click()
    assert receiver.got == [()]
    assert bar.text == ""


def test_a_question_leaves_the_window_usable_and_esc_changes_nothing(shown, receiver, qtbot):
    window = shown(QWidget(), 800, 500)
    messages = Messages()
    messages.place(window)
    messages.ask(Question("Delete personal data?", "Delete", "There is no way back."), receiver.take)
    dialog = window.findChild(QuestionDialog)
    assert dialog.no.hasFocus() or dialog.focusWidget() is dialog.no
    dialog.reject()
    assert receiver.got == []
    messages.ask(Question("Delete personal data?", "Delete"), receiver.take)
    window.findChildren(QuestionDialog)[-1].yes.click()
    assert receiver.got == [()]


def test_an_error_before_there_is_a_window_is_said_in_a_box_of_its_own(theme, qtbot):
    messages = Messages()
    messages.error(FieldMissing("Subject"))
    box = next(box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox))
    assert box.text() == "Fill in “Subject”."
    box.close()


def test_the_recording_door_answers_as_it_is_told(said, receiver):
    said.ask(Question("Delete?", "Delete"), receiver.take)
    said.answer = False
    said.ask(Question("Delete?", "Delete"), receiver.take)
    assert len(said.questions) == 2
    assert len(receiver.got) == 1
