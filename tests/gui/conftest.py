"""Ground of the window's tests: one dressed application, nothing left behind by a test."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import Scheme, Theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform tells what it cannot do; nothing of it concerns a test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def dressed(theme: Theme):
    """Every test starts in the light theme and leaves no window and no thread at work."""
    before = set(QApplication.topLevelWidgets())
    theme.follow(Scheme.LIGHT)
    yield
    theme.follow(Scheme.LIGHT)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
    assert not left, f"windows left open: {left}"
    assert QThreadPool.globalInstance().activeThreadCount() == 0


@pytest.fixture
def shown(qtbot):
    """Shows a widget as a window of its own and closes it after the test."""

    def show(widget: QWidget, width: int = 400, height: int = 200) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def typed():
    """Types a text in any script: QTest aborts on Cyrillic."""

    def send(widget: QWidget, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, QApplication.keyboardModifiers().NoModifier, sign))

    return send
