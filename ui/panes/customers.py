"""All customers: found as one types, the card beside the list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import CustomerRow
from helpdesk.domain.identity import CustomerId
from helpdesk.service import customer
from ui.delegates import TwoLineDelegate
from ui.models.customer_table import CustomerTable
from ui.panes.customer_card import CustomerCardPane
from ui.panes.customer_merging import CustomerMerging
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, EmptyState, Hairline, SearchBox, Text

_LIMIT = 200
_SOON = 60
_PAIR = 2


class CustomersPane(QWidget):
    """A list with a search box, and the card of the chosen customer with the signals of that card."""

    changed = Signal(object)
    saved = Signal(bytes)
    request_opened = Signal(bytes)
    order_opened = Signal(bytes)
    order_wanted = Signal(bytes)
    request_wanted = Signal(bytes)
    call_wanted = Signal(str)
    quote_wanted = Signal(bytes)
    quote_opened = Signal(bytes)
    invoice_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._wanted: CustomerId | None = None
        self._card: CustomerCardPane | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.search)
        self._build()
        self._connect()
        self.search()

    @property
    def card(self) -> CustomerCardPane:
        """The card beside the list: made in a turn of its own after the list, or when it is first needed."""
        if self._card is None:
            self._card = card = CustomerCardPane(self._seat)
            self._place.layout().addWidget(card)
            self._connect_card(card)
        return self._card

    def _make_card(self) -> None:
        self.card.show()

    @Slot(object)
    def show_customer(self, id: CustomerId | None) -> None:
        """Shows this customer's card and its row where the list has it."""
        self._wanted = id
        self.card.show_customer(id)
        self._choose_row()

    @Slot(str)
    def new_customer(self, phone: str = "") -> None:
        """Opens the form of a new card."""
        self._wanted = None
        self.view.clearSelection()
        self.card.new_customer(phone)

    @Slot(object)
    def refresh(self, changes: Changes) -> None:
        """Reads the list again if customers or their requests changed."""
        if changes.customers or changes.requests or changes.is_everything:
            self._soon.start()
        if self._card is not None:
            self._card.refresh(changes)

    def flush(self) -> None:
        """Keeps at once what is typed in the card."""
        if self._card is not None:
            self._card.page.flush()

    @Slot()
    def search(self) -> None:
        """Reads the rows for what stands in the box."""
        seat, text = self._seat, self.box.text().strip()
        seat.tasks.read(
            customer.rows, seat.desk, seat.operator.id, text, _LIMIT, on_success=self._show, key=(id(self), "rows")
        )

    def _show(self, rows: tuple[CustomerRow, ...]) -> None:
        selected = self._selected()
        self.model.show_rows(rows)
        is_searched = bool(self.box.text().strip())
        count = self.tr("first %n", "", len(rows)) if len(rows) == _LIMIT else str(len(rows))
        self.count.setText(count if rows else "")
        self.nobody.say(
            self.tr("Nobody found. Try a part of the name or of the phone.") if is_searched else self._first
        )
        self.pages.setCurrentWidget(self.view if rows else self.nobody)
        self._choose_row()
        if len(selected) > 1:
            self._select_again(selected)
        self._count_selected()

    def _selected(self) -> tuple[CustomerId, ...]:
        found = (self.model.id_at(index.row()) for index in self.view.selectionModel().selectedIndexes())
        return tuple(id for id in found if id is not None)

    def _select_again(self, ids: tuple[CustomerId, ...]) -> None:
        for row in (self.model.row_of(id) for id in ids):
            if row >= 0:
                flags = QItemSelectionModel.SelectionFlag.Select
                self.view.selectionModel().select(self.model.index(row, 0), flags)

    @Slot()
    def _count_selected(self) -> None:
        self.merge_button.setVisible(len(self._selected()) == _PAIR)

    @Slot()
    def merge_selected(self) -> None:
        """Opens the preview of the two selected cards; the one that was there first is proposed to stay."""
        ids = self._selected()
        if len(ids) == _PAIR:
            self.merging.begin(min(ids), max(ids))

    def _choose_row(self) -> None:
        row = self.model.row_of(self._wanted)
        chosen = self.view.selectionModel()
        # Showing where the customer stands is no choice by the operator: nothing is opened by it.
        chosen.blockSignals(True)
        if row < 0:
            self.view.clearSelection()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            chosen.setCurrentIndex(self.model.index(row, 0), flags)
            self.view.scrollTo(self.model.index(row, 0))
        chosen.blockSignals(False)
        self.view.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        id = self.model.id_at(index.row())
        if id is not None and id != self._wanted:
            self._wanted = id
            self.card.show_customer(id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        id = self.model.id_at(index.row())
        if id is not None and id != self.card.customer:
            self._wanted = id
            self.card.show_customer(id)

    @Slot()
    def _into_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid() or self._wanted is None:
                self.view.setCurrentIndex(self.model.index(0, 0))

    @Slot(bytes)
    def _saved(self, id: bytes) -> None:
        self._wanted = CustomerId(id)
        self.search()

    @Slot()
    def _typed(self) -> None:
        self._soon.start()

    @Slot()
    def _new(self) -> None:
        self.new_customer()

    def _build(self) -> None:
        self._first = self.tr("No customers yet: make the first card, or import a table.")
        left = QWidget()
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setProperty("ground", "surface")
        left.setMinimumWidth(300)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 16, 0)
        head.setSpacing(10)
        self.box = SearchBox(self.tr("Name, phone, mail, city…"))
        self.new_button = Button(self.tr("New customer"), "primary", key="F3")
        head.addWidget(self.box, 1)
        self.merge_button = Button(self.tr("Merge…"), key="Ctrl+M")
        self.merge_button.setVisible(False)
        head.addWidget(self.merge_button)
        head.addWidget(self.new_button)
        column.addLayout(head)
        self.count = Text("", "note")
        head.addWidget(self.count)
        column.addWidget(Hairline())
        column.addWidget(self._pages(), 1)
        column.setSpacing(8)
        self._place = QWidget()
        self._place.setMinimumWidth(320)
        QVBoxLayout(self._place).setContentsMargins(0, 0, 0, 0)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(left)
        self.columns.addWidget(self._place)
        self.columns.setSizes([640, 560])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.columns)

    def _pages(self) -> QStackedWidget:
        self.model = CustomerTable(self)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Customers"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.nobody = EmptyState("users", self._first)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nobody)
        return self.pages

    def _connect(self) -> None:
        self.box.textChanged.connect(self._typed)
        self.box.moved_on.connect(self._into_list)
        self.box.returnPressed.connect(self._into_list)
        self.new_button.clicked.connect(self._new)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().selectionChanged.connect(self._count_selected)
        self.merging = CustomerMerging(self._seat, self)
        self.merging.changed.connect(self.changed)
        self.merging.merged.connect(self.show_customer)
        self.merge_button.clicked.connect(self.merge_selected)
        shortcut(self, "Ctrl+M", self.merge_selected, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QTimer.singleShot(0, self, self._make_card)

    def _connect_card(self, card: CustomerCardPane) -> None:
        card.saved.connect(self._saved)
        for name in (
            "changed",
            "saved",
            "request_opened",
            "order_opened",
            "order_wanted",
            "request_wanted",
            "call_wanted",
        ):
            getattr(card, name).connect(getattr(self, name))
        for name in ("quote_wanted", "quote_opened", "invoice_opened"):
            getattr(card.view, name).connect(getattr(self, name))
