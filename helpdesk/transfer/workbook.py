"""Reads the rows of a workbook (XLSX, XLS, XLSB, ODS) as texts: dates as ISO, whole numbers without a point."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.errors import FileUnreadable
from helpdesk.transfer.delimited import Flaw, SourceRow
from helpdesk.words import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
Cell = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(file: Path) -> bool:
    """Whether the first bytes are those of a workbook, whatever its name ends with."""
    with file.open("rb") as stream:
        return stream.read(8).startswith(_SIGNATURES)


def text_of(cell: Cell, decimal: str = ".") -> str:
    """A cell as the text that a CSV would hold."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return _number(cell, decimal)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds" if not cell.microsecond else "microseconds")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _number(cell: float, decimal: str) -> str:
    if float(cell).is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return format(cell, ".15g").replace(".", decimal)


class Workbook:
    """The first visible sheet with rows in it; the sheet stays in memory, the texts do not."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._sheet = _sheet(file)
        self.lines = self._sheet.height

    def records(self, decimal: str = ".") -> Iterator[SourceRow]:
        """Every row that is not empty, with its number in the sheet."""
        for line, row in enumerate(self._sheet.iter_rows(), 1):
            cells = [text_of(cell, decimal) for cell in row]
            if any(cells):
                yield line, cells, Flaw.NUL if any("\0" in cell for cell in cells) else None

    def texts(self, rows: int) -> Iterator[str]:
        """The cells of the first rows that were typed as text: only these can tell how decimals are written."""
        for line, row in enumerate(self._sheet.iter_rows()):
            if line >= rows:
                return
            yield from (cell for cell in row if isinstance(cell, str) and cell)


def _sheet(file: Path) -> CalamineSheet:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(file)
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
                rows = book.get_sheet_by_name(sheet.name)
                if rows.height:
                    return rows
    except CalamineError as error:
        reason = _("It is damaged, locked by a password, or no workbook. Save it anew as XLSX or CSV.")
        raise FileUnreadable(file, reason) from error
    raise FileUnreadable(file, _("It is empty."))
