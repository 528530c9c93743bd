"""XLSX, CSV and JSON of a report: typed, harmless, and read back as they were (S6, S82)."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from helpdesk.domain.defuse import restore
from helpdesk.report.content import Column, Figure, ReportContent, Table
from helpdesk.report.journal import journal
from helpdesk.report.output import write
from tests.report.samples import a_frame, a_row

NAUGHTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"
COLUMNS = (
    Column(name="text", title="Text"),
    Column(name="n", title="N", kind="number"),
    Column(name="sum", title="Sum", kind="money"),
    Column(name="day", title="Day", kind="date"),
    Column(name="at", title="At", kind="instant"),
    Column(name="length", title="Length", kind="duration"),
    Column(name="share", title="Share", kind="percent"),
)
ROW = (
    "=1+1",
    -3,
    Decimal("1234.5"),
    date(2026, 11, 23),
    datetime(2026, 11, 22, 22, 5, tzinfo=UTC),
    timedelta(hours=27, minutes=5),
    Decimal("0.125"),
)


def a_content(language: str = "en", rows=(ROW,), columns=COLUMNS) -> ReportContent:
    return ReportContent(
        name="sales",
        title="Sales",
        question="How much?",
        frame=a_frame(language),
        finding="Little.",
        figures=(
            Figure(name="total", title="Total", value=Decimal("1234.5"), n=1, kind="money", is_count=True),
            Figure(name="wait", title="Wait", value=timedelta(minutes=2), n=3, kind="duration"),
            Figure(name="score", title="Score", value=None, n=0),
        ),
        tables=(Table(name="sales", title="Sales: [all]", columns=columns, rows=list(rows)),),
        method=("Counted.",),
    )


def written(content: ReportContent, format) -> bytes:
    stream = BytesIO()
    write(content, format, stream)
    return stream.getvalue()


def csv_rows(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_csv_is_marked_utf8_with_the_separator_of_the_language():
    data = written(a_content("ru"), "csv")

    assert data.startswith(b"\xef\xbb\xbf")
    assert csv_rows(data, ";")[1] == [
        "'=1+1", "-3", "1234,50", "2026-11-23", "2026-11-23 01:05:00", "27:05:00", "0,125",
    ]  # fmt: skip


def test_csv_in_english_has_commas_between_and_points_in_numbers():
    head, row = csv_rows(written(a_content(), "csv"), ",")

    assert head == ["Text", "N", "Sum", "Day", "At", "Length", "Share"]
    assert row[2] == "1234.50"


def test_a_negative_number_is_no_formula():
    assert csv_rows(written(a_content(), "csv"), ",")[1][1] == "-3"


def test_json_has_figures_with_bases_and_rows_by_name_and_money_as_text():
    document = json.loads(written(a_content(), "json"))

    assert len(document.pop("fingerprint")) == 64
    assert document == {
        "report": "sales",
        "from": "2026-11-01",
        "to": "2026-11-30",
        "figures": {
            "total": {"value": "1234.50", "n": 1},
            "wait": {"value": 120, "n": 3},
            "score": {"value": None, "n": 0},
        },
        "tables": {
            "sales": [
                {
                    "text": "=1+1",
                    "n": -3,
                    "sum": "1234.50",
                    "day": "2026-11-23",
                    "at": "2026-11-22T22:05:00+00:00",
                    "length": 97500,
                    "share": 0.125,
                }
            ]
        },
    }


def test_xlsx_cells_have_types_and_texts_stay_texts():
    sheet = CalamineWorkbook.from_filelike(BytesIO(written(a_content(), "xlsx"))).get_sheet_by_index(0)

    text, n, money, day, at, length, share = sheet.to_python()[1]

    assert (text, n, money, share) == ("=1+1", -3, 1234.5, 0.125)
    assert (day, at) == (date(2026, 11, 23), datetime(2026, 11, 23, 1, 5))  # noqa: DTZ001
    assert length == timedelta(hours=27, minutes=5)


def test_xlsx_freezes_its_head_and_tells_what_it_was_made_from():
    data = written(a_content(), "xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(data))

    about = {row[0]: row[1] for row in book.get_sheet_by_name("About").to_python()}

    assert about["Filters"] == "Channel: all; Team: first line"
    assert about["Data as of"].startswith("30\u00a0Nov\u00a02026")
    assert about["Wait"] == "—"
    assert b'state="frozen"' in ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"Senina" not in ZipFile(BytesIO(data)).read("docProps/core.xml")


def test_a_text_too_long_for_a_cell_of_xlsx_is_cut_visibly():
    content = a_content(rows=[("x" * 40_000,)], columns=COLUMNS[:1])

    sheet = CalamineWorkbook.from_filelike(BytesIO(written(content, "xlsx"))).get_sheet_by_index(0)

    assert sheet.to_python()[1][0] == "x" * 32_766 + "…"


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared data are not here")
def test_naughty_strings_come_out_of_each_format_as_they_went_in():
    naughty = [text for text in json.loads(NAUGHTY.read_text("utf-8")) if text]
    content = a_content(rows=[(text,) for text in naughty], columns=COLUMNS[:1])

    from_csv = [restore(row[0]) for row in csv_rows(written(content, "csv"), ",")[1:]]
    from_json = [row["text"] for row in json.loads(written(content, "json"))["tables"]["sales"]]
    sheet = CalamineWorkbook.from_filelike(BytesIO(written(content, "xlsx"))).get_sheet_by_index(0)
    from_xlsx = [row[0] for row in sheet.to_python()[1:]]

    assert from_csv == naughty
    assert from_json == naughty
    # XML cannot hold U+FFFE: XlsxWriter spells it out as Excel does.
    assert from_xlsx == [text.replace("\ufffe", "_xFFFE_") for text in naughty]


def test_half_a_sign_is_written_as_a_question_mark():
    content = a_content(rows=[("a\ud800b",)], columns=COLUMNS[:1])

    assert csv_rows(written(content, "csv"), ",")[1] == ["a?b"]
    assert json.loads(written(content, "json"))["tables"]["sales"][0]["text"] == "a?b"
    assert written(content, "xlsx")


def test_the_journal_writes_the_whole_instant_where_print_has_the_hour():
    document = json.loads(written(journal([a_row()], a_frame()), "json"))

    assert document["tables"]["requests"][0]["created_at"] == "2026-11-23T09:12:00+00:00"
