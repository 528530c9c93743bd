"""The board: orders as cards in the stages of their way; a card moves by mouse or by Ctrl with an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QListWidgetItem, QScrollArea, QWidget

from helpdesk.domain.order import OrderKind, OrderRow
from helpdesk.service.order_list import BoardColumn
from helpdesk.words.terms import title
from ui.delegates import ROW, TwoLineDelegate
from ui.models.order_words import card_row
from ui.panes.request_parts import column, ground, row
from ui.seat import Seat
from ui.widgets import Text

_ID = int(Qt.ItemDataRole.UserRole)
_CARDS = "application/x-order-cards"


class StageColumn(QListWidget):
    """The orders of one stage; what is dropped or moved by keys is only told, the desk decides."""

    opened = Signal(bytes)
    picked = Signal(bytes)
    dropped = Signal(bytes, str)
    pushed = Signal(int)
    left = Signal(int)

    def __init__(self, code: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemActivated.connect(self._open)
        self.currentItemChanged.connect(self._pick)

    def show_rows(self, rows: Sequence[OrderRow], seat: Seat) -> None:
        """Shows these orders; the one chosen stays chosen."""
        chosen, now = self.current_id, seat.desk.clock.now()
        self.blockSignals(True)
        self.clear()
        for order in rows:
            text = card_row(order, now, seat.locale)
            item = QListWidgetItem(self)
            item.setData(ROW, text)
            item.setData(_ID, order.id)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), text.sentence())
            item.setToolTip(text.sentence())
            if order.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    @property
    def current_id(self) -> bytes:
        """The order that is marked, or nothing."""
        item = self.currentItem()
        return bytes(item.data(_ID)) if item is not None else b""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pushed.emit(step)
        elif step:
            self.left.emit(step)
        else:
            super().keyPressEvent(event)

    def mimeTypes(self) -> list[str]:
        return [_CARDS]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_CARDS, b"".join(bytes(item.data(_ID)) for item in items))
        return carried

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction() if event.mimeData().hasFormat(_CARDS) else event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction() if event.mimeData().hasFormat(_CARDS) else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        # The card goes to its column only when the step has been written.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        self.dropped.emit(bytes(event.mimeData().data(_CARDS).data()), self.code)
        event.accept()

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(bytes(item.data(_ID)))

    def _pick(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(bytes(item.data(_ID)))


class OrderBoard(QWidget):
    """The columns of one kind of order side by side."""

    opened = Signal(bytes)
    picked = Signal(bytes)
    move_wanted = Signal(bytes, str)
    kind_chosen = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._columns: list[StageColumn] = []
        self._heads: list[Text] = []
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of order"))
        for kind in OrderKind:
            self.kind.addItem(title(kind), kind)
        self.kind.currentIndexChanged.connect(self._tell_kind)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._inner = QWidget()
        self._row = row(self._inner, (16, 8, 16, 8), 12)
        self._area.setWidget(self._inner)
        top = row(None, (16, 8, 16, 0))
        top.addWidget(self.kind)
        top.addStretch(1)
        top.addWidget(Text(self.tr("Ctrl and an arrow move a card"), "note"))
        layout = column(self, spacing=0)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)

    @property
    def chosen_kind(self) -> OrderKind:
        """The kind of orders shown."""
        return OrderKind(self.kind.currentData())

    @property
    def columns(self) -> tuple[StageColumn, ...]:
        """The columns from the left."""
        return tuple(self._columns)

    def show_board(self, columns: Sequence[BoardColumn]) -> None:
        """Shows the orders by their stages."""
        language = self._seat.locale.language
        if [column.stage.code for column in columns] != [one.code for one in self._columns]:
            self._build([(found.stage.code, found.stage.name(language)) for found in columns])
        for shown, head, found in zip(self._columns, self._heads, columns, strict=True):
            shown.show_rows(found.rows, self._seat)
            more = found.count - len(found.rows)
            words = f"{found.stage.name(language)}  {found.count}"
            head.setText(words + (self.tr(", %1 more").replace("%1", str(more)) if more else ""))

    def _build(self, stages: Sequence[tuple[str, str]]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._columns, self._heads = [], []
        for place, (code, name) in enumerate(stages):
            cell = ground(QWidget(), "surface")
            cell.setMinimumWidth(210)
            inside, head, cards = column(cell, (0, 8, 0, 0), 6), Text(name, "strong"), StageColumn(code, name)
            head.setIndent(16)
            inside.addWidget(head)
            inside.addWidget(cards, 1)
            cards.opened.connect(self.opened)
            cards.picked.connect(self.picked)
            cards.dropped.connect(self.move_wanted)
            cards.pushed.connect(partial(self._push, place))
            cards.left.connect(partial(self._go, place))
            self._row.addWidget(cell, 1)
            self._columns.append(cards)
            self._heads.append(head)

    def _push(self, place: int, step: int) -> None:
        id = self._columns[place].current_id
        if id and 0 <= place + step < len(self._columns):
            self.move_wanted.emit(id, self._columns[place + step].code)

    def _go(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self._columns):
            there = self._columns[place + step]
            there.setFocus()
            if not there.currentItem() and there.count():
                there.setCurrentRow(0)

    def _tell_kind(self, _row: int) -> None:
        self.kind_chosen.emit(self.chosen_kind)

    def focus_first(self) -> None:
        """Gives the first card of the first column that has one the keyboard."""
        for cards in self._columns:
            if cards.count():
                cards.setFocus()
                if cards.currentIndex() == QModelIndex() or not cards.currentItem():
                    cards.setCurrentRow(0)
                return
