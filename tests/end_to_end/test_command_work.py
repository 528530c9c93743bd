"""`import`, `find`, `report`: a day's work without a window."""

from __future__ import annotations

import csv
import json
from decimal import Decimal

import pytest

from helpdesk import bootstrap
from helpdesk.command import line
from helpdesk.domain.paper import PaperLine
from helpdesk.service import company, invoice, quote
from tests.end_to_end.command import told

CUSTOMERS = "id;name;phone;city\n1;Вера Лис;8 (921) 555-01-23;Псков\n2;Пётр Ивашов;nonsense;Тверь\n3;;;\n"
REQUESTS = "id;subject;customer;created\nA-1;The lamp does not light;1;2026-11-23 10:15\nA-2;Where is my shelf?;2;2026-11-24 11:00\n"


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    assert line.run(["--workplace", str(folder), "init", "--company", "Birch & Sons", "--language", "en"]) == 0
    return folder


def imported(desk, kind: str, text: str, *more: str):
    file = desk.parent / f"{kind}.csv"
    file.write_text(text, "utf-8")
    return told(desk, "import", file, "--as", kind, "--json", *more)


def test_an_import_answers_its_counts_and_keeps_bad_rows_beside_the_file(desk):
    first = imported(desk, "customers", CUSTOMERS)
    again = imported(desk, "customers", CUSTOMERS)

    answer = first.json
    assert list(answer) == ["read", "created", "updated", "unchanged", "rejected", "warnings", "rejects_file"]
    assert (answer["read"], answer["created"], answer["rejected"], answer["warnings"]) == (3, 2, 1, 1)
    assert answer["rejects_file"] == str(desk.parent / "customers.rejects.csv")
    assert (again.json["created"], again.json["unchanged"]) == (0, 2)


def test_a_dry_run_changes_nothing(desk):
    answer = imported(desk, "customers", CUSTOMERS, "--dry-run").json

    assert answer["created"] == 2
    assert told(desk, "check", "--json").json["customers"] == 0


def test_a_mapping_file_names_columns_that_nobody_could_guess(desk):
    mapping = desk.parent / "mapping.json"
    mapping.write_text(json.dumps({"0": "id", "1": "name", "options": {"delimiter": "|", "header": False}}))

    answer = imported(desk, "customers", "7|Ivy Marsh\n8|Mark Dunn\n", "--mapping", str(mapping)).json

    assert answer["created"] == 2


def test_a_quote_and_its_invoice_are_written_as_pdf_by_their_numbers(desk):
    made = bootstrap.open_workplace(desk)
    actor = company.operators(made.desk)[0].id
    form = quote.QuoteForm(lines=(PaperLine("Oak desk", Decimal(1), 100_000),))
    offer = quote.save(made.desk, actor, form)
    issued = invoice.issue(made.desk, actor, invoice.form_of_quote(made.desk, actor, offer.id))
    made.close()

    written = [told(desk, "paper", number, "--out", desk.parent) for number in (offer.number, issued.number)]

    assert [file.name for file in sorted(desk.parent.glob("*.pdf"))] == [
        f"Invoice_{issued.number}.pdf",
        f"Offer_{offer.number}.pdf",
    ]
    assert [said.code for said in written] == [0, 0]
    assert told(desk, "paper", "1-99999-9", "--out", desk.parent).code == 1


def test_a_file_that_is_not_there_is_one_line(desk):
    said = told(desk, "import", "missing.csv", "--as", "customers", "--json")

    assert said.code == 1 and "missing.csv" in said.complaint and said.out == ""


def test_a_broken_mapping_is_one_line(desk):
    (desk.parent / "broken.json").write_text("{")

    said = imported(desk, "customers", CUSTOMERS, "--mapping", str(desk.parent / "broken.json"))

    assert said.code == 1 and "broken.json" in said.complaint


def test_what_was_imported_is_found_by_name_and_by_a_phone_in_any_spelling(desk):
    imported(desk, "customers", CUSTOMERS)

    by_name = told(desk, "find", "лис", "--json")
    by_phone = told(desk, "find", "555-01-23", "--json")
    nothing = told(desk, "find", "Zanzibar", "--json")

    assert [(one["kind"], one["title"]) for one in by_name.json] == [("customer", "Вера Лис")]
    assert set(by_name.json[0]) == {"kind", "number", "title"}
    assert [one["title"] for one in by_phone.json] == ["Вера Лис"]
    assert (nothing.code, nothing.json) == (0, [])


def test_reports_are_listed(desk):
    (journal,) = [one for one in told(desk, "report", "list", "--json").json if one["name"] == "journal"]

    assert set(journal) == {"name", "title", "question"}


@pytest.fixture
def busy_desk(desk):
    imported(desk, "customers", CUSTOMERS)
    assert imported(desk, "requests", REQUESTS).json["created"] == 2
    return desk


def journal(desk, first: str, last: str, form: str, *more: object):
    return told(desk, "report", "journal", "--from", first, "--to", last, "--format", form, *more)


def test_the_journal_includes_its_last_day(busy_desk):
    one_day = journal(busy_desk, "2026-11-23", "2026-11-23", "json").json
    two_days = journal(busy_desk, "2026-11-23", "2026-11-24", "json").json

    assert (one_day["report"], one_day["from"], one_day["to"]) == ("journal", "2026-11-23", "2026-11-23")
    assert [row["subject"] for row in one_day["tables"]["requests"]] == ["The lamp does not light"]
    assert one_day["figures"]["created"] == {"value": 1, "n": 1}
    assert two_days["figures"]["created"] == {"value": 2, "n": 2}


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
def test_the_journal_is_written_into_a_folder_that_it_makes(busy_desk, form):
    said = journal(busy_desk, "2026-11-01", "2026-11-30", form, "--out", busy_desk.parent / "out" / "reports")

    (file,) = (busy_desk.parent / "out" / "reports").iterdir()
    assert said.out.strip() == str(file) and file.suffix == f".{form}" and file.stat().st_size > 100
    if form == "csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            assert len(list(csv.reader(stream))) == 3


def test_a_period_that_ends_before_it_begins_is_one_line(busy_desk):
    said = journal(busy_desk, "2026-11-30", "2026-11-01", "json")

    assert said.code == 1 and "2026-11-01" in said.complaint


def test_a_folder_that_cannot_be_made_is_one_line(busy_desk):
    (busy_desk.parent / "taken").write_text("a file")

    said = journal(busy_desk, "2026-11-01", "2026-11-30", "csv", "--out", busy_desk.parent / "taken")

    assert said.code == 1 and "taken" in said.complaint
