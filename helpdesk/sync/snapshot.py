"""The state of the whole office in chunks, with its marks, and the names of the batches that it stands for.

A chunk is merged like any batch, so that half a snapshot does no harm; an index names the chunks and what they cover.
What is needed by everything else comes first, customers among it, then the newest records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from helpdesk.domain.identity import milliseconds_of
from helpdesk.storage.bulk import COUNTER_BITS
from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS, TableForm
from helpdesk.sync import holding
from helpdesk.sync.batch import Batch, BatchBroken, encoded, packed
from helpdesk.sync.change import Change, Mark
from helpdesk.sync.marking import UNKNOWN, WHOLE, Marks, marks_of

PAGE = 4_000
MOST_COVERED = 50_000
_NAME_DIGITS = 64
# By which identity a record stands in time, where it is not its own.
_PARENTS = {"event": "subject", "order_line": '"order"'}
_LATER = ("event", "order_line", "request", "customer_order", "interaction", "promise", "origin")


@dataclass(frozen=True, slots=True)
class Index:
    """Which chunks make a snapshot, and the batches that they stand for."""

    chunks: frozenset[bytes]
    covered: frozenset[bytes]


def state_chunks(database: Database, station: bytes) -> Iterator[bytes]:
    """The state in chunks, not sealed; the caller's transaction keeps it still, and the journal is empty in it."""
    for page in _pages(database):
        changes = [change for table, ids in page.items() for change in _changes(database, FORMS[table], ids)]
        yield encoded(Batch(station, 0, changes))
    held = holding.every(database)
    for start in range(0, len(held), PAGE):
        yield encoded(Batch(station, 0, held[start : start + PAGE]))


def index_parts(chunks: Iterable[bytes], covered: Iterable[bytes]) -> Iterator[bytes]:
    """Indexes, not sealed: each names all chunks and some of what they cover."""
    listed, names = b"".join(chunks).hex(), sorted(covered)
    for start in range(0, max(1, len(names)), MOST_COVERED):
        part = b"".join(names[start : start + MOST_COVERED])
        yield packed({"chunks": listed, "covered": part.hex()})


def index_of(document: dict[str, Any]) -> Index | None:
    """The index that a document is, if it is one. Raises BatchBroken."""
    if "chunks" not in document:
        return None
    try:
        return Index(_names(document["chunks"]), _names(document["covered"]))
    except (KeyError, ValueError, TypeError) as error:
        raise BatchBroken from error


def _names(digits: str) -> frozenset[bytes]:
    return frozenset(
        bytes.fromhex(digits[start : start + _NAME_DIGITS]) for start in range(0, len(digits), _NAME_DIGITS)
    )


def _pages(database: Database) -> Iterator[dict[int, list[bytes]]]:
    first = [form for form in FORMS.values() if form.name not in _LATER]
    for form in first:
        ids = [bytes(row[0]) for row in database.rows(f'SELECT id FROM "{form.name}" ORDER BY alias')]
        for start in range(0, len(ids), PAGE):
            yield {form.number: ids[start : start + PAGE]}
    streams = [_newest_first(database, form) for form in FORMS.values() if form.name in _LATER]
    everything = merge(*streams)
    while page := list(islice(everything, PAGE)):
        by_table: dict[int, list[bytes]] = {}
        for _age, table, identity in page:
            by_table.setdefault(table, []).append(identity)
        yield by_table


def _newest_first(database: Database, form: TableForm) -> Iterator[tuple[int, int, bytes]]:
    if (parent := _PARENTS.get(form.name)) is not None:
        for key, identity in database.execute_sql(f'SELECT {parent}, id FROM "{form.name}" ORDER BY {parent} DESC'):
            yield -milliseconds_of(key), form.number, identity
        return
    for alias, identity in database.execute_sql(f'SELECT alias, id FROM "{form.name}" ORDER BY alias DESC'):
        yield -(alias >> COUNTER_BITS), form.number, identity


def _changes(database: Database, form: TableForm, ids: list[bytes]) -> Iterator[Change]:
    values, known = form.rows(database, ids), marks_of(database, form.number, ids)
    for identity in ids:
        yield from _of_record(form, identity, values[identity], known.get(identity, {WHOLE: UNKNOWN}))


def _of_record(form: TableForm, identity: bytes, values: dict[int, Any], known: Marks) -> Iterator[Change]:
    cells = {column: value for column, value in values.items() if column not in known}
    whole = {column: value for column, value in cells.items() if value != form.defaults[column]}
    yield _change(form, identity, known[WHOLE], True, whole)
    later: dict[Mark, dict[int, Any]] = {}
    for column, mark in known.items():
        if column != WHOLE:
            later.setdefault(mark, {})[column] = values[column]
    for mark, changed in later.items():
        yield _change(form, identity, mark, False, changed)


def _change(form: TableForm, identity: bytes, mark: Mark, is_whole: bool, cells: dict[int, Any]) -> Change:
    return Change(form.number, identity, mark.stamp, mark.base, mark.station, is_whole, cells)
