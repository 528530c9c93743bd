"""A new order taken down at the phone: customer, products with their prices, day; kept as it is typed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.customer import CustomerRow
from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.order import OrderForm, OrderLine, Product
from helpdesk.errors import FieldMissing, UserError
from helpdesk.service import draft, number, order
from ui import formatting
from ui.panes.order_delivery import OrderDelivery
from ui.panes.order_draft import KEY, OrderDraft, body_of, draft_of
from ui.panes.order_find import FindField
from ui.panes.order_lines import LineColumn, OrderLines, OrderLinesView
from ui.panes.order_offers import customer_name, find_customers, find_products
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, FormGrid, Text

_KEEP_AFTER = 300


class OrderEntry(QWidget):
    """The form of a new order; Ctrl+Enter registers it, Esc leaves it with its draft kept."""

    registered = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._number = ""
        self._is_reserving = False
        self._is_busy = False
        self._customer: CustomerId | None = None
        self._customer_name = ""
        self._request: RequestId | None = None
        self.number = Text("", "number")
        self.customer = FindField(seat, find_customers, self.tr("Name, phone or company"))
        self.product = FindField(seat, find_products, self.tr("Product or code; Enter adds it"))
        self.lines = OrderLines(seat.locale, is_editable=True, parent=self)
        self.lines_view = OrderLinesView(self.lines)
        self.delivery = OrderDelivery()
        self.register = Button(self.tr("Register the order"), "primary", key="Ctrl+Enter")
        self.clear = Button(self.tr("Start anew"))
        self._total = Text("", "head")
        self._saved = Text("", "note")
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER)
        self._build()
        self._connect()
        self._empty()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 22, 8)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("New order"), "title"), 1)
        head.addWidget(self.number)
        column.addLayout(head)
        self._form = FormGrid(2)
        self._form.add("customer", self.tr("&Customer"), self.customer, span=2)
        self._form.add("lines", self.tr("&Products"), self.product, span=2)
        column.addWidget(self._form)
        column.addWidget(self.lines_view)
        totals = QHBoxLayout()
        totals.addWidget(Text(self.tr("Enter goes on, Delete takes a line away"), "note"))
        totals.addStretch(1)
        totals.addWidget(Text(self.tr("Total"), "muted"))
        totals.addWidget(self._total)
        column.addLayout(totals)
        column.addWidget(self.delivery)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 22, 12)
        foot.setSpacing(8)
        foot.addWidget(self.register)
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self._saved)
        return foot

    def _connect(self) -> None:
        self.customer.taken.connect(self._take_customer)
        self.customer.textEdited.connect(self._drop_customer)
        self.product.taken.connect(self._take_product)
        self.product.textEdited.connect(self._touch)
        self.lines.changed.connect(self._show_total)
        self.lines.changed.connect(self._touch)
        self.lines_view.left.connect(self.product.setFocus)
        self.delivery.changed.connect(self._touch)
        self._keep.timeout.connect(self._save)
        self.register.clicked.connect(self.send)
        self.clear.clicked.connect(self._start_anew)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut(self, "Ctrl+Return", self.send, context=within)
        shortcut(self, "Ctrl+Enter", self.send, context=within)
        shortcut(self, "Esc", self._leave, context=within)

    @property
    def draft(self) -> OrderDraft:
        """What is typed now."""
        typed = OrderForm(self._customer, lines=self.lines.lines, number=self._number, request=self._request)
        return OrderDraft(self.delivery.put_into(typed), self._customer_name)

    @property
    def total_words(self) -> str:
        """The total as it is written."""
        return self._total.text()

    def begin(self, customer: CustomerId | None, request: RequestId | None = None) -> None:
        """Opens the form with the draft that was left, for a customer if one is named."""
        seat = self._seat
        if self.draft.is_empty:
            then = partial(self._restore, customer, request)
            seat.tasks.read(draft.load, seat.desk, seat.operator.id, KEY, on_success=then)
        else:
            self._put_customer(customer, request)

    def send(self) -> None:
        """Registers the order."""
        self._form.clear_errors()
        if not self.lines.lines:
            self._form.show_error("lines", self.tr("Add at least one product."))
            return
        if self._customer is None:
            self._form.show_error("customer", self.tr("Choose the customer from the list."))
            return
        if self._is_busy:
            return
        self._is_busy = True
        self._keep.stop()
        seat = self._seat
        seat.tasks.write(
            order.register,
            seat.desk,
            seat.operator.id,
            self.draft.form,
            on_success=self._tell,
            on_error=self._fail,
        )

    def _restore(self, customer: CustomerId | None, request: RequestId | None, body: dict[str, Any] | None) -> None:
        kept = draft_of(body)
        if self.draft.is_empty and not kept.is_empty:
            self._show(kept)
            self._saved.setText(self.tr("Draft restored"))
        self._put_customer(customer, request)

    def _put_customer(self, customer: CustomerId | None, request: RequestId | None) -> None:
        (self.customer if self._customer is None and customer is None else self.product).setFocus()
        if customer is None or customer == self._customer:
            self._request = request or self._request
            return
        if self._customer is not None:
            # What was begun for another customer is neither lost nor put on this one's bill.
            words = self.tr("An unfinished order for %1 is open: register it, or start anew.")
            self._seat.messages.notice(words.replace("%1", self._customer_name))
            return
        self._customer, self._request = customer, request or self._request
        seat = self._seat
        seat.tasks.read(customer_name, seat.desk, seat.operator.id, customer, on_success=self._name_customer)
        self._touch()

    def _show(self, kept: OrderDraft) -> None:
        form = kept.form
        self._number = form.number
        self.number.setText(form.number)
        self._customer, self._customer_name, self._request = form.customer, kept.customer_name, form.request
        self.customer.setText(kept.customer_name)
        self.customer.setCursorPosition(0)
        today = formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)
        self.delivery.show_form(form, today + dt.timedelta(days=1))
        self.lines.show_lines(form.lines)
        self._show_total()

    def _empty(self) -> None:
        self._show(OrderDraft())
        self._saved.setText("")
        self.product.clear()
        self._form.clear_errors()

    def _start_anew(self) -> None:
        self._keep.stop()
        # The number was given out and stays with this order, so that none is lost.
        given = self._number
        self._empty()
        self._number = given
        self.number.setText(given)
        self._save()
        self.customer.setFocus()

    def _touch(self, *_what: object) -> None:
        self._saved.setText("")
        if not self._number and not self._is_reserving:
            self._is_reserving = True
            seat = self._seat
            seat.tasks.write(
                number.reserve, seat.desk, seat.operator.id, on_success=self._take_number, on_error=self._fail
            )
        self._keep.start()

    @property
    def number_given(self) -> str:
        """The number reserved for what is being typed."""
        return self._number

    def _take_number(self, given: str) -> None:
        self._is_reserving = False
        self._number = given
        self.number.setText(given)
        self._keep.start()

    def _save(self) -> None:
        seat = self._seat
        seat.tasks.write(draft.save, seat.desk, seat.operator.id, KEY, body_of(self.draft), on_success=self._say_saved)

    def _say_saved(self, _nothing: object) -> None:
        self._saved.setText(self.tr("Draft saved"))

    def _take_customer(self, row: CustomerRow) -> None:
        self._customer = row.id
        self._name_customer(row.name)
        self._form.clear_errors()
        self._touch()
        self.product.setFocus()

    def _name_customer(self, name: str) -> None:
        self._customer_name = name
        self.customer.setText(name)
        self.customer.setCursorPosition(0)

    def _drop_customer(self, _text: str) -> None:
        self._customer, self._customer_name = None, ""
        self._touch()

    def _take_product(self, row: Product) -> None:
        self.product.clear()
        self._form.clear_errors()
        price = row.price_minor or 0
        at = self.lines.add(OrderLine(title=row.name, quantity=Decimal(1), price_minor=price, product=row.id))
        self.lines_view.setFocus()
        index = self.lines.index(at, LineColumn.QUANTITY)
        self.lines_view.setCurrentIndex(index)
        self.lines_view.edit(index)

    def _show_total(self) -> None:
        self._total.setText(formatting.money(self.lines.total.amount, self._seat.locale))

    def _tell(self, made: order.Registered) -> None:
        seat = self._seat
        self._is_busy = False
        seat.tasks.write(draft.drop, seat.desk, seat.operator.id, KEY)
        self._empty()
        seat.messages.notice(self.tr("Order %1 is registered.").replace("%1", made.number))
        self.registered.emit(made)

    def _fail(self, error: UserError) -> None:
        self._is_busy = self._is_reserving = False
        if isinstance(error, FieldMissing) and error.field in ("lines", "customer"):
            self._form.show_error(error.field, self.tr("This is missing."))
        else:
            self._seat.messages.error(error)

    def flush(self) -> None:
        """Keeps the draft at once, if it waits to be kept."""
        if self._keep.isActive():
            self._keep.stop()
            self._save()

    def _leave(self) -> None:
        self.flush()
        self.left.emit()
