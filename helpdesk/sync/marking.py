"""The clock table: who wrote which cell when. Sparse: column 0 is the whole record at its insert."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.sync.change import Mark

Marks = dict[int, Mark]
MarkRow = tuple[int, bytes, int, int, bytes, int]
WHOLE = 0
UNKNOWN = Mark(0, b"", 0)

_PUT = (
    "INSERT INTO clock(tbl, id, col, stamp, station, base) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(tbl, id, col)"
    " DO UPDATE SET stamp = excluded.stamp, station = excluded.station, base = excluded.base"
)


def marks_of(database: Database, table: int, ids: Iterable[bytes]) -> dict[bytes, Marks]:
    """The marks of records by identity; those without any are left out."""
    found: dict[bytes, Marks] = {}
    for part in chunks(ids):
        for identity, column, *mark in database.rows(
            f"SELECT id, col, stamp, station, base FROM clock WHERE tbl = ? AND id IN ({marks(part)})", table, *part
        ):
            found.setdefault(identity, {})[column] = Mark(*mark)
    return found


def mark_of(known: Marks, column: int) -> Mark:
    """The mark of a cell: its own, or that of the whole record."""
    return known.get(column) or known.get(WHOLE, UNKNOWN)


def put_marks(database: Database, rows: Iterable[MarkRow]) -> None:
    """Writes marks: table, identity, column, stamp, station, base."""
    database.many(_PUT, rows)
