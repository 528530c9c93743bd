"""Tables as CSV: UTF-8 with its mark, the list separator of the language, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import StringIO
from typing import BinaryIO

from helpdesk.domain.defuse import defuse
from helpdesk.report.content import Kind, Progress, ReportContent, Value
from helpdesk.report.notation import Notation

ROWS_AT_ONCE = 500


def write_csv(content: ReportContent, stream: BinaryIO, *, progress: Progress | None = None) -> None:
    """Writes the tables with an empty line between them; `helpdesk.domain.defuse.restore` reads texts back."""
    notation = Notation.of(content.frame)
    stream.write(BOM_UTF8)
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if notation.is_russian else ",", lineterminator="\r\n")
    done, total = 0, sum(len(table.rows) for table in content.tables)
    for at, table in enumerate(content.tables):
        if at:
            writer.writerow(())
        writer.writerow(defuse(column.title) for column in table.columns)
        kinds = tuple(column.kind for column in table.columns)
        for start in range(0, len(table.rows), ROWS_AT_ONCE):
            chunk = table.rows[start : start + ROWS_AT_ONCE]
            writer.writerows([plain(*cell, notation) for cell in zip(kinds, row, strict=True)] for row in chunk)
            _move(text, stream)
            done += len(chunk)
            if progress:
                progress(done, total)
    _move(text, stream)
    if progress and not total:
        progress(0, 0)


def _move(text: StringIO, stream: BinaryIO) -> None:
    stream.write(text.getvalue().encode("utf-8", "replace"))
    text.seek(0)
    text.truncate()


def plain(kind: Kind, value: Value, notation: Notation) -> str:
    """A value that other programs read: days as 2026-11-23, lengths as h:mm:ss, decimals with the language's mark."""
    match value:
        case None:
            return ""
        case str():
            return defuse(value)
        case datetime():
            return notation.local(value).strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case timedelta():
            minutes, seconds = divmod(round(abs(value).total_seconds()), 60)
            sign = "-" if value < timedelta(0) else ""
            return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case _:
            text = (
                f"{Decimal(value):.2f}"
                if kind == "money"
                else f"{value:f}"
                if isinstance(value, Decimal)
                else str(value)
            )
            return text.replace(".", ",") if notation.is_russian else text
