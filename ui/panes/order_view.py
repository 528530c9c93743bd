"""The right side of the tracker: one order, what presses, its way, its dates, its lines, tasks, problems, history."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from helpdesk.domain.order import OrderCard, OrderStage
from helpdesk.domain.order_stage import Stage
from ui import formatting
from ui.panes.also_entered import AlsoEnteredStrip
from ui.panes.order_acts import OrderActs
from ui.panes.order_facts import OrderFacts
from ui.panes.order_history import card_of
from ui.panes.order_problems import ProblemsSection, clear
from ui.panes.order_reading import OrderReading
from ui.panes.order_say import OrderSay
from ui.panes.order_step import OrderStepPanel, StageStep
from ui.panes.order_tasks import TasksSection
from ui.panes.request_parts import pop_up
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.theme import Tone
from ui.widgets import Button, ElidedLabel, FlowLayout, Hairline, IconButton, LinkButton, SectionHead, StageStrip, Text

_SHOWN_EVENTS = 50


class OrderCardView(QWidget):
    """Shows an order and takes its steps; `changed` tells what a step touched."""

    changed = Signal(object)
    customer_opened = Signal(bytes)
    order_opened = Signal(bytes)
    call_wanted = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._card: OrderCard | None = None
        self._reading: OrderReading | None = None
        self._head = ElidedLabel("", "title")
        self._number = Text("", "number")
        self.customer = LinkButton("")
        self.call = IconButton("phone", self.tr("Call the customer"), key="F8")
        self.message = IconButton("mail", self.tr("Message to the customer"), key="Shift+F8")
        self._late = Text("", "bad")
        self.stages = StageStrip()
        self.next = Button("", "primary")
        self.set_date = Button(self.tr("Set date…"))
        self.more = Button(self.tr("More…"))
        self.cancel = Button(self.tr("Cancel the order…"), "danger")
        self.acts = OrderActs(seat, self)
        self.also = AlsoEnteredStrip(seat, "order")
        self.say = OrderSay(seat)
        self._step: OrderStepPanel | None = None
        self.facts = OrderFacts(seat)
        self.lines, self.lines_view = self.facts.lines, self.facts.lines_view
        self.tasks, self.problems = TasksSection(seat), ProblemsSection(seat)
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 22, 16)
        column.setSpacing(10)
        top, who = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._number)
        for part in (self.customer, self.call, self.message):
            who.addWidget(part)
        who.addStretch(1)
        who.addWidget(self._late)
        steps = QWidget()
        actions = FlowLayout(8, steps)
        for button in (self.next, self.set_date, self.more, self.cancel):
            actions.addWidget(button)
        column.addLayout(top)
        column.addLayout(who)
        column.addWidget(self.stages)
        column.addWidget(steps)
        self._place = column.count()
        for part in (self.also, self.say, self.facts, self.tasks, Hairline(), self.problems, Hairline()):
            column.addWidget(part)
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

    def _connect(self) -> None:
        acts, say = self.acts, self.say
        self.customer.clicked.connect(self._open_customer)
        self.call.clicked.connect(acts.call)
        self.message.clicked.connect(acts.show_mail)
        self.next.clicked.connect(self._ask_next)
        self.set_date.clicked.connect(self._ask_date)
        self.more.clicked.connect(self._open_more)
        self.cancel.clicked.connect(self._ask_cancel)
        say.said.connect(acts.tell_said)
        say.mail_wanted.connect(acts.show_mail)
        say.slip_wanted.connect(self.print_status)
        say.waive_wanted.connect(acts.waive)
        say.identify_wanted.connect(acts.identify)
        acts.identified.connect(say.take_identity)
        acts.changed.connect(self.changed)
        self.also.changed.connect(self.changed)
        acts.call_wanted.connect(self.call_wanted)
        self.facts.delivery_wanted.connect(acts.edit_delivery)
        self.facts.follow_wanted.connect(acts.follow)
        self.facts.correct_wanted.connect(acts.correct)
        self.tasks.ask_wanted.connect(acts.ask_task)
        self.tasks.answer_wanted.connect(acts.answer_task)
        self.problems.changed.connect(self.changed)
        self.problems.order_wanted.connect(self.order_opened)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut(self, "Ctrl+Shift+Return", acts.tell_said, context=within)

    @property
    def card(self) -> OrderCard | None:
        """The order shown."""
        return self._card

    @property
    def step(self) -> OrderStepPanel:
        """Where a step asks for its day and its reason; made with the first step."""
        if self._step is None:
            self._step = step = OrderStepPanel()
            step.hide()
            step.stage_taken.connect(self.acts.advance)
            step.date_taken.connect(self.acts.move_date)
            step.left.connect(self.set_date.setFocus)
            self._column.insertWidget(self._place, step)
            if self._reading is not None:
                step.offer(self._reading.card.lines, self._reading.departments)
        return self._step

    @property
    def total_words(self) -> str:
        """The total as it is written."""
        return self.facts.total_words

    def history(self) -> list[str]:
        """What the history says, newest first."""
        cards = [self._history.itemAt(place).widget() for place in range(self._history.count())]
        return [card.accessibleName() for card in cards if card is not None]

    def show_reading(self, reading: OrderReading) -> None:
        """Shows an order."""
        card = reading.card
        is_same = self._card is not None and self._card.row.id == card.row.id
        self._card, self._reading = card, reading
        row = card.row
        if self._step is not None:
            self._step.offer(card.lines, reading.departments)
            self._step.setVisible(is_same and self._step.isVisible())
        self._head.setText(row.title or self.tr("Order without lines"))
        self._number.setText(row.number)
        self.customer.setText(row.customer_name or self.tr("No customer"))
        for part in (self.customer, self.call, self.message):
            part.setEnabled(row.customer is not None)
        self.customer.updateGeometry()
        self.acts.show_reading(reading)
        self._show_stage(reading)
        self.say.show_reading(reading)
        self.also.show_record(row.id)
        self.facts.show_reading(reading)
        self.tasks.show_tasks(reading.tasks)
        self.problems.show_reading(reading)
        self._show_history(reading)

    def _show_stage(self, reading: OrderReading) -> None:
        row, language = reading.card.row, self._seat.locale.language
        at = row.way[0] - 1
        if at < 0:
            tone = Tone.BAD if row.stage is OrderStage.PROBLEM else Tone.MUTED
            self.stages.show_stages([row.stage_name(language)], 0, tone=tone)
        else:
            is_done = row.stage is OrderStage.DELIVERED
            tone = Tone.BAD if row.is_late else Tone.GOOD if is_done else Tone.ACCENT
            self.stages.show_stages([stage.name(language) for stage in reading.plan.way(row.kind)], at, tone=tone)
        self._late.setText(self.tr("Late") if row.is_late else "")
        following = reading.next_stage
        self.next.setVisible(following is not None)
        self.cancel.setVisible(not row.stage.is_over)
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

    def _show_history(self, reading: OrderReading) -> None:
        clear(self._history)
        now = self._seat.desk.clock.now()
        for event in sorted(reading.card.events, key=_order_of, reverse=True)[:_SHOWN_EVENTS]:
            self._history.addWidget(card_of(event, now, self._seat.locale, reading))

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
            self.acts.advance(StageStep(stage.code, self._today() if dated else None, ""))

    def _ask_date(self) -> None:
        if self._card is not None:
            self.step.ask_date(self._card.row.promised_on or self._today())

    def _ask_cancel(self) -> None:
        self.step.ask_stage(OrderStage.CANCELLED, self._today())

    def print_status(self) -> None:
        """Prints the status slip, with what may be told."""
        self.acts.print_status(self.say.is_identified)

    def _open_more(self) -> None:
        menu = QMenu(self)
        card = self._card
        if card is None:
            return
        steps: list[tuple[str, Any]] = [(self.tr("Confirmation call, line by line…"), self.acts.confirm)]
        if not card.row.stage.is_over:
            steps += [
                (self.tr("Part left or arrived…"), self.acts.move_parts),
                (self.tr("Offer an alternative…"), self.acts.offer),
                (self.tr("Correct the lines…"), self.acts.correct),
            ]
        steps += [
            (self.tr("Delivery and carrier…"), self.acts.edit_delivery),
            (self.tr("Task for a department…"), self.acts.ask_task),
            (self.tr("Problem with the order…"), self.problems.ask),
            (self.tr("Print the status slip"), self.print_status),
            (self.tr("Copy the number"), self.acts.copy_number),
        ]
        for words, slot in steps:
            menu.addAction(words).triggered.connect(partial(_call, slot))
        pop_up(menu, self.more)


def _call(slot: Any, _checked: bool = False) -> None:
    slot()


def _order_of(event: Any) -> Any:
    return event.order
