"""Reads delimited text row by row, and keeps going after a row that is broken."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from helpdesk.transfer.encoding import ERRORS, UNREADABLE

DELIMITERS = ("\t", ";", "|", ",")
LONGEST_CELL = 1_000_000
_HEAD = 1 << 16
_END = "\ufdd0\ufdd1\ufdd0"
_SAID_BY_EXCEL = re.compile(r'\A"?sep=(.)"?\Z', re.IGNORECASE)


class Flaw(Enum):
    """Why a row cannot be trusted as it was read."""

    UNCLOSED_QUOTE = "unclosed quote"
    UNREADABLE_SIGNS = "unreadable signs"
    NUL = "nul"


SourceRow = tuple[int, list[str], Flaw | None]


@dataclass(frozen=True)
class DelimitedText:
    """A text file with one delimiter; `records` may be called again and again, each time from the first line."""

    file: Path
    encoding: str
    delimiter: str
    is_suspect: bool
    first_line: int = 0

    def records(self) -> Iterator[SourceRow]:
        """Every record with the line it begins on; after an unclosed quote the reading goes on at the next line."""
        skip: int | None = self.first_line
        while skip is not None:
            skip = yield from self._records_after(skip)

    def _records_after(self, skip: int) -> Generator[SourceRow, None, int | None]:
        csv.field_size_limit(LONGEST_CELL)
        with self._open() as stream:
            lines = islice(stream, skip, None) if skip else stream
            reader = csv.reader(chain(lines, (_END,)), delimiter=self.delimiter)
            line = skip + 1
            try:
                for cells in reader:
                    if cells and cells[-1].endswith(_END):
                        break
                    if cells:
                        if line == 1:
                            cells[0] = cells[0].removeprefix("\ufeff")
                        yield line, cells, self._flaw(cells) if self.is_suspect else None
                    line = skip + reader.line_num + 1
                else:
                    return None
            except csv.Error:
                cells = []
        if cells == [_END]:
            return None
        yield line, self._alone(line), Flaw.UNCLOSED_QUOTE
        return line

    def _open(self) -> TextIO:
        return self.file.open(encoding=self.encoding, errors=ERRORS, newline="")

    def _alone(self, line: int) -> list[str]:
        """The line of an unclosed quote by itself, split as well as can be."""
        with self._open() as stream:
            text = next(islice(stream, line - 1, None), "")
        return text.rstrip("\r\n").split(self.delimiter)

    @staticmethod
    def _flaw(cells: list[str]) -> Flaw | None:
        text = "".join(cells)
        if UNREADABLE in text:
            return Flaw.UNREADABLE_SIGNS
        return Flaw.NUL if "\0" in text else None


def recognise_delimiter(file: Path, encoding: str) -> tuple[str, int]:
    """The delimiter of a text and how many lines stand before the table (1 after Excel's “sep=;”)."""
    with file.open(encoding=encoding, errors=ERRORS, newline="") as stream:
        head = stream.read(_HEAD)
    lines = list(StringIO(head.removeprefix("\ufeff"), newline=""))
    said = _SAID_BY_EXCEL.match(lines[0].rstrip("\r\n")) if lines else None
    if said:
        return said[1], 1
    return best_delimiter(lines[:-1] if len(head) == _HEAD and len(lines) > 1 else lines), 0


def best_delimiter(lines: list[str]) -> str:
    """The delimiter that splits most lines into the same number of cells, more cells before fewer."""
    scores = {sign: _evenness(lines, sign) for sign in DELIMITERS}
    best = max(scores, key=lambda sign: scores[sign])
    if scores[best] > 0:
        return best
    return max(reversed(DELIMITERS), key=lambda sign: -sum(sign in line for line in lines))


def _evenness(lines: Iterable[str], delimiter: str) -> float:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    except csv.Error:
        return 0
    if not widths or widths[0] < 2:
        return 0
    width, count = Counter(widths).most_common(1)[0]
    return count / len(widths) * (1 - 1 / width)
