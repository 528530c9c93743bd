"""The tracker: orders at the left, late and at risk first to be seen; the chosen one, or a new one, at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import CustomerId, OrderId, RequestId
from helpdesk.service import order
from ui.panes.order_list import OrderList
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import EmptyState


class OrderTrackerPane(QWidget):
    """What was promised to whom and where it stands.

    The list is there at once; the card and the form of a new order are made when they are first needed, or while
    nobody works.
    """

    changed = Signal(object)
    customer_opened = Signal(bytes)
    import_wanted = Signal()
    call_wanted = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: bytes = b""
        self._card: Any = None
        self._entry: Any = None
        self.list = OrderList(seat)
        self._nothing = EmptyState("package", self.tr("Choose an order, or take down a new one with F4."))
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        self.list.setMinimumWidth(420)
        self._right.setMinimumWidth(420)
        columns.addWidget(self.list)
        columns.addWidget(self._right)
        columns.setStretchFactor(0, 1)
        columns.setStretchFactor(1, 0)
        columns.setSizes([908, 460])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.list.opened.connect(self._go_to_card)
        self.list.new_wanted.connect(self.new_order)
        self.list.import_wanted.connect(self.import_wanted)
        self.list.changed.connect(self.changed)
        self.list.stages_wanted.connect(self._open_stages)
        self.list.head.rules_wanted.connect(self._open_rules)
        self.list.view.clicked.connect(self._back_to_card)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut(self, "F8", self._call, context=within)
        shortcut(self, "Shift+F8", self._message, context=within)

    @property
    def card(self) -> Any:
        """The view of one order."""
        if self._card is None:
            from ui.panes.order_view import OrderCardView

            self._card = card = OrderCardView(self._seat)
            card.changed.connect(self.changed)
            card.customer_opened.connect(self.customer_opened)
            card.order_opened.connect(self.show_order)
            card.call_wanted.connect(self.call_wanted)
            self._right.addWidget(card)
        return self._card

    @property
    def entry(self) -> Any:
        """The form of a new order."""
        if self._entry is None:
            from ui.panes.order_entry import OrderEntry

            self._entry = entry = OrderEntry(self._seat)
            entry.registered.connect(self._show_registered)
            entry.left.connect(self._leave_entry)
            self._right.addWidget(entry)
        return self._entry

    @property
    def current(self) -> OrderId | None:
        """The order shown."""
        return OrderId(self._shown) if self._shown else None

    @property
    def current_number(self) -> str:
        """The number of the order shown, or the one given to the form; or nothing."""
        if self._entry is not None and self._right.currentWidget() is self._entry:
            return str(self._entry.number_given)
        return str(self._card.card.row.number) if self._shown and self._card and self._card.card is not None else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.load_once()
        QTimer.singleShot(0, self, self._make_card)

    def _make_card(self) -> None:
        _made = self.card

    def show_order(self, id: bytes) -> None:
        """Shows an order."""
        self.list.choose(id)
        self._open(id)

    def new_order(self, customer: Any = None, request: Any = None) -> None:
        """Opens the form of a new order, for a customer and out of a request if they are given."""
        self._right.setCurrentWidget(self.entry)
        asked = RequestId(request) if isinstance(request, bytes) else None
        self.entry.begin(CustomerId(customer) if isinstance(customer, bytes) else None, asked)

    def refresh(self, changes: Changes) -> None:
        """Reads anew what is concerned."""
        self.list.refresh(changes)
        card = self._card.card if self._card is not None else None
        if card is None or not self._shown:
            return
        is_concerned = card.row.id in changes.orders or card.row.customer in changes.customers
        if is_concerned or changes.is_everything:
            self._read(self._shown)

    def flush(self) -> None:
        """Keeps at once what is typed in the entry."""
        if self._entry is not None:
            self._entry.flush()

    def print_current(self) -> None:
        """Prints the status slip of the order shown."""
        if self._card is not None and self._card.card is not None:
            self._card.print_status()

    def _open(self, id: bytes) -> None:
        self._shown = id
        self._read(id)

    def _read(self, id: bytes) -> None:
        from ui.panes.order_reading import read_order

        seat = self._seat
        seat.tasks.read(
            read_order, seat.desk, seat.operator.id, OrderId(id), on_success=self._show_reading, key=(self, "card")
        )

    def _show_reading(self, reading: Any) -> None:
        card = reading.card
        is_typing = self._entry is not None and self._right.currentWidget() is self._entry
        is_another = self.card.card is None or self.card.card.row.id != card.row.id
        self.card.show_reading(reading)
        self.list.choose(card.row.id, card.row.alias)
        if is_another or not is_typing:
            self._right.setCurrentWidget(self.card)

    def _go_to_card(self) -> None:
        if self._card is not None and self._card.card is not None:
            self._right.setCurrentWidget(self._card)
            (self._card.next if self._card.next.isVisible() else self._card.customer).setFocus()

    def _back_to_card(self, _index: object) -> None:
        if self._shown and self._card is not None and self._card.card is not None:
            self._right.setCurrentWidget(self._card)

    def _call(self) -> None:
        if self._card is not None:
            self._card.acts.call()

    def _message(self) -> None:
        if self._card is not None:
            self._card.acts.show_mail()

    def _open_stages(self) -> None:
        from ui.dialogs.order_stages import StagesDialog

        dialog = StagesDialog(self._seat, self)
        dialog.changed.connect(self.changed)
        dialog.show()

    def _open_rules(self) -> None:
        from ui.dialogs.demand_rules import DemandRulesDialog

        dialog = DemandRulesDialog(self._seat, self)
        dialog.changed.connect(self.changed)
        dialog.show()

    def _show_registered(self, made: order.Registered) -> None:
        self._right.setCurrentWidget(self.card)
        self.changed.emit(made.changes)
        self.show_order(made.id)

    def _leave_entry(self) -> None:
        self._right.setCurrentWidget(self.card if self._shown else self._nothing)
        self.list.view.setFocus()
