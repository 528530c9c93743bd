"""`init` and `check`, and how every command fails: one clear line, exit 1; wrong usage, exit 2; never a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

from helpdesk import bootstrap, words
from helpdesk.command import line
from helpdesk.storage.database import Database
from tests.end_to_end.command import ENVIRONMENT, ROOT, told

COUNTS = {"customers", "products", "orders", "order_lines", "requests", "events"}


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    assert line.run(["--workplace", str(folder), "init", "--company", "Birch & Sons", "--language", "en"]) == 0
    return folder


def test_a_workplace_is_made_checked_and_never_made_twice(tmp_path):
    folder = tmp_path / "стол"

    made = told(folder, "init", "--company", "ООО «Берёза»", "--language", "ru", "--operator", "Ольга")
    checked = told(folder, "check", "--json")
    again = told(folder, "init", "--company", "Other")

    assert (made.code, made.err) == (0, "")
    assert checked.code == 0 and checked.json["integrity"] == "ok"
    assert set(checked.json) > COUNTS and all(checked.json[name] == 0 for name in COUNTS)
    assert again.code == 1 and "стол" in again.complaint and again.out == ""


def test_a_command_without_a_workplace_says_how_to_make_one(tmp_path):
    said = told(tmp_path / "nothing", "check")

    assert said.code == 1 and "init" in said.complaint


@pytest.mark.parametrize(
    "arguments",
    [
        ["init"],
        ["frobnicate"],
        ["check", "--yaml"],
        ["init", "--company", "X", "--language", "de"],
        ["import", "file.csv"],
        ["import", "file.csv", "--as", "dreams"],
        ["report"],
        ["report", "journal", "--from", "yesterday", "--to", "2026-11-30", "--format", "json"],
        ["report", "journal", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "pdf"],
        ["report", "journal", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "docx", "--out", "."],
        ["demo", "--requests", "many"],
        ["demo", "--as-of", "2026-02-30"],
        ["find"],
        ["call"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(desk, capsys, arguments):
    assert line.run(["--workplace", str(desk), *arguments]) == 2

    said = capsys.readouterr()
    assert "usage:" in said.err and "Traceback" not in said.err and said.out == ""


def test_help_shows_every_command_and_no_hidden_option(capsys):
    assert line.run(["--help"]) == 0

    said = capsys.readouterr().out
    assert all(name in said for name in ("init", "demo", "import", "report", "find", "check", "call"))
    assert "quit-after-first-paint" not in said


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (["--time-zone", "Mars/Olympus"], "Mars/Olympus"),
        (["--time-zone", "../../etc/passwd"], "time zone"),
        (["--company", "  "], "company"),
        (["--operator", " "], "operator"),
    ],
)
def test_a_workplace_is_not_made_from_wrong_words(tmp_path, capsys, wrong, reason):
    folder = tmp_path / "desk"

    assert line.run(["--workplace", str(folder), "init", "--company", "Birch", *wrong]) == 1

    assert reason in capsys.readouterr().err
    assert not bootstrap.exists(folder)


def test_a_damaged_workplace_is_told_with_its_backup(desk):
    bootstrap.open_workplace(desk).start_work()
    (backup,) = (desk / "backups").glob("*.db")
    file = desk / bootstrap.FILE
    raw = bytearray(file.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 100] = b"\xa5" * 100
    file.write_bytes(bytes(raw))

    said = told(desk, "check", "--json")

    assert said.code == 1 and str(backup) in said.complaint and said.out == ""


def test_a_workplace_of_a_newer_program_is_told(desk):
    with Database(desk / bootstrap.FILE).writing() as database:
        database.execute_sql("PRAGMA user_version = 99")

    said = told(desk, "check")

    assert said.code == 1 and "newer program" in said.complaint


def test_a_fault_of_the_program_is_one_line_and_a_place_in_the_log(desk, capsys, monkeypatch):
    def fault(*_: object) -> None:
        raise ZeroDivisionError("Vera Lis, +7 921 555-01-23")

    monkeypatch.setattr("helpdesk.service.checking.check", fault)

    assert line.run(["--workplace", str(desk), "check"]) == 1

    said = capsys.readouterr().err
    log = (desk / "helpdesk.log").read_text("utf-8")
    assert len(said.splitlines()) == 1 and "ZeroDivisionError" in said and "helpdesk.log" in said
    assert "fault" in log and "Vera" not in log and "555" not in log


def test_the_language_is_the_systems_until_the_company_is_known(tmp_path, desk):
    unopened = told(tmp_path / "nothing", "check", LANG="ru_RU.UTF-8")
    opened = told(desk, "find", "nobody of that name", LANG="ru_RU.UTF-8")

    assert unopened.complaint != told(tmp_path / "nothing", "check").complaint
    assert opened.out == "Nothing found.\n"


def test_init_takes_the_systems_language_where_none_is_named(tmp_path):
    told(tmp_path / "desk", "init", "--company", "Берёза", LANG="ru_RU.UTF-8")

    assert bootstrap.open_workplace(tmp_path / "desk").desk.company.language == "ru"


def test_a_reader_that_goes_away_gets_no_traceback(desk):
    command = [sys.executable, str(ROOT / "main.py"), "--workplace", str(desk), "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_texts_of_one_run_do_not_linger_in_the_next():
    assert words.language() == "en"
