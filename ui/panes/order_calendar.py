"""The calendar: orders on the days for which they are promised; a day lists its orders beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from helpdesk.domain.order import OrderRow
from ui import fonts, formatting, theme
from ui.delegates import ROW, RowText, TwoLineDelegate
from ui.models.order_words import card_row
from ui.panes.request_parts import column, row
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import IconButton, LinkButton, Text, paint

_ID = int(Qt.ItemDataRole.UserRole)
_DAY = _ID + 9
_WEEKS = 6
_SHOWN_IN_DAY = 3


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, the first orders as lines in the colour of their tone, how many more there are."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        told = index.data(_DAY)
        if told is None:
            return
        number, is_present, is_faint, lines, more = told
        tokens, box = theme.current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.accent_soft))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), QColor(tokens.line))
        painter.fillRect(QRect(box.right(), box.y(), 1, box.height()), QColor(tokens.line))
        font = fonts.font("base", is_present)
        height = QFontMetrics(fonts.font("small")).height() + 2
        colour = tokens.accent if is_present else tokens.muted if is_faint else tokens.text
        head = QRect(box.x() + 8, box.y() + 4, box.width() - 16, QFontMetrics(font).height())
        paint.draw_text(painter, head, number, font=font, colour=colour)
        if more:
            paint.draw_text(painter, head, more, font=fonts.font("small"), colour=tokens.muted, flags=paint.RIGHT)
        top = head.bottom() + 4
        for text, tone in lines:
            if top + height > box.bottom():
                break
            line = QRect(box.x() + 8, top, box.width() - 14, height)
            paint.draw_text(painter, line, text, font=fonts.font("small"), colour=tokens.ink(tone))
            top += height
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.ring(painter, box.adjusted(1, 1, -2, -2))
        painter.restore()


class OrderCalendar(QWidget):
    """Six weeks; arrows walk through the days, Enter goes to the orders of the day."""

    opened = Signal(bytes)
    picked = Signal(bytes)
    span_changed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._days: Mapping[dt.date, Sequence[OrderRow]] = {}
        today = self._today()
        self._month = today.replace(day=1)
        self.head = Text("", "head")
        before, after = (
            IconButton("chevron-left", self.tr("Month before")),
            IconButton("chevron-right", self.tr("Next month")),
        )
        present = LinkButton(self.tr("Today"))
        self.grid = QTableWidget(_WEEKS, 7)
        self.orders = QListWidget()
        before.clicked.connect(self._back)
        after.clicked.connect(self._on)
        present.clicked.connect(self._go_today)
        top = row(None, (16, 8, 16, 4))
        for part in (self.head, before, after, present):
            top.addWidget(part)
        top.addStretch(1)
        layout = column(self, spacing=0)
        layout.addLayout(top)
        layout.addWidget(self.grid, 3)
        layout.addWidget(self.orders, 1)
        self._dress()
        self._choose(today)

    def _dress(self) -> None:
        grid = self.grid
        grid.setAccessibleName(self.tr("Days"))
        grid.setItemDelegate(DayDelegate(grid))
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setShowGrid(False)
        grid.setTabKeyNavigation(False)
        grid.verticalHeader().hide()
        for head in (grid.horizontalHeader(), grid.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        names = QLocale(self._seat.locale.language)
        grid.setHorizontalHeaderLabels(
            [names.dayName(day, QLocale.FormatType.ShortFormat).capitalize() for day in range(1, 8)]
        )
        grid.currentCellChanged.connect(self._show_day)
        grid.itemActivated.connect(self._go_to_orders)
        self.orders.setAccessibleName(self.tr("Orders of the day"))
        self.orders.setItemDelegate(TwoLineDelegate(self.orders))
        self.orders.setMouseTracking(True)
        self.orders.itemActivated.connect(self._open)
        self.orders.currentItemChanged.connect(self._pick)

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day shown."""
        first = self._month - dt.timedelta(days=self._month.weekday())
        return first, first + dt.timedelta(days=_WEEKS * 7 - 1)

    def show_days(self, days: Mapping[dt.date, Sequence[OrderRow]]) -> None:
        """Shows these orders on their days."""
        self._days = days
        now, locale = self._seat.desk.clock.now(), self._seat.locale
        months = QLocale(locale.language)
        name = months.standaloneMonthName(self._month.month).capitalize()
        self.head.setText(f"{name} {self._month.year}")
        day = self.span[0]
        for place in range(_WEEKS * 7):
            found = days.get(day, ())
            texts = [card_row(order, now, locale) for order in found[:_SHOWN_IN_DAY]]
            lines = [(f"{text.number} {text.title}", self._tone(text)) for text in texts]
            more = str(len(found)) if len(found) > _SHOWN_IN_DAY else ""
            item = QTableWidgetItem()
            item.setData(_DAY, (str(day.day), day == self._today(), day.month != self._month.month, lines, more))
            count = self.tr("%n order(s)", "", len(found))
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{formatting.date(day, locale)}, {count}")
            self.grid.setItem(place // 7, place % 7, item)
            day += dt.timedelta(days=1)
        self._show_day(self.grid.currentRow(), self.grid.currentColumn())

    def _tone(self, text: RowText) -> Tone:
        return text.tone if text.tone in (Tone.BAD, Tone.WARN) else Tone.PLAIN

    def _today(self) -> dt.date:
        return formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)

    def _choose(self, day: dt.date) -> None:
        apart = (day - self.span[0]).days
        self.grid.setCurrentCell(apart // 7, apart % 7)

    def _show_day(self, line: int, place: int, *_before: int) -> None:
        day = self.span[0] + dt.timedelta(days=max(0, line) * 7 + max(0, place))
        now = self._seat.desk.clock.now()
        self.orders.blockSignals(True)
        self.orders.clear()
        for order in self._days.get(day, ()):
            text = card_row(order, now, self._seat.locale)
            item = QListWidgetItem(self.orders)
            item.setData(ROW, text)
            item.setData(_ID, order.id)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), text.sentence())
        self.orders.blockSignals(False)

    def _go_to_orders(self, _item: object) -> None:
        if self.orders.count():
            self.orders.setFocus()
            self.orders.setCurrentRow(0)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(bytes(item.data(_ID)))

    def _pick(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(bytes(item.data(_ID)))

    def _back(self) -> None:
        self._turn(self._month - dt.timedelta(days=1))

    def _on(self) -> None:
        self._turn(self._month + dt.timedelta(days=32))

    def _go_today(self) -> None:
        self._turn(self._today())
        self._choose(self._today())

    def _turn(self, day: dt.date) -> None:
        self._month = day.replace(day=1)
        self.span_changed.emit()
