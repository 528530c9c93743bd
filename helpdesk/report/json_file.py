"""A report as one JSON document for other programs: values as they are, whatever their base; money as text."""

from __future__ import annotations

import json
from typing import BinaryIO

from helpdesk.report.content import Progress, ReportContent, Table
from helpdesk.report.fingerprint import fingerprint
from helpdesk.report.plain import Plain, plain

__all__ = ["plain", "write_json"]


def write_json(content: ReportContent, stream: BinaryIO, *, progress: Progress | None = None) -> None:
    """Writes figures with their bases and tables row by row; instants are UTC, lengths whole seconds."""
    figures = {figure.name: {"value": plain(figure.kind, figure.value), "n": figure.n} for figure in content.figures}
    document = {
        "report": content.name,
        "from": content.frame.first.isoformat(),
        "to": content.frame.last.isoformat(),
        "fingerprint": fingerprint(content),
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
