"""What reports read of claims and of goods that came back."""

from __future__ import annotations

from datetime import date

from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database

_CLAIMS = 'SELECT "order", min(created_at) FROM remedy WHERE is_hidden = 0 AND created_at <= ? GROUP BY 1'
_RETURNED = """SELECT "order" FROM remedy WHERE is_hidden = 0 AND created_at <= ?1 AND kind = 'exchange'
 UNION SELECT "order" FROM stock_move WHERE is_hidden = 0 AND occurred_at <= ?1 AND kind = 'return'
 AND "order" IS NOT NULL
 UNION SELECT id FROM customer_order WHERE is_hidden = 0 AND stage = 'returned'"""


def is_kept(database: Database) -> bool:
    """Whether returns are written down at all: a workplace without any claim or return knows nothing of them."""
    sql = "SELECT 1 FROM remedy UNION ALL SELECT 1 FROM stock_move WHERE kind = 'return' LIMIT 1"
    return database.row(sql) is not None


def first_claims(database: Database, scope: ReportScope) -> dict[bytes, date]:
    """The day of the first claim about each order, up to the cut-off."""
    rows = database.rows(_CLAIMS, milliseconds(scope.as_of))
    return {bytes(order): instant(at).astimezone(scope.zone).date() for order, at in rows}


def returned_orders(database: Database, scope: ReportScope) -> set[bytes]:
    """Orders of which goods came back, up to the cut-off."""
    return {bytes(row[0]) for row in database.rows(_RETURNED, milliseconds(scope.as_of))}
