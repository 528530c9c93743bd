from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.errors import FileUnreadable
from helpdesk.transfer.delimited import Flaw
from helpdesk.transfer.form import TableOptions
from helpdesk.transfer.source import open_table
from helpdesk.words.errors import sentence
from tests.transfer.builders import SHARED, a_file, cells_of, needs_shared

RUSSIAN = "Наименование;Телефон;Город\nООО «Ромашка»;+7 495 123-45-67;Москва\nАнна Петрова;8 916 000-00-01;Тверь\n"


@pytest.mark.parametrize(
    ("encoding", "recognised"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1251", "windows-1251"),
        ("cp866", "cp866"),
    ],
)
def test_russian_text_is_read_in_whatever_encoding_it_was_saved(tmp_path: Path, encoding: str, recognised: str) -> None:
    text = RUSSIAN.replace("«", '"').replace("»", '"') if encoding == "cp866" else RUSSIAN

    table = open_table(a_file(tmp_path, text, encoding))

    assert table.form.encoding == recognised
    assert table.headings == ("Наименование", "Телефон", "Город")
    assert [cells[2] for _line, cells, _flaw in table.rows()] == ["Москва", "Тверь"]


def test_koi8_is_told_from_windows_1251_by_its_letters(tmp_path: Path) -> None:
    text = RUSSIAN.replace("«", "").replace("»", "")

    assert open_table(a_file(tmp_path, text, "koi8-r")).form.encoding == "koi8-r"


@pytest.mark.parametrize(
    "text", ["имя\nЖук\n", "ИМЯ;ГОРОД\nИВАНОВ ИВАН;МОСКВА\nПЕТРОВА АННА;ТВЕРЬ\n", "Код;Имя\n1;Ян\n"]
)
def test_short_and_capital_russian_stays_windows_1251(tmp_path: Path, text: str) -> None:
    assert open_table(a_file(tmp_path, text, "cp1251")).form.encoding == "windows-1251"


def test_western_text_is_not_taken_for_russian(tmp_path: Path) -> None:
    path = a_file(tmp_path, "name,city\nJürgen Müller,München\nRenée,Orléans\n", "cp1252")

    assert open_table(path).form.encoding == "windows-1252"
    assert cells_of(path)[0] == ["Jürgen Müller", "München"]


def test_a_given_encoding_wins_over_recognition_but_not_over_the_utf8_mark(tmp_path: Path) -> None:
    plain = a_file(tmp_path, "имя\nЖанна\n", "koi8-r", "plain.csv")
    marked = a_file(tmp_path, "имя\nЖанна\n", "utf-8-sig", "marked.csv")

    assert cells_of(plain, encoding="KOI8-R") == [["Жанна"]]
    assert cells_of(marked, encoding="windows-1251") == [["Жанна"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised_with_quotes_and_line_breaks_inside(tmp_path: Path, delimiter: str) -> None:
    stream = io.StringIO(newline="")
    rows = [["id", "name", "note"], ["1", "a, b; c | d", "two\r\nlines"], ["2", 'a "quoted" word', "tab\there"]]
    csv.writer(stream, delimiter=delimiter).writerows(rows)

    assert cells_of(a_file(tmp_path, stream.getvalue())) == rows[1:]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_is_read_and_lines_are_counted(tmp_path: Path, end: str) -> None:
    table = open_table(a_file(tmp_path, end.join(["id,name", "1,Ann", "", '2,"Bob"', ""])))

    assert [(line, cells) for line, cells, _flaw in table.rows()] == [(2, ["1", "Ann"]), (4, ["2", "Bob"])]


def test_a_row_is_counted_by_the_line_it_begins_on(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'id,note\n1,"a\nb\nc"\n2,d\n')

    assert [line for line, _cells, _flaw in open_table(path).rows()] == [2, 5]


def test_the_first_line_of_excel_says_the_delimiter(tmp_path: Path) -> None:
    path = a_file(tmp_path, "sep=;\nid;name\n1;Ann\n")

    table = open_table(path)

    assert table.headings == ("id", "name")
    assert list(table.rows()) == [(3, ["1", "Ann"], None)]


def test_a_single_column_with_commas_in_some_rows_is_left_whole(tmp_path: Path) -> None:
    assert cells_of(a_file(tmp_path, "name\nDoe\nRoe, Jane\n")) == [["Doe"], ["Roe, Jane"]]


@needs_shared
@pytest.mark.parametrize("file", sorted((SHARED / "csv-spectrum/csvs").glob("*.csv")), ids=lambda file: file.stem)
def test_awkward_csv_is_read_right(file: Path) -> None:
    expected = json.loads((SHARED / "csv-spectrum/json" / f"{file.stem}.json").read_text("utf-8"))
    expected = [expected] if isinstance(expected, dict) else expected
    if file.stem == "location_coordinates":
        # The sample's own reading gives another phone than its table holds.
        expected[0]["Contact Phone Number"] = "2095257564"

    table = open_table(file)

    assert [dict(zip(table.headings, cells, strict=True)) for _line, cells, _flaw in table.rows()] == expected


@needs_shared
def test_a_table_of_a_russian_office_has_no_header_and_semicolons() -> None:
    table = open_table(SHARED / "cp1251/okved2_part.csv")

    assert (table.form.encoding, table.form.delimiter, table.form.header) == ("windows-1251", ";", False)
    assert sum(1 for _row in table.rows()) == 814


@needs_shared
def test_a_workbook_of_others_is_read_without_its_blank_rows() -> None:
    table = open_table(SHARED / "ru_knowledge_base.xlsx")
    rows = [cells for _line, cells, _flaw in table.rows()]

    assert table.headings[0] == "Тема"
    assert len(rows) == 326
    assert len({cells[3] for cells in rows}) == 11


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["2026-11-23", "2026-01-02 10:00"], "ymd"),
        (["01.02.2026", "23.11.2026 10:00:00"], "dmy"),
        (["01.02.2026"], "dmy"),
        (["01/23/2026", "02/01/2026"], "mdy"),
        (["23/01/2026 9:05", "02/01/2026"], "dmy"),
        (["1/2/2026 9:05 PM"], "mdy"),
        (["01.11.11.1"], "ymd"),
    ],
)
def test_the_order_of_dates_is_recognised(tmp_path: Path, cells: list[str], order: str) -> None:
    path = a_file(tmp_path, "id;date\n" + "".join(f"{n};{cell}\n" for n, cell in enumerate(cells)))

    assert open_table(path).form.dates == order
    assert open_table(path, TableOptions(dates="mdy")).form.dates == "mdy"


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1,5", "2,25"], ","),
        (["1.5", "2"], "."),
        (["1 234,50"], ","),
        (["1\u00a0234,50"], ","),
        (["1,234.50"], "."),
        (["1.234,50"], ","),
        (["1,234"], ","),
        (["1.234"], "."),
        (["1.234.567"], ","),
        (["0,125"], ","),
        (["12.11.2026"], "."),
        (["10,50 руб."], ","),
    ],
)
def test_the_decimal_sign_is_recognised(tmp_path: Path, cells: list[str], decimal: str) -> None:
    path = a_file(tmp_path, "id;price\n" + "".join(f"{n};{cell}\n" for n, cell in enumerate(cells)))

    assert open_table(path).form.decimal == decimal


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n", True),
        ("Наименование;Цена\nСтол;10\n", True),
        ("1;Стол;10\n2;Стул;20\n", False),
        ("A;x;one\nA;y;two\n", False),
        (",name,price\n0,Chair,5\n", True),
        ("ann@company.example,Ann\nbob@company.example,Bob\n", False),
    ],
)
def test_a_header_is_told_from_a_row(tmp_path: Path, text: str, header: bool) -> None:
    assert open_table(a_file(tmp_path, text)).form.header is header


def test_a_given_header_option_wins(tmp_path: Path) -> None:
    path = a_file(tmp_path, "name,phone\nAnn,1\n")

    assert cells_of(path, header=False) == [["name", "phone"], ["Ann", "1"]]


def test_a_workbook_is_read_as_a_csv_of_it_would_be(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("Rows")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(1, 0, ["Код", "Цена", "Телефон", "Дата", "Снят с продажи", "Наименование"])
        sheet.write_row(2, 0, ["007", 32.3800011, 79161234567])
        sheet.write_datetime(2, 3, datetime(2026, 11, 23, 10, 5), day)  # noqa: DTZ001
        sheet.write(2, 4, True)
        sheet.write(2, 5, "Стол")
        sheet.write_datetime(5, 3, date(2026, 1, 2), day)

    table = open_table(path)

    assert table.headings[0] == "Код"
    assert list(table.rows()) == [
        (3, ["007", "32.3800011", "79161234567", "2026-11-23 10:05:00", "true", "Стол"], None),
        (6, ["", "", "", "2026-01-02", "", ""], None),
    ]


def test_a_row_with_an_unclosed_quote_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'id,name\n1,Ann\n2,"Bob\n3,Cid\n4,Dan\n')

    rows = list(open_table(path).rows())

    assert rows == [
        (2, ["1", "Ann"], None),
        (3, ["2", '"Bob'], Flaw.UNCLOSED_QUOTE),
        (4, ["3", "Cid"], None),
        (5, ["4", "Dan"], None),
    ]


def test_an_unclosed_quote_before_a_million_signs_does_not_swallow_them(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'id,name\n1,"Ann\n' + "2,Bob\n" * 250_000)

    rows = open_table(path).rows()

    assert next(rows)[2] is Flaw.UNCLOSED_QUOTE
    assert sum(1 for _row in rows) == 250_000


def test_rows_with_nul_or_broken_bytes_are_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("id,name\n1,Жанна\n2,A\0n\n".encode() + b"3,\xff\xfe\n" + "4,Зоя Ёлкина, Москва\n".encode())

    assert [flaw for _line, _cells, flaw in open_table(path).rows()] == [None, Flaw.NUL, Flaw.UNREADABLE_SIGNS, None]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n\n", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, b"PK\x03\x04rubbish"],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)

    with pytest.raises(FileUnreadable) as refused:
        open_table(path)

    assert str(path) in sentence(refused.value)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")

    with pytest.raises(FileUnreadable):
        open_table(path)


def test_a_folder_a_missing_and_a_forbidden_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileUnreadable):
        open_table(tmp_path)
    with pytest.raises(FileUnreadable):
        open_table(tmp_path / "missing.csv")
    path = a_file(tmp_path, "id\n1\n")

    def forbidden(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(FileUnreadable) as refused:
        open_table(path)
    assert "right" in refused.value.reason


SIGNS = st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff\ufdd0\ufdd1\ufffe\uffff")
TABLES = st.lists(st.lists(st.text(SIGNS, max_size=12), min_size=2, max_size=5), min_size=1, max_size=6)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=TABLES,
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_table_written_as_csv_is_read_back_equal(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str, end: str
) -> None:
    stream = io.StringIO(newline="")
    # With one line end of its own the writer leaves the other one without quotes.
    quoting = csv.QUOTE_MINIMAL if end == "\r\n" else csv.QUOTE_ALL
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    path = a_file(tmp_path, stream.getvalue(), encoding)

    assert cells_of(path, delimiter=delimiter, encoding=encoding, header=False) == rows


WORDS = st.text('абвгдежзиклмноАБВГДЕЖЗabcdefgXYZ ,;|"\n.-', min_size=1, max_size=12)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"]),
)
def test_a_table_with_known_headings_is_read_back_equal_without_any_option(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    headings = ["Наименование", "Контактное лицо", "Примечание"]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([headings, *rows])
    path = a_file(tmp_path, stream.getvalue(), encoding)

    assert cells_of(path) == rows
