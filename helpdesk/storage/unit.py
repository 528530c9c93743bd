"""The unit of work: one transaction, everything derived from what it touched, one answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar, cast

from helpdesk.clock import Clock
from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import milliseconds, new_identity
from helpdesk.errors import RecordMissing
from helpdesk.storage.bulk import AliasSource, insert_rows
from helpdesk.storage.database import Database
from helpdesk.storage.tables import JOURNALLED, Record

R = TypeVar("R", bound=Record)

Touched = Mapping[type[Record], set[bytes]]
Settle = Callable[["UnitOfWork", Touched], Changes]


def record(database: Database, table: type[R], identity: bytes) -> R:
    """The record under an identity. Raises RecordMissing."""
    found = next(iter(table.select().where(table.id == identity).execute(database)), None)
    if found is None:
        raise RecordMissing(table.__name__.lower(), identity.hex()[:8])
    return cast(R, found)


class UnitOfWork:
    """Writes of one transaction; `changes` is filled when it ends."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.now: datetime = clock.now()
        self.changes = Changes()
        self._aliases = AliasSource(database)
        row = database.row("UPDATE journal_state SET turn = turn + 1 RETURNING seen")
        self._last: int = max(milliseconds(self.now) << 16, row[0] if row else 0)

    def stamp(self) -> int:
        """The next hybrid logical stamp, above all that this station has seen: 48 bits of milliseconds, 16 of count."""
        self._last += 1
        return self._last

    def keep_stamps(self) -> None:
        """Remembers the stamps given out, here and by the triggers, so that the next transaction goes on above them."""
        self.database.execute_sql(
            "UPDATE journal_state SET seen = max(?, coalesce("
            "(SELECT max(stamp) FROM change WHERE change.turn = journal_state.turn), 0))",
            (self._last,),
        )

    def add(self, table: type[R], *, at: datetime | None = None, **values: Any) -> R:
        """Inserts one record whose identity carries `at` (now where not given) and returns it."""
        identity = values.pop("id", None) or new_identity(at or self.now)
        alias = self._aliases.alias(table._meta.table_name, identity)
        row = table(alias=alias, id=identity, **values)
        table.insert(**row.__data__).execute(self.database)
        row.dirty_fields_forgotten()
        return row

    def get(self, table: type[R], identity: bytes) -> R:
        """The record under an identity. Raises RecordMissing."""
        return record(self.database, table, identity)

    def add_many(self, table: type[Record], rows: list[dict[str, Any]]) -> None:
        """Inserts many records at once; each row carries its `id` and the same columns."""
        insert_rows(self.database, self._aliases, table, rows)

    def change(self, row: Record, **values: Any) -> bool:
        """Writes only the cells that differ; answers whether any did."""
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        dirty = [field.name for field in row.dirty_fields]
        if not dirty:
            return False
        table = type(row)
        cells = {name: row.__data__[name] for name in dirty}
        table.update(**cells).where(table.alias == row.alias).execute(self.database)
        row.dirty_fields_forgotten()
        return True

    def touched(self) -> dict[type[Record], set[bytes]]:
        """What this transaction wrote so far, as the journal saw it."""
        tables = {table.journal: table for table in JOURNALLED}
        found: dict[type[Record], set[bytes]] = defaultdict(set)
        for number, identity in self.database.rows(
            "SELECT tbl, id FROM change WHERE turn = (SELECT turn FROM journal_state)"
        ):
            found[tables[number]].add(bytes(identity))
        return found


@contextmanager
def unit_of_work(database: Database, clock: Clock, settle: Settle) -> Iterator[UnitOfWork]:
    """One IMMEDIATE transaction that ends with `settle` (derived columns, search index) of what it touched."""
    with database.writing():
        unit = UnitOfWork(database, clock)
        yield unit
        unit.keep_stamps()
        touched = unit.touched()
        if touched:
            unit.changes = settle(unit, touched)
