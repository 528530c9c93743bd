"""A strip that asks for attention where the thing itself is shown: warnings, what is owed, conflicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts, theme
from ui.theme import Tone
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import width_of
from ui.widgets.text import Text


class Banner(QWidget):
    """A head in the colour of its tone, words under it, and what can be done about it at the right."""

    def __init__(self, tone: Tone = Tone.WARN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._head = Text("", tone.value, wraps=True)
        self._text = Text("", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._head)
        words.addWidget(self._text)
        self._actions = QWidget()
        self._row = FlowLayout(6, self._actions)
        layout = self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._actions)
        layout.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)
        self._actions.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, head: str, text: str = "", *, tone: Tone | None = None) -> None:
        """Shows these words, in another tone if one is given."""
        if tone is not None:
            self._tone = tone
            self._head.show_role(tone.value)
        self._head.setText(head)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._arrange()
        self.setAccessibleName(f"{head}. {text}" if text else head)
        self.update()

    def add_action(self, text: str, slot: Callable[..., Any], *, key: str = "") -> Button:
        """Adds a button that calls the bound `slot`."""
        button = Button(text, key=key, parent=self._actions)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        self._actions.show()
        self._arrange()
        return button

    def clear_actions(self) -> None:
        """Takes the buttons away."""
        while (item := self._row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        self._actions.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The buttons stand beside the words while the head keeps one line, under them where it would break.
        buttons = self._row.sizeHint().width()
        head = width_of(self._head.text(), fonts.font("base", True)) + 4
        is_narrow = not self._actions.isHidden() and head + buttons + 26 > self.width()
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._actions.setFixedWidth(min(buttons, max(60, self.width() - 18)) if is_narrow else buttons)
        if self._box.direction() != (down if is_narrow else sideways):
            self._box.setDirection(down if is_narrow else sideways)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), theme.current().wash(self._tone))
