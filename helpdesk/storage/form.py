"""The synchronised tables as exchange sees them: numbers instead of names, values as SQLite keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.tables import JOURNALLED, Record


@dataclass(frozen=True)
class TableForm:
    """One synchronised table; `names` are its columns by their numbers, `defaults` what a column has at first."""

    table: type[Record]
    number: int
    name: str
    names: dict[int, str]
    defaults: dict[int, Any]

    @cached_property
    def derived(self) -> dict[str, Any]:
        """What the columns that are computed here have at first, by name."""
        fields = self.table._meta.fields
        return {name: _default(fields[name]) for name in fields if name not in (*self.table.columns, "alias", "id")}

    @cached_property
    def listed(self) -> str:
        """The columns' names, quoted, in the order of their numbers."""
        return ", ".join(f'"{name}"' for name in self.names.values())

    @cached_property
    def select(self) -> str:
        """The query of identity and columns."""
        return f'SELECT id, {self.listed} FROM "{self.name}"'

    @cached_property
    def insert(self) -> str:
        """The statement that adds a row: alias, identity, columns, derived columns."""
        names = ", ".join(("alias", "id", self.listed, *(f'"{name}"' for name in self.derived)))
        return f'INSERT INTO "{self.name}"({names}) VALUES ({marks([0] * (2 + len(self.names) + len(self.derived)))})'

    def rows(
        self, database: Database, ids: Iterable[bytes], columns: Iterable[int] | None = None
    ) -> dict[bytes, dict[int, Any]]:
        """The cells of records by identity, all or those of some columns."""
        numbers = list(self.names if columns is None else columns)
        listed = ", ".join(("id", *(f'"{self.names[number]}"' for number in numbers)))
        return {
            row[0]: dict(zip(numbers, row[1:], strict=True))
            for part in chunks(ids)
            for row in database.rows(f'SELECT {listed} FROM "{self.name}" WHERE id IN ({marks(part)})', *part)
        }


def form_of(table: type[Record]) -> TableForm:
    """The form of one table."""
    names = {number: name for name, number in sorted(table.columns.items(), key=lambda item: item[1])}
    defaults = {number: _default(table._meta.fields[name]) for number, name in names.items()}
    return TableForm(table, table.journal, table._meta.table_name, names, defaults)


def _default(field: Any) -> Any:
    value = field.default() if callable(field.default) else field.default
    if value is None:
        return None if field.null else 0 if field.field_type in ("INTEGER", "BIGINT", "BOOL") else ""
    kept = field.db_value(value)
    return int(kept) if isinstance(kept, bool) else kept


FORMS: dict[int, TableForm] = {table.journal: form_of(table) for table in JOURNALLED}
