"""The rows as a list of two lines or as a table with columns; both tell the same facts by the same signals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.delegates import TableDelegate, TwoLineDelegate
from ui.models.request_columns import FIRST_SHOWN
from ui.models.request_table import RequestTable
from ui.shortcuts import shortcut
from ui.widgets import EmptyState

# Rows beyond the window that are loaded with it, so that a turn of the wheel finds them there.
_MARGIN = 20


class RowView(QTableView):
    """Rows that Home and End walk through; QListView would ask the model for each of 100,000 rows to lay them out."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex | QPersistentModelIndex:
        last = self.model().rowCount() - 1
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: last}
        if action in ends and last >= 0:
            return self.model().index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)


class RequestViews(QStackedWidget):
    """List, table and what an empty view says; selection by place, the keyboard as in any list."""

    current_changed = Signal()
    selection_changed = Signal(int)
    opened = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)
    window_moved = Signal()
    head_clicked = Signal(str)

    def __init__(self, model: RequestTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._is_quiet = False
        self._shown = set(FIRST_SHOWN)
        self._table: RowView | None = None
        self.list = RowView()
        TableDelegate.dress(self.list)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.horizontalHeader().hide()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState("inbox", "")
        self._set_up(self.list)
        for page in (self.list, self.empty):
            self.addWidget(page)
        for number in range(1, len(model.columns)):
            self.list.setColumnHidden(number, True)
        self.list.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._set_heights()
        self._view: QTableView = self.list

    @property
    def table(self) -> RowView:
        """The rows as a table; made when it is first chosen."""
        if self._table is None:
            self._table = view = RowView()
            TableDelegate.dress(view)
            self._set_up(view)
            self.addWidget(view)
            view.setCornerButtonEnabled(False)
            header = view.horizontalHeader()
            header.setSectionsMovable(True)
            header.setSectionsClickable(True)
            header.sectionClicked.connect(self._tell_head)
            for number, column in enumerate(self._model.columns):
                view.setColumnWidth(number, column.width)
            self.show_columns(self._shown)
            self._set_heights()
        return self._table

    def _set_up(self, view: QAbstractItemView) -> None:
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Requests"))
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_menu)
        view.activated.connect(self._open)
        view.verticalScrollBar().valueChanged.connect(self.window_moved)
        view.verticalScrollBar().rangeChanged.connect(self.window_moved)
        view.selectionModel().currentChanged.connect(self._tell_current)
        view.selectionModel().selectionChanged.connect(self._tell_selection)
        shortcut(view, "Ctrl+C", self.copy_wanted.emit, context=Qt.ShortcutContext.WidgetShortcut)

    @property
    def is_table(self) -> bool:
        """Whether the table is the mode chosen."""
        return self._table is not None and self._view is self._table

    @property
    def view(self) -> QAbstractItemView:
        """The list or the table, whichever is chosen."""
        return self._view

    def show_table(self, is_table: bool) -> None:
        """Changes between list and table; the selection goes along."""
        places, current = self.selected_places(), self.current_place
        self._view = self.table if is_table else self.list
        self.select_places(places, current)
        self.show_rows()

    def show_rows(self) -> None:
        """Shows the rows."""
        self.setCurrentWidget(self._view)
        self.setFocusProxy(self._view)
        QTimer.singleShot(0, self, self.window_moved.emit)

    def show_empty(self, sentence: str, action: str) -> None:
        """Says instead of rows what to do next."""
        self.empty.say(sentence)
        self.empty.button.setText(action)
        self.empty.button.setVisible(bool(action))
        self.setCurrentWidget(self.empty)

    def show_columns(self, keys: Iterable[str]) -> None:
        """Shows these columns of the table and hides the others."""
        self._shown = set(keys)
        if self._table is not None:
            for number, column in enumerate(self._model.columns):
                self._table.setColumnHidden(number, column.key not in self._shown)

    @property
    def shown_columns(self) -> list[str]:
        """The keys of the columns shown, in the order in which they stand."""
        if self._table is None:
            return [column.key for column in self._model.columns if column.key in self._shown]
        header = self._table.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [self._model.columns[number].key for number in order if not header.isSectionHidden(number)]

    @property
    def current_place(self) -> int:
        """The place of the current row, or -1."""
        return self._view.currentIndex().row()

    def selected_places(self) -> list[int]:
        """The places selected, from the top."""
        ranges = self._view.selectionModel().selection()
        return sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})

    @property
    def selected_count(self) -> int:
        """How many rows are selected; asked for on each change, so without walking them."""
        return sum(part.height() for part in self._view.selectionModel().selection())

    def select_places(self, places: Sequence[int], current: int) -> None:
        """Selects these rows without telling that somebody chose them."""
        self._is_quiet = True
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for place in places:
            selection.select(self._model.index(place, 0), self._model.index(place, last))
        chosen = self._view.selectionModel()
        if current >= 0:
            chosen.setCurrentIndex(self._model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_quiet = False
        self.selection_changed.emit(self.selected_count)

    def window(self) -> tuple[int, int]:
        """The first and the last place that should be in memory now."""
        # Without viewport(): the first bare QWidget that Qt hands out makes PySide finish every widget class, 20 ms.
        header = self._view.horizontalHeader()
        height = self._view.height() - (0 if header.isHidden() else header.height())
        first, last = self._view.rowAt(2), self._view.rowAt(height - 2)
        last = last if last >= 0 else self._model.rowCount() - 1
        return max(0, first - _MARGIN), min(last, max(first, 0) + 200) + _MARGIN

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_heights()

    def _set_heights(self) -> None:
        line = self.list.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.list.verticalHeader().setDefaultSectionSize(line)
        if self._table is not None:
            self._table.verticalHeader().setDefaultSectionSize(TableDelegate.row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.window_moved.emit()

    def _open(self, index: Any) -> None:
        self.opened.emit()

    def _tell_current(self) -> None:
        if not self._is_quiet and self.sender() is self._view.selectionModel():
            self.current_changed.emit()

    def _tell_selection(self) -> None:
        if not self._is_quiet and self.sender() is self._view.selectionModel():
            self.selection_changed.emit(self.selected_count)

    def _tell_head(self, section: int) -> None:
        self.head_clicked.emit(self._model.columns[section].key)

    def _ask_menu(self, at: QPoint) -> None:
        view, index = self._view, self._view.currentIndex()
        seen = view.visualRect(index)
        under = view.indexAt(at)
        # The menu key tells the middle of the view: the menu belongs to the current row.
        place = at if under.isValid() and under in view.selectedIndexes() else seen.center()
        self.menu_wanted.emit(view.viewport().mapToGlobal(place))


def row_menu(parent: QWidget) -> QMenu:
    """An empty menu that goes when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
