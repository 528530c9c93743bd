"""What this program does not know yet is kept: tables and columns of a newer one, cells whose record has not come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.form import FORMS, TableForm
from helpdesk.sync.change import Change, text_of, value_of
from helpdesk.sync.marking import WHOLE

_HOLD = (
    "INSERT INTO held(tbl, id, col, stamp, station, base, value) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT(tbl, id, col) DO UPDATE SET stamp = excluded.stamp, station = excluded.station,"
    " base = excluded.base, value = excluded.value"
    " WHERE (excluded.stamp, excluded.station, excluded.value) > (stamp, station, value)"
)
BEGINNING = "null"


def known_part(change: Change, form: TableForm) -> Change:
    """The change without columns that this program does not know."""
    if change.cells.keys() <= form.names.keys():
        return change
    return change._replace(cells={column: value for column, value in change.cells.items() if column in form.names})


def unknown_part(change: Change, form: TableForm) -> Change | None:
    """Only the columns that this program does not know."""
    if change.cells.keys() <= form.names.keys():
        return None
    cells = {column: value for column, value in change.cells.items() if column not in form.names}
    return change._replace(cells=cells, is_whole=False)


def hold(database: Database, changes: Iterable[Change]) -> None:
    """Keeps changes cell by cell, the winner of each; a whole record's beginning is kept as column 0."""
    database.many(_HOLD, (row for change in changes for row in _rows(change)))


def taken(database: Database, table: int, ids: Sequence[bytes]) -> dict[bytes, list[Change]]:
    """Takes out what is held for records that may begin now."""
    found: dict[bytes, list[Change]] = {}
    if database.row("SELECT 1 FROM held WHERE tbl = ? LIMIT 1", table) is None:
        return found
    for part in chunks(ids):
        condition = f"tbl = ? AND id IN ({marks(part)})"
        for change in _changes(database, condition, table, *part):
            found.setdefault(change.id, []).append(change)
        database.execute_sql(f"DELETE FROM held WHERE {condition}", (table, *part))
    return found


def every(database: Database) -> list[Change]:
    """All that is held, as changes: for a snapshot, and for a program that has learned."""
    return _changes(database, "true")


def learned(database: Database) -> list[Change]:
    """Takes out what this program knows by now: tables, and columns of records that are there."""
    if database.row("SELECT 1 FROM held LIMIT 1") is None:
        return []
    found: list[Change] = []
    for form in FORMS.values():
        columns = ", ".join(map(str, (WHOLE, *form.names)))
        condition = f"tbl = {form.number} AND col IN ({columns})"
        begun = f"SELECT id FROM held WHERE tbl = {form.number} AND col = {WHOLE}"
        here = f' AND (id IN ({begun}) OR id IN (SELECT id FROM "{form.name}"))'
        found += _changes(database, condition + here)
        database.execute_sql(f"DELETE FROM held WHERE {condition}{here}")
    return found


def _rows(change: Change) -> Iterable[tuple[object, ...]]:
    head = (change.table, change.id)
    mark = (change.stamp, change.station, change.base)
    if change.is_whole:
        yield (*head, WHOLE, *mark, BEGINNING)
    for column, value in change.cells.items():
        yield (*head, column, *mark, text_of(value))


def _changes(database: Database, condition: str, *values: object) -> list[Change]:
    cells = database.rows(
        f"SELECT tbl, id, col, stamp, station, base, value FROM held WHERE {condition} ORDER BY tbl, id, col", *values
    )
    return [
        Change(table, identity, stamp, base, station, True, {})
        if column == WHOLE
        else Change(table, identity, stamp, base, station, False, {column: value_of(value)})
        for table, identity, column, stamp, station, base, value in cells
    ]
