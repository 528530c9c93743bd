"""A folder that cannot be written to and a disk that is full, as the system itself says it: one line, nothing lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import told
from tests.end_to_end.test_killed import table

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk of memory")]


def mounted(*arguments: object) -> bool:
    try:
        return subprocess.run(["mount", *map(str, arguments)], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=6m", "tmpfs", folder):
        pytest.skip("only root mounts a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def workplace(disk) -> Path:
    made = disk / "desk"
    assert told(made, "init", "--company", "Lantern", "--operator", "Anna").code == 0
    return made


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--json"),
        ("find", "lamp", "--json"),
        ("demo", "--requests", "5"),
        ("report", "journal", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "csv", "--out", "."),
    ],
)
def test_a_disk_for_reading_only_is_one_clear_line(workplace, disk, command):
    assert mounted("-o", "remount,ro", disk)

    said = told(workplace, *command)

    assert (said.code, said.out) == (1, "")
    assert "cannot be written to" in said.complaint


def test_no_workplace_is_begun_on_a_disk_for_reading_only(disk):
    assert mounted("-o", "remount,ro", disk)

    said = told(disk / "new", "init", "--company", "Lantern")

    assert said.code == 1
    assert "cannot be written to" in said.complaint


def test_a_disk_that_fills_up_during_an_import_keeps_what_was_stored(workplace, tmp_path):
    said = told(workplace, "import", table(tmp_path / "many.csv", rows=20_000), "--as", "customers")

    assert said.code == 1
    assert "is full" in said.complaint and "safe" in said.complaint
    checked = told(workplace, "check", "--json")
    assert checked.code == 0 and checked.json["integrity"] == "ok"
    assert checked.json["customers"] > 0
