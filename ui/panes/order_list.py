"""The left side of the tracker: views with counts, search as you type, the table of orders."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QTableView, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OrderId
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderRow
from helpdesk.service import order
from helpdesk.words.terms import title
from ui import fonts
from ui.delegates import TableDelegate
from ui.models.order_table import OrderColumn, OrderTable
from ui.seat import Seat
from ui.widgets import Button, EmptyState, Hairline, SearchBox, Tab, TextTabs
from ui.widgets.paint import width_of

# The widest text that a column shall hold; None stretches.
_WIDTHS: dict[OrderColumn, str] = {
    OrderColumn.NUMBER: "1-00457-2",
    OrderColumn.STAGE: "Late by 12 d: Confirm",
    OrderColumn.REQUESTED: "22 Nov 25",
    OrderColumn.CONFIRMED: "22 Nov 25",
    OrderColumn.ACTUAL: "22 Nov 25",
    OrderColumn.TOTAL: "1 299 990,00",
    OrderColumn.SINCE: "22 Nov 25",
}


class OrderTableView(QTableView):
    """The table; Enter opens, what is typed goes into the search."""

    opened = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.text().strip() and event.text().isprintable() and not held:
            self.typed.emit(event.text())
            return
        super().keyPressEvent(event)


class OrderList(QWidget):
    """Lists orders; `chosen` tells which one is to be shown beside, `opened` that Enter was pressed on it."""

    chosen = Signal(bytes)
    opened = Signal()
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._wanted: bytes = b""
        self._is_loaded = False
        self.tabs = TextTabs(self.tr("Views of orders"))
        self.search = SearchBox(self.tr("Number, customer, words…"))
        self.table = OrderTable(seat.locale, self)
        self.view = OrderTableView()
        self.new = Button(self.tr("New order"), "primary", key="F4")
        self.import_link = Button(self.tr("Import…"))
        self._empty = EmptyState("package", self.tr("No orders here."))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(60)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 16, 4)
        head.setSpacing(8)
        self.search.setMaximumWidth(420)
        head.addWidget(self.search, 1)
        head.addStretch(0)
        head.addWidget(self.import_link)
        head.addWidget(self.new)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(12, 0, 12, 0)
        tabs.addWidget(self.tabs)
        self._set_tabs({})
        self.tabs.choose(OrderView.OPEN.value)
        self._dress()
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(Hairline())
        layout.addWidget(place, 1)

    def _dress(self) -> None:
        TableDelegate.dress(self.view)
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("Orders"))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        head = self.view.horizontalHeader()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(48)
        # Wide enough for all columns and some twenty letters of each name.
        fixed = sum(width_of(text, fonts.font("base")) + 18 for text in _WIDTHS.values())
        self._roomy = fixed + 2 * width_of("Щёголева Мария", fonts.font("base"))
        for column in OrderColumn:
            if column in _WIDTHS:
                head.resizeSection(column, width_of(_WIDTHS[column], fonts.font("base")) + 18)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_columns()

    def _drop_columns(self) -> None:
        # Without room the names go before what the order itself shows beside.
        is_underway = self.tabs.current in (OrderView.LATE.value, OrderView.OPEN.value)
        quiet = OrderColumn.ACTUAL if is_underway else OrderColumn.REQUESTED
        for column in (OrderColumn.REQUESTED, OrderColumn.ACTUAL, OrderColumn.SINCE):
            is_first_to_go = column in (OrderColumn.SINCE, quiet)
            self.view.setColumnHidden(column, is_first_to_go and self.width() < self._roomy)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._change_view)
        self.search.textChanged.connect(self._search_soon)
        self.search.moved_on.connect(self._to_table)
        self.search.returnPressed.connect(self._to_table)
        self._rest.timeout.connect(self._load)
        self.table.wanted.connect(self._read_rows)
        self.table.modelReset.connect(self._choose_again)
        self.view.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.view.opened.connect(self.opened)
        self.view.typed.connect(self._type)
        self.new.clicked.connect(self.new_wanted)
        self.import_link.clicked.connect(self.import_wanted)

    @property
    def query(self) -> OrderQuery:
        """What is listed."""
        return OrderQuery(view=OrderView(self.tabs.current), text=self.search.text().strip())

    def load_once(self) -> None:
        """Reads the first page and the counts, the first time that the list is seen."""
        if not self._is_loaded:
            self._is_loaded = True
            self._load()
            self._count()

    def refresh(self, changes: Changes) -> None:
        """Reads anew where orders or their customers changed."""
        if self._is_loaded and (changes.orders or changes.customers or changes.is_everything):
            self.table.forget(self._seat.desk.clock.now())
            self._read_aliases(self.query)
            self._count()

    def choose(self, id: bytes, alias: int = -1) -> None:
        """Marks an order, as soon as the view holds it; nothing is marked where it does not."""
        self._wanted = id
        row = self.table.row_of(alias)
        if row >= 0:
            self.view.selectRow(row)
        elif alias >= 0:
            self.view.clearSelection()

    def _set_tabs(self, counts: dict[OrderView, int]) -> None:
        self.tabs.set_tabs([Tab(view.value, title(view), counts.get(view)) for view in OrderView])

    def _count(self) -> None:
        seat = self._seat
        seat.tasks.read(order.counts, seat.desk, seat.operator.id, on_success=self._set_tabs, key=(self, "counts"))

    def _change_view(self, _view: str) -> None:
        self._drop_columns()
        self._load()

    def _search_soon(self, _text: str) -> None:
        self._rest.start()

    def _load(self) -> None:
        seat, query = self._seat, self.query
        seat.tasks.read(order.page, seat.desk, seat.operator.id, query, on_success=self._show_page, key=(self, "page"))

    def _show_page(self, rows: Sequence[OrderRow]) -> None:
        self.table.show_page(rows, self._seat.desk.clock.now())
        self.view.scrollToTop()
        self._show_whether_empty()
        self._read_aliases(self.query)

    def _read_aliases(self, query: OrderQuery) -> None:
        seat = self._seat
        seat.tasks.read(
            order.aliases, seat.desk, seat.operator.id, query, on_success=self._show_aliases, key=(self, "aliases")
        )

    def _show_aliases(self, aliases: array[int]) -> None:
        self.table.show_aliases(aliases)
        self._show_whether_empty()

    def _read_rows(self, aliases: Sequence[int]) -> None:
        seat = self._seat
        seat.tasks.read(order.rows, seat.desk, seat.operator.id, aliases, on_success=self.table.put_rows)

    def _show_whether_empty(self) -> None:
        is_empty = self.table.rowCount() == 0
        self._stack.setCurrentIndex(1 if is_empty else 0)
        if is_empty and self.search.text():
            self._empty.say(self.tr("Nothing found. Try fewer letters, or another view."))
        elif is_empty and self.query.view is OrderView.LATE:
            self._empty.say(self.tr("No order is late."))
        elif is_empty:
            self._empty.say(self.tr("No orders here yet. F4 takes one down; Import brings those of another program."))

    def _choose_again(self) -> None:
        for row in range(min(self.table.rowCount(), 200)):
            held = self.table.order_at(row)
            if held is not None and held.id == self._wanted:
                self.view.selectRow(row)
                return

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.table.order_at(current.row()) if current.isValid() else None
        if row is not None and row.id != self._wanted:
            self._wanted = row.id
            self.chosen.emit(row.id)

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _to_table(self) -> None:
        if self.table.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)

    def current_id(self) -> OrderId | None:
        """The order that is marked."""
        row = self.table.order_at(self.view.currentIndex().row())
        return row.id if row else None
