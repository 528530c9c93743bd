"""One invoice: how far it is paid, what can be done with it, its pages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.invoice import InvoiceCard, InvoiceId, InvoiceState
from helpdesk.domain.money import Money
from helpdesk.service import invoice, paper
from helpdesk.service.desk import Desk
from helpdesk.words.terms import title
from ui import formatting
from ui.dialogs.request_dialog import RequestDialog
from ui.dialogs.waive import ReasonDialog
from ui.panes.order_lines import read_number
from ui.panes.paper_preview import PaperPreview
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Badge, Button, EmptyState, FormGrid, Text


@dataclass(frozen=True)
class InvoiceReading:
    """An invoice and its pages."""

    card: InvoiceCard
    pdf: bytes


def read_invoice(desk: Desk, actor: OperatorId, id: InvoiceId) -> InvoiceReading:
    """Reads an invoice and draws its pages; for a worker."""
    return InvoiceReading(invoice.card(desk, actor, id), paper.invoice_pdf(desk, actor, id))


class PaymentDialog(RequestDialog):
    """How much came, and a word to it; a sum below zero books back and says why."""

    given = Signal(object, str)

    def __init__(self, left: Money, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Payment"), self.tr("Book"), parent)
        self.sum, self.text = QLineEdit(f"{left.amount:f}"), QLineEdit()
        self._currency = left.currency
        form = FormGrid()
        form.add("sum", self.tr("&Sum, %1").replace("%1", left.currency), self.sum)
        form.add("text", self.tr("&Remark"), self.text)
        self.body.addWidget(form)
        self.sum.selectAll()
        self.sum.setFocus()

    def take(self) -> None:
        typed = self.sum.text().strip()
        is_back = typed.startswith(("-", "−"))
        number = read_number(typed.lstrip("-−"))
        if not number:
            self.refuse(self.tr("Write a sum, as 12 500,00."), self.sum)
            return
        if is_back and not self.text.text().strip():
            self.refuse(self.tr("Say why it is booked back."), self.text)
            return
        signed: Decimal = -number if is_back else number
        self.given.emit(Money.of(signed, self._currency), self.text.text())
        self.accept()


class InvoiceView(QWidget):
    """Shows an invoice; money that came is booked here by hand."""

    changed = Signal(object)
    customer_opened = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._id: InvoiceId | None = None
        self._reading: InvoiceReading | None = None
        self.head, self.state = Text("", "title"), Badge()
        self.paid = Text("", "muted", wraps=True)
        self.pay = Button(self.tr("Payment came…"), "primary")
        self.cancel = Button(self.tr("Cancel the invoice…"))
        self.customer = Button(self.tr("Customer"))
        self.preview = PaperPreview(seat)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.pay.clicked.connect(self._ask_payment)
        self.cancel.clicked.connect(self._ask_reason)
        self.customer.clicked.connect(self._open_customer)

    def _lay_out(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 22, 0)
        head.setSpacing(10)
        head.addWidget(self.head)
        head.addWidget(self.state)
        head.addStretch(1)
        steps = QHBoxLayout()
        steps.setContentsMargins(24, 0, 22, 0)
        steps.setSpacing(8)
        for button in (self.pay, self.cancel, self.customer):
            steps.addWidget(button)
        steps.addStretch(1)
        told = QHBoxLayout()
        told.setContentsMargins(24, 0, 22, 0)
        told.addWidget(self.paid)
        column.addLayout(head)
        column.addLayout(told)
        column.addLayout(steps)
        column.addWidget(self.preview, 1)
        self._pages.addWidget(EmptyState("file-text", self.tr("Choose an invoice on the left.")))
        self._pages.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    @property
    def number_shown(self) -> str:
        """The number of the invoice shown."""
        return self._reading.card.invoice.number if self._reading is not None else ""

    def show_invoice(self, id: bytes) -> None:
        """Shows an invoice."""
        self._id = InvoiceId(id)
        self.refresh()

    def refresh(self) -> None:
        """Reads the invoice shown again."""
        if self._id is not None:
            seat = self._seat
            key = (id(self), "invoice")
            seat.tasks.read(read_invoice, seat.desk, seat.operator.id, self._id, on_success=self._show, key=key)

    def _show(self, reading: InvoiceReading) -> None:
        card = reading.card
        if card.invoice.id != self._id:
            return
        is_new = self._reading is None or self._reading.pdf != reading.pdf
        self._reading = reading
        self.head.setText(self.tr("Invoice %1").replace("%1", card.invoice.number))
        tones = {InvoiceState.PAID: Tone.GOOD, InvoiceState.OVERPAID: Tone.BAD, InvoiceState.CANCELLED: Tone.MUTED}
        self.state.say(title(card.state), tones.get(card.state, Tone.WARN))
        self.paid.setText(self._paid_words(card))
        self.pay.setVisible(card.state is not InvoiceState.CANCELLED)
        self.cancel.setVisible(card.state is InvoiceState.UNPAID)
        self.customer.setVisible(card.invoice.customer is not None)
        if is_new:
            self.preview.show_pdf(reading.pdf, f"Invoice_{card.invoice.number}")
        self._pages.setCurrentIndex(1)

    def _paid_words(self, card: InvoiceCard) -> str:
        locale, currency = self._seat.locale, card.invoice.currency
        total = formatting.money(card.invoice.totals.total.amount, locale, currency)
        words = self.tr("%1 to be paid").replace("%1", total)
        if card.paid:
            came = formatting.money(card.paid.amount, locale, currency)
            left = formatting.money(card.left.amount, locale, currency)
            words = self.tr("%1, %2 came, %3 left").replace("%1", words).replace("%2", came).replace("%3", left)
        if card.state is InvoiceState.PAID:
            words = self.tr("%1. Mind the cash receipt in the accounting system.").replace("%1", words)
        return words

    def _ask_payment(self) -> None:
        if self._reading is not None:
            dialog = PaymentDialog(self._reading.card.left, self)
            dialog.given.connect(self._book)
            dialog.open()

    def _book(self, sum: Money, text: str) -> None:
        seat, id = self._seat, self._id
        seat.tasks.write(_pay, seat.desk, seat.operator.id, id, sum.minor, text, on_success=self._tell)

    def _ask_reason(self) -> None:
        dialog = ReasonDialog(self.tr("Cancel the invoice"), self.tr("Why"), self.tr("Cancel the invoice"), self)
        dialog.given.connect(self._cancel)
        dialog.open()

    def _cancel(self, reason: str) -> None:
        seat, id = self._seat, self._id
        seat.tasks.write(invoice.cancel, seat.desk, seat.operator.id, id, reason, on_success=self._tell)

    def _tell(self, changes: Changes) -> None:
        self.refresh()
        self.changed.emit(changes)

    def _open_customer(self) -> None:
        if self._reading is not None and self._reading.card.invoice.customer is not None:
            self.customer_opened.emit(self._reading.card.invoice.customer)


def _pay(desk: Desk, actor: OperatorId, id: InvoiceId, minor: int, text: str) -> Changes:
    return invoice.pay(desk, actor, id, minor, text=text)
