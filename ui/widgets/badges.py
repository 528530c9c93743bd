"""Small words on soft grounds: badges, filter chips, the operator's initials."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import fonts, theme
from ui.icons import pixmap
from ui.theme import Tone
from ui.widgets import paint


class Badge(QWidget):
    """A word on a soft ground of its tone."""

    def __init__(self, text: str = "", tone: Tone = Tone.MUTED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Shows another word."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(*paint.pill_size(self.text))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_pill(QPainter(self), self.rect(), self.text, self.tone)


class DueBadge(Badge):
    """The time left; on its ground only when it needs attention, plain muted words otherwise."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.tone in (Tone.PLAIN, Tone.MUTED):
            font, colour = fonts.font("note"), theme.current().muted
            paint.draw_text(QPainter(self), self.rect(), self.text, font=font, colour=colour, flags=paint.RIGHT)
            return
        super().paintEvent(event)


class FilterChip(QAbstractButton):
    """A filter that is on or off; a removable one also goes away (by its cross, Delete or Backspace)."""

    removed = Signal()

    def __init__(self, text: str, *, is_removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_removable = is_removable
        self.setText(text)
        self.setCheckable(not is_removable)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if is_removable:
            self.setAccessibleDescription(self.tr("Delete removes the filter"))
            self.clicked.connect(self.removed)

    def sizeHint(self) -> QSize:
        font = fonts.font("note", True)
        extra = 20 if self._is_removable or self.isCheckable() else 0
        width = min(260, paint.width_of(paint.one_line(self.text()), font)) + 24 + extra
        return QSize(width, QFontMetrics(font).height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._is_removable:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        is_on = self.isChecked() or self._is_removable
        radius = self.height() / 2
        ground = tokens.accent_soft if is_on else tokens.hover if self.underMouse() else tokens.surface
        paint.fill(painter, self.rect(), ground, radius)
        if not is_on:
            paint.outline(painter, self.rect(), tokens.line, radius=radius)
        colour = tokens.accent if is_on else tokens.text
        ratio = self.devicePixelRatioF()
        box = self.rect().adjusted(12, 0, -12, 0)
        if self._is_removable:
            painter.drawPixmap(box.right() - 13, (self.height() - 14) // 2, pixmap("x", "accent", 14, ratio=ratio))
            box.setRight(box.right() - 18)
        elif self.isChecked():
            painter.drawPixmap(box.left() - 2, (self.height() - 14) // 2, pixmap("check", "accent", 14, ratio=ratio))
            box.setLeft(box.left() + 16)
        flags = paint.LEFT if is_on else paint.CENTRE
        paint.draw_text(painter, box, self.text(), font=fonts.font("note", is_on), colour=colour, flags=flags)
        if self.hasFocus():
            paint.outline(painter, self.rect(), tokens.accent, radius=radius, width=2)


class Avatar(QWidget):
    """The first letters of a name in a circle."""

    def __init__(self, name: str = "", side: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setFixedSize(side, side)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Stands for another person."""
        self._letters = "".join(word[:1] for word in name.split()[:2]).upper()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        paint.fill(painter, self.rect(), tokens.accent_soft, self._side / 2)
        font = fonts.font("note", True)
        paint.draw_text(painter, QRect(self.rect()), self._letters, font=font, colour=tokens.accent, flags=paint.CENTRE)
