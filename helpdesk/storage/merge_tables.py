"""Synchronised tables of what belongs together: merges, their separation, links of requests; rows are only added."""

from __future__ import annotations

from peewee import IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField, JsonField
from helpdesk.storage.record import Record, numbered


class Merge(Record):
    """One record taken into another; `cells` holds what that changed in the survivor: before and after."""

    journal = 60
    columns = numbered("is_hidden kind record survivor stamp merged_at operator cells")

    kind = TextField()
    record = IdentityField(index=True)
    survivor = IdentityField(index=True)
    stamp = IntegerField()
    merged_at = InstantField()
    operator = IdentityField(null=True)
    cells = JsonField(default=dict)


class Separation(Record):
    """The undoing of one merge; a merge that has one counts no more."""

    journal = 61
    columns = numbered("is_hidden merge separated_at operator")

    merge = IdentityField(index=True)
    separated_at = InstantField()
    operator = IdentityField(null=True)


class RequestLink(Record):
    """A request and another one: its parent, what it was split from, or what it has to do with."""

    journal = 62
    columns = numbered("is_hidden kind request other linked_at operator event")

    kind = TextField()
    request = IdentityField(index=True)
    other = IdentityField(index=True)
    linked_at = InstantField()
    operator = IdentityField(null=True)
    event = IdentityField(null=True)


MERGING: tuple[type[Record], ...] = (Merge, Separation, RequestLink)
