"""The two-line row of the request list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.lazily import dataclass
from ui import fonts, theme
from ui.theme import Tone
from ui.widgets import paint

ROW = int(Qt.ItemDataRole.UserRole) + 1

_SIDE = 20
_GAP = 12
_BAR = 3


@dataclass(frozen=True)
class RowText:
    """What a row says, ready to be painted; `is_urgent` makes the title strong."""

    title: str
    number: str
    who: str
    state: str
    due: str = ""
    tone: Tone = Tone.MUTED
    is_urgent: bool = False

    def sentence(self) -> str:
        """The row as a screen reader says it; models answer it for AccessibleTextRole."""
        return ", ".join(part for part in (self.title, self.number, self.who, self.state, self.due) if part)


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the `ROW` value of an index: title and due badge, under them number, customer and state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(fonts.font("row", True)).height() + QFontMetrics(fonts.font("base")).height()
        return QSize(200, lines + 25)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        box = QRect(option.rect)
        painter.save()
        self._draw_ground(painter, option)
        if isinstance(row, RowText):
            top = QFontMetrics(fonts.font("row", True)).height()
            first = QRect(box.x() + _SIDE, box.y() + 10, box.width() - _SIDE - 18, top)
            second = QRect(first.x(), first.bottom() + 3, first.width(), QFontMetrics(fonts.font()).height())
            self._draw_first(painter, first, row)
            self._draw_second(painter, second, row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = theme.current()
        box = QRect(option.rect)
        state = QStyle.StateFlag
        is_selected = bool(option.state & state.State_Selected)
        if is_selected:
            painter.fillRect(box, QColor(tokens.accent_soft))
            painter.fillRect(QRect(box.x(), box.y(), _BAR, box.height()), QColor(tokens.accent))
        elif option.state & state.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        left = 0 if is_selected else _SIDE
        painter.fillRect(QRect(box.x() + left, box.bottom(), box.width() - left, 1), QColor(tokens.line))
        if option.state & state.State_HasFocus:
            paint.ring(painter, box.adjusted(_BAR + 2, 2, -2, -3), width=1.25)

    def _draw_first(self, painter: QPainter, box: QRect, row: RowText) -> None:
        tokens = theme.current()
        room = box.width()
        if row.due and row.tone in (Tone.MUTED, Tone.PLAIN):
            font = fonts.font("note")
            room -= paint.draw_text(painter, box, row.due, font=font, colour=tokens.muted, flags=paint.RIGHT) + _GAP
        elif row.due:
            width, height = paint.pill_size(row.due)
            width = min(width, box.width() // 2)
            pill = QRect(box.right() - width + 1, box.y() + (box.height() - height) // 2, width, height)
            paint.draw_pill(painter, pill, row.due, row.tone)
            room -= width + _GAP
        title = QRect(box.x(), box.y(), room, box.height())
        paint.draw_text(painter, title, row.title, font=fonts.font("row", row.is_urgent), colour=tokens.text)

    def _draw_second(self, painter: QPainter, box: QRect, row: RowText) -> None:
        muted = theme.current().muted
        font = fonts.font("note")
        third = QRect(box.x() + box.width() * 3 // 5, box.y(), box.width() - box.width() * 3 // 5, box.height())
        taken = paint.draw_text(painter, third, row.state, font=font, colour=muted, flags=paint.RIGHT)
        left = paint.draw_text(painter, box, row.number, font=font, colour=muted) + 8
        who = QRect(box.x() + left, box.y(), box.width() - left - taken - _GAP, box.height())
        paint.draw_text(painter, who, row.who, font=font, colour=muted)
