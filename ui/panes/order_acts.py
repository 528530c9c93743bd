"""What is done to the order shown: each step is one write; what it touched is told to everybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from helpdesk.domain.customer import Contact, ContactKind
from helpdesk.domain.event import NotificationWay, SubjectKind
from helpdesk.domain.order import OrderDate
from helpdesk.domain.order_check import Alternative, ConfirmationCall, DateShift, IdentityProof, Speaker
from helpdesk.domain.request import Notice
from helpdesk.domain.task import Task, TaskForm
from helpdesk.service import customer, order, order_paper, order_step, order_telling, task
from ui import formatting
from ui.dialogs.order_lines import ConfirmDialog, PartsDialog
from ui.dialogs.order_words import AlternativeDialog, DeliveryDialog, IdentityDialog
from ui.dialogs.request_word import MailText
from ui.dialogs.task import TaskDialog
from ui.dialogs.waive import ReasonDialog
from ui.panes.order_reading import OrderReading
from ui.panes.order_step import DateStep, StageStep
from ui.seat import Seat


class OrderActs(QObject):
    """Works on the reading that it was given last."""

    changed = Signal(object)
    call_wanted = Signal(str)
    identified = Signal()

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._parent = parent
        self._reading: OrderReading | None = None

    def show_reading(self, reading: OrderReading) -> None:
        """Works on this order from now on."""
        self._reading = reading

    @property
    def reading(self) -> OrderReading:
        """The order shown; asked for only when there is one."""
        assert self._reading is not None
        return self._reading

    @property
    def _id(self) -> Any:
        return self.reading.card.row.id

    def _write(self, function: Callable[..., Any], *arguments: Any) -> None:
        seat = self._seat
        seat.tasks.write(function, seat.desk, seat.operator.id, *arguments, on_success=self.changed.emit)

    def _today(self) -> dt.date:
        return formatting.local_day(self._seat.desk.clock.now(), self._seat.locale)

    def advance(self, step: StageStep) -> None:
        """On to a stage."""
        self._write(partial(order.advance, on=step.on, reason=step.reason), self._id, step.stage)

    def move_date(self, step: DateStep) -> None:
        """Sets or moves a date."""
        shift = DateShift(step.on, step.reason, step.department, step.customer_agreed, step.lines)
        self._write(order_step.shift_date, self._id, step.which, shift)

    def confirm(self) -> None:
        """Goes through the lines with the customer."""
        card = self.reading.card
        on = card.row.promised_on or self._today() + dt.timedelta(days=1)
        dialog = ConfirmDialog(card.lines, max(on, self._today()), self._seat.locale, self._parent)
        dialog.given.connect(partial(self._confirm, self._id))
        dialog.show()

    def _confirm(self, id: Any, call: ConfirmationCall) -> None:
        self._write(order_step.confirm, id, call)

    def move_parts(self) -> None:
        """Asks which of the goods left or arrived."""
        dialog = PartsDialog(self.reading.card.lines, self._today(), self._seat.locale, self._parent)
        dialog.given.connect(partial(self._move_parts, self._id))
        dialog.show()

    def _move_parts(self, id: Any, which: OrderDate, on: dt.date, parts: Mapping[bytes, Any]) -> None:
        self._write(order_step.move_parts, id, which, on, parts)

    def offer(self) -> None:
        """Asks what was offered instead."""
        dialog = AlternativeDialog(self._parent)
        dialog.given.connect(partial(self._offer, self._id))
        dialog.show()

    def _offer(self, id: Any, alternative: Alternative) -> None:
        self._write(order_step.offer, id, alternative)

    def edit_delivery(self) -> None:
        """Asks how the order is brought."""
        carriers = [carrier.name for carrier in self.reading.carriers]
        dialog = DeliveryDialog(self.reading.card, carriers, self._parent)
        dialog.given.connect(partial(self._edit, self._id))
        dialog.show()

    def correct(self) -> None:
        """Asks for the lines as they shall be."""
        from ui.dialogs.order_correct import CorrectDialog

        dialog = CorrectDialog(self._seat, self.reading.card, self._parent)
        dialog.given.connect(partial(self._edit, self._id))
        dialog.show()

    def _edit(self, id: Any, cells: dict[str, Any]) -> None:
        self._write(partial(order.edit, **cells), id)

    def follow(self) -> None:
        """Opens the carrier's page of the parcel."""
        if self.reading.tracking:
            QDesktopServices.openUrl(QUrl(self.reading.tracking))

    def ask_task(self) -> None:
        """Asks a department for something."""
        reading = self.reading
        due_at = self._seat.desk.hours.deadline(self._seat.desk.clock.now(), 4 * 3600)
        dialog = TaskDialog(reading.departments, reading.staff, due_at, self._seat.locale, self._parent)
        dialog.given.connect(partial(self._ask_task, self._id))
        dialog.show()

    def _ask_task(self, id: Any, form: TaskForm) -> None:
        self._write(task.ask, SubjectKind.ORDER, id, form)

    def answer_task(self, asked: Task) -> None:
        """Keeps what a department answered."""
        head = self.tr("Answer of %1").replace("%1", asked.department)
        dialog = ReasonDialog(head, asked.what, self.tr("Keep the answer"), self._parent)
        dialog.ask_for(self.tr("Write what the department answered."))
        dialog.given.connect(partial(self._answer, asked))
        dialog.show()

    def _answer(self, asked: Task, text: str) -> None:
        self._write(task.answer, asked.id, text)

    def _tell(self, owed: tuple[Any, Any], way: NotificationWay, reason: str = "") -> None:
        self._write(order_telling.notify, owed[0], Notice(owed[1], way, reason))

    def _owed(self) -> tuple[Any, Any] | None:
        owed = self.reading.card.owed if self._reading is not None else None
        return (self._id, owed.event) if owed is not None else None

    def tell_said(self) -> None:
        """The customer was told on the phone."""
        if (owed := self._owed()) is not None:
            self._tell(owed, NotificationWay.SAID)

    def waive(self) -> None:
        """Asks why the customer need not be told."""
        if (owed := self._owed()) is not None:
            head, label = self.tr("The customer need not be told"), self.tr("Why not")
            dialog = ReasonDialog(head, label, self.tr("Not needed"), self._parent)
            dialog.given.connect(partial(self._tell, owed, NotificationWay.WAIVED))
            dialog.show()

    def show_mail(self) -> None:
        """Shows the words to send; what is owed counts as mailed then."""
        if self._reading is None:
            return
        seat = self._seat
        seat.tasks.read(
            order_telling.mail_text, seat.desk, seat.operator.id, self._id, on_success=partial(self._mail, self._owed())
        )

    def _mail(self, owed: tuple[Any, Any] | None, text: str) -> None:
        dialog = MailText(text, "", self._parent)
        if owed is not None:
            dialog.mailed.connect(partial(self._tell, owed, NotificationWay.MAILED))
        dialog.show()

    def identify(self) -> None:
        """Asks who speaks and how it was made sure."""
        dialog = IdentityDialog(self._parent)
        dialog.given.connect(partial(self._identify, self._id))
        dialog.show()

    def _identify(self, id: Any, speaker: Speaker, proof: IdentityProof) -> None:
        self.identified.emit()
        self._write(order_telling.identify, id, speaker, proof)

    def call(self) -> None:
        """Calls the customer of the order; the look at the number is logged."""
        if self._reading is None or self.reading.card.row.customer is None:
            return
        seat = self._seat
        seat.tasks.write(
            customer.shown_contacts,
            seat.desk,
            seat.operator.id,
            self.reading.card.row.customer,
            on_success=self._dial,
        )

    def _dial(self, contacts: tuple[Contact, ...]) -> None:
        phones = [contact for contact in contacts if contact.kind is ContactKind.PHONE]
        if phones:
            self.call_wanted.emit(phones[0].normal or phones[0].typed)
        else:
            self._seat.messages.notice(self.tr("The card has no phone."))

    def print_status(self, is_identified: bool) -> None:
        """Prints the status slip; what is owed counts as printed then."""
        seat = self._seat
        make = partial(order_paper.status_slip_pdf, is_identified=is_identified)
        seat.tasks.read(
            make, seat.desk, seat.operator.id, self._id, "a6", on_success=partial(self._print, self._owed())
        )

    def _print(self, owed: tuple[Any, Any] | None, pdf: bytes) -> None:
        from ui.printing import print_pdf

        name = self.tr("Status of order %1").replace("%1", self.reading.card.row.number)
        printing: Any = print_pdf(pdf, name, self._parent, seat=self._seat)
        if printing is not None and owed is not None:
            printing.dialog.accepted.connect(partial(self._tell, owed, NotificationWay.PRINTED))

    def copy_number(self) -> None:
        """Copies the number."""
        QGuiApplication.clipboard().setText(self.reading.card.row.number)
