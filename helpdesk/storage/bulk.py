"""Rows by the thousand: one statement for many, at the driver's speed, seen by the same triggers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from helpdesk.domain.identity import milliseconds_of
from helpdesk.storage.database import Database
from helpdesk.storage.tables import Record

COUNTER_BITS = 15


class AliasSource:
    """Gives out local aliases inside one transaction: the identity's milliseconds << 15, then the next free counter."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next: dict[tuple[str, int], int] = {}

    def alias(self, table: str, identity: bytes) -> int:
        """The next free alias for a row of `table`."""
        base = milliseconds_of(identity) << COUNTER_BITS
        key = (table, base)
        if (free := self._next.get(key)) is None:
            last = self._database.row(
                f'SELECT max(alias) FROM "{table}" WHERE alias >= ? AND alias < ?', base, base + (1 << COUNTER_BITS)
            )
            free = base if last is None or last[0] is None else int(last[0]) + 1
        self._next[key] = free + 1
        return free


def insert_rows(
    database: Database, aliases: AliasSource, table: type[Record], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Inserts rows that all carry the same columns, `id` among them; other columns take their defaults."""
    rows = list(rows)
    if not rows:
        return
    name = table._meta.table_name
    fields = table._meta.fields
    given = list(rows[0])
    defaults = {
        key: field.db_value(field.default() if callable(field.default) else field.default)
        for key, field in fields.items()
        if key not in given and key != "alias" and field.default is not None
    }
    columns = ["alias", *given, *defaults]
    rest = tuple(defaults.values())
    convert = [fields[key].db_value for key in given]
    values = [
        (aliases.alias(name, row["id"]), *(turn(row[key]) for turn, key in zip(convert, given, strict=True)), *rest)
        for row in rows
    ]
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    database.many(f'INSERT INTO "{name}" ({listed}) VALUES ({marks})', values)
