"""The synchronised table of contact reasons."""

from __future__ import annotations

from peewee import IntegerField, TextField

from helpdesk.storage.fields import IdentityField
from helpdesk.storage.record import Record, numbered


class ContactReason(Record):
    """Why customers turn to the company; a tree by `parent`."""

    journal = 50
    columns = numbered("is_hidden code parent name_en name_ru words position")

    code = TextField(default="")
    parent = IdentityField(null=True)
    name_en = TextField()
    name_ru = TextField()
    words = TextField(default="")
    position = IntegerField(default=0)
