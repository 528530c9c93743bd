"""Small tables and shared samples for the tests of import."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from helpdesk.transfer.mapping import FieldMapping
from helpdesk.transfer.rows import BadRow, ImportRow, read_rows
from helpdesk.transfer.source import open_table

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
MOSCOW = ZoneInfo("Europe/Moscow")
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not beside the project")


def a_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def cells_of(path: Path, **options: object) -> list[list[str]]:
    from helpdesk.transfer.form import table_options

    return [cells for _line, cells, _flaw in open_table(path, table_options(options)).rows()]


def rows_of(path: Path, kind: str, mapping: FieldMapping | None = None) -> list[ImportRow | BadRow]:
    table = open_table(path, mapping.options if mapping else None)
    return list(read_rows(table, kind, mapping, time_zone=MOSCOW))


def good(rows: list[ImportRow | BadRow]) -> list[ImportRow]:
    return [row for row in rows if isinstance(row, ImportRow)]


def bad(rows: list[ImportRow | BadRow]) -> list[BadRow]:
    return [row for row in rows if isinstance(row, BadRow)]
