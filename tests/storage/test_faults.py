"""The disk is full, the folder cannot be written to, the power goes: nothing that was acknowledged is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.errors import DiskFull, UserError, WorkplaceUnwritable
from helpdesk.service import checking
from helpdesk.storage import backup, tables
from helpdesk.storage.database import translated
from tests.builders import MORNING, a_desk, an_operator

ROOT = Path(__file__).resolve().parents[2]
PAGES_MORE = 4

SAVER = """
import sys
from pathlib import Path
from helpdesk import bootstrap
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.storage import tables
from helpdesk.storage.events import add_event

desk = bootstrap.open_workplace(Path(sys.argv[1])).desk
for number in range(int(sys.argv[2]), 1_000_000):
    with desk.work() as unit:
        row = unit.add(tables.Request, number=f"{number}", kind="service", subject="Lamp", channel="phone", priority="low")
        add_event(unit, SubjectKind.REQUEST, row.id, EventKind.CREATED, state="received", channel="phone",
                  detail={"kind": "service", "priority": "low"})
    print(number, flush=True)
"""


def save_a_customer(desk, name: str) -> None:
    with desk.work() as unit:
        unit.add(tables.Customer, name=name, created_at=MORNING, note="x" * 3000)


def names(desk) -> list[str]:
    with desk.reading() as database:
        return [row[0] for row in database.rows("SELECT name FROM customer ORDER BY alias")]


def test_a_full_disk_is_said_and_what_was_saved_before_is_safe(tmp_path):
    desk = a_desk(tmp_path)
    save_a_customer(desk, "Before")

    # SQLite answers a page past this bound as it answers a full disk.
    with pytest.raises(DiskFull), desk.work() as unit:
        pages = unit.database.row("PRAGMA page_count")[0]
        unit.database.execute_sql(f"PRAGMA max_page_count = {pages + PAGES_MORE}")
        for at in range(100):
            unit.add(tables.Customer, name=f"Lost {at}", created_at=MORNING, note="x" * 3000)

    assert names(desk) == ["Before"]
    save_a_customer(desk, "After")
    assert names(desk) == ["Before", "After"]
    assert checking.check(desk, an_operator(desk)).is_sound


def test_a_disk_that_fills_during_a_backup_leaves_the_earlier_backups_alone(tmp_path, monkeypatch):
    desk = a_desk(tmp_path)
    kept = backup.back_up(desk.database, label="kept")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull):
        backup.back_up(desk.database, label="lost")

    assert backup.all_backups(desk.database.file) == [kept]
    assert backup.is_sound(kept)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_refusal_of_the_system_names_the_folder(tmp_path, number):
    with pytest.raises(WorkplaceUnwritable) as told, translated(tmp_path / bootstrap.FILE):
        raise OSError(number, os.strerror(number))

    assert told.value.folder == tmp_path


def is_all_powerful() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.skipif(is_all_powerful() or sys.platform == "win32", reason="nothing is read-only for this user")
def test_a_read_only_folder_is_said(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WorkplaceUnwritable):
            a_desk(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_database_that_may_only_be_read_is_said(tmp_path):
    desk = a_desk(tmp_path)

    with pytest.raises(WorkplaceUnwritable), desk.reading() as database:
        database.execute_sql("PRAGMA query_only = 1")
        database.execute_sql("UPDATE customer SET name = 'no'")


def test_a_creation_cut_short_leaves_no_workplace_and_can_be_repeated(tmp_path, monkeypatch):
    def cut(_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.service.seed.plant", cut)
        with pytest.raises(UserError):
            a_desk(tmp_path)
    assert not bootstrap.exists(tmp_path)

    assert names(a_desk(tmp_path)) == []


def killed_while_saving(folder: Path, first: int, saves: int) -> list[str]:
    """The numbers that were acknowledged before the process was killed in the middle of its work."""
    command = [sys.executable, "-c", SAVER, str(folder), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        told = [process.stdout.readline().strip() for _ in range(saves)]
        process.send_signal(signal.SIGKILL) if hasattr(signal, "SIGKILL") else process.kill()
        told += process.stdout.read().split()
    return [number for number in told if number]


@pytest.mark.slow
def test_a_process_killed_in_the_middle_of_saves_loses_nothing_acknowledged(tmp_path):
    a_desk(tmp_path)
    chance = random.Random(7)
    told: list[str] = []
    for turn in range(8):
        told += killed_while_saving(tmp_path, turn * 100_000, chance.randint(1, 60))

    desk = bootstrap.open_workplace(tmp_path).desk
    with desk.reading() as database:
        kept = [row[0] for row in database.rows("SELECT number FROM request")]
        eventless = database.row(
            "SELECT count(*) FROM request r WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = r.id)"
        )
    assert set(told) <= set(kept)
    assert len(kept) - len(told) <= 8
    assert eventless == (0,)
    assert checking.check(desk, an_operator(desk), sample=100_000).is_sound
