"""Every section is made while the window is shown: in its place at once, never for a moment as a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.main_window_desk import filled_desk
from ui import labels
from ui.main_window import MainWindow


class Windows(QObject):
    """Names every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def window(tmp_path, qtbot):
    filled = filled_desk(tmp_path / "desk")
    made = MainWindow(filled.seat)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    filled.workplace.close()


def test_no_section_flashes_as_a_window_while_it_is_made(window, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    window.complete()
    QApplication.processEvents()
    for place in labels.places():
        window.go(place.key)
        QApplication.processEvents()
    qapp.removeEventFilter(windows)

    assert windows.shown == []
    assert window.isActiveWindow()
