"""Synchronised tables of the office itself: its stations, their numbers, who is at what."""

from __future__ import annotations

from peewee import IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField
from helpdesk.storage.record import Record, numbered


class Station(Record):
    """A computer of the office; its identity is that which its batches bear."""

    journal = 20
    columns = numbered("is_hidden name operator joined_at")

    name = TextField(default="")
    operator = TextField(default="")
    joined_at = InstantField(default=0)

    class Meta:
        table_name = "office_station"


class NumberClaim(Record):
    """A station's wish for a prefix of numbers; the earliest claim of a prefix holds."""

    journal = 21
    columns = numbered("is_hidden station number")

    station = IdentityField()
    number = IntegerField()


class Presence(Record):
    """What is open at a station, under the station's identity; tells, and locks nothing."""

    journal = 22
    columns = numbered("is_hidden operator subject_kind subject seen_at")

    operator = IdentityField(null=True)
    subject_kind = TextField(default="")
    subject = IdentityField(null=True)
    seen_at = InstantField(default=0)


class Settlement(Record):
    """Somebody looked into what two people broke at once, `matter` names it, and found it in order."""

    journal = 65
    columns = numbered("is_hidden matter operator settled_at note")

    matter = TextField(index=True)
    operator = IdentityField(null=True)
    settled_at = InstantField()
    note = TextField(default="")


SETTLING: tuple[type[Record], ...] = (Settlement,)
"""What people decided about clashes; rows are only added."""

OFFICE: tuple[type[Record], ...] = (Station, NumberClaim, Presence)
"""What stations say of themselves: exchanged, but entered by nobody."""
