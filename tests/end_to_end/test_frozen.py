"""The folder program is built and passes its own check, without this project's Python and without a screen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.end_to_end.command import ENVIRONMENT, ROOT, told

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", str(ROOT / "build.spec"), "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "dist" / "helpdesk" / ("helpdesk.exe" if sys.platform == "win32" else "helpdesk")


@pytest.fixture(scope="module")
def desk(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen_desk") / "desk"
    made = told(folder, "init", "--company", "ООО «Берёза»", "--language", "ru", program=[str(program)])
    filled = told(folder, "demo", "--requests", 20, "--as-of", "2026-11-23", program=[str(program)])
    assert (made.code, filled.code) == (0, 0), made.err + filled.err
    return folder


def test_the_program_passes_its_own_check(program, desk):
    found = told(desk, "check", "--json", program=[str(program)]).json

    assert found["integrity"] == "ok" and found["requests"] == 20


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
def test_the_program_brings_all_that_a_report_needs(program, desk, tmp_path, form):
    days = ("--from", "2026-11-01", "--to", "2026-11-30")

    said = told(desk, "report", "journal", *days, "--format", form, "--out", tmp_path, program=[str(program)])

    assert said.code == 0, said.err
    assert [file.suffix for file in tmp_path.iterdir()] == [f".{form}"]


def test_the_program_speaks_russian(program, desk):
    said = told(desk, "report", "list", "--json", program=[str(program)])

    assert "Журнал заявок" in [one["title"] for one in said.json]


def test_the_program_finds_what_it_invented(program, desk):
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    journal = told(desk, "report", "journal", *days, "--format", "json", program=[str(program)]).json
    row = journal["tables"]["requests"][0]

    found = told(desk, "find", row["number"], "--json", program=[str(program)]).json

    assert row["number"] in [one["number"] for one in found]


def test_the_window_of_the_program_opens_and_closes(program, tmp_path):
    desk = tmp_path / "desk"
    # With one operator nobody is asked who sits down.
    assert told(desk, "init", "--company", "Birch", program=[str(program)]).code == 0
    environment = {**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen", "HOME": os.environ.get("HOME", "")}
    command = [str(program), "--workplace", str(desk), "--quit-after-first-paint"]

    done = subprocess.run(command, env=environment, capture_output=True, timeout=60)

    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
