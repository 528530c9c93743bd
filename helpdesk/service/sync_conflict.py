"""What lost when two people changed one cell unseen of each other: kept beside the record, restored by one click."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS
from helpdesk.sync.change import Value, value_of
from helpdesk.sync.stamp import instant_of

_ONE = "tbl = ? AND id = ? AND col = ? AND stamp = ? AND station = ?"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that was also entered: at which station, by whom, when; `present` is what the record shows.

    `kind` and `field` are names of table and column; values are as the database keeps them.
    """

    kind: str
    record: bytes
    field: str
    value: Value
    present: Value
    station: str
    operator: str
    entered_at: datetime
    key: tuple[int, bytes, int, int, bytes]


def conflicts(desk: Desk, actor: OperatorId, record: bytes | None = None, *, limit: int = 500) -> tuple[Conflict, ...]:
    """What was also entered, of one record or of all, the newest first."""
    ask(desk, actor, Action.SEE)
    chosen, values = ("WHERE k.id = ?", [record]) if record is not None else ("", [])
    with desk.reading() as database:
        rows = database.rows(
            "SELECT k.tbl, k.id, k.col, k.stamp, k.station, k.value, s.name, s.operator FROM conflict k"
            f" LEFT JOIN office_station s ON s.id = k.station {chosen} ORDER BY k.stamp DESC LIMIT ?",
            *values,
            limit,
        )
        return tuple(found for row in rows if (found := _conflict(database, row)) is not None)


def _conflict(database: Database, row: tuple[Any, ...]) -> Conflict | None:
    table, record, column, stamp, station, text, name, operator = row
    form = FORMS.get(table)
    if form is None or column not in form.names:
        return None
    field = form.names[column]
    present = database.row(f'SELECT "{field}" FROM "{form.name}" WHERE id = ?', record)
    if present is None:
        return None
    key = (table, bytes(record), column, stamp, bytes(station))
    return Conflict(
        form.name,
        bytes(record),
        field,
        value_of(text),
        present[0],
        name or "",
        operator or "",
        instant_of(stamp),
        key,
    )


def restore(desk: Desk, actor: OperatorId, conflict: Conflict) -> Changes:
    """Puts the value that lost back into the record, as an edit of now; all stations then agree on it."""
    ask(desk, actor, Action.WRITE)
    form = FORMS[conflict.key[0]]
    with desk.work() as unit:
        unit.database.execute_sql(
            f'UPDATE "{form.name}" SET "{conflict.field}" = ? WHERE id = ?', (conflict.value, conflict.record)
        )
        unit.database.execute_sql(f"DELETE FROM conflict WHERE {_ONE}", conflict.key)
    return unit.changes


def dismiss(desk: Desk, actor: OperatorId, conflict: Conflict) -> None:
    """Leaves the record as it is and shows the other value no more at this station."""
    ask(desk, actor, Action.WRITE)
    with desk.database.writing() as database:
        database.execute_sql(f"DELETE FROM conflict WHERE {_ONE}", conflict.key)
