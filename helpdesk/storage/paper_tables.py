"""Synchronised tables of papers: quotes with their versions, invoices, payments, and the company's own settings.

A version of a quote and an invoice are written once and never changed; what became of them stands in events.
"""

from __future__ import annotations

from peewee import BooleanField, DateField, IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField, JsonField
from helpdesk.storage.record import Record, numbered


class Quote(Record):
    journal = 35
    columns = numbered("is_hidden number customer request created_at")

    number = TextField(index=True)
    customer = IdentityField(null=True, index=True)
    request = IdentityField(null=True, index=True)
    created_at = InstantField()


class QuoteVersion(Record):
    journal = 36
    columns = numbered("is_hidden quote made_at operator valid_until currency is_net lines need terms note stamp")

    quote = IdentityField(index=True)
    made_at = InstantField()
    operator = IdentityField(null=True)
    valid_until = DateField(null=True)
    currency = TextField()
    is_net = BooleanField(default=False)
    lines = JsonField(default=list)
    need = TextField(default="")
    stamp = IntegerField(default=0)
    terms = JsonField(default=dict)
    note = TextField(default="")


class Invoice(Record):
    journal = 37
    columns = numbered(
        "is_hidden number customer order quote issued_on valid_until pay_by currency is_net lines seller buyer ground"
        " terms operator"
    )

    number = TextField(index=True)
    customer = IdentityField(null=True, index=True)
    order = IdentityField(null=True, index=True)
    quote = IdentityField(null=True, index=True)
    issued_on = DateField()
    valid_until = DateField(null=True)
    pay_by = DateField(null=True)
    currency = TextField()
    is_net = BooleanField(default=False)
    lines = JsonField(default=list)
    seller = JsonField(default=dict)
    buyer = JsonField(default=dict)
    ground = TextField(default="")
    terms = TextField(default="")
    operator = IdentityField(null=True)


class Payment(Record):
    """Money that came for an invoice; what was booked by mistake is booked back with a negative sum."""

    journal = 38
    columns = numbered("is_hidden invoice amount_minor paid_on text source operator")

    invoice = IdentityField(index=True)
    amount_minor = IntegerField()
    paid_on = DateField()
    text = TextField(default="")
    source = TextField(default="", index=True)
    operator = IdentityField(null=True)


class CompanySetting(Record):
    """One rule or requisite of the company, the same on every station; its identity follows from its key."""

    journal = 39
    columns = numbered("is_hidden key value")

    key = TextField(index=True)
    value = JsonField()


PAPERS: tuple[type[Record], ...] = (Quote, QuoteVersion, Invoice, Payment, CompanySetting)
