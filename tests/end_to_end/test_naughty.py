"""Naughty strings through the whole program: into a file, imported, shown, found, reported, exported and imported back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.domain.listing import RequestQuery, View
from helpdesk.service import company, request, request_list
from tests.end_to_end.command import told

BLNS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "blns.json"
PERIOD = ("--from", "2026-11-01", "--to", "2026-11-30")
pytestmark = pytest.mark.skipif(not BLNS.exists(), reason="the shared data are not here")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [text for text in json.loads(BLNS.read_text("utf-8")) if text.strip() and "\0" not in text]


def write(file: Path, texts: list[str]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("id", "subject", "created", "kind"))
        table.writerows((f"N{row}", text, "2026-11-10 10:00", "service") for row, text in enumerate(texts))
    return file


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, texts) -> Path:
    folder = tmp_path_factory.mktemp("naughty")
    made = folder / "desk"
    assert told(made, "init", "--company", "Lantern", "--operator", "Anna").code == 0
    said = told(made, "import", write(folder / "in.csv", texts), "--as", "requests", "--json")
    assert (said.json["created"], said.json["rejected"]) == (len(texts), 0)
    return made


def test_list_and_card_show_what_the_file_said(workplace, texts):
    opened = bootstrap.open_workplace(workplace)
    desk = opened.desk
    anna = company.operators(desk)[0].id
    aliases = request_list.aliases(desk, anna, RequestQuery(view=View.ALL))
    rows = request_list.rows(desk, anna, aliases)
    cards = [request.card(desk, anna, row.id).row.subject for row in rows]
    opened.close()

    assert sorted(row.subject for row in rows) == sorted(cards) == sorted(texts)


def test_the_report_says_the_same_as_json(workplace, texts):
    report = workplace.parent / "json"
    assert told(workplace, "report", "journal", *PERIOD, "--format", "json", "--out", report).code == 0

    (file,) = report.glob("*.json")
    (rows,) = [rows for rows in json.loads(file.read_text("utf-8"))["tables"].values() if len(rows) == len(texts)]
    said = sorted(
        cell for row in rows for cell in (row.values() if isinstance(row, dict) else row) if cell in set(texts)
    )
    assert said == sorted(texts)


def test_a_csv_is_harmless_to_a_spreadsheet_and_comes_back_as_it_was(workplace, texts):
    report = workplace.parent / "csv"
    assert told(workplace, "report", "journal", *PERIOD, "--format", "csv", "--out", report).code == 0
    (file,) = report.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert [cell for cell in cells if cell[:1] in ("=", "@", "\t") or (cell[:1] in "+-" and len(cell) > 1)] == []

    other = workplace.parent / "other"
    assert told(other, "init", "--company", "Lantern", "--operator", "Anna").code == 0
    said = told(other, "import", file, "--as", "requests", "--json")
    assert said.json["rejected"] == 0
    opened = bootstrap.open_workplace(other)
    with opened.desk.reading() as database:
        back = [row[0] for row in database.rows("SELECT subject FROM request")]
    opened.close()
    assert sorted(back) == sorted(texts)


def test_every_word_can_be_asked_for_and_nothing_breaks(workplace, texts):
    for text in texts[:: max(1, len(texts) // 12)]:
        if not text.startswith("-"):
            said = told(workplace, "find", text, "--json")
            assert (said.code, said.err) == (0, "")
            assert {one["title"] for one in said.json if one["kind"] == "request"} <= set(texts)


def test_a_name_of_ten_thousand_letters_goes_in_and_out(tmp_path):
    name = "Щёголева " * 1250
    workplace = tmp_path / "desk"
    assert told(workplace, "init", "--company", name, "--operator", name).code == 0
    file = tmp_path / "long.csv"
    file.write_text(f"customer_id,name,phone\nC1,{name},+7 921 555-01-23\n", "utf-8")

    assert told(workplace, "import", file, "--as", "customers", "--json").json["created"] == 1

    (found,) = [one for one in told(workplace, "find", "5550123", "--json").json if one["kind"] == "customer"]
    assert found["title"].strip() == name.strip()
