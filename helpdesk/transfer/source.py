"""Opens a table of somebody else, CSV, TSV, TXT or a workbook, and settles how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from helpdesk.errors import FileUnreadable
from helpdesk.transfer import recognition
from helpdesk.transfer.delimited import DelimitedText, SourceRow, recognise_delimiter
from helpdesk.transfer.encoding import NotText, scan_text
from helpdesk.transfer.form import TableForm, TableOptions
from helpdesk.words import _

SAMPLE_ROWS = 1000
LINE_HEADING = "rejected_line"
REASON_HEADING = "rejected_reason"


class _Records(Protocol):
    def __call__(self) -> Iterator[SourceRow]: ...


@dataclass(frozen=True)
class SourceTable:
    """A table ready to be read: `rows` streams it from its first row, again each time.

    `lines` is about how many rows there are, for progress; `source` is what the user calls the place it comes from.
    """

    file: Path
    form: TableForm
    headings: tuple[str, ...]
    width: int
    lines: int
    source: str | None
    is_rejects: bool
    _records: _Records

    def rows(self) -> Iterator[SourceRow]:
        """The rows under the header as (line in the file, cells, flaw), the cells as they stand in the file."""
        with readable(self.file):
            records = self._records()
            if self.form.header or self.is_rejects:
                next(records, None)
            if not self.is_rejects:
                yield from records
            else:
                for line, cells, flaw in records:
                    if cells[2:]:
                        yield line, cells[2:], flaw


def open_table(path: Path, options: TableOptions | None = None) -> SourceTable:
    """Recognises how the table is written, as far as `options` leave it open; raises `FileUnreadable`."""
    options = options or TableOptions()
    with readable(path):
        if not path.exists():
            raise FileNotFoundError(path)
        if path.is_dir():
            raise FileUnreadable(path, _("It is a folder. Name a file in it."))
        if not path.is_file():
            raise FileUnreadable(path, _("It is no ordinary file."))
        from helpdesk.transfer import workbook

        return _open_workbook(path, options) if workbook.is_workbook(path) else _open_text(path, options)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Tells what hinders the reading of a file in words that say what to do."""
    try:
        yield
    except NotText:
        raise FileUnreadable(path, _("It is no table. Save it as CSV or XLSX and try again.")) from None
    except FileNotFoundError as error:
        raise FileUnreadable(path, _("There is no such file. Check the name.")) from error
    except PermissionError as error:
        raise FileUnreadable(path, _("You have no right to read it. Ask for the right or copy the file.")) from error
    except OSError as error:
        raise FileUnreadable(path, _("The disk says: {reason}.").format(reason=error.strerror or error)) from error
    except UnicodeError as error:
        raise FileUnreadable(path, _("It is not written in the encoding given. Name another.")) from error


def _open_text(path: Path, options: TableOptions) -> SourceTable:
    if not path.stat().st_size:
        raise _empty(path)
    scan = scan_text(path, options.encoding)
    delimiter, before = recognise_delimiter(path, scan.encoding)
    text = DelimitedText(path, scan.encoding, options.delimiter or delimiter, scan.is_suspect, before)
    sample = [cells for _line, cells, _flaw in islice(text.records(), SAMPLE_ROWS)]
    texts = chain.from_iterable(sample[1:])
    decimal = options.decimal or recognition.decimal_sign(texts, text.delimiter)
    settled = _Settled(path, options, sample, decimal, scan.lines)
    return settled.table(text.records, scan.encoding, text.delimiter)


def _open_workbook(path: Path, options: TableOptions) -> SourceTable:
    from helpdesk.transfer.workbook import Workbook

    book = Workbook(path)
    decimal = options.decimal or recognition.decimal_sign(book.texts(SAMPLE_ROWS), "")

    def records() -> Iterator[SourceRow]:
        return book.records(decimal)

    sample = [cells for _line, cells, _flaw in islice(records(), SAMPLE_ROWS)]
    return _Settled(path, options, sample, decimal, book.lines).table(records, "", "")


@dataclass(frozen=True)
class _Settled:
    path: Path
    options: TableOptions
    sample: Sequence[list[str]]
    decimal: str
    lines: int

    def table(self, records: _Records, encoding: str, delimiter: str) -> SourceTable:
        if not self.sample:
            raise _empty(self.path)
        given = self.options
        is_rejects = self.sample[0][:2] == [LINE_HEADING, REASON_HEADING]
        rows = [cells[2:] for cells in self.sample if len(cells) > 2] if is_rejects else self.sample
        header = is_rejects and len(self.sample[0]) > 2
        if not is_rejects:
            header = recognition.has_header(rows) if given.header is None else given.header
        body = rows[1:] if header else rows
        dates = given.dates or recognition.dates_order(chain.from_iterable(body))
        form = TableForm(encoding, delimiter, header, dates, self.decimal, recognition.has_nulls(body))
        headings = tuple(clean_heading(cell) for cell in rows[0]) if header else ()
        width = len(headings) or max((len(cells) for cells in rows), default=0)
        return SourceTable(self.path, form, headings, width, self.lines, given.source, is_rejects, records)


def clean_heading(cell: str) -> str:
    """A heading without marks, invisible signs and line breaks around its words."""
    return " ".join(cell.replace("\ufeff", "").replace("\u200b", "").split())


def _empty(path: Path) -> FileUnreadable:
    return FileUnreadable(path, _("It is empty."))
