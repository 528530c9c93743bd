"""A report as one JSON document for other programs: values as they are, whatever their base; money as text."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import BinaryIO

from helpdesk.report.content import Kind, Progress, ReportContent, Table, Value

Plain = str | int | float | None


def write_json(content: ReportContent, stream: BinaryIO, *, progress: Progress | None = None) -> None:
    """Writes figures with their bases and tables row by row; instants are UTC, lengths whole seconds."""
    figures = {figure.name: {"value": plain(figure.kind, figure.value), "n": figure.n} for figure in content.figures}
    document = {
        "report": content.name,
        "from": content.frame.first.isoformat(),
        "to": content.frame.last.isoformat(),
        "figures": figures,
        "tables": {table.name: _rows(table) for table in content.tables},
    }
    for piece in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(document):
        stream.write(piece.encode("utf-8", "replace"))
    if progress:
        total = sum(len(table.rows) for table in content.tables)
        progress(total, total)


def _rows(table: Table) -> list[dict[str, Plain]]:
    return [
        {column.name: plain(column.kind, value) for column, value in zip(table.columns, row, strict=True)}
        for row in table.rows
    ]


def plain(kind: Kind, value: Value) -> Plain:
    """A value in JSON's own types."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case timedelta():
            return round(value.total_seconds())
        case Decimal() | int() if kind == "money":
            return f"{Decimal(value):.2f}"
        case Decimal():
            return float(value)
        case _:
            return value
