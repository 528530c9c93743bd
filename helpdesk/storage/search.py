"""The search index: folded and stemmed words for FTS5, digits by trigrams; a row's rowid is its record's alias.

Written by Python from what a transaction touched, never by triggers; contentless, so it costs little space.
"""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.domain.query import SearchPlan
from helpdesk.storage.database import Database

KINDS = ("request", "customer", "customer_order", "product")

SEARCH_TABLES = tuple(
    statement
    for kind in KINDS
    for statement in (
        f"CREATE VIRTUAL TABLE {kind}_words USING fts5(text, content='', contentless_delete=1, detail=none,"
        " tokenize='ascii', prefix='1 2 3 4')",
        f"CREATE VIRTUAL TABLE {kind}_digits USING fts5(text, content='', contentless_delete=1, tokenize='trigram')",
    )
)


def put(database: Database, kind: str, texts: Iterable[tuple[int, str, str]]) -> None:
    """Indexes records anew: alias, index text, digits."""
    rows = list(texts)
    for table, column in ((f"{kind}_words", 1), (f"{kind}_digits", 2)):
        emptied = [(row[0],) for row in rows if not row[column]]
        database.many(f"DELETE FROM {table} WHERE rowid = ?", emptied)
        filled = [(row[0], row[column]) for row in rows if row[column]]
        database.many(f"INSERT OR REPLACE INTO {table}(rowid, text) VALUES (?, ?)", filled)


def drop(database: Database, kind: str, aliases: Iterable[int]) -> None:
    """Takes records out of the index."""
    put(database, kind, ((alias, "", "") for alias in aliases))


def matching(
    database: Database, kind: str, plan: SearchPlan, *, limit: int, condition: str = "", values: tuple[object, ...] = ()
) -> list[int]:
    """Aliases that answer a search plan: numbers and phones first, then the likeliest words, then the rest.

    Each part comes newest first. `condition` filters by columns of the record table, there called `r`.
    """
    found: dict[int, None] = {}
    parts = (
        ("digits", plan.digits_expression()),
        ("words", plan.narrow_expression()),
        ("words", plan.match_expression()),
    )
    for part, expression in parts:
        if not expression or len(found) >= limit:
            continue
        table = f"{kind}_{part}"
        if condition:
            sql = (
                f"SELECT s.rowid FROM {table} s JOIN {kind} r ON r.alias = s.rowid WHERE s.{table} MATCH ?"
                f" AND {condition} ORDER BY s.rowid DESC LIMIT ?"
            )
        else:
            sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
        found.update(dict.fromkeys(row[0] for row in database.rows(sql, expression, *values, limit)))
    return list(found)[:limit]
