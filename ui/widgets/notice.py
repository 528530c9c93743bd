"""The bar that rises at the foot of the window with what was done or what failed; it never takes the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.icons import pixmap
from ui.theme import Tone
from ui.widgets import paint
from ui.widgets.buttons import Button, IconButton
from ui.widgets.text import Text

_STAYS = 8000
_ICONS = {Tone.BAD: "circle-alert", Tone.WARN: "triangle-alert", Tone.PLAIN: "circle-check", Tone.GOOD: "circle-check"}


class NoticeBar(QWidget):
    """One notice at a time over the foot of `window`: confirmations leave by themselves, errors wait to be closed."""

    def __init__(self, window: QWidget, left: int = 24) -> None:
        super().__init__(window)
        self._left = left
        self._tone = Tone.PLAIN
        self._on_action: Callable[[], None] | None = None
        self._picture = QLabel()
        self._text = Text("", wraps=True)
        self._action = Button("", "link")
        self._action.clicked.connect(self._act)
        close = IconButton("x", self.tr("Close"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self._leaves = QTimer(self)
        self._leaves.setSingleShot(True)
        self._leaves.setInterval(_STAYS)
        self._leaves.timeout.connect(self._leave)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def show_notice(self, tone: Tone, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Says `text`."""
        self._tone, self._on_action = tone, on_action
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._draw()
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        # Its many enumerations would cost every start 3 ms.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if tone is Tone.PLAIN:
            self._leaves.start()
        else:
            self._leaves.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        role = "good" if self._tone is Tone.PLAIN else self._tone.value
        self._picture.setPixmap(pixmap(_ICONS[self._tone], role, 20, ratio=self.devicePixelRatioF()))

    def _place(self) -> None:
        room = self.parentWidget().rect()
        width = min(room.width() - self._left - 24, 480)
        height = max(44, self.layout().heightForWidth(width) if self.layout().hasHeightForWidth() else 44)
        self.setGeometry(self._left, room.height() - height - 24, width, height)

    def _leave(self) -> None:
        # Nobody loses Undo while the pointer or the keyboard is on its way to it.
        if self.underMouse() or self._action.hasFocus():
            self._leaves.start()
        else:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        is_plain = self._tone is Tone.PLAIN
        paint.fill(painter, self.rect(), tokens.surface if is_plain else tokens.wash(self._tone))
        paint.outline(painter, self.rect(), tokens.muted if is_plain else tokens.ink(self._tone))
