"""Bad rows written beside their reasons, in a form that can be mended and imported again."""

from __future__ import annotations

import csv
from pathlib import Path
from types import TracebackType
from typing import TextIO

from helpdesk.domain.defuse import defuse
from helpdesk.errors import FileUnwritable
from helpdesk.transfer.encoding import UNREADABLE
from helpdesk.transfer.rows import BadRow
from helpdesk.transfer.source import LINE_HEADING, REASON_HEADING, SourceTable
from helpdesk.words import _

_SUBSTITUTE = "\ufffd"


class Rejects:
    """Writes the bad rows of one table to `<stem>.rejects.csv` in a folder; without bad rows there is no file.

    The line and the reason stand first, then the row as it was: `open_table` passes over those two columns.
    """

    def __init__(self, table: SourceTable, folder: Path) -> None:
        self._table = table
        self._stream: TextIO | None = None
        self._path = folder / f"{table.file.stem.removesuffix('.rejects')}.rejects.csv"
        if self._is_source(self._path):
            self._path = self._path.with_name(f"{table.file.stem}.again.rejects.csv")
        self.count = 0

    @property
    def file(self) -> Path | None:
        """Where the bad rows stand, or None as long as there are none."""
        return self._path if self.count else None

    def __enter__(self) -> Rejects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream:
            self._stream.close()

    def write(self, row: BadRow) -> None:
        """Adds a bad row; the file is begun with the first."""
        try:
            if self._stream is None:
                self._stream = self._begin()
            self._write(self._stream, (str(row.line), row.reason, *row.raw))
        except OSError as error:
            raise FileUnwritable(
                self._path, _("The disk says: {reason}.").format(reason=error.strerror or error)
            ) from error
        self.count += 1

    def _is_source(self, path: Path) -> bool:
        return path.exists() and path.samefile(self._table.file)

    def _begin(self) -> TextIO:
        stream = self._path.open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._write(stream, (LINE_HEADING, REASON_HEADING, *self._table.headings))
        return stream

    def _write(self, stream: TextIO, cells: tuple[str, ...]) -> None:
        safe = [defuse(cell.replace(UNREADABLE, _SUBSTITUTE)) for cell in cells]
        csv.writer(stream, delimiter=self._table.form.delimiter or ",").writerow(safe)
