"""The customer's quotes and invoices on the card: what was offered, what is to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.invoice import InvoiceCard, InvoiceState
from helpdesk.domain.quote import QuoteCard
from helpdesk.service import invoice, quote
from helpdesk.service.desk import Desk
from helpdesk.words.terms import title
from ui import formatting
from ui.panes.customer_contacts import clear
from ui.panes.customer_line import CustomerLine
from ui.panes.customer_sections import CustomerSection
from ui.seat import Seat
from ui.theme import Tone

_MOST = 3


@dataclass(frozen=True)
class CustomerPapers:
    """A customer's newest quotes, and invoices that are not paid."""

    quotes: tuple[QuoteCard, ...]
    unpaid: tuple[InvoiceCard, ...]


def read_papers(desk: Desk, actor: OperatorId, customer: CustomerId) -> CustomerPapers:
    """Reads what the section shows; for a worker."""
    issued = invoice.listed(desk, actor, of_customer=customer)
    open_states = (InvoiceState.UNPAID, InvoiceState.PART_PAID, InvoiceState.OVERPAID)
    unpaid = tuple(card for card in issued if card.state in open_states)
    return CustomerPapers(quote.listed(desk, actor, customer=customer, limit=_MOST), unpaid[:_MOST])


class PapersSection(CustomerSection):
    """Reads itself for the customer shown; `wanted` asks for a new quote of that customer."""

    wanted = Signal(bytes)
    invoice_opened = Signal(bytes)

    def __init__(self, seat: Seat, head: str, *, link: str) -> None:
        super().__init__(seat, head, link=link)
        self._customer: CustomerId | None = None
        self.link_clicked.connect(self._want)

    def show_customer(self, customer: CustomerId) -> None:
        """Shows the papers of a customer."""
        self._customer = customer
        shown = partial(self._show, customer)
        seat = self._seat
        seat.tasks.read(read_papers, seat.desk, seat.operator.id, customer, on_success=shown, key=(id(self), "papers"))

    def _show(self, customer: CustomerId, papers: CustomerPapers) -> None:
        if customer != self._customer:
            return
        clear(self._lines)
        for card in papers.unpaid:
            left = formatting.money(card.left.amount, self._seat.locale, card.invoice.currency)
            line = CustomerLine(f"{title(card.state)}: {left}", card.invoice.number)
            line.show_tone(Tone.WARN)
            line.clicked.connect(partial(self.invoice_opened.emit, card.invoice.id))
            self._lines.addWidget(line)
        for known in papers.quotes:
            total = formatting.money(known.newest.totals.total.amount, self._seat.locale, known.newest.currency)
            self._add(CustomerLine(f"{title(known.standing.state)}: {total}", known.number), known.id)

    def _want(self) -> None:
        if self._customer is not None:
            self.wanted.emit(self._customer)
