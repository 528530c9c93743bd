"""A report as a spreadsheet: typed cells under frozen heads, and a sheet that tells what it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from helpdesk.report.content import Column, Kind, Progress, ReportContent, Row, Table, Value
from helpdesk.report.facts import facts
from helpdesk.report.figure import base_text, value_text
from helpdesk.report.fingerprint import fingerprint
from helpdesk.report.notation import Notation
from helpdesk.report.xlsx_book import open_book
from helpdesk.words import _

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST_CELL = 32_767
ROWS_ON_A_SHEET = 1_048_575
ROWS_BETWEEN_REPORTS = 500

_FORMATS: dict[Kind, str] = {
    "money": "#,##0.00",
    "date": "yyyy-mm-dd",
    "instant": "yyyy-mm-dd hh:mm",
    "time": "yyyy-mm-dd hh:mm",
    "duration": "[h]:mm:ss",
    "percent": "0.0%",
}


def write_xlsx(content: ReportContent, stream: BinaryIO, *, progress: Progress | None = None) -> None:
    """Writes a sheet a table and a sheet "About"; texts stay texts, whatever they begin with."""
    notation = Notation.of(content.frame)
    period = notation.period(content.frame.first, content.frame.last)
    with open_book(stream) as book:
        book.set_properties(
            {
                "title": content.title,
                "subject": period,
                "author": content.frame.company,
                "company": content.frame.company,
                "created": content.frame.made_at.replace(tzinfo=None),
            }
        )
        sheets = _Sheets(book, notation, sum(len(table.rows) for table in content.tables), progress)
        for table in content.tables:
            sheets.add(table)
        _write_about(book, content, notation, period)


class _Sheets:
    """Writes tables one after another, row by row, in constant memory."""

    def __init__(self, book: Workbook, notation: Notation, total: int, progress: Progress | None) -> None:
        self._book = book
        self._notation = notation
        self._total = total
        self._done = 0
        self._progress = progress
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
        self._strong = book.add_format({"bold": True, "top": 1})

    def add(self, table: Table) -> None:
        for part, start in enumerate(range(0, max(len(table.rows), 1), ROWS_ON_A_SHEET), 1):
            title = table.title if part == 1 else f"{table.title} {part}"
            self._add_sheet(title, table, start, min(start + ROWS_ON_A_SHEET, len(table.rows)))

    def _add_sheet(self, title: str, table: Table, start: int, stop: int) -> None:
        sheet = self._book.add_worksheet(_sheet_name(title))
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _width(column), self._book.add_format(_cell_format(column)))
            _write(sheet, (0, at), _short(column.title), self._head)
        formats = [self._book.add_format(_cell_format(column)) for column in table.columns]
        for line, at in enumerate(range(start, stop), 1):
            self._write_row(sheet, line, table.rows[at], formats)
            self._done += 1
            if self._progress and (self._done % ROWS_BETWEEN_REPORTS == 0 or self._done == self._total):
                self._progress(self._done, self._total)
        sheet.autofilter(0, 0, max(stop - start, 1), len(table.columns) - 1)
        if table.total is not None and stop == len(table.rows) and stop - start < ROWS_ON_A_SHEET:
            self._write_row(sheet, stop - start + 1, table.total, [self._strong] * len(table.columns))

    def _write_row(self, sheet: Any, line: int, row: Row, formats: list[Any]) -> None:
        for at, value in enumerate(row):
            if isinstance(value, datetime):
                value = self._notation.local(value).replace(tzinfo=None)
            if value is not None:
                _WRITERS[type(value)](sheet, (line, at), value, formats[at])


def _write(sheet: Any, place: tuple[int, int], value: Value, form: Any) -> None:
    if value is not None:
        _WRITERS[type(value)](sheet, place, value, form)


def _write_text(sheet: Any, place: tuple[int, int], text: str, form: Any) -> None:
    if text:
        sheet.write_string(*place, _short(text), form)


def _write_moment(sheet: Any, place: tuple[int, int], moment: date, form: Any) -> None:
    sheet.write_datetime(*place, moment, form)


def _write_length(sheet: Any, place: tuple[int, int], length: timedelta, form: Any) -> None:
    sheet.write_number(*place, length / _DAY, form)


def _write_number(sheet: Any, place: tuple[int, int], number: int | Decimal, form: Any) -> None:
    sheet.write_number(*place, number, form)


_DAY = timedelta(days=1)
# Chosen by the very type of a value: a match over classes for every cell was a third of the time.
_WRITERS: dict[type, Callable[[Any, tuple[int, int], Any, Any], None]] = {
    str: _write_text,
    date: _write_moment,
    datetime: _write_moment,
    timedelta: _write_length,
    int: _write_number,
    bool: _write_number,
    Decimal: _write_number,
}


def _short(text: str) -> str:
    """A text that a cell can hold; broken halves of signs become question marks."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")[:31] or "1"


def _width(column: Column) -> float:
    by_kind = {"text": 14.0 * column.lines, "instant": 16.0, "time": 16.0, "date": 11.0, "money": 14.0}
    return max(by_kind.get(column.kind, 10.0), min(len(column.title) + 3.0, 24.0))


def _cell_format(column: Column) -> dict[str, str]:
    if column.kind == "number" and column.decimals:
        return {"num_format": "0." + "0" * column.decimals}
    return {"num_format": _FORMATS[column.kind]} if column.kind in _FORMATS else {}


def _write_about(book: Workbook, content: ReportContent, notation: Notation, period: str) -> None:
    sheet = book.add_worksheet(_sheet_name(_("About")))
    strong = book.add_format({"bold": True})
    wrapping = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 2, 60, wrapping)
    rows = [
        (_("Report"), content.title, ""),
        (_("Company"), content.frame.company, ""),
        (_("Period"), period, ""),
        (_("Question"), content.question, ""),
        *((label, text, "") for label, text in facts(content, notation)),
        (_("Fingerprint"), fingerprint(content), ""),
        (_("Finding"), content.finding, ""),
        *((figure.title, value_text(figure, notation), base_text(figure, notation)) for figure in content.figures),
        *((_("How it was counted"), sentence, "") for sentence in content.method),
    ]
    for line, (label, text, note) in enumerate(rows):
        _write(sheet, (line, 0), _short(label), strong)
        _write(sheet, (line, 1), _short(text), wrapping)
        _write(sheet, (line, 2), _short(note), wrapping)
