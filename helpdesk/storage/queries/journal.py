"""Reads the requests of a period for the journal: one scan along the index of their creation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from helpdesk.domain.identity import RequestId, milliseconds
from helpdesk.domain.journal import JournalFilter
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import NAMED_CUSTOMER


class JournalEntry(NamedTuple):
    """A request as the table holds it: codes, and instants in milliseconds since 1970."""

    number: str
    created_at: int
    channel: str
    kind: str
    subject: str
    customer: str
    owner: str
    queue: str
    state: str
    category: str
    due_at: int | None
    first_response_seconds: int | None
    solved_at: int | None
    score: int | None


class SlipFacts(NamedTuple):
    """What a receipt slip says of a request."""

    number: str
    created_at: int
    subject: str
    due_at: int | None
    language: str


_ENTRIES = f"""SELECT r.number, r.created_at, r.channel, r.kind, r.subject, coalesce(nullif(c.name, ''), c.company, ''),
 coalesce(o.name, ''), r.queue, r.state, r.category, r.due_at, r.first_response_seconds, r.solved_at, r.score
 FROM request r {NAMED_CUSTOMER} LEFT JOIN operator o ON o.id = r.owner
 WHERE r.is_hidden = 0 AND r.merged_into IS NULL AND r.created_at >= ? AND r.created_at < ?"""


def entries(database: Database, start: datetime, end: datetime, filters: JournalFilter) -> list[JournalEntry]:
    """Requests created in [start, end) that pass the filters, the oldest first."""
    sql, values = _ENTRIES, [milliseconds(start), milliseconds(end)]
    conditions, more = _conditions(filters)
    found = database.rows(f"{sql}{conditions} ORDER BY r.created_at, r.alias", *values, *more)
    return [JournalEntry._make(row) for row in found]


def slip_facts(database: Database, request: RequestId) -> SlipFacts | None:
    """What a slip of the request needs; `language` is the customer's, "" where nobody knows it."""
    row = database.row(
        "SELECT r.number, r.created_at, r.subject, r.due_at, coalesce(c.language, '') FROM request r"
        " LEFT JOIN customer c ON c.id = r.customer WHERE r.id = ?",
        request,
    )
    return None if row is None else SlipFacts._make(row)


def _conditions(filters: JournalFilter) -> tuple[str, list[Any]]:
    sql = ""
    values: list[Any] = []
    choices: tuple[tuple[str, Sequence[str]], ...] = (
        ("kind", sorted(filters.kinds)),
        ("channel", sorted(filters.channels)),
        ("state", sorted(filters.states)),
    )
    for column, chosen in choices:
        if chosen:
            sql += f" AND r.{column} IN ({marks(chosen)})"
            values.extend(map(str, chosen))
    if filters.owner is not None:
        sql += " AND r.owner = ?"
        values.append(filters.owner)
    return sql, values
