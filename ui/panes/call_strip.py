"""The strip of a call: who, how long, what to say, and the wrap-up; it never takes the keyboard by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.customer import Candidate, CustomerCard
from helpdesk.domain.event import Direction
from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.interaction import Call, ScriptStage
from helpdesk.service import call as calls
from ui.dialogs.call_number import CallNumberDialog
from ui.dialogs.wrap_up import CallFacts, WrapUpSheet
from ui.panes.call_bar import CallBar
from ui.panes.call_choice import CallChoice
from ui.panes.call_script import CallScript
from ui.panes.call_source import CallSource
from ui.panes.call_state import FREE, CallState, certain, read_customer
from ui.panes.customer_draft import Draft
from ui.seat import Seat


class CallStrip(QWidget):
    """Hidden without a call; one call at a time, the next ones wait in sight until it is wrapped up."""

    customer_recognised = Signal(object)
    customer_unknown = Signal(str)
    request_opened = Signal(bytes)
    call_started = Signal(object)
    call_ended = Signal()
    changed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._state: CallState | None = None
        self._script: tuple[ScriptStage, ...] = ()
        self._source = CallSource(seat, self)
        self._draft = Draft(seat, self._body, self)
        self.bar, self.choice, self.script = CallBar(seat), CallChoice(), CallScript()
        self.sheet = WrapUpSheet(seat)
        self.sheet.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.bar, self.choice, self.script, self.sheet):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Call"))
        self.hide()
        self._connect()

    @property
    def current(self) -> Call | None:
        """The call in the strip."""
        return self._state.call if self._state else None

    @property
    def waiting(self) -> tuple[str, ...]:
        """The numbers that wait for this call to be wrapped up."""
        return self._source.waiting

    @Slot(str)
    def call(self, phone: str) -> None:
        """Shows who calls from this number; a call while another one is at work waits in sight."""
        self._source.take(phone)

    @Slot(str)
    def dial(self, phone: str) -> None:
        """Begins a call to this number; while another one is at work it waits in sight."""
        self._source.take(phone, Direction.OUTGOING)

    @Slot(str)
    def use_notes(self, text: str) -> None:
        """Keeps what is noted beside the script; the wrap-up takes it over."""
        self._answered(FREE, text)
        self._show_facts()

    @property
    def notes(self) -> str:
        """What was noted beside the script."""
        return self._state.answers.get(FREE, "") if self._state else ""

    def flush(self) -> None:
        """Keeps the draft at once, as before the window closes."""
        self._draft.flush()

    def ask_number(self) -> None:
        """Asks for a number, beside the window."""
        dialog = CallNumberDialog(self.window())
        dialog.chosen.connect(self._source.take)
        dialog.show()

    @Slot()
    def wrap_up(self) -> None:
        """Opens the wrap-up of the call, hanging up first; a second press goes back to it."""
        if self._state is None:
            return
        if self._state.call.ended_at is None:
            self.hang_up()
        self._show_facts()
        self.sheet.show()
        self.script.hide()
        self.sheet.summary.setFocus()

    def hang_up(self) -> None:
        """Ends the call; its after-call work begins."""
        if self._state is not None and self._state.call.ended_at is None:
            seat, id = self._seat, self._state.call.id
            seat.tasks.write(calls.hang_up, seat.desk, seat.operator.id, id, on_success=self._hung_up)

    def next_stage(self) -> None:
        """Goes on in the script."""
        if self._state is not None and self._state.stage + 1 < len(self._script):
            self._show_stage(self._state.stage + 1)

    @Slot(object)
    def use_customer(self, id: CustomerId | None) -> None:
        """Says whose call it is, as soon as the card is known or made."""
        state = self._state
        if state is None or id is None or id == state.customer:
            return
        state.customer, state.request, state.request_number = CustomerId(bytes(id)), None, ""
        self.choice.close_choice()
        self._write_customer()
        self._read_customer()

    @Slot(object, str)
    def use_request(self, id: RequestId | None, number: str) -> None:
        """Says which request the wrap-up may add its note to."""
        if self._state is not None:
            self._state.request, self._state.request_number = id, number
            self._show_facts()

    @Slot(object)
    def refresh(self, changes: Changes) -> None:
        """Reads the caller's name again if the card was changed."""
        if self._state is not None and (self._state.customer in changes.customers or changes.is_everything):
            self._read_customer()

    def _know_script(self, script: tuple[ScriptStage, ...]) -> None:
        self._script = script
        if self._state is not None:
            self._show_stage(self._state.stage)

    def _began(self, call: Call, kept: dict[str, Any]) -> None:
        self._show_call(call, kept)
        self._recognise(call)
        if kept.get("is_open"):
            self.wrap_up()

    def _show_call(self, call: Call, kept: dict[str, Any]) -> None:
        self._state = CallState(call, stage=kept.get("stage", 0), answers=dict(kept.get("answers", {})))
        self.sheet.show_body(kept.get("sheet", {}))
        self.sheet.hide()
        self._draft.begin(self._state.key)
        self.bar.show_call(call)
        self.bar.show_queue(self.waiting)
        self._show_stage(self._state.stage)
        self.script.show()
        self.show()
        self.call_started.emit(call)

    def _recognise(self, call: Call) -> None:
        found = certain(call)
        others = tuple(one for one in call.candidates if one is not found)
        if found is not None:
            self._use(found)
        elif call.customer is not None:
            self._state.customer = call.customer
            self._read_customer()
            self.customer_recognised.emit(call.customer)
        elif others:
            self.choice.offer(others)
        else:
            self.customer_unknown.emit(call.phone)

    def _use(self, candidate: Candidate) -> None:
        state = self._state
        if state is None:
            return
        state.take(candidate)
        self.choice.close_choice()
        if state.call.customer != state.customer:
            self._write_customer()
        self._show_name()
        self._read_customer()
        self.customer_recognised.emit(state.customer)
        if state.request is not None:
            self.request_opened.emit(bytes(state.request))

    def _nobody(self) -> None:
        self.choice.close_choice()
        if self._state is not None:
            self.customer_unknown.emit(self._state.call.phone)

    def _write_customer(self) -> None:
        seat, state = self._seat, self._state
        work = (calls.choose_customer, seat.desk, seat.operator.id, state.call.id, state.customer)
        seat.tasks.write(*work, on_success=self._wrote)

    def _wrote(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _read_customer(self) -> None:
        seat = self._seat
        work = (read_customer, seat.desk, seat.operator.id, self._state.customer)
        seat.tasks.read(*work, on_success=self._know_customer, key=(id(self), "customer"))

    def _know_customer(self, card: CustomerCard) -> None:
        state = self._state
        if state is not None and card.id == state.customer:
            state.name, state.form_of_address = card.form.name or card.form.company, card.form.form_of_address
            self._show_name()
            self._show_facts()

    def _show_name(self) -> None:
        self.bar.show_name(self._state.name)
        self._show_stage(self._state.stage)

    def _show_stage(self, stage: int) -> None:
        state = self._state
        if state is None or not self._script:
            return
        state.stage = min(stage, len(self._script) - 1)
        current = self._script[state.stage]
        self.bar.stages.show_stages([one.title for one in self._script], state.stage)
        name = state.form_of_address or state.name
        is_last = state.stage + 1 == len(self._script)
        self.script.show_stage(current, name, state.answers.get(current.code, ""), is_last=is_last)
        self._draft.touch()

    def _answered(self, code: str, text: str) -> None:
        if self._state is not None:
            self._state.answers[code] = text
            self._draft.touch()

    def _hung_up(self, call: Call) -> None:
        if self._state is not None and self._state.call.id == call.id:
            self._state.call = call
            self._source.know(call)
            self.bar.show_call(call)
            self.bar.show_name(self._state.name)

    def _show_facts(self) -> None:
        state = self._state
        if state is not None:
            call, notes = state.call, state.notes(self._script)
            whose = (state.customer, state.request, state.request_number)
            self.sheet.show_facts(CallFacts(call.id, *whose, call.phone, notes))

    def _put_aside(self) -> None:
        self._draft.keep()
        self.sheet.hide()
        self.script.show()

    def _stored(self, stored: Any) -> None:
        self._draft.drop()
        self._state = None
        self.choice.close_choice()
        self.bar.stop()
        self.sheet.hide()
        self.hide()
        self.changed.emit(stored.changes)
        self.call_ended.emit()
        if stored.request is not None:
            said = self.tr("The call is stored with request %1.").replace("%1", stored.number)
            self._seat.messages.notice(said)
            self.request_opened.emit(bytes(stored.request))
        else:
            self._seat.messages.notice(self.tr("The call is stored."))
        self._source.finish()

    def _body(self) -> dict[str, Any]:
        state = self._state
        self.sheet.kept.setText(self.tr("Draft kept"))
        if state is None:
            return {}
        is_open = not self.sheet.isHidden()
        return {"stage": state.stage, "answers": state.answers, "sheet": self.sheet.body(), "is_open": is_open}

    def _connect(self) -> None:
        self._source.began.connect(self._began)
        self._source.queued.connect(self.bar.show_queue)
        self._source.script_read.connect(self._know_script)
        self.bar.hang_up_clicked.connect(self.hang_up)
        self.bar.wrap_up_clicked.connect(self.wrap_up)
        self.bar.stages.chosen.connect(self._show_stage)
        self.choice.chosen.connect(self._use)
        self.choice.nobody.connect(self._nobody)
        self.script.answered.connect(self._answered)
        self.script.went_on.connect(self.next_stage)
        self.sheet.typed.connect(self._draft.touch)
        self.sheet.number_given.connect(self._draft.keep)
        self.sheet.stored.connect(self._stored)
        self.sheet.put_aside.connect(self._put_aside)
