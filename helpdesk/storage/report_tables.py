"""Synchronised tables of reports: periods that were frozen, and who took what out of the workplace."""

from __future__ import annotations

from peewee import DateField, IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField
from helpdesk.storage.record import Record, numbered


class ReportFreeze(Record):
    """A report of a closed period as it was accepted: its cut-off, its fingerprint and what it said."""

    journal = 55
    columns = numbered("is_hidden report first_on last_on filters cut_at fingerprint said operator frozen_at")

    report = TextField(index=True)
    first_on = DateField()
    last_on = DateField()
    filters = TextField(default="")
    cut_at = InstantField()
    fingerprint = TextField()
    said = TextField()
    operator = IdentityField(null=True)
    frozen_at = InstantField()


class AuditEntry(Record):
    """Something that was exported or printed: by whom, what, and how many rows (S13)."""

    journal = 56
    columns = numbered("is_hidden act what record row_count operator happened_at")

    act = TextField()
    what = TextField()
    record = IdentityField(null=True)
    row_count = IntegerField(default=0)
    operator = IdentityField(null=True)
    happened_at = InstantField(index=True)


REPORT_TABLES: tuple[type[Record], ...] = (ReportFreeze, AuditEntry)
