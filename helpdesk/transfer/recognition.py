"""What a sample of rows tells about a table: a header or none, the order of dates, the decimal sign, database NULLs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from helpdesk.transfer.heading import is_known_heading

NULLS = ("NULL", "\\N")
_DATE = re.compile(
    r"(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2}))(?![\d.,/-])(.*)", re.DOTALL
)
_NUMBER = re.compile(r"[-+−]?[ \u00a0\u202f']?[\d \u00a0\u202f']*\d(?:[.,]\d+)*\s?(?:%|[^\W\d_]{1,3}\.?|[$€£₽])?")
_NUMERIC = re.compile(r"[-+−(#№]?[\d][\d\s.,:/()%-]*")
_GROUPED = re.compile(r"[-+−]?[1-9]\d{0,2}([.,])\d{3}")
_MANY_GROUPS = re.compile(r"[-+−]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+")
_AROUND = re.compile(r"^[^\d+−-]+|\D+$")
_AFTER_NOON = re.compile(r"\s\d{1,2}:\d{2}(:\d{2})?\s?[ap]\.?m", re.IGNORECASE)

Rows = Sequence[Sequence[str]]


def has_header(rows: Rows) -> bool:
    """Whether the first row names the columns: known headings, or texts above columns that hold something else."""
    first = [cell.strip() for cell in rows[0]]
    known = sum(is_known_heading(cell) for cell in first)
    if known and known * 2 >= sum(map(bool, first)):
        return True
    if not all(first) or any(_is_value(cell) for cell in first):
        return known >= 2
    return not any(_repeats(rows, column) for column in range(len(first)))


def _is_value(cell: str) -> bool:
    return bool(_NUMERIC.fullmatch(cell)) or "@" in cell


def _repeats(rows: Rows, column: int) -> bool:
    head = rows[0][column]
    return sum(len(row) > column and row[column] == head for row in rows) > 1


def dates_order(cells: Iterable[str]) -> str:
    """ "ymd", "dmy" or "mdy": a first number over 12 is a day, a second one too; the day leads where nothing tells."""
    votes: Counter[str] = Counter()
    for cell in cells:
        found = _DATE.match(cell) if cell[:1].isdigit() else None
        if found:
            votes[_vote(found)] += 1
    if votes["dmy"] != votes["mdy"]:
        return "dmy" if votes["dmy"] > votes["mdy"] else "mdy"
    if votes["american"]:
        return "mdy"
    return "dmy" if votes["dmy"] or votes["either"] else "ymd"


def _vote(found: re.Match[str]) -> str:
    if found[1] is None:
        return "ymd"
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return "dmy"
    if second > 12 >= first:
        return "mdy"
    return "american" if found[2] == "/" and _AFTER_NOON.match(found[4]) else "either"


def decimal_sign(cells: Iterable[str], delimiter: str) -> str:
    """ "," or ".": what numbers of the sample show; "1,234" alone is thousands, but not between semicolons."""
    votes: Counter[str] = Counter()
    for cell in cells:
        if ("." in cell or "," in cell) and len(cell) < 30 and _NUMBER.fullmatch(cell.strip()):
            votes[_sign_of(_AROUND.sub("", cell))] += 1
    if votes[","] != votes["."]:
        return "," if votes[","] > votes["."] else "."
    return "," if delimiter == ";" and votes["maybe,"] > votes["maybe."] else "."


def _sign_of(cell: str) -> str:
    last = max(cell.rfind("."), cell.rfind(","))
    sign = cell[last]
    other = "," if sign == "." else "."
    if cell.count(sign) > 1:
        return other if _MANY_GROUPS.fullmatch(cell) else "none"
    if other not in cell and _GROUPED.fullmatch(cell):
        return "maybe" + sign
    return sign


def has_nulls(rows: Rows) -> bool:
    """Whether a database wrote the table: NULL stands in at least two rows (one may be somebody's name)."""
    return sum(any(cell in NULLS for cell in row) for row in rows) > 1
