"""What is done to the request shown: each step is one write; what it touched is told to everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel, NotificationWay
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.request import Notice, Satisfaction
from helpdesk.domain.service_course import ClockRule
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.service import reporting
from helpdesk.service import request as requests
from ui.dialogs.request_word import CustomerWord, DueDialog, MailText, RequestWords
from ui.dialogs.satisfaction import SatisfactionDialog
from ui.dialogs.state_choice import StateChoice
from ui.dialogs.waive import ReasonDialog
from ui.dialogs.why_due import WhyDue
from ui.panes.composer import CALL, CUSTOMER, NOTE
from ui.panes.request_reading import RequestReading
from ui.panes.request_undo import UndoableSteps
from ui.seat import Seat


class RequestSteps(QObject):
    """Works on the reading that it was given last."""

    changed = Signal(object)
    solve_wanted = Signal()
    sent = Signal(object, str)
    failed = Signal()
    slip_wanted = Signal(bytes)
    close_wanted = Signal()

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._parent = parent
        self._reading: RequestReading | None = None
        self._undoable = UndoableSteps(seat, self)
        self._undoable.changed.connect(self.changed)
        self._steps: dict[str, Callable[[], None]] = {
            "take": self.take,
            "customer_word": self.keep_customer_word,
            "satisfaction": self.rate,
            "close": self.close,
            "reopen": self.reopen,
            "due": self.set_due,
            "words": self.edit_words,
            "copy_number": self.copy_number,
            "slip:a6": self.ask_slip,
            "slip:roll": partial(self.print_slip, "roll"),
            "slip:file": self.save_slip,
        }

    def show_reading(self, reading: RequestReading | None) -> None:
        """Works on this request from now on."""
        self._reading = reading

    def step(self, key: str) -> None:
        """Takes the step of this key."""
        if self._reading is not None and key in self._steps:
            self._steps[key]()

    @property
    def _id(self) -> Any:
        assert self._reading is not None
        return self._reading.card.row.id

    def _write(self, function: Callable[..., Any], *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self._done)

    def _done(self, changes: object) -> None:
        self.changed.emit(changes)

    def take(self) -> None:
        """Takes the request for the operator at this seat."""
        self._undoable.take((self._id,))

    def give(self, owner: OperatorId | None) -> None:
        """Gives the request to an owner, or back to the common queue."""
        self._undoable.assign((self._id,), owner)

    def edit(self, field: str, value: Any) -> None:
        """Changes one field."""
        self._write(partial(requests.edit, **{field: value}), self._id)

    def edit_words(self) -> None:
        """Asks for the subject and the description anew."""
        assert self._reading is not None
        card = self._reading.card
        dialog = RequestWords(card.row.subject, card.description, self._parent)
        dialog.given.connect(partial(self._edit_words, self._id))
        dialog.show()

    def _edit_words(self, request: Any, subject: str, description: str) -> None:
        self._write(partial(requests.edit, subject=subject, description=description), request)

    def change_state(self, code: str) -> None:
        """Puts the request into a state; the solution, cancelling and returning to work ask for their words first."""
        assert self._reading is not None
        card_row = self._reading.card.row
        state = next(state for state in self._reading.states if state.code == code)
        if code == card_row.state:
            return
        if state.category is Category.SOLVED:
            self.solve_wanted.emit()
        elif state.category is Category.CANCELLED:
            self._ask_state(code)
        elif state.category is Category.CLOSED:
            self.close()
        elif card_row.category.is_final:
            self.reopen()
        else:
            self._change_state(self._id, code, "")

    def _ask_state(self, code: str) -> None:
        assert self._reading is not None
        head = self.tr("Cancel request %1").replace("%1", self._reading.card.row.number)
        language = self._seat.locale.language
        dialog = StateChoice(head, self._reading.states, language, self._parent, code=code)
        dialog.chosen.connect(partial(self._change_state, self._id))
        dialog.show()

    def _change_state(self, request: Any, code: str, reason: str) -> None:
        self._undoable.change_state((request,), code, reason)

    def close(self) -> None:
        """Asks to close the request; what forbids it is said in words."""
        self.close_wanted.emit()

    def reopen(self) -> None:
        """Asks why the request goes back to work, and brings it there."""
        head, label = self.tr("Return to work"), self.tr("What is not right yet")
        dialog = ReasonDialog(head, label, self.tr("Return to work"), self._parent)
        dialog.given.connect(partial(self._reopen, self._id))
        dialog.show()

    def _reopen(self, request: Any, reason: str) -> None:
        self._write(requests.reopen, (request,), reason)

    def rate(self) -> None:
        """Asks for the customer's word on the solution."""
        assert self._reading is not None
        card_row = self._reading.card.row
        dialog = SatisfactionDialog(card_row.customer_name, card_row.channel, self._parent)
        dialog.given.connect(partial(self._rate, self._id))
        dialog.show()

    def _rate(self, request: Any, satisfaction: Satisfaction, is_satisfied: bool, reason: str) -> None:
        rate = partial(requests.rate, is_satisfied=is_satisfied, reason=reason)
        self._write(rate, request, satisfaction)

    def keep_customer_word(self) -> None:
        """Asks what the customer wrote or said, and keeps it."""
        assert self._reading is not None
        dialog = CustomerWord(self._reading.card.row.channel, self._parent)
        dialog.given.connect(partial(self._keep_customer_word, self._id))
        dialog.show()

    def _keep_customer_word(self, request: Any, text: str, channel: Channel) -> None:
        self._write(requests.customer_said, request, text, channel)

    def set_due(self) -> None:
        """Asks for the due date by hand."""
        assert self._reading is not None
        seat, clocks = self._seat, self._reading.clocks
        solution = next((clock for clock in clocks if clock.target is ServiceTarget.SOLUTION), None)
        due_at = solution.due_at if solution is not None else None
        is_set = solution is not None and any(part.reason is ClockRule.FIXED_DUE for part in solution.intervals)
        dialog = DueDialog(seat.locale, due_at or seat.desk.clock.now(), self._parent, is_set=is_set)
        dialog.given.connect(partial(self._undoable.set_due, self._id, due_at if is_set else None))
        dialog.show()

    def explain_due(self) -> None:
        """Shows why it is due when it is."""
        if self._reading is not None:
            now = self._seat.desk.clock.now()
            WhyDue(self._reading.clocks, now, self._seat.locale, self._parent).show()

    @property
    def _owed(self) -> tuple[Any, Any] | None:
        owed = self._reading.card.owed if self._reading is not None else None
        return (self._id, owed.event) if owed is not None else None

    def _tell(self, owed: tuple[Any, Any], way: NotificationWay, reason: str = "") -> None:
        request, event = owed
        self._write(requests.notify, request, Notice(event, way, reason))

    def tell_said(self) -> None:
        """Ctrl+Shift+Enter: the customer was told on the phone."""
        if (owed := self._owed) is not None:
            self._tell(owed, NotificationWay.SAID)

    def waive(self) -> None:
        """Asks why the customer need not be told."""
        if (owed := self._owed) is not None:
            head, label = self.tr("The customer need not be told"), self.tr("Why not")
            dialog = ReasonDialog(head, label, self.tr("Not needed"), self._parent)
            dialog.given.connect(partial(self._tell, owed, NotificationWay.WAIVED))
            dialog.show()

    def show_mail(self) -> None:
        """Shows the text to mail."""
        if (owed := self._owed) is not None:
            seat = self._seat
            seat.tasks.read(
                requests.mail_text, seat.desk, seat.operator.id, *owed, on_success=partial(self._show_mail, owed)
            )

    def _show_mail(self, owed: tuple[Any, Any], text: str) -> None:
        if self._reading is not None and owed[0] == self._id:
            dialog = MailText(text, self._reading.address(Channel.MAIL), self._parent)
            dialog.mailed.connect(partial(self._tell, owed, NotificationWay.MAILED))
            dialog.show()

    def hand_slip(self) -> None:
        """Prints the slip and marks the customer as told by it."""
        if (owed := self._owed) is not None:
            self._slip("a6", partial(self._hand_slip, owed))

    def _hand_slip(self, owed: tuple[Any, Any], pdf: bytes) -> None:
        printing: Any = self._print(pdf)
        if printing is not None:
            printing.dialog.accepted.connect(partial(self._tell, owed, NotificationWay.PRINTED))

    def ask_slip(self) -> None:
        """Asks the window for the usual slip, as Ctrl+P does."""
        self.slip_wanted.emit(self._id)

    def print_slip(self, paper: str) -> None:
        """Prints the receipt slip on "a6" or on the "roll" of 80 mm."""
        self._slip(paper, self._print)

    def save_slip(self) -> None:
        """Saves the receipt slip as a PDF."""
        self._slip("a6", self._save)

    def _save(self, pdf: bytes) -> None:
        from ui.printing import save_pdf

        if self._reading is not None:
            save_pdf(pdf, f"{self._reading.card.row.number}.pdf", self._parent, self._seat)

    def _slip(self, paper: str, then: Callable[[bytes], Any]) -> None:
        seat = self._seat
        seat.tasks.read(reporting.slip_pdf, seat.desk, seat.operator.id, self._id, paper, on_success=then)

    def _print(self, pdf: bytes) -> Any:
        from ui.printing import print_pdf

        number = self._reading.card.row.number if self._reading is not None else ""
        title = self.tr("Receipt slip %1").replace("%1", number)
        return print_pdf(pdf, title, self._parent, seat=self._seat)

    def copy_number(self) -> None:
        """Copies the number."""
        if self._reading is not None:
            number = self._reading.card.row.number
            QGuiApplication.clipboard().setText(number)
            self._seat.messages.notice(self.tr("Copied: %1").replace("%1", number))

    def send(self, tab: str, text: str, choice: Any) -> None:
        """Keeps what was written on a tab of the composer."""
        if self._reading is None:
            return
        seat, request = self._seat, self._id
        function: Callable[..., Any]
        if tab == CUSTOMER:
            function, rest = requests.say_to_customer, (text, choice)
        elif tab in (CALL, NOTE):
            function, rest = requests.add_call_note if tab == CALL else requests.add_note, (text,)
        else:
            function, rest = partial(requests.solve, told=choice), (text,)
        kept = partial(self._sent, request, tab, text, choice)
        seat.tasks.write(
            function, seat.desk, seat.operator.id, request, *rest, on_success=kept, on_error=self._not_sent
        )

    def _sent(self, request: Any, tab: str, *told: Any) -> None:
        text, choice, changes = told
        if tab == CUSTOMER and choice is Channel.MAIL:
            QGuiApplication.clipboard().setText(text)
            self._seat.messages.notice(self.tr("Kept and copied: paste it into your mail."))
        self.sent.emit(request, tab)
        self.changed.emit(changes)

    def _not_sent(self, error: Any) -> None:
        self.failed.emit()
        self._seat.messages.error(error)
