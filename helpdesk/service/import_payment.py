"""Payments out of a bank statement: matched with invoices by number and sum, or told apart for a human to look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from helpdesk.domain.folding import digits
from helpdesk.domain.invoice import InvoiceCard, InvoiceState
from helpdesk.domain.money import Money
from helpdesk.domain.number import parse
from helpdesk.service.import_batch import Batch, Unfit, short, text_of
from helpdesk.service.stock import today_of
from helpdesk.storage import tables
from helpdesk.storage.queries import invoice as queries
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

_NUMBER = re.compile(r"(?<!\d)\d{1,4}\s?-\s?\d{5,9}\s?-\s?\d(?!\d)")
_OPEN = (InvoiceState.UNPAID, InvoiceState.PART_PAID)


class PaymentIntake:
    """Books a row on the invoice whose number it names; without one, on the only open invoice of that very sum."""

    def __init__(self) -> None:
        self._by_number: dict[str, InvoiceCard] = {}
        self._booked: dict[str, int] = defaultdict(int)

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        named = {number for row in rows for number in _numbers(row)}
        self._by_number = queries.by_numbers(batch.database, named)

    def add(self, row: ImportRow) -> bytes:
        minor = self._minor(row)
        card = self._matched(row, minor)
        invoice = card.invoice
        left = card.left.minor - self._booked[invoice.number]
        if card.state is InvoiceState.CANCELLED:
            said = _("Line {line}: invoice {number} was cancelled; the money is booked on it.")
            self._warn(row, said, invoice.number)
        elif minor != left:
            said = _("Line {line}: {sum} came for invoice {number}, {left} were open.")
            amounts = {"sum": self._amount(minor), "left": self._amount(left)}
            self._batch.warn(row, said, number=invoice.number, **amounts)
        self._booked[invoice.number] += minor
        return self._batch.put(tables.Payment, **self._cells(row, invoice.id, minor))

    def change(self, row: ImportRow, record: bytes) -> bool:
        # What was booked stands: a statement that changed its mind is told of, never followed.
        self._warn(row, _("Line {line}: this payment was booked before with other words; nothing was changed."), "")
        return False

    def _matched(self, row: ImportRow, minor: int) -> InvoiceCard:
        known = [self._by_number[number] for number in _numbers(row) if number in self._by_number]
        if known:
            return next((card for card in known if card.left.minor == minor), known[0])
        same = [card for card in self._open() if card.left.minor - self._booked[card.invoice.number] == minor]
        if len(same) == 1:
            number = same[0].invoice.number
            self._warn(row, _("Line {line}: matched with invoice {number} by its sum alone."), number)
            return same[0]
        if same:
            raise Unfit(
                _("Several open invoices have this sum: {numbers}. Name one in the column of invoices.").format(
                    numbers=", ".join(card.invoice.number for card in same[:5])
                )
            )
        raise Unfit(
            _("No open invoice fits “{purpose}” or the sum. Book it by hand.").format(
                purpose=short(text_of(row, "purpose") or text_of(row, "number"))
            )
        )

    def _open(self) -> list[InvoiceCard]:
        found = queries.cards(self._batch.database, "1")
        return [card for card in found if card.state in _OPEN]

    def _minor(self, row: ImportRow) -> int:
        amount = row.values["amount"]
        assert isinstance(amount, Decimal)
        minor = self._batch.minor(amount)
        if minor <= 0:
            raise Unfit(_("No money came in by this row."))
        return minor

    def _cells(self, row: ImportRow, invoice: bytes, minor: int) -> dict[str, Any]:
        day = row.values.get("date")
        told = " · ".join(filter(None, (text_of(row, "payer"), text_of(row, "purpose"))))
        return {
            "invoice": invoice,
            "amount_minor": minor,
            "paid_on": day if isinstance(day, date) else today_of(self._batch.desk),
            "text": told,
            "source": f"{self._batch.source}:{row.key}",
        }

    def _amount(self, minor: int) -> str:
        money = Money(minor, self._batch.desk.company.currency)
        return f"{money.amount} {money.currency}"

    def _warn(self, row: ImportRow, sentence: str, number: str) -> None:
        self._batch.warn(row, sentence, number=number)


def _numbers(row: ImportRow) -> list[str]:
    """Numbers of our shape whose check digit fits, the one in its own column first."""
    own = text_of(row, "number")
    texts = [own, *_NUMBER.findall(own), *_NUMBER.findall(text_of(row, "purpose"))]
    found = [str(number) for text in texts if (number := parse(text)) is not None]
    return list(dict.fromkeys([*found, *([own] if own and digits(own) else [])]))
