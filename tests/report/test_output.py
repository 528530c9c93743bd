"""Files of reports: names, whole files or none, and clear errors where the disk refuses."""

from __future__ import annotations

import errno
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from helpdesk.errors import DiskFull, FileUnwritable
from helpdesk.report.journal import journal
from helpdesk.report.output import FORMATS, file_name, render, write, written_whole
from tests.report.samples import a_frame, a_row, requests


class StopError(Exception):
    """Raised by the reader who does not want to wait."""


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "Journal_2026-11_20261130-1805.pdf"),
        (date(2026, 11, 23), date(2026, 11, 23), "Journal_2026-11-23_20261130-1805.pdf"),
        (date(2026, 1, 1), date(2026, 12, 31), "Journal_2026_20261130-1805.pdf"),
        (date(2026, 11, 2), date(2026, 11, 8), "Journal_2026-11-02--2026-11-08_20261130-1805.pdf"),
    ],
)
def test_a_file_is_named_by_report_period_and_making(first, last, name):
    assert file_name(journal([], a_frame(first=first, last=last)), "pdf") == name


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_written_whole_into_a_folder_that_is_made(tmp_path, format):
    file = render(journal([a_row()], a_frame()), format, tmp_path / "reports" / "november")

    assert file.suffix == f".{format}"
    assert file.stat().st_size > 100
    assert list(file.parent.iterdir()) == [file]


def test_a_second_report_of_the_minute_leaves_the_first_one_alone(tmp_path):
    content = journal([a_row()], a_frame())

    first = render(content, "json", tmp_path)
    second = render(content, "json", tmp_path)

    assert second.name == first.stem + "_2.json"


@pytest.mark.parametrize("format", ["pdf", "xlsx", "csv"])
def test_whoever_stops_a_long_report_finds_no_half_of_it(tmp_path, format):
    heard = []

    def stop_soon(count, total=None):
        heard.append((count, total))
        raise StopError

    with pytest.raises(StopError):
        render(journal(requests(1_200), a_frame()), format, tmp_path, progress=stop_soon)

    assert heard[0][0] < heard[0][1] == 1_200
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", FORMATS)
def test_progress_ends_with_every_row_done(format):
    heard = []

    def hear(count, total=None):
        heard.append((count, total))

    write(journal(requests(700), a_frame()), format, BytesIO(), progress=hear)

    assert heard[-1] == (700, 700)


def test_a_folder_that_is_a_file_is_named_in_the_error(tmp_path):
    blocked = tmp_path / "reports"
    blocked.write_text("")

    with pytest.raises(FileUnwritable) as caught:
        render(journal([], a_frame()), "csv", blocked)

    assert caught.value.file.parent == blocked


def test_a_full_disk_is_told_as_such_and_leaves_nothing(tmp_path):
    def fill(stream):
        stream.write(b"x")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFull):
        written_whole(tmp_path / "report.pdf", fill)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("format", FORMATS)
def test_a_disk_that_fills_up_while_writing_is_one_plain_error(format):
    with Path("/dev/full").open("wb", buffering=0) as stream, pytest.raises(OSError, match="space"):
        write(journal(requests(1_200), a_frame()), format, stream)
