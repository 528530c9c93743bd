"""The journal becomes changes: values and what their author saw are read before anything from outside lands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.form import FORMS, TableForm
from helpdesk.storage.tables import Event
from helpdesk.sync.change import Change
from helpdesk.sync.marking import WHOLE, MarkRow, Marks, mark_of, marks_of, put_marks
from helpdesk.sync.stamp import COUNT_BITS, lowered

Noted = dict[bytes, dict[int, int]]
"""Stamps by column number, by record."""


def drain(database: Database, station: bytes, latest: int | None = None) -> list[Change]:
    """Empties the journal inside the caller's transaction, sets marks, answers the changes in the order of stamps.

    Stamps above `latest`, the present by the hub's clock, are put right behind it: this computer's clock ran ahead.
    """
    rows = database.rows("SELECT tbl, id, mask, stamp FROM change ORDER BY seq")
    moved = {} if latest is None else lowered({row[3] for row in rows}, latest)
    row = database.row("SELECT nuance FROM hub")
    later = row[0] if row else 0
    given = [moved.get(row[3], row[3]) + later for row in rows]
    _set_seen(database, given, latest)
    if not rows:
        return []
    noted: dict[int, Noted] = {}
    for (table, identity, mask, _), stamp in zip(rows, given, strict=True):
        cells = noted.setdefault(table, {}).setdefault(identity, {})
        for column in _bits(mask):
            cells[column] = max(cells.get(column, 0), stamp)
    found = [change for table, records in noted.items() for change in _changes(database, station, table, records)]
    database.execute_sql("DELETE FROM change")
    return sorted(found, key=_stamp)


def _stamp(change: Change) -> int:
    return change.stamp


def _bits(mask: int) -> Iterable[int]:
    return (bit for bit in range(mask.bit_length()) if mask >> bit & 1)


def _set_seen(database: Database, stamps: list[int], latest: int | None) -> None:
    """Stamps go on above all that were given; a clock that ran ahead is forgotten."""
    database.execute_sql("UPDATE journal_state SET seen = max(seen, ?)", (max(stamps, default=0),))
    if latest is not None:
        database.execute_sql(
            "UPDATE journal_state SET seen = min(seen, ?)", (latest + len(stamps) + (1 << COUNT_BITS),)
        )


def _changes(database: Database, station: bytes, table: int, records: Noted) -> list[Change]:
    form = FORMS[table]
    found: list[Change] = []
    for part in chunks(records):
        values, known = form.rows(database, part), marks_of(database, table, part)
        seen = _seen_by_events(database, part) if form.table is Event else {}
        for identity in part:
            if identity in values:
                author = (identity, station, seen.get(identity, 0))
                found += _of_record(form, author, records[identity], values[identity], known.get(identity, {}))
    put_marks(database, (row for change in found for row in _mark_rows(change)))
    return found


def _of_record(
    form: TableForm, author: tuple[bytes, bytes, int], stamps: dict[int, int], values: dict[int, Any], known: Marks
) -> list[Change]:
    identity, station, seen = author
    if WHOLE in stamps and not known:
        stamp = max(stamps.values())
        cells = {column: value for column, value in values.items() if value != form.defaults[column]}
        return [Change(form.number, identity, stamp, seen, station, True, cells)]
    if WHOLE in stamps:
        stamps = {column: stamps.get(column, stamps[WHOLE]) for column in values}
    changes: dict[tuple[int, int], dict[int, Any]] = {}
    for column, given in stamps.items():
        base = mark_of(known, column).stamp
        changes.setdefault((max(given, base + 1), base), {})[column] = values[column]
    return [
        Change(form.number, identity, stamp, base, station, False, cells) for (stamp, base), cells in changes.items()
    ]


def _mark_rows(change: Change) -> Iterable[MarkRow]:
    columns = (WHOLE,) if change.is_whole else change.cells
    return ((change.table, change.id, column, change.stamp, change.station, change.base) for column in columns)


def _seen_by_events(database: Database, part: list[bytes]) -> dict[bytes, int]:
    """The latest event of the same subject that stood there when each was written."""
    return {
        identity: stamp
        for identity, stamp in database.rows(
            "SELECT e.id, (SELECT max(o.stamp) FROM event o WHERE o.subject = e.subject AND o.stamp < e.stamp)"
            f" FROM event e WHERE e.id IN ({marks(part)})",
            *part,
        )
        if stamp
    }
