"""What the one box found, as rows: the kind of the record, its title, its number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import fonts, labels, shortcuts, theme
from ui.models.answer import Answer
from ui.widgets import paint


class Answers(QAbstractListModel):
    """The rows; words that the worker could not speak are put in here."""

    def __init__(self, answers: tuple[Answer, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.answers = tuple(self._worded(answer) for answer in answers)

    def _worded(self, answer: Answer) -> Answer:
        if answer.kind == "call":
            return replace(answer, title=self.tr("Call from {phone}").format(phone=answer.value), number="")
        if answer.kind == "note" and answer.value == "mistyped":
            text = self.tr("{number} is mistyped: its last digit does not fit. Ask for it again.")
            return replace(answer, title=text.format(number=answer.number), number="")
        if answer.kind == "note" and answer.value == "unknown":
            text = self.tr("There is no record under {number}.")
            return replace(answer, title=text.format(number=answer.number), number="")
        return answer

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.answers)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self.answers[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return answer
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return answer.sentence()
        return answer.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class _AnswerDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, QFontMetrics(fonts.font()).height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        answer = index.data(Qt.ItemDataRole.UserRole)
        tokens = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.fill(painter, option.rect, tokens.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.fill(painter, option.rect, tokens.hover)
        is_note = answer.kind == "note"
        box = QRect(option.rect).adjusted(10, 0, -10, 0)
        kinds = 12 + max(paint.width_of(labels.kind(kind), fonts.font("note")) for kind in ("customer", "command"))
        word = QRect(box.x(), box.y(), kinds, box.height())
        paint.draw_text(painter, word, labels.kind(answer.kind), font=fonts.font("note"), colour=tokens.muted)
        box.setLeft(box.left() + kinds)
        right = answer.number or (shortcuts.shown(answer.keys) if answer.keys else "")
        taken = paint.draw_text(painter, box, right, font=fonts.font("note"), colour=tokens.muted, flags=paint.RIGHT)
        box.setRight(box.right() - taken - (16 if taken else 0))
        colour = tokens.warn if is_note and answer.value else tokens.text
        font = fonts.font("base", not is_note and answer.kind != "command")
        left = paint.draw_text(painter, box, answer.title, font=font, colour=QColor(colour).name())
        if answer.detail and box.width() - left > 60:
            box.setLeft(box.left() + left + 10)
            paint.draw_text(painter, box, answer.detail, font=fonts.font("note"), colour=tokens.muted)
        painter.restore()


class AnswerView(QListView):
    """The list under the box: it is led from the box and never takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_AnswerDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Answer | None:
        """The chosen row."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole)

    def move_on(self, step: int) -> None:
        """Chooses the row `step` further; the first one for a new list, past notes that cannot be opened."""
        rows = self.model().rowCount()
        at = self.currentIndex().row()
        row = max(0, min(rows - 1, (0 if at < 0 else at) + step))
        if at < 0 and rows > 1 and self.model().answers[0].kind == "note":
            row = 1
        self.setCurrentIndex(self.model().index(row, 0))
