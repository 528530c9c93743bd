"""Small parts that the list and the request share: grounds, boxes, a value that is changed through a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.widgets import LinkButton, Text


def ground(widget: QWidget, name: str, edge: str = "") -> QWidget:
    """Gives a plain widget a ground (surface, background, good …) and perhaps a line at one edge."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("ground", name)
    widget.setProperty("edge", edge)
    return widget


def row(parent: QWidget | None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """A row with these margins."""
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def column(parent: QWidget | None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> QVBoxLayout:
    """A column with these margins."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def pop_up(menu: QMenu, under: QWidget) -> None:
    """Opens a menu under a widget without waiting for it; it goes when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


class Choice(QWidget):
    """A label and a value; Space, Enter or a click opens the menu of what else it may be."""

    chosen = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._choices: tuple[tuple[Any, str], ...] = ()
        self._current: Any = None
        self.button = LinkButton("")
        self.button.setMaximumWidth(220)
        self.button.clicked.connect(self.open)
        # The layout around it has one spacing for both ways: side by side the parts stand further apart.
        layout = row(self, (0, 0, 10, 0), 4)
        if label:
            layout.addWidget(Text(label, "muted"))
        layout.addWidget(self.button)

    @property
    def current(self) -> Any:
        """The value shown."""
        return self._current

    def offer(self, choices: Sequence[tuple[Any, str]], current: Any) -> None:
        """Offers these values with their words and shows the present one; unknown ones stand for themselves."""
        self._choices = tuple(choices)
        self.show_choice(current)

    def show_choice(self, current: Any) -> None:
        """Shows another value without telling of it."""
        self._current = current
        words = next((text for value, text in self._choices if value == current), str(current or "—"))
        self.button.setText(words if len(words) <= 26 else f"{words[:25]}…")
        self.button.setAccessibleName(f"{self._label}: {words}" if self._label else words)
        self.button.setToolTip(words)

    def open(self) -> None:
        """Opens the menu."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for number, (value, text) in enumerate(self._choices):
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == self._current)
            action.setData(number)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._pick)
        pop_up(menu, self.button)

    def _pick(self, action: QAction) -> None:
        value, _ = self._choices[action.data()]
        self.chosen.emit(value)
