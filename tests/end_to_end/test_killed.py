"""The power goes in the middle of an import: whole batches are kept, the same file makes up for the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from helpdesk import bootstrap
from tests.end_to_end.command import ENVIRONMENT, ROOT, told

ROWS = 6000
PATIENCE = 120


def table(file: Path, rows: int = ROWS) -> Path:
    lines = (f"C{row},Surname {row},+7 921 {row:07},c{row}@mail.example" for row in range(rows))
    file.write_text("\n".join(("customer_id,name,phone,email", *lines)), "utf-8")
    return file


def stored(workplace: Path) -> int:
    opened = bootstrap.open_workplace(workplace)
    with opened.desk.reading() as database:
        row = database.row("SELECT count(*) FROM customer")
    opened.close()
    return row[0]


def kill_at(workplace: Path, file: Path, rows: int) -> None:
    command = [sys.executable, ROOT / "main.py", "--workplace", workplace, "import", file, "--as", "customers"]
    importing = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until, moment = monotonic() + PATIENCE, Event()
    while stored(workplace) < rows and importing.poll() is None and monotonic() < until:
        moment.wait(0.01)
    assert importing.poll() is None, "it was over before it could be killed"
    os.kill(importing.pid, signal.SIGKILL)
    importing.wait()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nothing there is killed as by a power failure")
@pytest.mark.parametrize("rows", [1, 3000])
def test_an_import_killed_in_the_middle_loses_and_doubles_nothing(tmp_path, rows):
    workplace, file = tmp_path / "desk", table(tmp_path / "many.csv")
    assert told(workplace, "init", "--company", "Lantern", "--operator", "Anna").code == 0

    kill_at(workplace, file, rows)

    kept = stored(workplace)
    checked = told(workplace, "check", "--json")
    assert checked.code == 0
    assert (checked.json["integrity"], checked.json["customers"]) == ("ok", kept)
    assert 0 < kept < ROWS

    again = told(workplace, "import", file, "--as", "customers", "--json").json
    assert (again["created"], again["unchanged"], again["rejected"]) == (ROWS - kept, kept, 0)
    assert told(workplace, "check", "--json").json["customers"] == ROWS
    assert told(workplace, "import", file, "--as", "customers", "--json").json["unchanged"] == ROWS
