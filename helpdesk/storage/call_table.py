"""The synchronised table of calls as the telephone exchange logged them."""

from __future__ import annotations

from peewee import IntegerField, TextField

from helpdesk.storage.fields import IdentityField, InstantField
from helpdesk.storage.record import Record, numbered


class LoggedCall(Record):
    """One call of an imported log; lengths in seconds, None where the log does not tell.

    `result` is answered, abandoned, busy or failed; `said` is the log's own word for it.
    """

    journal = 51
    columns = numbered("is_hidden started_at direction caller line operator operator_name result said waited talked")

    started_at = InstantField()
    direction = TextField(default="incoming")
    caller = TextField(default="")
    line = TextField(default="")
    operator = IdentityField(null=True)
    operator_name = TextField(default="")
    result = TextField()
    said = TextField(default="")
    waited = IntegerField(null=True)
    talked = IntegerField(null=True)
