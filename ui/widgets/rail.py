"""The rail at the left: sections of the program as icons over words, Alt+1 and on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from helpdesk.lazily import dataclass
from ui import fonts, shortcuts, theme
from ui.icons import pixmap
from ui.widgets import paint


@dataclass(frozen=True)
class Place:
    """A section of the program."""

    key: str
    text: str
    icon: str


class _PlaceButton(QAbstractButton):
    def __init__(self, place: Place, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.setCheckable(True)
        self.setText(place.text)
        self.setAccessibleName(place.text)
        self.setToolTip(f"{place.text} ({shortcuts.shown(f'Alt+{number}')})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(56, 24 + QFontMetrics(fonts.font("small")).height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        is_lit = self.isChecked() or self.underMouse()
        if is_lit:
            paint.fill(painter, self.rect(), tokens.rail_active)
        colour = tokens.on_rail if is_lit else tokens.rail_text
        icon = pixmap(self.place.icon, "on_rail" if is_lit else "rail_text", 22, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 22) // 2, 7, icon)
        box = QRect(0, 32, self.width(), self.height() - 36)
        font = fonts.font("small", True)
        paint.draw_text(painter, box, self.text(), font=font, colour=colour, flags=paint.CENTRE)
        if self.hasFocus():
            paint.ring(painter, self.rect(), tokens.on_rail)


class Rail(QWidget):
    """Chooses the section; Up and Down move inside, Alt and a digit work from anywhere in the window."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections"))
        self._buttons: list[_PlaceButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 12, 8, 12)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)

    @property
    def current(self) -> str:
        """The key of the chosen section."""
        return next((button.place.key for button in self._buttons if button.isChecked()), "")

    def set_places(self, places: Sequence[Place]) -> None:
        """Shows these sections from the top; called once."""
        widest = max((paint.width_of(place.text, fonts.font("small", True)) for place in places), default=0)
        self.setFixedWidth(max(72, widest + 18))
        self._layout.setContentsMargins(*((8, 58, 8, 12) if widest <= 54 else (5, 58, 5, 12)))
        for number, place in enumerate(places, start=1):
            button = _PlaceButton(place, number, self)
            button.clicked.connect(self._clicked)
            self._buttons.append(button)
            self._layout.insertWidget(number - 1, button)
            if number <= 9:
                shortcuts.shortcut(button, f"Alt+{number}", button.click)
        if places:
            self.choose(places[0].key)

    def choose(self, key: str) -> None:
        """Marks the section as the present one without telling of it."""
        for button in self._buttons:
            button.setChecked(button.place.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        focused = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if step and focused:
            self._buttons[(focused[0] + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _PlaceButton):
            self.choose(sender.place.key)
            self.chosen.emit(sender.place.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().rail)
