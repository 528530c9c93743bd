"""Changes from other stations land in the tables: whole sets at once, the journal silent meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from helpdesk.storage.bulk import aliases_of
from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS, TableForm
from helpdesk.storage.tables import OFFICE, Record
from helpdesk.sync import holding
from helpdesk.sync.change import Change, text_of
from helpdesk.sync.marking import UNKNOWN, MarkRow, Marks, marks_of, put_marks
from helpdesk.sync.merge import Loser
from helpdesk.sync.record_state import RecordState


@dataclass
class Applied:
    """What landed: records by table, the number of cells and new records written, conflicts noticed."""

    unsent: Unsent
    is_new: bool
    touched: dict[type[Record], set[bytes]] = field(default_factory=lambda: defaultdict(set))
    count: int = 0
    conflicts: int = 0


Unsent = Mapping[bytes, set[int]]
"""Columns by record that no other station has met."""


def apply(
    database: Database, changes: Iterable[Change], unsent: Unsent | None = None, *, is_state: bool = False
) -> Applied:
    """Merges changes inside the caller's transaction; who calls settles what is derived afterwards.

    `is_state` says that a snapshot tells them: what others lost was told by them already.
    """
    applied = Applied(unsent or {}, not is_state)
    by_table: dict[int, dict[bytes, list[Change]]] = {}
    for change in changes:
        by_table.setdefault(change.table, {}).setdefault(change.id, []).append(change)
    with _silent(database):
        for number, records in by_table.items():
            form = FORMS.get(number)
            if form is None:
                holding.hold(database, (change for several in records.values() for change in several))
            else:
                _apply_table(database, form, records, applied)
    return applied


@contextmanager
def _silent(database: Database) -> Iterator[None]:
    database.execute_sql("UPDATE journal_state SET applying = 1")
    yield
    # A failure rolls the whole transaction back, this mark included.
    database.execute_sql("UPDATE journal_state SET applying = 0")


def _apply_table(database: Database, form: TableForm, records: dict[bytes, list[Change]], applied: Applied) -> None:
    known = marks_of(database, form.number, records)
    waiting = holding.taken(database, form.number, [identity for identity in records if identity not in known])
    plain = [changes[0] for changes in records.values() if _is_plain(changes, form, known, waiting)]
    _insert_plain(database, form, plain)
    applied.count += len(plain)
    applied.touched[form.table].update(change.id for change in plain)
    for change in plain:
        del records[change.id]
    _merge_table(database, form, records, (known, waiting), applied)


def _is_plain(changes: list[Change], form: TableForm, known: Container[bytes], waiting: Container[bytes]) -> bool:
    """Whether a record simply begins: the many of a snapshot or an import."""
    first = changes[0]
    return (
        len(changes) == 1
        and first.is_whole
        and first.id not in known
        and first.id not in waiting
        and first.cells.keys() <= form.names.keys()
    )


def _insert_plain(database: Database, form: TableForm, changes: list[Change]) -> None:
    aliases = aliases_of(database, form.name, [change.id for change in changes])
    rest, defaults = tuple(form.derived.values()), form.defaults.items()
    rows = []
    for change in changes:
        get = change.cells.get
        rows.append((aliases[change.id], change.id, *[get(number, usual) for number, usual in defaults], *rest))
    # In the order of the tree that they go into: the newest come first otherwise, and every page is split.
    database.many(form.insert, sorted(rows, key=_alias))
    put_marks(database, ((form.number, one.id, 0, one.stamp, one.station, one.base) for one in changes))


def _alias(row: tuple[Any, ...]) -> int:
    return int(row[0])


def _merge_table(
    database: Database,
    form: TableForm,
    records: dict[bytes, list[Change]],
    there: tuple[dict[bytes, Marks], dict[bytes, list[Change]]],
    applied: Applied,
) -> None:
    known, waiting = there
    values = form.rows(database, known, _columns(form, records))
    begun: dict[bytes, RecordState] = {}
    altered: dict[bytes, RecordState] = {}
    held: list[Change] = []
    for identity, changes in records.items():
        changes = [*changes, *waiting.get(identity, ())]
        unknown = [part for change in changes if (part := holding.unknown_part(change, form))]
        held += unknown
        if identity in values:
            state = altered[identity] = RecordState(values[identity], known[identity], applied.unsent.get(identity, ()))
        elif (first := _whole(changes)) is not None:
            state = begun[identity] = RecordState.begun(holding.known_part(first, form), form.defaults)
            changes.remove(first)
            applied.count += 1
        else:
            held += [holding.known_part(change, form) for change in changes]
            continue
        for change in changes:
            applied.count += state.take(holding.known_part(change, form), form.defaults, is_new=applied.is_new)
    _insert(database, form, begun)
    _update(database, form, altered)
    put_marks(database, _marked(form, {**begun, **altered}))
    holding.hold(database, held)
    applied.conflicts += _keep_losers(database, form, {**begun, **altered})
    for identity in begun:
        applied.touched[form.table].add(identity)
    applied.touched[form.table].update(identity for identity, state in altered.items() if state.changed)


def _columns(form: TableForm, records: dict[bytes, list[Change]]) -> set[int]:
    """The columns that have to be read for what has come."""
    changes = [change for several in records.values() for change in several]
    if any(change.is_whole for change in changes):
        return set(form.names)
    return {column for change in changes for column in change.cells} & form.names.keys()


def _whole(changes: Sequence[Change]) -> Change | None:
    return next((change for change in changes if change.is_whole), None)


def _insert(database: Database, form: TableForm, begun: dict[bytes, RecordState]) -> None:
    rest = tuple(form.derived.values())
    aliases = aliases_of(database, form.name, begun)
    rows = (
        (aliases[identity], identity, *(state.values[number] for number in form.names), *rest)
        for identity, state in begun.items()
    )
    database.many(form.insert, rows)


def _update(database: Database, form: TableForm, altered: dict[bytes, RecordState]) -> None:
    by_columns: dict[tuple[int, ...], list[tuple[object, ...]]] = {}
    for identity, state in altered.items():
        if state.changed:
            columns = tuple(sorted(state.changed))
            by_columns.setdefault(columns, []).append((*(state.changed[column] for column in columns), identity))
    for columns, rows in by_columns.items():
        cells = ", ".join(f'"{form.names[column]}" = ?' for column in columns)
        database.many(f'UPDATE "{form.name}" SET {cells} WHERE id = ?', rows)


def _marked(form: TableForm, states: dict[bytes, RecordState]) -> Iterable[MarkRow]:
    return (
        (form.number, identity, column, *mark)
        for identity, state in states.items()
        for column, mark in state.marked.items()
    )


def _keep_losers(database: Database, form: TableForm, states: dict[bytes, RecordState]) -> int:
    rows = [
        _conflict(form.number, identity, column, lost)
        for identity, state in states.items()
        for column, lost in state.losers
        if lost.mark != UNKNOWN and form.table not in OFFICE
    ]
    database.many("INSERT OR REPLACE INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    if database.row("SELECT 1 FROM conflict WHERE tbl = ? LIMIT 1", form.number) is None:
        return 0
    settled = [
        (form.number, identity, column, text_of(value))
        for identity, state in states.items()
        for column, value in state.changed.items()
    ]
    database.many("DELETE FROM conflict WHERE tbl = ? AND id = ? AND col = ? AND value = ?", settled)
    return len(rows)


def _conflict(number: int, identity: bytes, column: int, lost: Loser) -> tuple[object, ...]:
    mark = lost.mark
    return (number, identity, column, mark.stamp, mark.station, text_of(lost.value), lost.winner)
