"""Reads the requests of a period for the journal: one scan along the index of their creation."""

from __future__ import annotations

from typing import NamedTuple

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.journal import JournalEntry, JournalFacts
from helpdesk.domain.identity import RequestId, milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.merging import NAMED_CUSTOMER
from helpdesk.storage.queries.report_ground import request_filter, span


class SlipFacts(NamedTuple):
    """What a receipt slip says of a request."""

    number: str
    created_at: int
    subject: str
    due_at: int | None
    language: str


_SETS = {
    "created": "",
    "solved": " AND r.category IN ('solved', 'closed')",
    "open": " AND r.category IN ('new', 'open', 'waiting')",
    "overdue": " AND r.category IN ('new', 'open', 'waiting') AND r.due_at < ?",
    "unanswered": " AND r.category <> 'cancelled' AND r.first_response_seconds IS NULL",
    "answered": " AND r.category <> 'cancelled' AND r.first_response_seconds IS NOT NULL",
    "rated": " AND r.score IS NOT NULL",
}
_ENTRIES = f"""SELECT r.alias, r.number, r.created_at, r.channel, r.kind, r.subject,
 coalesce(nullif(c.name, ''), c.company, ''), coalesce(o.name, ''), r.queue,
 r.state, r.category, r.due_at, r.first_response_seconds, r.solved_at, r.score
 FROM request r {NAMED_CUSTOMER} LEFT JOIN operator o ON o.id = r.owner
 WHERE r.created_at >= ? AND r.created_at < ?"""


def facts(database: Database, scope: ReportScope) -> JournalFacts:
    """Requests created in the period that pass the filters, the oldest first."""
    conditions, values = request_filter(scope.filters)
    found = database.rows(f"{_ENTRIES}{conditions} ORDER BY r.created_at, r.alias", *span(scope), *values)
    return JournalFacts([JournalEntry._make(row) for row in found], scope.states, scope.as_of)


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind a figure: those created in the period, by how they stand."""
    conditions, values = request_filter(scope.filters)
    sql = f"SELECT r.alias FROM request r WHERE r.created_at >= ? AND r.created_at < ?{conditions}{_SETS[drill.name]}"
    if drill.name == "overdue":
        values = [*values, milliseconds(scope.as_of)]
    return [row[0] for row in database.rows(f"{sql} ORDER BY r.created_at, r.alias", *span(scope), *values)]


def slip_facts(database: Database, request: RequestId) -> SlipFacts | None:
    """What a slip of the request needs; `language` is the customer's, "" where nobody knows it."""
    row = database.row(
        "SELECT r.number, r.created_at, r.subject, r.due_at, coalesce(c.language, '') FROM request r"
        f" {NAMED_CUSTOMER} WHERE r.id = ?",
        request,
    )
    return None if row is None else SlipFacts._make(row)
