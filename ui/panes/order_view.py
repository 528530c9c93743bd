"""The right side of the tracker: one order, its way, its dates, its lines, what happened to it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderCard, OrderStage
from helpdesk.domain.order_stage import Stage
from helpdesk.service import order
from ui import formatting
from ui.panes.order_history import card_of
from ui.panes.order_lines import OrderLines, OrderLinesView
from ui.panes.order_reading import OrderReading
from ui.panes.order_step import DateStep, OrderStepPanel, StageStep
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Button, ElidedLabel, FactRow, Hairline, LinkButton, SectionHead, StageStrip, Text

_SHOWN_EVENTS = 50


class OrderCardView(QWidget):
    """Shows an order and takes its steps; `changed` tells what a step touched."""

    changed = Signal(object)
    customer_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._card: OrderCard | None = None
        self._reading: OrderReading | None = None
        self._head = ElidedLabel("", "title")
        self._number = Text("", "number")
        self.customer = LinkButton("")
        self._late = Text("", "bad")
        self.stages = StageStrip()
        self.next = Button("", "primary")
        self.set_date = Button(self.tr("Set date…"))
        self.cancel = Button(self.tr("Cancel the order…"), "danger")
        self.step = OrderStepPanel()
        self.lines = OrderLines(seat.locale)
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 22, 16)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._number)
        column.addLayout(top)
        who = QHBoxLayout()
        who.addWidget(self.customer)
        who.addStretch(1)
        who.addWidget(self._late)
        column.addLayout(who)
        column.addWidget(self.stages)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.next, self.set_date):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.cancel)
        column.addLayout(actions)
        column.addWidget(self.step)
        self.step.hide()
        self._build_facts(column)
        self._build_lines(column)
        column.addWidget(SectionHead(self.tr("History")))
        self._history = QVBoxLayout()
        self._history.setSpacing(4)
        column.addLayout(self._history)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _build_facts(self, column: QVBoxLayout) -> None:
        self._facts = {
            key: FactRow(label, label_width=96)
            for key, label in (
                ("wanted", self.tr("Wanted")),
                ("confirmed", self.tr("Confirmed")),
                ("shipped", self.tr("Shipped")),
                ("delivered", self.tr("Delivered")),
                ("delivery", self.tr("Delivery")),
                ("note", self.tr("Note")),
            )
        }
        facts = QVBoxLayout()
        facts.setSpacing(0)
        for row in self._facts.values():
            facts.addWidget(row)
        column.addLayout(facts)
        column.addWidget(Hairline())

    def _build_lines(self, column: QVBoxLayout) -> None:
        self._lines_head = SectionHead(self.tr("Lines"))
        column.addWidget(self._lines_head)
        self.lines_view = OrderLinesView(self.lines)
        column.addWidget(self.lines_view)
        totals = QHBoxLayout()
        self._discount = Text("", "note")
        self._total = Text("", "head")
        totals.addWidget(self._discount)
        totals.addStretch(1)
        totals.addWidget(Text(self.tr("Total"), "muted"))
        totals.addWidget(self._total)
        column.addLayout(totals)
        column.addWidget(Hairline())

    def _connect(self) -> None:
        self.customer.clicked.connect(self._open_customer)
        self.next.clicked.connect(self._ask_next)
        self.set_date.clicked.connect(self._ask_date)
        self.cancel.clicked.connect(self._ask_cancel)
        self.step.stage_taken.connect(self._advance)
        self.step.date_taken.connect(self._move_date)
        self.step.left.connect(self.set_date.setFocus)

    @property
    def card(self) -> OrderCard | None:
        """The order shown."""
        return self._card

    @property
    def total_words(self) -> str:
        """The total as it is written."""
        return self._total.text()

    def history(self) -> list[str]:
        """What the history says, newest first."""
        cards = [self._history.itemAt(place).widget() for place in range(self._history.count())]
        return [card.accessibleName() for card in cards if card is not None]

    def show_reading(self, reading: OrderReading) -> None:
        """Shows an order."""
        card, self._reading = reading.card, reading
        is_same = self._card is not None and self._card.row.id == card.row.id
        self._card = card
        row = card.row
        if not is_same:
            self.step.hide()
        self._head.setText(row.title or self.tr("Order without lines"))
        self._number.setText(row.number)
        self.customer.setText(row.customer_name or self.tr("No customer"))
        self.customer.setEnabled(row.customer is not None)
        self.customer.updateGeometry()
        self._show_stage(card)
        self._show_facts(card)
        self._show_lines(card)
        self._show_history(card)

    def _show_stage(self, card: OrderCard) -> None:
        row = card.row
        assert self._reading is not None
        is_over = row.stage.is_over
        language = self._seat.locale.language
        way = self._reading.plan.way(row.kind)
        at = row.way[0] - 1
        if at < 0:
            tone = Tone.BAD if row.stage is OrderStage.PROBLEM else Tone.MUTED
            self.stages.show_stages([row.stage_name(language)], 0, tone=tone)
        else:
            tone = Tone.BAD if row.is_late else Tone.GOOD if row.stage is OrderStage.DELIVERED else Tone.ACCENT
            self.stages.show_stages([stage.name(language) for stage in way], at, tone=tone)
        self._late.setText(self.tr("Late") if row.is_late else "")
        following = self._reading.next_stage
        self.next.setVisible(following is not None)
        self.cancel.setVisible(not is_over)
        self.set_date.setVisible(row.stage is not OrderStage.CANCELLED)
        if following is not None:
            self.next.setText(self._next_words(following))
            self.next.updateGeometry()

    def _next_words(self, stage: Stage) -> str:
        known = {
            OrderStage.CONFIRMED: self.tr("Confirm…"),
            OrderStage.ASSEMBLING: self.tr("Begin assembling"),
            OrderStage.SHIPPED: self.tr("Shipped today"),
            OrderStage.DELIVERED: self.tr("Delivered today"),
        }
        named = stage.name(self._seat.locale.language)
        return known.get(stage.category, named) if stage.code == stage.category else named

    def _show_facts(self, card: OrderCard) -> None:
        row, none = card.row, "—"
        confirmed = self._day(row.confirmed_on) or none
        if card.first_confirmed_on and card.first_confirmed_on != row.confirmed_on:
            first = self.tr("%1, first promised for %2")
            confirmed = first.replace("%1", confirmed).replace("%2", self._day(card.first_confirmed_on))
        self._facts["wanted"].show_value(self._day(row.requested_on) or none)
        self._facts["confirmed"].show_value(confirmed)
        self._facts["shipped"].show_value(self._day(row.shipped_on) or none)
        self._facts["delivered"].show_value(self._day(row.delivered_on) or none)
        for key, text in (("delivery", card.delivery), ("note", card.note)):
            self._facts[key].show_value(text)
            self._facts[key].setVisible(bool(text))

    def _show_lines(self, card: OrderCard) -> None:
        self.lines.show_lines(card.lines)
        self._lines_head.show_note(str(len(card.lines)))
        currency = self._seat.locale.currency
        total = Money(card.row.total_minor, currency)
        self._total.setText(formatting.money(total.amount, self._seat.locale))
        less = self.lines.discount
        words = self.tr("Discount %1").replace("%1", formatting.money(less.amount, self._seat.locale)) if less else ""
        self._discount.setText(words)

    def _show_history(self, card: OrderCard) -> None:
        while (item := self._history.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now = self._seat.desk.clock.now()
        for event in sorted(card.events, key=lambda event: event.order, reverse=True)[:_SHOWN_EVENTS]:
            self._history.addWidget(card_of(event, now, self._seat.locale))

    def _day(self, on: dt.date | None) -> str:
        return formatting.date(on, self._seat.locale) if on else ""

    def _today(self) -> dt.date:
        return formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)

    def _open_customer(self) -> None:
        if self._card is not None and self._card.row.customer is not None:
            self.customer_opened.emit(self._card.row.customer)

    def _ask_next(self) -> None:
        if self._card is None or self._reading is None:
            return
        stage = self._reading.next_stage
        if stage is None:
            return
        if stage.category is OrderStage.CONFIRMED:
            self.step.ask_stage(stage.category, self._card.row.requested_on or self._today())
        else:
            dated = stage.category in (OrderStage.SHIPPED, OrderStage.DELIVERED)
            self._advance(StageStep(stage.code, self._today() if dated else None, ""))

    def _ask_date(self) -> None:
        if self._card is not None:
            self.step.ask_date(self._card.row.confirmed_on or self._card.row.requested_on or self._today())

    def _ask_cancel(self) -> None:
        self.step.ask_stage(OrderStage.CANCELLED, self._today())

    def _advance(self, step: StageStep) -> None:
        if self._card is not None:
            seat = self._seat
            act = partial(order.advance, on=step.on, reason=step.reason)
            seat.tasks.write(
                act, seat.desk, seat.operator.id, self._card.row.id, step.stage, on_success=self.changed.emit
            )

    def _move_date(self, step: DateStep) -> None:
        if self._card is not None:
            seat = self._seat
            act = partial(order.set_date, customer_agreed=step.customer_agreed)
            moved = (self._card.row.id, step.which, step.on, step.reason)
            seat.tasks.write(act, seat.desk, seat.operator.id, *moved, on_success=self.changed.emit)
