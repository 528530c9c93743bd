"""Buttons of the four kinds, with their keys beside the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from ui import fonts, shortcuts, theme
from ui.icons import icon as themed_icon
from ui.icons import pixmap
from ui.widgets.paint import LEFT, draw_text, width_of

_PADDING = 12
_GAP = 10


class Button(QPushButton):
    """A button of a kind (plain, primary, danger, link); `key` is shown as a hint, not set."""

    def __init__(
        self, text: str, kind: str = "plain", *, key: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._key = key
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._name()

    def _name(self) -> None:
        words = self.text().replace("&", "").rstrip("…")
        self.setAccessibleName(words)
        if self._key:
            self.setToolTip(f"{words} ({shortcuts.shown(self._key)})")

    def sizeHint(self) -> QSize:
        if self._kind == "link":
            height = QFontMetrics(fonts.font()).height() + 6
            return QSize(self._words_width() + 2, height)
        height = QFontMetrics(fonts.font()).height() + 16
        return QSize(self._words_width() + 2 * _PADDING + (18 if self.menu() else 0), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words_width(self) -> int:
        width = width_of(self.text().replace("&", ""), self._font())
        if self._icon:
            width += 18 + (6 if self.text() else 0)
        if self._key:
            width += _GAP + width_of(shortcuts.shown(self._key), fonts.font("small"))
        return width

    def _font(self) -> theme.fonts.QFont:
        return fonts.font("base", self._kind != "link")

    def _colours(self) -> tuple[str, str]:
        tokens = theme.current()
        if not self.isEnabled():
            return tokens.muted, tokens.muted
        return {
            "primary": (tokens.on_accent, tokens.on_accent_muted),
            "danger": (tokens.bad, tokens.muted),
            "link": (tokens.accent, tokens.accent),
        }.get(self._kind, (tokens.text, tokens.muted))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        if self._kind != "link":
            painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        words, hint = self._colours()
        if self._kind == "link" and self.hasFocus():
            painter.fillRect(self.rect(), theme.current().accent_soft)
            painter.fillRect(0, self.height() - 2, self.width(), 2, theme.current().accent)
        left = (self.width() - self._words_width() - (18 if self.menu() else 0)) // 2
        if self._icon:
            ratio = self.devicePixelRatioF()
            role = "on_accent" if self._kind == "primary" else "accent" if self._kind == "link" else "muted"
            painter.drawPixmap(left, (self.height() - 18) // 2, pixmap(self._icon, role, 18, ratio=ratio))
            left += 24
        box = QRect(left, 0, self.width() - left - 1, self.height())
        left += draw_text(painter, box, self.text().replace("&", ""), font=self._font(), colour=words)
        if self._kind == "link" and self.underMouse():
            painter.drawLine(box.left(), self.height() - 4, left, self.height() - 4)
        if self._key:
            box = QRect(left + _GAP, 1, self.width(), self.height())
            draw_text(painter, box, shortcuts.shown(self._key), font=fonts.font("small"), colour=hint, flags=LEFT)


class LinkButton(Button):
    """Words in the accent colour that do something."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "link", parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(QToolButton):
    """An icon alone; its name is in the tooltip and read to those who do not see it."""

    def __init__(
        self, icon: str, name: str, *, key: str = "", role: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(themed_icon(icon, role))
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcuts.shown(key)})" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
