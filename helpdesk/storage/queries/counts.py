"""Counts what a workplace holds, and what does not hold together."""

from __future__ import annotations

from helpdesk.storage.database import Database

_COUNTED = {
    "customers": "customer WHERE is_hidden = 0 AND merged_into IS NULL",
    "products": "product WHERE is_hidden = 0",
    "orders": "customer_order WHERE is_hidden = 0",
    "order_lines": "order_line WHERE is_hidden = 0",
    "requests": "request WHERE is_hidden = 0 AND merged_into IS NULL",
    "events": "event WHERE is_hidden = 0 AND subject_kind = 'request'",
    "order_events": "event WHERE is_hidden = 0 AND subject_kind = 'order'",
    "operators": "operator WHERE is_hidden = 0",
    "calls": "interaction WHERE is_hidden = 0",
    "promises": "promise WHERE is_hidden = 0",
    "stock_moves": "stock_move WHERE is_hidden = 0",
    "quotes": "quote WHERE is_hidden = 0",
    "invoices": "invoice WHERE is_hidden = 0",
    "journal": "change",
}

# Child table, its column, the table of the record that it names.
_LINKS = (
    ("contact", "customer", "customer"),
    ("consent", "customer", "customer"),
    ("request", "customer", "customer"),
    ("request", '"order"', "customer_order"),
    ("customer_order", "customer", "customer"),
    ("order_line", '"order"', "customer_order"),
    ("order_line", "product", "product"),
    ("interaction", "customer", "customer"),
    ("interaction", "request", "request"),
    ("promise", "customer", "customer"),
    ("promise", "request", "request"),
    ("customer_order", "request", "request"),
    ("remedy", '"order"', "customer_order"),
    ("remedy", "line", "order_line"),
    ("remedy", "request", "request"),
    ("stock_move", "product", "product"),
    ("price", "product", "product"),
    ("quote", "customer", "customer"),
    ("quote_version", "quote", "quote"),
    ("payment", "invoice", "invoice"),
    ("request_link", "request", "request"),
    ("request_link", "other", "request"),
    ("separation", "merge", "merge"),
)

_EVENT_ORPHANS = """SELECT count(*) FROM event e WHERE CASE e.subject_kind
 WHEN 'request' THEN NOT EXISTS (SELECT 1 FROM request r WHERE r.id = e.subject)
 WHEN 'quote' THEN NOT EXISTS (SELECT 1 FROM quote r WHERE r.id = e.subject)
 WHEN 'invoice' THEN NOT EXISTS (SELECT 1 FROM invoice r WHERE r.id = e.subject)
 ELSE NOT EXISTS (SELECT 1 FROM customer_order r WHERE r.id = e.subject) END"""

_REPEATED_NUMBERS = """SELECT number FROM (SELECT number FROM request WHERE number <> ''
 UNION ALL SELECT number FROM customer_order WHERE number <> '' UNION ALL SELECT number FROM quote
 UNION ALL SELECT number FROM invoice) GROUP BY number HAVING count(*) > 1"""


def record_counts(database: Database) -> dict[str, int]:
    """Records by kind; marked ones are left out, the journal counts the rows that wait for a hub."""
    return {name: _one(database, f"SELECT count(*) FROM {source}") for name, source in _COUNTED.items()}


def orphans(database: Database) -> int:
    """Rows that name a record which is not there."""
    found = _one(database, _EVENT_ORPHANS)
    for table, column, parent in _LINKS:
        found += _one(
            database,
            f"SELECT count(*) FROM {table} t WHERE t.{column} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = t.{column})",
        )
    return found


def repeated_numbers(database: Database) -> int:
    """Numbers of requests, orders, quotes and invoices that more than one record bears."""
    return _one(database, f"SELECT count(*) FROM ({_REPEATED_NUMBERS})")


def is_whole(database: Database) -> bool:
    """Whether SQLite finds the file's pages in order."""
    row = database.row("PRAGMA quick_check(1)")
    return row is not None and row[0] == "ok"


def _one(database: Database, sql: str) -> int:
    row = database.row(sql)
    return int(row[0]) if row else 0
