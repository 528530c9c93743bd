"""Parts of cards and panes: heads, lines, facts, and what an empty place says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts
from ui.icons import pixmap
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.paint import width_of
from ui.widgets.text import ElidedLabel, Text


class Hairline(QFrame):
    """A line of one pixel between parts."""

    def __init__(self, *, is_upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "true")
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class SectionHead(QWidget):
    """The head of a part with a note or a link at its right end."""

    link_clicked = Signal()

    def __init__(self, text: str, *, link: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(text, "strong")
        self._note = Text(note, "note")
        # A link that is shown before it has a parent would be a window of its own for a moment, and take the keyboard.
        self.link = LinkButton(link, parent=self)
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.link_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        layout.addStretch(1)
        layout.addWidget(self._note)
        layout.addWidget(self.link)
        self.setMinimumHeight(self.link.sizeHint().height() + 2)
        self.setAccessibleName(text)

    def show_note(self, note: str) -> None:
        """Shows another note, a count most often."""
        self._note.setText(note)

    def show_link(self, link: str) -> None:
        """Shows another link, or none for an empty one."""
        self.link.setText(link)
        self.link.setVisible(bool(link))


class FactRow(QWidget):
    """A label, its value that can be selected, and a link at the right end."""

    link_clicked = Signal()

    def __init__(
        self, label: str, value: str = "", *, link: str = "", label_width: int = 80, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(label, "muted")
        wide = width_of("0", fonts.font()) * label_width // 8
        self._label.setFixedWidth(wide)
        self._value = ElidedLabel(value)
        self._value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A link that is shown before it has a parent would be a window of its own for a moment, and take the keyboard.
        self.link = LinkButton(link, parent=self)
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.link_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(8)
        self.setMinimumHeight(self.link.sizeHint().height() + 2)
        layout.addWidget(self._label)
        layout.addWidget(self._value, 1)
        layout.addWidget(self.link)
        self._name()

    def show_value(self, value: str, *, link: str | None = None) -> None:
        """Shows another value, and another link if one is given."""
        self._value.setText(value)
        if link is not None:
            self.link.setText(link)
            self.link.setVisible(bool(link))
        self._name()

    @property
    def value(self) -> str:
        """What is shown."""
        return self._value.text()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label.text()}: {self._value.text()}")
        if self.link.text():
            self.link.setAccessibleName(f"{self.link.text()}: {self._label.text()}")


class EmptyState(QWidget):
    """What an empty place says: a picture, a sentence that tells what to do, and the button that does it."""

    action_clicked = Signal()

    def __init__(
        self, icon: str, sentence: str, action: str = "", *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = Text(sentence, "muted", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMinimumWidth(160)
        self._sentence.setMaximumWidth(360)
        self.button = Button(action, key=key)
        # Told to be visible before it has its place, it would be a window for a moment and take the keyboard.
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.action_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addWidget(self._picture)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 8)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.setAccessibleName(sentence)

    def say(self, sentence: str) -> None:
        """Says another sentence."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        # Most places are not empty: their pictures are never drawn.
        self._draw()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        drawn: QPixmap = pixmap(self._icon, "muted", 36, ratio=self.devicePixelRatioF())
        self._picture.setPixmap(drawn)
