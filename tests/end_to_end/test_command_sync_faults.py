"""Faults of a real share, from the command line: every station agrees afterwards, nothing acknowledged is lost (issue 3)."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.sync.frame import START, framed
from tests.end_to_end.command import ENVIRONMENT, ROOT
from tests.end_to_end.sync_office import CommandOffice, told


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """An office of two stations that agree; every test takes a copy."""
    office = CommandOffice(tmp_path_factory.mktemp("made"))
    office.join("b")
    office.settle("a", "b", rounds=1)
    return office.folder


@pytest.fixture
def office(made, tmp_path, monkeypatch):
    folder = tmp_path / "office"
    shutil.copytree(made, folder)
    copied = CommandOffice.__new__(CommandOffice)
    copied.folder, copied.hub, copied.words, copied._count = (
        folder,
        folder / "share" / "office.hub",
        folder / "words",
        0,
    )
    for station in "ab":
        # The address is the copy's: as if the share had been mounted elsewhere.
        readdress(folder / station, copied.hub)
    return copied


def readdress(workplace: Path, hub: Path) -> None:
    from helpdesk.storage.database import Database

    database = Database(workplace / "helpdesk.db")
    with database.writing():
        database.execute_sql("UPDATE hub SET address = ?", (str(hub),))
    database.close_all()


def flip(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(file.stat().st_size // 2)
        stream.write(bytes(byte ^ 0xFF for byte in file.read_bytes()[file.stat().st_size // 2 :][:3]))


def flip_the_beginning(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(120)
        stream.write(b"~~~")


def truncate(file: Path) -> None:
    os.truncate(file, file.stat().st_size * 2 // 3)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def zero_the_tail(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(-700, os.SEEK_END)
        stream.write(bytes(1500))


def double(file: Path) -> None:
    with file.open("ab") as stream:
        stream.write(file.read_bytes())


def forge(file: Path) -> None:
    with file.open("ab") as stream:
        stream.write(framed(1, b"\x01" + bytes(300), START)[0] + framed(0, b"not a hello", START)[0])


@pytest.mark.parametrize("damage", (flip, flip_the_beginning, truncate, empty, zero_the_tail, double, forge))
def test_a_damaged_file_is_made_good_by_whoever_knows_what_is_missing(office, damage):
    entered = [office.works("a"), office.works("b")]
    office.settle("a", "b")
    damage(office.hub)
    entered.append(office.works("a"))
    office.settle("a", "b", "a")

    office.join("c")

    office.settle("a", "b", "c")
    assert office.agree("a", "b", "c")
    assert office.knows("c", *entered)


def test_an_older_copy_put_back_is_brought_up_to_date(office):
    shutil.copy(office.hub, office.folder / "older")
    entered = [office.works("a"), office.works("b")]
    office.settle("a", "b")
    shutil.copy(office.folder / "older", office.hub)
    office.settle("a", "b", "a")
    office.join("c")

    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c")
    assert office.knows("c", *entered)


def test_a_share_that_is_gone_is_told_in_both_languages_and_nothing_is_made(office):
    entered = office.works("a")
    share = office.hub.parent
    share.rename(share.with_name("unmounted"))

    assert "no hub" in office.refuses("a", "sync", "now")
    joining = ("sync", "join", office.hub, "--passphrase-file", office.words)
    assert "нет узла обмена" in office.refuses("c", *joining, language="ru_RU.UTF-8")
    share.mkdir()
    assert list(share.iterdir()) == []
    assert "no hub" in office.refuses("a", "sync", "now") and list(share.iterdir()) == []
    share.rmdir()
    share.with_name("unmounted").rename(share)
    office.settle("a", "b")
    assert office.agree("a", "b") and office.knows("b", entered)


def test_what_is_no_hub_any_more_is_filled_again(office):
    entered = office.works("a")
    office.settle("a", "b")
    office.hub.write_bytes(b"PK\x03\x04 somebody saved a document here" * 50)
    office.settle("a", "b", "a")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", entered)


def test_a_conflicted_copy_is_absorbed(office):
    copy, laptop = office.hub.with_name("office-LAPTOP.hub"), office.folder / "laptop"
    shutil.copy(office.hub, laptop)
    entered = [office.works("a"), office.works("b")]
    office.run("a", "sync", "now")
    # What the second one wrote went into the copy: a cloud client renamed its file.
    main = office.hub.read_bytes()
    shutil.copy(laptop, office.hub)
    office.run("b", "sync", "now")
    shutil.copy(office.hub, copy)
    office.hub.write_bytes(main)

    office.settle("a", "b")

    assert not copy.exists() and (copy.with_name(copy.name + ".absorbed")).exists()
    assert office.agree("a", "b") and office.knows("a", *entered) and office.knows("b", *entered)


def test_a_lease_left_by_a_killed_process_holds_nobody_up(office):
    boot = Path("/proc/sys/kernel/random/boot_id")
    if not boot.exists():
        pytest.skip("this system does not tell its runs apart")
    computer = f"{boot.read_text().strip()} {Path('/proc/self/ns/pid').readlink()}"
    left = {"token": "1", "who": "Pavel", "since": "2026-11-24 09:00:00", "computer": computer, "pid": 2**22 + 7}
    lease = office.hub.with_name("office.hub.lock")
    lease.write_text(json.dumps(left))
    entered = office.works("a")

    office.settle("a", "b")

    assert not lease.exists() and office.knows("b", entered)


def test_a_lease_of_another_computer_is_waited_for_and_then_taken_over(office, monkeypatch):
    monkeypatch.setattr("helpdesk.sync.lease._STALE", (0.6, 0.9))
    lease = office.hub.with_name("office.hub.lock")
    lease.write_text(json.dumps({"token": "1", "who": "Pavel", "since": "2026-11-24 09:00:00"}))
    entered = office.works("a")

    office.settle("a", "b")

    assert not lease.exists() and office.knows("b", entered)


def test_a_restored_backup_goes_on_without_losing_what_it_said_since(office):
    """SYNC.md: a station that meets an unknown batch of its own goes on under a new identity."""
    shutil.copytree(office.folder / "b", office.folder / "backup")
    entered = [office.works("b"), office.works("b")]
    office.settle("b", "a")
    shutil.rmtree(office.folder / "b")
    (office.folder / "backup").rename(office.folder / "b")
    entered.append(office.works("b"))

    office.settle("b", "a", "b")

    assert office.agree("a", "b") and office.knows("b", *entered) and office.knows("a", *entered)


def test_a_file_of_another_office_is_left_alone(office, tmp_path):
    (tmp_path / "other").mkdir()
    other = CommandOffice(tmp_path / "other", requests=1)
    before = other.hub.read_bytes()
    shutil.copy(other.hub, office.hub)

    assert "another office" in office.refuses("a", "sync", "now")
    assert office.hub.read_bytes() == before


def test_a_wrong_passphrase_and_a_missing_key_are_told_apart(office):
    office.words.write_text("wrong horse\n", "utf-8")
    assert "passphrase" in office.refuses("c", "sync", "join", office.hub, "--passphrase-file", office.words)
    (office.folder / "b" / "office.key").unlink()
    assert "office key" in office.refuses("b", "sync", "now")


def test_verify_tells_damage_and_that_it_is_mended(office):
    assert office.judged("a")["is_sound"]
    office.works("a")
    office.settle("a", "b")
    flip(office.hub)

    found = told(office.folder / "a", "sync", "verify", "--json")
    assert found.code == 1 and found.json["missing"] + found.json["damaged"] >= 1
    lone = told(office.folder / "nowhere", "sync", "verify", office.hub, "--passphrase-file", office.words, "--json")
    assert lone.code == 1 and lone.json["damaged"] == 1
    assert not (office.folder / "nowhere").exists()

    office.run("a", "sync", "rebuild")
    office.settle("a", "b")
    assert office.judged("a")["is_sound"] and office.judged("b")["is_sound"] and office.agree("a", "b")


def test_an_office_does_not_move_into_a_document_nor_into_another_offices_hub(office, tmp_path):
    document = tmp_path / "report.docx"
    document.write_bytes(b"PK\x03\x04 a document" * 30)
    before = document.read_bytes()

    assert "no hub" in office.refuses("a", "sync", "move", document)
    assert document.read_bytes() == before
    assert office.run("a", "sync", "status", "--json").json["address"] == str(office.hub)


def test_an_office_moves_away_from_a_share_that_is_gone(office):
    entered = [office.works("a"), office.works("b")]
    office.hub.parent.rename(office.hub.parent.with_name("unmounted"))
    fresh = office.folder / "fresh.hub"

    office.run("a", "sync", "move", fresh)
    office.run("b", "sync", "move", fresh)

    office.settle("a", "b")
    assert office.agree("a", "b") and office.knows("b", *entered)


@pytest.mark.slow
def test_exchanges_killed_at_any_moment_lose_nothing(office):
    """kill -9 of whole programs, at random, in the middle of whatever they do."""
    chance = random.Random(3)
    entered = []
    for _ in range(25):
        for station in "ab":
            entered.append(office.works(station))
            command = [
                sys.executable,
                str(ROOT / "main.py"),
                "--workplace",
                str(office.folder / station),
                "sync",
                "now",
            ]
            with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as running:
                try:
                    running.communicate(timeout=chance.uniform(0.2, 1.2))
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGKILL)
    office.settle("a", "b", "a")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)


@pytest.mark.slow
def test_a_compaction_killed_at_any_moment_leaves_the_old_file_or_the_new(office):
    chance = random.Random(4)
    entered = []
    for _ in range(12):
        entered.append(office.works("b"))
        office.run("b", "sync", "now")
        command = [sys.executable, str(ROOT / "main.py"), "--workplace", str(office.folder / "a"), "sync", "compact"]
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            try:
                running.communicate(timeout=chance.uniform(0.3, 1.5))
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
    office.settle("a", "b", "a")
    office.join("c")
    office.settle("a", "b", "c")

    assert office.agree("a", "b", "c") and office.knows("c", *entered)
    office.run("a", "sync", "compact")
    assert [file.name for file in office.hub.parent.iterdir()] == ["office.hub"]
