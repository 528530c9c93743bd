"""Rows of tables: even heights, hairlines, and cells with a stage strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from helpdesk.lazily import dataclass
from ui import fonts, theme
from ui.theme import Tone
from ui.widgets import paint

STRIP = int(Qt.ItemDataRole.UserRole) + 2
TONE = int(Qt.ItemDataRole.UserRole) + 3
STRONG = int(Qt.ItemDataRole.UserRole) + 4


@dataclass(frozen=True)
class StripText:
    """How far the thing of a row has come; the word says it too."""

    done: int
    total: int
    tone: Tone
    word: str


class TableDelegate(QStyledItemDelegate):
    """Paints DisplayRole (with TONE, STRONG and TextAlignmentRole) or a STRIP value; rows by the font's height."""

    @staticmethod
    def dress(view: QTableView) -> TableDelegate:
        """Gives a table its look: whole rows chosen, no grid but hairlines, heights by the font."""
        delegate = TableDelegate(view)
        view.setItemDelegate(delegate)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setMouseTracking(True)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(delegate.row_height())
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(paint.LEFT)
        head.setStretchLastSection(True)
        return delegate

    @staticmethod
    def row_height() -> int:
        """The height of a row at the present scale of texts."""
        return QFontMetrics(fonts.font()).height() + 22

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        strip = index.data(STRIP)
        text = strip.word if isinstance(strip, StripText) else str(index.data() or "")
        return QSize(min(400, paint.width_of(text[:200], fonts.font())) + 20, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.current()
        box = QRect(option.rect)
        painter.save()
        state = QStyle.StateFlag
        if option.state & state.State_Selected:
            painter.fillRect(box, QColor(tokens.accent_soft))
            if index.column() == 0:
                painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), QColor(tokens.accent))
        elif option.state & state.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), QColor(tokens.line))
        strip = index.data(STRIP)
        if isinstance(strip, StripText):
            self._draw_strip(painter, box.adjusted(8, 0, -12, -1), strip)
        else:
            self._draw_words(painter, box.adjusted(8, 0, -8, -1), index)
        if option.state & state.State_HasFocus:
            paint.ring(painter, box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        tone = index.data(TONE)
        aligned = index.data(int(Qt.ItemDataRole.TextAlignmentRole))
        flags = paint.RIGHT if aligned is not None and int(aligned) & int(Qt.AlignmentFlag.AlignRight) else paint.LEFT
        colour = theme.current().ink(tone if isinstance(tone, Tone) else Tone.PLAIN)
        font = fonts.font("base", bool(index.data(STRONG)))
        shown = index.data()
        paint.draw_text(painter, box, "" if shown is None else str(shown), font=font, colour=colour, flags=flags)

    def _draw_strip(self, painter: QPainter, box: QRect, strip: StripText) -> None:
        tokens = theme.current()
        height = QFontMetrics(fonts.font("small")).height()
        top = box.y() + (box.height() - height - 6) // 2
        bar = QRect(box.x(), top, box.width(), 3)
        paint.draw_segments(painter, bar, strip.done, total=strip.total, tone=strip.tone)
        colour = tokens.muted if strip.tone in (Tone.GOOD, Tone.ACCENT) else tokens.ink(strip.tone)
        words = QRect(box.x(), top + 6, box.width(), height)
        paint.draw_text(painter, words, strip.word, font=fonts.font("small"), colour=colour)
