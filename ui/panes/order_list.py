"""The left side of the tracker: what to do now, the table, the board, the calendar; one query for all of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, OrderId
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderRow
from helpdesk.service import order_list, order_present, order_todo, setting, task
from helpdesk.service.desk import Desk
from ui import formatting
from ui.dialogs.waive import ReasonDialog
from ui.models.order_table import OrderColumn
from ui.panes.order_bulk import OrderBulk, OrderBulkBar
from ui.panes.order_list_head import BOARD, CALENDAR, LIST, TODO, OrderListHead
from ui.panes.order_rows import FIRST_SHOWN, OrderTableView
from ui.panes.request_parts import ground
from ui.seat import Seat
from ui.widgets import EmptyState

_SETTING = "order_list"


def opening(desk: Desk, actor: OperatorId) -> tuple[dict[str, OrderQuery], tuple[str, ...], dict[str, Any]]:
    """Saved views, departments and what was remembered; runs off the GUI thread."""
    saved = {view.name: view.query for view in order_list.saved_views(desk, actor)}
    return saved, task.departments(desk, actor), setting.get(desk, actor, _SETTING, {})


class OrderList(QWidget):
    """Lists orders; `chosen` tells which one is to be shown beside, `opened` that Enter was pressed on it."""

    chosen = Signal(bytes)
    opened = Signal()
    new_wanted = Signal()
    import_wanted = Signal()
    changed = Signal(object)
    stages_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self._seat = seat
        self._is_loaded = False
        self._parts: dict[str, Any] = {}
        self._mode = LIST
        self.head, self.bar = OrderListHead(), OrderBulkBar()
        self.tabs, self.search = self.head.tabs, self.head.search
        self.new, self.import_link = self.head.new, self.head.import_link
        self.view = OrderTableView(seat)
        self.table = self.view.table
        self.steps = OrderBulk(seat, self)
        self._empty = EmptyState("package", self.tr("No orders here."))
        self._stack = QStackedWidget()
        for part in (self.view, self._empty):
            self._stack.addWidget(part)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(60)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        head, view, bar = self.head, self.view, self.bar
        head.queried.connect(self._load_soon)
        head.mode_chosen.connect(self.show_mode)
        head.columns_wanted.connect(self._choose_columns)
        head.save_wanted.connect(self._name_view)
        head.drop_wanted.connect(self._drop_view)
        head.stages_wanted.connect(self.stages_wanted)
        head.search.moved_on.connect(self._to_rows)
        head.search.returnPressed.connect(self._to_rows)
        head.new.clicked.connect(self.new_wanted)
        head.import_link.clicked.connect(self.import_wanted)
        self._rest.timeout.connect(self._load)
        view.chosen.connect(self.chosen)
        view.opened.connect(self.opened)
        view.typed.connect(self._type)
        view.copy_wanted.connect(self._copy)
        view.selection_changed.connect(bar.show_count)
        view.menu_wanted.connect(self._open_menu)
        view.columns_chosen.connect(self._remember)
        bar.stage_wanted.connect(self._choose_stage)
        bar.told_wanted.connect(self._tell)
        bar.copy_wanted.connect(self._copy)
        bar.left.connect(view.clearSelection)
        self.steps.changed.connect(self.changed)

    @property
    def query(self) -> OrderQuery:
        """What is listed."""
        return replace(self.head.query, view=self._view(), text=self.search.text().strip())

    def _view(self) -> OrderView:
        known = {view.value for view in OrderView}
        return OrderView(self.tabs.current) if self.tabs.current in known else self.head.query.view

    def load_once(self) -> None:
        """Reads the first page and the counts, the first time that the list is seen; then what is usual is learnt."""
        if not self._is_loaded:
            self._is_loaded = True
            self._read(opening, on_success=self._open)
            self._load()
            self._count()
            # A second of reading at 200,000 orders: beside the reads, so that no write waits for it.
            self._read(order_present.learn_usual, on_success=self._take_learnt, key="usual")

    def refresh(self, changes: Changes) -> None:
        """Reads anew where orders or their customers changed."""
        if self._is_loaded and (changes.orders or changes.customers or changes.is_everything):
            self.table.forget(self._seat.desk.clock.now())
            self._reload()
            self._count()

    def choose(self, id: bytes, alias: int = -1) -> None:
        """Marks an order, as soon as the view holds it; nothing is marked where it does not."""
        self.view.choose(id, alias)

    def current_id(self) -> OrderId | None:
        """The order that is marked."""
        row = self.table.order_at(self.view.currentIndex().row())
        return row.id if row else None

    def part(self, mode: str) -> Any:
        """The widget of a way of looking, made when it is first wanted."""
        if mode not in self._parts:
            self._parts[mode] = made = self._make(mode)
            made.picked.connect(self.chosen)
            made.opened.connect(self._open_from)
            self._stack.addWidget(made)
        return self._parts[mode]

    def _make(self, mode: str) -> Any:
        if mode == TODO:
            from ui.panes.order_todo import OrderTodo

            return OrderTodo(self._seat)
        if mode == BOARD:
            from ui.panes.order_board import OrderBoard

            board = OrderBoard(self._seat)
            board.move_wanted.connect(self.steps.move)
            board.kind_chosen.connect(self._reload)
            return board
        from ui.panes.order_calendar import OrderCalendar

        calendar = OrderCalendar(self._seat)
        calendar.span_changed.connect(self._reload)
        return calendar

    def show_mode(self, mode: str) -> None:
        """Shows the orders in another way."""
        self._mode = mode
        self.head.modes.choose(mode)
        self.tabs.setVisible(mode != TODO)
        if mode != LIST:
            self._stack.setCurrentWidget(self.part(mode))
            self.bar.hide()
        self._load()
        self._remember()

    def _open(self, found: tuple[dict[str, OrderQuery], tuple[str, ...], dict[str, Any]]) -> None:
        saved, departments, remembered = found
        today = formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)
        self.head.show_known(saved, departments, today)
        columns = [OrderColumn[name] for name in remembered.get("columns", ()) if name in OrderColumn.__members__]
        self.view.show_columns(columns or FIRST_SHOWN)
        self._count()
        mode = remembered.get("mode", LIST)
        if mode != self._mode and mode in (TODO, LIST, BOARD, CALENDAR):
            self.show_mode(mode)

    def _take_learnt(self, changes: Changes) -> None:
        if changes.is_everything:
            self.refresh(changes)

    def _read(self, function: Any, *arguments: Any, on_success: Any, key: str = "") -> None:
        seat = self._seat
        named = (id(self), key) if key else None
        seat.tasks.read(function, seat.desk, seat.operator.id, *arguments, on_success=on_success, key=named)

    def _count(self) -> None:
        self._read(order_list.counts, on_success=self.head.show_counts, key="counts")

    def _load_soon(self, _query: OrderQuery) -> None:
        self._rest.start()

    def _load(self) -> None:
        if self._mode != LIST:
            self._reload()
            return
        self.view.is_underway = self._view() in (OrderView.ATTENTION, OrderView.LATE, OrderView.OPEN)
        self.view.drop_columns()
        self._read(order_list.page, self.query, on_success=self._show_page, key="page")

    def _reload(self, _what: object = None) -> None:
        query = self.query
        if self._mode == LIST:
            self._read(order_list.aliases, query, on_success=self._show_aliases, key="aliases")
        elif self._mode == TODO:
            self._read(order_todo.todo, on_success=self.part(TODO).show_todo, key="todo")
        elif self._mode == BOARD:
            board = self.part(BOARD)
            self._read(order_list.board, query, board.chosen_kind, on_success=board.show_board, key="board")
        else:
            calendar = self.part(CALENDAR)
            self._read(order_list.calendar, query, *calendar.span, on_success=calendar.show_days, key="calendar")

    def _show_page(self, rows: Sequence[OrderRow]) -> None:
        self.view.show_page(rows)
        self._show_whether_empty()
        self._reload()

    def _show_aliases(self, aliases: array[int]) -> None:
        self.table.show_aliases(aliases)
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        if self._mode != LIST:
            return
        is_empty = self.table.rowCount() == 0
        self._stack.setCurrentWidget(self._empty if is_empty else self.view)
        if is_empty and self.search.text():
            self._empty.say(self.tr("Nothing found. Try fewer letters, or another view."))
        elif is_empty and self._view() is OrderView.LATE:
            self._empty.say(self.tr("No order is late."))
        elif is_empty:
            self._empty.say(self.tr("No orders here yet. F4 takes one down; Import brings those of another program."))

    def _open_from(self, id: bytes) -> None:
        self.chosen.emit(id)
        self.opened.emit()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _to_rows(self) -> None:
        if self._mode == BOARD:
            self.part(BOARD).focus_first()
        elif self.table.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)

    def _choose_stage(self) -> None:
        self.steps.choose_stage(self.view.selected_aliases(), self.bar.stage)

    def _tell(self) -> None:
        self.steps.tell(self.view.selected_aliases())

    def _copy(self) -> None:
        self.steps.copy(self.view.selected_aliases(), self.view.shown_columns, self.table)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Stage…")).triggered.connect(self._choose_stage)
        menu.addAction(self.tr("Customers were told")).triggered.connect(self._tell)
        menu.addAction(self.tr("Copy as a table")).triggered.connect(self._copy)
        menu.popup(at)

    def _choose_columns(self) -> None:
        self.view.choose_columns(self.head.more)

    def _remember(self) -> None:
        kept = {"mode": self._mode, "columns": [column.name for column in self.view.shown_columns]}
        self._write(setting.put, _SETTING, kept)

    def _write(self, function: Any, *arguments: Any, on_success: Any = None) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=on_success)

    def _name_view(self) -> None:
        label = self.tr("Name of the view")
        dialog = ReasonDialog(self.tr("Save these filters as a view"), label, self.tr("Save view"), self)
        dialog.ask_for(self.tr("Give the view a name: it stands on its tab."))
        dialog.given.connect(self._save_view)
        dialog.show()

    def _save_view(self, name: str) -> None:
        self._write(order_list.save_view, name, replace(self.query, text=""), on_success=self._views_changed)

    def _drop_view(self, name: str) -> None:
        self._write(order_list.drop_view, name, on_success=self._views_changed)

    def _views_changed(self, _changes: object) -> None:
        self._read(opening, on_success=self._open)
