"""The table of orders: only the rows in sight are read; several may be chosen; columns by choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from helpdesk.domain.order import OrderRow
from helpdesk.service import order_list
from ui import fonts
from ui.delegates import TableDelegate
from ui.models.order_table import OrderColumn, OrderTable
from ui.panes.request_parts import pop_up
from ui.seat import Seat
from ui.widgets.paint import width_of

# The widest text that a column shall hold; None stretches.
_WIDTHS: dict[OrderColumn, str] = {
    OrderColumn.NUMBER: "1-00457-2",
    OrderColumn.STAGE: "Late by 102 d: Being assembled",
    OrderColumn.REQUESTED: "22 Nov 25",
    OrderColumn.CONFIRMED: "22 Nov 25",
    OrderColumn.ACTUAL: "22 Nov 25",
    OrderColumn.DEPARTMENT: "Production",
    OrderColumn.TOTAL: "1 299 990,00",
    OrderColumn.SINCE: "22 Nov 25",
}
FIRST_SHOWN = tuple(column for column in OrderColumn if column is not OrderColumn.DEPARTMENT)


class OrderTableView(QTableView):
    """The table; Enter opens, what is typed goes into the search."""

    opened = Signal()
    typed = Signal(str)
    copy_wanted = Signal()
    chosen = Signal(bytes)
    selection_changed = Signal(int)
    menu_wanted = Signal(QPoint)
    columns_chosen = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._wanted: bytes = b""
        self._shown = set(FIRST_SHOWN)
        self.is_underway = True
        self.table = OrderTable(seat.locale, self)
        TableDelegate.dress(self)
        self.setModel(self.table)
        self.setAccessibleName(self.tr("Orders"))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self._size_columns()
        self.table.wanted.connect(self._read_rows)
        self.table.modelReset.connect(self.choose_again)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(48)
        # Wide enough for all columns and some twenty letters of each name.
        fixed = sum(width_of(_WIDTHS[one], fonts.font("base")) + 18 for one in FIRST_SHOWN if one in _WIDTHS)
        self._roomy = fixed + 2 * width_of("Щёголева Мария", fonts.font("base"))
        for column in OrderColumn:
            if column in _WIDTHS:
                head.resizeSection(column, width_of(_WIDTHS[column], fonts.font("base")) + 18)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.drop_columns()

    def show_columns(self, columns: Iterable[OrderColumn]) -> None:
        """Shows these columns; the number always stays."""
        self._shown = {OrderColumn.NUMBER, *columns}
        self.drop_columns()

    @property
    def shown_columns(self) -> list[OrderColumn]:
        """The columns chosen, from the left."""
        return [column for column in OrderColumn if column in self._shown]

    def choose_columns(self, under: QWidget) -> None:
        """Offers the columns in a menu."""
        menu = QMenu(self)
        for column in OrderColumn:
            action = menu.addAction(str(self.table.headerData(column, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(column in self._shown)
            action.setEnabled(column is not OrderColumn.NUMBER)
            action.triggered.connect(partial(self._switch_column, column))
        pop_up(menu, under)

    def _switch_column(self, column: OrderColumn, _checked: bool = False) -> None:
        self.show_columns(self._shown ^ {column})
        self.columns_chosen.emit()

    def drop_columns(self) -> None:
        """Without room the names go before what the order itself shows beside."""
        is_narrow = self.width() < self._roomy
        # Nothing of an order that is underway has an actual date yet.
        gone = {OrderColumn.ACTUAL} if self.is_underway else {OrderColumn.REQUESTED} if is_narrow else set()
        if is_narrow:
            gone.add(OrderColumn.SINCE)
        for column in OrderColumn:
            self.setColumnHidden(column, column not in self._shown or column in gone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drop_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_wanted.emit()
            return
        if event.text().strip() and event.text().isprintable() and not held:
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)

    def selected_aliases(self) -> tuple[int, ...]:
        """The orders that are chosen, by alias, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return self.table.aliases_at(rows)

    def choose(self, id: bytes, alias: int = -1) -> None:
        """Marks an order, as soon as the view holds it; nothing is marked where it does not."""
        self._wanted = id
        row = self.table.row_of(alias)
        if row >= 0:
            if self.currentIndex().row() != row or not self.selectionModel().isRowSelected(row):
                self.selectRow(row)
        elif alias >= 0:
            self.clearSelection()

    def choose_again(self) -> None:
        """Marks the order wanted after the rows became others."""
        for row in range(min(self.table.rowCount(), 200)):
            held = self.table.order_at(row)
            if held is not None and held.id == self._wanted:
                self.selectRow(row)
                return

    def show_page(self, rows: Sequence[OrderRow]) -> None:
        """Shows another view from its top."""
        self.table.show_page(rows, self._seat.desk.clock.now())
        self.scrollToTop()

    def _read_rows(self, aliases: Sequence[int]) -> None:
        seat = self._seat
        seat.tasks.read(order_list.rows, seat.desk, seat.operator.id, aliases, on_success=self.table.put_rows)

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.table.order_at(current.row()) if current.isValid() else None
        if row is not None and row.id != self._wanted:
            self._wanted = row.id
            self.chosen.emit(row.id)

    def _tell_selection(self, *_what: object) -> None:
        self.selection_changed.emit(len(self.selectionModel().selectedRows()))

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))
