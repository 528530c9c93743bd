"""Triggers that note every change of a synchronised table in the same transaction, by any code path.

A change row names the record and, bit by bit, the columns touched; values are read when the journal is drained.
Without a hub the journal holds one row a record, with one a row a record and transaction: a cell keeps the time of its
own change. `turn` tells what the present transaction touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpdesk.storage.tables import JOURNALLED, Record

MOST_COLUMNS = 62
WHOLE_ROW = 1

NOTE = "max(CAST(unixepoch('subsec') * 1000 AS INTEGER) << 16, seen + 1), turn, turn * is_joined"
"""Stamp, turn and slot of a change made now, out of `journal_state`."""

_NOTE = (
    f"INSERT INTO change(tbl, id, mask, stamp, turn, slot) SELECT {{number}}, NEW.id, {{mask}}, {NOTE}"
    " FROM journal_state WHERE true ON CONFLICT(tbl, id, slot)"
    " DO UPDATE SET mask = mask | excluded.mask, stamp = excluded.stamp, turn = excluded.turn"
)


def _bits(table: type[Record]) -> str:
    return " | ".join(
        f"((OLD.{column} IS NOT NEW.{column}) << {bit})"
        for column, bit in ((f'"{name}"', bit) for name, bit in table.columns.items())
    )


def triggers_of(table: type[Record]) -> tuple[str, str]:
    """The two triggers of one table. Raises ValueError for columns that a 64-bit mask cannot hold."""
    numbers = list(table.columns.values())
    if len(set(numbers)) != len(numbers) or not all(1 <= number <= MOST_COLUMNS for number in numbers):
        raise ValueError(f"{table.__name__}: column numbers must differ and lie in 1..{MOST_COLUMNS}")
    name = table._meta.table_name
    when = "WHEN (SELECT applying FROM journal_state) = 0"
    watched = ", ".join(f'"{column}"' for column in table.columns)
    inserted = _NOTE.format(number=table.journal, mask=WHOLE_ROW)
    updated = _NOTE.format(number=table.journal, mask=_bits(table)).replace(
        "WHERE true", f"WHERE ({_bits(table)}) <> 0"
    )
    return (
        f"CREATE TRIGGER journal_{name}_insert AFTER INSERT ON {name} {when} BEGIN {inserted}; END",
        f"CREATE TRIGGER journal_{name}_update AFTER UPDATE OF {watched} ON {name} {when} BEGIN {updated}; END",
    )


def trigger_statements() -> Iterator[str]:
    """Every journal trigger, dropped and made anew."""
    for table in JOURNALLED:
        name = table._meta.table_name
        yield f"DROP TRIGGER IF EXISTS journal_{name}_insert"
        yield f"DROP TRIGGER IF EXISTS journal_{name}_update"
        yield from triggers_of(table)
