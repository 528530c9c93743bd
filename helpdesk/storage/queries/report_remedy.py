"""What reports read of claims and their remedies; nothing where the workplace keeps none."""

from __future__ import annotations

from datetime import date

from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.cutoff import has_table

_BACK = ("exchange", "refund", "return", "returned")


def is_kept(database: Database) -> bool:
    """Whether there are any remedies."""
    return has_table(database, "remedy") and database.row("SELECT 1 FROM remedy LIMIT 1") is not None


def first_claims(database: Database, scope: ReportScope) -> dict[bytes, date]:
    """The day of the first claim about each order, up to the cut-off."""
    if not is_kept(database):
        return {}
    sql = 'SELECT "order", min(created_at) FROM remedy WHERE is_hidden = 0 AND created_at <= ? GROUP BY 1'
    rows = database.rows(sql, milliseconds(scope.as_of))
    return {bytes(order): instant(at).astimezone(scope.zone).date() for order, at in rows}


def returned_orders(database: Database, scope: ReportScope) -> set[bytes]:
    """Orders of which goods came back, up to the cut-off."""
    if not is_kept(database):
        return set()
    marks = ", ".join("?" * len(_BACK))
    sql = f'SELECT DISTINCT "order" FROM remedy WHERE is_hidden = 0 AND created_at <= ? AND kind IN ({marks})'
    return {bytes(row[0]) for row in database.rows(sql, milliseconds(scope.as_of), *_BACK)}
