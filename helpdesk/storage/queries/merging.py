"""Merges as they are shown: what was merged into a record, by whom, not undone."""

from __future__ import annotations

from helpdesk.domain.identity import instant
from helpdesk.domain.merging import MergedRecord
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import group_of

_NAMES = {"customer": "coalesce(nullif(t.name, ''), t.company)", "request": "trim(t.number || ' ' || t.subject)"}


def merged_into(database: Database, kind: str, record: bytes) -> tuple[MergedRecord, ...]:
    """The live merges of a record's group, the last one first."""
    group = group_of(database, kind, record)
    if len(group) == 1:
        return ()
    return tuple(
        MergedRecord(bytes(identity), bytes(merged), name, instant(at), operator)
        for identity, merged, name, at, operator in database.rows(
            f"SELECT g.id, g.record, {_NAMES[kind]}, g.merged_at, coalesce(o.name, '') FROM merge g"
            f" JOIN {kind} t ON t.id = g.record LEFT JOIN operator o ON o.id = g.operator"
            f" WHERE g.kind = ? AND g.is_hidden = 0 AND g.record IN ({marks(group)})"
            " AND NOT EXISTS (SELECT 1 FROM separation s WHERE s.merge = g.id AND s.is_hidden = 0)"
            " ORDER BY g.stamp DESC, g.id DESC",
            kind,
            *group,
        )
    )


def count_of(database: Database, table: str, customers: list[bytes]) -> int:
    """How many rows of a table name one of these customers."""
    row = database.row(
        f"SELECT count(*) FROM {table} WHERE customer IN ({marks(customers)}) AND is_hidden = 0", *customers
    )
    return int(row[0]) if row else 0
