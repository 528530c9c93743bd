"""A report kept as it was accepted, and what has changed since: later arrivals are shown, never mixed in silently."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from helpdesk.report.content import Column, Figure, Kind, ReportContent, Row, Table, Value
from helpdesk.report.figure import value_text
from helpdesk.report.fingerprint import fingerprint
from helpdesk.report.notation import Notation
from helpdesk.report.plain import plain
from helpdesk.words import _, speaking

LIFE_OF_ROWS = 5_000


def said(content: ReportContent) -> str:
    """What a report said, small enough to be kept: its figures, and its tables up to five thousand rows together."""
    whole = sum(len(table.rows) for table in content.tables) <= LIFE_OF_ROWS
    document = {
        "figures": {figure.name: [plain(figure.kind, figure.value), figure.n] for figure in content.figures},
        "tables": {table.name: _plain_rows(table) for table in content.tables} if whole else {},
        "finding": content.finding,
    }
    packed = zlib.compress(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return b64encode(packed).decode("ascii")


def thawed(now: ReportContent, kept: str, mark: str) -> ReportContent:
    """The report as it was frozen under the fingerprint `mark`, with a table of what arrived later, where anything did.

    `now` is the same report made again with the same cut-off.
    """
    if fingerprint(now) == mark:
        return now
    document = json.loads(zlib.decompress(b64decode(kept)))
    with speaking(now.frame.language):
        difference = _difference(now, document)
        tables = tuple(_thawed_table(table, document["tables"].get(table.name)) for table in now.tables)
        note = _("Later arrivals would change figures of this frozen period; the table “{title}” lists them.")
        return replace(
            now,
            finding=document["finding"],
            figures=tuple(_thawed_figure(figure, document["figures"].get(figure.name)) for figure in now.figures),
            charts=(),
            tables=(difference, *tables),
            method=(note.format(title=difference.title), *now.method),
        )


def _thawed_figure(figure: Figure, kept: Sequence[Any] | None) -> Figure:
    if kept is None:
        return replace(figure, value=None, n=0, change="", detail="")
    value = _value(figure.kind, kept[0])
    known = value if isinstance(value, int | Decimal | timedelta) else None
    return replace(figure, value=known, n=int(kept[1]), change="", detail="")


def _thawed_table(table: Table, kept: list[list[Any]] | None) -> Table:
    if kept is None:
        return table
    kinds = [column.kind for column in table.columns]
    rows: list[Row] = [tuple(_value(kind, cell) for kind, cell in zip(kinds, row, strict=True)) for row in kept]
    return replace(table, rows=rows, groups=(), drills=(), total=None)


def _difference(now: ReportContent, document: dict[str, Any]) -> Table:
    notation = Notation.of(now.frame)
    rows: list[Row] = []
    for figure in now.figures:
        then = _thawed_figure(figure, document["figures"].get(figure.name))
        if (plain(then.kind, then.value), then.n) != (plain(figure.kind, figure.value), figure.n):
            rows.append((figure.title, value_text(then, notation), then.n, value_text(figure, notation), figure.n))
    for table in now.tables:
        kept = document["tables"].get(table.name)
        if kept is not None and kept != _plain_rows(table):
            before, after = notation.number(len(kept)), notation.number(len(table.rows))
            rows.append(
                (_("Table “{title}”, rows").format(title=table.title), before, len(kept), after, len(table.rows))
            )
    columns = (
        Column(name="figure", title=_("Figure"), weight=60, lines=2),
        Column(name="frozen", title=_("Frozen"), weight=30),
        Column(name="frozen_n", title=_("n, frozen"), kind="number", weight=16),
        Column(name="now", title=_("With later arrivals"), weight=30),
        Column(name="now_n", title=_("n, now"), kind="number", weight=16),
    )
    return Table(name="later_arrivals", title=_("Arrived after the freeze"), columns=columns, rows=rows)


def _plain_rows(table: Table) -> list[list[Any]]:
    kinds = [column.kind for column in table.columns]
    return [[plain(kind, cell) for kind, cell in zip(kinds, row, strict=True)] for row in table.rows]


def _value(kind: Kind, cell: Any) -> Value:
    """A plain value as it was before."""
    if cell is None or kind == "text":
        return cell  # type: ignore[no-any-return]
    match kind:
        case "date":
            return date.fromisoformat(cell)
        case "instant" | "time":
            return datetime.fromisoformat(cell)
        case "duration":
            return timedelta(seconds=cell)
        case _:
            return cell if isinstance(cell, int) else Decimal(str(cell))
