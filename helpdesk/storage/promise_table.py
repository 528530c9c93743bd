"""The synchronised table of what was promised to customers."""

from __future__ import annotations

from peewee import TextField

from helpdesk.storage.fields import IdentityField, InstantField
from helpdesk.storage.record import Record, numbered


class Promise(Record):
    journal = 12
    columns = numbered("is_hidden kind what customer request phone due_at operator kept_at")

    kind = TextField()
    what = TextField(default="")
    customer = IdentityField(null=True, index=True)
    request = IdentityField(null=True)
    phone = TextField(default="")
    due_at = InstantField(index=True)
    operator = IdentityField(null=True)
    kept_at = InstantField(null=True)
