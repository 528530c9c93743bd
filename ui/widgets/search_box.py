"""The box that finds everything."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import fonts, shortcuts, theme
from ui.icons import icon
from ui.widgets import paint


class SearchBox(QLineEdit):
    """A field with its keys at the right; Esc empties it, Down and Enter go on to what was found."""

    moved_on = Signal()
    left = Signal()

    def __init__(self, placeholder: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("sunk", "true")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("…"))
        self._clear = self.addAction(icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.setToolTip(self.tr("Clear (Esc)"))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._show_clear)

    def sizeHint(self) -> QSize:
        return QSize(360, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        if event.key() == Qt.Key.Key_Down:
            self.moved_on.emit()
            return
        super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key and not self.text():
            box = QRect(0, 0, self.width() - 12, self.height())
            colour = theme.current().muted
            hint = shortcuts.shown(self._key)
            paint.draw_text(QPainter(self), box, hint, font=fonts.font("note"), colour=colour, flags=paint.RIGHT)
