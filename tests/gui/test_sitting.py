"""An operator at a window that is made again: another language or look, the same workplace under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from tests.gui.main_window_desk import filled_desk
from ui import language
from ui.messages import Messages
from ui.sitting import Sitting
from ui.tasks import InlineTasks


class Opened(QObject):
    """Stands for the opening: counts how often a file would be opened."""

    seated = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def open(self) -> None:
        self.times += 1


@pytest.fixture
def filled(tmp_path):
    made = filled_desk(tmp_path / "desk")
    yield made
    language.speak("en")
    made.workplace.close()


def test_another_language_makes_the_window_anew_on_the_same_workplace(filled, theme, qtbot):
    opened, messages = Opened(), Messages()
    sitting = Sitting(opened, theme, messages, InlineTasks(messages))
    sitting.sit(filled.workplace, filled.seat.operator)
    before = sitting.window
    connections = len(filled.seat.desk.database._idle)

    before.look_chosen.emit("language", "ru")

    assert sitting.window is not before
    assert sitting.workplace is filled.workplace
    assert opened.times == 0
    assert len(filled.seat.desk.database._idle) == connections
    sitting.window.close()
    qtbot.waitUntil(lambda: not sitting.window.isVisible())
