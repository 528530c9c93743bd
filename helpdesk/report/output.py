"""The one door to a report's files: chosen format, safe name, whole file or none."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, Literal

from helpdesk.errors import DiskFull, FileUnwritable
from helpdesk.report.content import Progress, ReportContent
from helpdesk.report.csv_file import write_csv
from helpdesk.report.json_file import write_json
from helpdesk.report.notation import Notation
from helpdesk.words import speaking

Format = Literal["pdf", "xlsx", "csv", "json"]
_ABBREVIATIONS = frozenset({"sla"})
FORMATS: tuple[Format, ...] = ("pdf", "xlsx", "csv", "json")


def render(content: ReportContent, format: Format, folder: Path, *, progress: Progress | None = None) -> Path:
    """Writes the report into a folder, which is made where it is missing, and tells the file.

    An earlier file is never written over. Raises FileUnwritable and DiskFull; what `progress` raises goes through, and
    no half file stays behind.
    """
    target = folder / file_name(content, format)
    return written_whole(target, lambda stream: write(content, format, stream, progress=progress))


def write(
    content: ReportContent,
    format: Format,
    stream: BinaryIO,
    *,
    progress: Progress | None = None,
    invariant: bool = False,
) -> None:
    """Writes the report to an open binary stream, in the language of its frame; for previews and tests."""
    with speaking(content.frame.language):
        match format:
            case "pdf":
                from helpdesk.report.pdf import write_pdf

                write_pdf(content, stream, progress=progress, invariant=invariant)
            case "xlsx":
                from helpdesk.report.xlsx import write_xlsx

                write_xlsx(content, stream, progress=progress)
            case "csv":
                write_csv(content, stream, progress=progress)
            case "json":
                write_json(content, stream, progress=progress)


def file_name(content: ReportContent, suffix: str) -> str:
    """Such as `Journal_2026-11_20261123-1405.pdf`: the report, its period, and when it was made, in local time."""
    made = Notation.of(content.frame).local(content.frame.made_at).strftime("%Y%m%d-%H%M")
    name = re.sub(r"\W+", "-", content.name).strip("-").capitalize()
    name = name.upper() if content.name in _ABBREVIATIONS else name
    return f"{name}_{_period(content.frame.first, content.frame.last)}_{made}.{suffix}"


def _period(first: date, last: date) -> str:
    after = last + timedelta(days=1)
    if first == last:
        return first.isoformat()
    if first.day == 1 and after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        if first.month == 1 and after.month == 1 and first.year == last.year:
            return f"{first:%Y}"
    return f"{first.isoformat()}--{last.isoformat()}"


def written_whole(target: Path, write: Callable[[BinaryIO], object]) -> Path:
    """Lets `write` fill a file beside the target and moves it there when it is whole; an earlier file stays."""
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with unfinished.open("wb") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            target = _free(target)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def _free(target: Path) -> Path:
    count, free = 1, target
    while free.exists():
        count += 1
        free = target.with_name(f"{target.stem}_{count}{target.suffix}")
    return free


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(target.parent) from error
        raise FileUnwritable(target, f"{error.strerror or error}.") from error
