"""Invoices and what was paid for them; an invoice never changes once it was given out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from helpdesk.domain.identity import CustomerId, OrderId
from helpdesk.domain.money import Money
from helpdesk.domain.paper import PaperLine, Totals, totals
from helpdesk.domain.quote import QuoteId
from helpdesk.domain.requisite import Buyer, Requisites

InvoiceId = NewType("InvoiceId", bytes)


class InvoiceState(StrEnum):
    """How far an invoice is paid."""

    UNPAID = "unpaid"
    PART_PAID = "part_paid"
    PAID = "paid"
    OVERPAID = "overpaid"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came in, or that was booked back where the sum is below zero."""

    amount_minor: int
    paid_on: date
    text: str = ""
    id: bytes = b""


@dataclass(frozen=True, slots=True)
class InvoiceForm:
    """An invoice before it is given out; `ground` is the order, quote or contract that it stands on."""

    lines: tuple[PaperLine, ...]
    customer: CustomerId | None = None
    order: OrderId | None = None
    quote: QuoteId | None = None
    valid_until: date | None = None
    pay_by: date | None = None
    ground: str = ""
    terms: str = ""
    number: str = ""
    is_net: bool = False


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice as it was given out, with the requisites of that day."""

    id: InvoiceId
    number: str
    issued_on: date
    valid_until: date | None
    pay_by: date | None
    currency: str
    is_net: bool
    lines: tuple[PaperLine, ...]
    seller: Requisites
    buyer: Buyer
    ground: str
    terms: str
    customer: CustomerId | None = None
    order: OrderId | None = None
    quote: QuoteId | None = None

    @property
    def totals(self) -> Totals:
        """What the invoice comes to."""
        return totals(self.lines, self.currency, is_net=self.is_net)


@dataclass(frozen=True, slots=True)
class InvoiceCard:
    """An invoice with what was paid for it."""

    invoice: Invoice
    payments: tuple[Payment, ...]
    is_cancelled: bool = False

    @property
    def paid(self) -> Money:
        """What came in so far."""
        return paid(self.payments, self.invoice.currency)

    @property
    def left(self) -> Money:
        """What is still to be paid; below zero where too much came in."""
        return self.invoice.totals.total - self.paid

    @property
    def state(self) -> InvoiceState:
        """How far it is paid."""
        if self.is_cancelled:
            return InvoiceState.CANCELLED
        return invoice_state(self.invoice.totals.total, self.paid)


def paid(payments: Iterable[Payment], currency: str) -> Money:
    """The sum of what came in."""
    return Money(sum(payment.amount_minor for payment in payments), currency)


def invoice_state(total: Money, paid: Money) -> InvoiceState:
    """How far a sum is paid."""
    if paid == total:
        return InvoiceState.PAID
    if total < paid:
        return InvoiceState.OVERPAID
    return InvoiceState.PART_PAID if Money(0, paid.currency) < paid else InvoiceState.UNPAID
