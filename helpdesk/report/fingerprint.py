"""The fingerprint of a report: alike wherever the same figures come out, whatever language they are printed in.

It covers the figures with their bases and every cell of the tables that is no text, and numbers of records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from helpdesk.report.content import ReportContent, Table
from helpdesk.report.plain import plain

SHOWN = 16
_ROWS_AT_ONCE = 1000
_NUMBERS = ("number",)


def fingerprint(content: ReportContent) -> str:
    """The SHA-256 of what a report says, as 64 hexadecimal digits; that of its freeze where it is frozen."""
    if content.fingerprint:
        return content.fingerprint
    digest = sha256()
    for piece in _pieces(content):
        digest.update(json.dumps(piece, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
        digest.update(b"\n")
    return digest.hexdigest()


def shown(fingerprint: str) -> str:
    """The beginning of a fingerprint in groups of four, as it is printed."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, min(SHOWN, len(fingerprint)), 4))


def _pieces(content: ReportContent) -> Iterator[Any]:
    frame = content.frame
    yield content.name, frame.first.isoformat(), frame.last.isoformat()
    for figure in content.figures:
        yield figure.name, plain(figure.kind, figure.value), figure.n
    for table in content.tables:
        yield from _rows(table)


def _rows(table: Table) -> Iterator[Any]:
    told = [(at, column.kind) for at, column in enumerate(table.columns) if _is_told(column.name, column.kind)]
    yield table.name, len(table.rows), [table.columns[at].name for at, _kind in told]
    for start in range(0, len(table.rows), _ROWS_AT_ONCE):
        yield [[plain(kind, row[at]) for at, kind in told] for row in table.rows[start : start + _ROWS_AT_ONCE]]


def _is_told(name: str, kind: str) -> bool:
    return kind != "text" or name in _NUMBERS
