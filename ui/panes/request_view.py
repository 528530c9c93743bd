"""One request as it stands: head, promises, what is owed, history, composer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel
from helpdesk.domain.request import RequestKind
from ui.panes.also_entered import AlsoEnteredStrip
from ui.panes.composer import SOLVE, TASK, Composer
from ui.panes.request_bonds import RequestBonds
from ui.panes.request_drafts import Drafts
from ui.panes.request_head import DueLine, RequestHead
from ui.panes.request_owed import OwedStrip
from ui.panes.request_parts import column, ground
from ui.panes.request_reading import RequestReading, draft_key, due_words
from ui.panes.request_readout import Readout
from ui.panes.request_steps import RequestSteps
from ui.panes.request_tasks import RequestTasks
from ui.panes.timeline import Telling, Timeline, entries
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import LinkButton


class RequestView(QWidget):
    """Shows a reading and lets the operator work on it."""

    changed = Signal(object)
    order_opened = Signal(bytes)
    order_for_request = Signal(object, object)
    quote_wanted = Signal(object, bytes, str)
    price_wanted = Signal()
    request_opened = Signal(bytes)

    def __init__(self, seat: Seat, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._drafts = drafts
        self._reading: RequestReading | None = None
        self.readout = Readout()
        self.head, self.due, self.owed = RequestHead(), DueLine(), OwedStrip()
        self.order = LinkButton("")
        self.timeline, self.composer = Timeline(), Composer()
        self.steps, self.bonds, self.tasks = RequestSteps(seat, self), RequestBonds(seat), RequestTasks(seat)
        self.also = AlsoEnteredStrip(seat, "request")
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._show_due)
        self._minute.start()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        outer = column(self, spacing=0)
        upper = ground(QWidget(), "background")
        layout = column(upper, (24, 14, 24, 8), 10)
        for part in (self.readout, self.head, self.bonds, self.also, self.due, self.owed, self.tasks):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            layout.addWidget(part)
        layout.addWidget(self.order, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.timeline, 1)
        outer.addWidget(upper, 1)
        outer.addWidget(self.composer)

    def _connect(self) -> None:
        steps, head, composer = self.steps, self.head, self.composer
        head.state_wanted.connect(steps.change_state)
        head.owner_wanted.connect(steps.give)
        head.edited.connect(steps.edit)
        head.step_wanted.connect(steps.step)
        head.quote_wanted.connect(self._want_quote)
        composer.price_wanted.connect(self.price_wanted)
        head.step_wanted.connect(self.bonds.step)
        steps.close_wanted.connect(self.bonds.close_request)
        self.bonds.changed.connect(self.changed)
        self.also.changed.connect(self.changed)
        self.bonds.opened.connect(self.request_opened)
        self.order.clicked.connect(self._open_order)
        self.due.why_wanted.connect(steps.explain_due)
        self.owed.said.connect(steps.tell_said)
        self.owed.mail_wanted.connect(steps.show_mail)
        self.owed.slip_wanted.connect(steps.hand_slip)
        self.owed.waive_wanted.connect(steps.waive)
        self.owed.step_wanted.connect(steps.step)
        steps.solve_wanted.connect(partial(composer.choose, SOLVE))
        steps.changed.connect(self.changed)
        steps.sent.connect(self._sent)
        steps.failed.connect(self._let_send)
        composer.sent.connect(self._send)
        self.tasks.changed.connect(self.changed)
        self.tasks.asked.connect(self._asked)
        self.tasks.left.connect(self._let_send)
        composer.typed.connect(self._keep_draft)
        self._drafts.kept.connect(composer.tell_kept)
        shortcut(self, "Ctrl+Shift+S", head.open_states)
        shortcut(self, "Ctrl+Shift+Return", steps.tell_said)
        shortcut(self, "Ctrl+Shift+Enter", steps.tell_said)

    @property
    def reading(self) -> RequestReading | None:
        """What is shown."""
        return self._reading

    def show_reading(self, reading: RequestReading) -> None:
        """Shows another request, or the same one as it is now, with what was being written."""
        is_new = self._reading is None or self._reading.card.row.id != reading.card.row.id
        self._reading = reading
        card, language = reading.card, self._seat.locale.language
        self.steps.show_reading(reading)
        self.tasks.show_reading(reading)
        self.bonds.show_request(card)
        self.also.show_record(card.row.id)
        self.head.show_request(reading, language)
        owed = reading.state_name(card.owed.state, language) if card.owed is not None else ""
        self.owed.show_card(card, owed)
        self._show_order()
        self._show_due()
        self.timeline.show_entries(entries(card, self._telling(reading)), is_new=is_new)
        if is_new:
            self.readout.hide()
            self._show_draft()
        self.composer.show_solved(card.row.category.is_final)

    def _want_quote(self) -> None:
        if self._reading is not None:
            row = self._reading.card.row
            self.quote_wanted.emit(row.customer, row.id, row.subject)

    def say_back(self) -> None:
        """Shows the line to read out."""
        if self._reading is not None:
            self.readout.say(self._reading.card.readout)

    def _telling(self, reading: RequestReading) -> Telling:
        language = self._seat.locale.language
        return Telling(
            self._seat.locale,
            self._seat.desk.clock.now(),
            {state.code: state.name(language) for state in reading.states},
            {operator.id: operator.name for operator in reading.operators},
            frozenset(state.code for state in reading.states if state.category is Category.SOLVED),
        )

    def _show_due(self) -> None:
        if self._reading is not None:
            seat = self._seat
            words = due_words(self._reading.clocks, seat.desk.clock.now(), seat.desk.hours, seat.locale)
            self.due.say(*words)

    def _show_order(self) -> None:
        number = self._reading.card.order_number if self._reading is not None else ""
        words = self.tr("Order %1").replace("%1", number) if number else self.tr("New order for this request")
        self.order.setText(words)
        is_wish = self._reading is not None and self._reading.card.row.kind is RequestKind.PURCHASE
        self.order.setVisible(bool(number) or is_wish)

    def _open_order(self) -> None:
        card = self._reading.card if self._reading is not None else None
        if card is not None and card.order is not None:
            self.order_opened.emit(card.order)
        elif card is not None:
            self.order_for_request.emit(card.row.customer, card.row.id)

    def _show_draft(self) -> None:
        if self._reading is None:
            return
        card = self._reading.card
        body = self._drafts.recall(draft_key(card.row.id), self._reading.draft)
        addresses = {channel: self._reading.address(channel) for channel in Channel}
        self.composer.show_draft(body or {}, card.row.channel, addresses)
        self.composer.show_busy(False)

    def _keep_draft(self) -> None:
        if self._reading is not None:
            self._drafts.keep(draft_key(self._reading.card.row.id), self.composer.body)

    def _send(self, tab: str, text: str, choice: object) -> None:
        self.composer.show_busy(True)
        if tab == TASK:
            self.tasks.ask(text)
        else:
            self.steps.send(tab, text, choice)

    def _asked(self, request: bytes) -> None:
        self._sent(request, TASK)

    def _sent(self, request: bytes, tab: str) -> None:
        self._let_send()
        if self._reading is not None and self._reading.card.row.id == request:
            self.composer.clear(tab)
        else:
            self._drafts.forget_text(draft_key(request), tab)

    def _let_send(self) -> None:
        self.composer.show_busy(False)
