"""What a window shows of a table before it is imported."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from helpdesk.transfer.form import TableForm, TableOptions
from helpdesk.transfer.heading import guess_fields, guess_kind
from helpdesk.transfer.mapping import FieldMapping, mapping_of
from helpdesk.transfer.source import open_table

PREVIEW_ROWS = 20


@dataclass(frozen=True)
class Preview:
    """How a table is written, its first rows, and the fields that its headings suggest (column index - field)."""

    form: TableForm
    headings: tuple[str, ...]
    width: int
    lines: int
    rows: tuple[tuple[str, ...], ...]
    kind: str
    fields: dict[int, str]

    @property
    def encoding(self) -> str:
        return self.form.encoding

    @property
    def delimiter(self) -> str:
        return self.form.delimiter

    @property
    def header(self) -> bool:
        return self.form.header

    @property
    def dates(self) -> str:
        return self.form.dates

    @property
    def decimal(self) -> str:
        return self.form.decimal

    @property
    def mapping(self) -> FieldMapping:
        """The guessed mapping with the form settled, as a file would hold it."""
        form = self.form
        return mapping_of(
            self.fields,
            self.headings,
            TableOptions(form.delimiter or None, form.encoding or None, form.dates, form.decimal, form.header),
        )


def preview(path: Path, options: TableOptions | None = None, kind: str | None = None) -> Preview:
    """Looks at the first rows of a table; without a kind the headings tell that too."""
    table = open_table(path, options)
    rows = tuple(tuple(cells) for _line, cells, _flaw in islice(table.rows(), PREVIEW_ROWS))
    kind = kind or guess_kind(table.headings)
    return Preview(table.form, table.headings, table.width, table.lines, rows, kind, guess_fields(kind, table.headings))
