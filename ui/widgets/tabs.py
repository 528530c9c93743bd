"""Tabs as underlined words with counts; what does not fit stands in the menu at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from helpdesk.lazily import dataclass
from ui import fonts, theme
from ui.widgets import paint
from ui.widgets.buttons import IconButton

_GAP = 14
# Room at both sides for the ring: a pane puts its tabs this much further left.
_SIDE = 4


@dataclass(frozen=True)
class Tab:
    """One tab: what the program calls it, what people read, how many there are (None: not counted)."""

    key: str
    text: str
    count: int | None = None


class _TabButton(QAbstractButton):
    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.show_tab(tab)

    def show_tab(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.text)
        self.setAccessibleName(tab.text if tab.count is None else f"{tab.text}, {tab.count}")
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.tab.text, fonts.font("base", True)) + 2 * _SIDE
        if self.tab.count is not None:
            width += 6 + paint.width_of(str(self.tab.count), fonts.font("note"))
        return QSize(width, QFontMetrics(fonts.font()).height() + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        is_lit = self.isChecked() or self.underMouse()
        colour = tokens.text if is_lit else tokens.muted
        font = fonts.font("base", self.isChecked())
        left = _SIDE + paint.draw_text(
            painter, self.rect().adjusted(_SIDE, 0, 0, 0), self.tab.text, font=font, colour=colour
        )
        if self.tab.count is not None:
            box = QRect(left + 6, 0, self.width(), self.height())
            paint.draw_text(painter, box, str(self.tab.count), font=fonts.font("note"), colour=tokens.muted)
            left += 6 + paint.width_of(str(self.tab.count), fonts.font("note"))
        if self.isChecked():
            painter.fillRect(_SIDE, self.height() - 2, left - _SIDE, 2, tokens.accent)
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(0, 5, 0, -5))


class TextTabs(QWidget):
    """Chooses one of several views; Left and Right, Home and End move, Tab leaves."""

    chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons: list[_TabButton] = []
        self._current = ""
        self._more = IconButton("ellipsis", self.tr("More views"), parent=self)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._show_more)

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return self._current

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Shows these tabs; the chosen one stays chosen, new counts replace the old in place."""
        if [tab.key for tab in tabs] == [button.tab.key for button in self._buttons]:
            for button, tab in zip(self._buttons, tabs, strict=True):
                button.show_tab(tab)
        else:
            for button in self._buttons:
                button.hide()
                button.deleteLater()
            self._buttons = [_TabButton(tab, self) for tab in tabs]
            for button in self._buttons:
                button.clicked.connect(self._clicked)
        if tabs and self._current not in {tab.key for tab in tabs}:
            self._current = tabs[0].key
        self._arrange()

    def choose(self, key: str) -> None:
        """Makes the tab the chosen one without telling of it."""
        self._current = key
        self._arrange()

    def sizeHint(self) -> QSize:
        width = sum(button.sizeHint().width() + _GAP for button in self._buttons)
        return QSize(width, QFontMetrics(fonts.font()).height() + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [button.tab.key for button in self._buttons]
        if not keys:
            return
        at = keys.index(self._current) if self._current in keys else 0
        moves = {Qt.Key.Key_Right: at + 1, Qt.Key.Key_Left: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(keys) - 1}
        to = moves.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
            return
        self._pick(keys[to % len(keys)])
        for button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _TabButton):
            self._pick(sender.tab.key)

    def _pick(self, key: str) -> None:
        is_new = key != self._current
        self.choose(key)
        if is_new:
            self.chosen.emit(key)

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._buttons:
            if button.isHidden():
                action = QAction(button.accessibleName().replace(", ", "  "), menu)
                action.setData(button.tab.key)
                menu.addAction(action)
        menu.triggered.connect(self._picked)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self._pick(action.data())

    def _arrange(self) -> None:
        shown = self._fitting()
        left = 0
        for button in self._buttons:
            button.setVisible(button in shown)
            is_current = button.tab.key == self._current
            button.setChecked(is_current)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
            if button in shown:
                width = min(button.sizeHint().width(), self.width())
                button.setGeometry(left, 0, width, self.height())
                left += width + _GAP
        self._more.setVisible(len(shown) < len(self._buttons))
        self._more.setGeometry(max(0, self.width() - 28), (self.height() - 28) // 2, 28, 28)

    def _fitting(self) -> list[_TabButton]:
        wanted = [button.sizeHint().width() + _GAP for button in self._buttons]
        if sum(wanted) - _GAP <= self.width():
            return self._buttons
        # The chosen one is always seen; the others by their order as far as the room goes.
        room = self.width() - 36
        chosen = [button for button in self._buttons if button.tab.key == self._current]
        room -= sum(button.sizeHint().width() + _GAP for button in chosen)
        shown = list(chosen)
        for button, width in zip(self._buttons, wanted, strict=True):
            if button not in chosen:
                if room < width - _GAP:
                    break
                room -= width
                shown.append(button)
        return shown
