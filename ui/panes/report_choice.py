"""One report in the list at the left: its name and the question that it answers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import fonts, theme
from ui.widgets import paint

_SIDE = 16


class ReportChoice(QAbstractButton):
    """A report that can be chosen."""

    def __init__(self, name: str, title: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._title, self._question = name, title, question
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(title)
        self.setAccessibleName(f"{title}. {question}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        head = QFontMetrics(fonts.font("base", True)).height()
        return QSize(240, head + self._question_box().height() + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _question_box(self) -> QRect:
        metrics = QFontMetrics(fonts.font("note"))
        room = QRect(0, 0, max(120, self.width() - 2 * _SIDE), 400)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._question)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = theme.current(), QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), tokens.accent_soft)
            painter.fillRect(0, 0, 3, self.height(), tokens.accent)
        elif self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        box = self.rect().adjusted(_SIDE, 9, -_SIDE, -9)
        head = QRect(box.x(), box.y(), box.width(), QFontMetrics(fonts.font("base", True)).height())
        paint.draw_text(painter, head, self._title, font=fonts.font("base", True), colour=tokens.text)
        painter.setFont(fonts.font("note"))
        painter.setPen(tokens.muted)
        words = box.adjusted(0, head.height() + 3, 0, 0)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self._question)
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(4, 2, -3, -2))
