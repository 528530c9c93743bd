"""“What to do now”: the orders that want somebody's hand, why, and the key that does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QWidget

from helpdesk.domain.order_todo import Todo
from ui.delegates import ROW, RowText, TwoLineDelegate
from ui.models.order_words import todo_row
from ui.seat import Seat
from ui.widgets import EmptyState


class TodoTable(QAbstractListModel):
    """Things to do as rows of two lines, put into words once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Todo, ...] = ()
        self._texts: tuple[RowText, ...] = ()

    def show(self, found: Sequence[Todo], seat: Seat) -> None:
        """Shows other things to do."""
        now = seat.desk.clock.now()
        self.beginResetModel()
        self._found = tuple(found)
        self._texts = tuple(todo_row(todo, now, seat.locale) for todo in found)
        self.endResetModel()

    def todo_at(self, place: int) -> Todo | None:
        """The thing at a place."""
        return self._found[place] if 0 <= place < len(self._found) else None

    def place_of(self, id: bytes) -> int:
        """Where an order stands, or -1."""
        return next((place for place, todo in enumerate(self._found) if todo.row.id == id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._texts):
            return None
        text = self._texts[index.row()]
        if role == ROW:
            return text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return text.sentence()
        return text.title if role == Qt.ItemDataRole.DisplayRole else None


class OrderTodo(QWidget):
    """The list; `picked` tells of the order chosen, `opened` that Enter was pressed on it."""

    picked = Signal(bytes)
    opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.table = TodoTable(self)
        self.view = QListView()
        self.view.setModel(self.table)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("What to do now"))
        self.view.activated.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._pick)
        empty = EmptyState("circle-check", self.tr("Nothing presses: every order goes its way and everybody was told."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)

    def show_todo(self, found: Sequence[Todo]) -> None:
        """Shows what is to be done; the order chosen stays chosen."""
        chosen = self.table.todo_at(self.view.currentIndex().row())
        self.view.selectionModel().blockSignals(True)
        self.table.show(found, self._seat)
        place = self.table.place_of(chosen.row.id) if chosen else -1
        if place >= 0:
            self.view.setCurrentIndex(self.table.index(place))
        self.view.selectionModel().blockSignals(False)
        self._stack.setCurrentIndex(0 if found else 1)

    def _open(self, index: QModelIndex) -> None:
        todo = self.table.todo_at(index.row())
        if todo is not None:
            self.opened.emit(todo.row.id)

    def _pick(self, index: QModelIndex, _before: QModelIndex) -> None:
        todo = self.table.todo_at(index.row())
        if todo is not None:
            self.picked.emit(todo.row.id)
