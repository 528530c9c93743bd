"""Backups are proven before they count, and only so many are kept."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from helpdesk.errors import UserError
from helpdesk.storage import backup, tables
from helpdesk.storage.database import Database
from tests.builders import MORNING, a_desk

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path) -> Database:
    return a_desk(tmp_path).database


def test_a_backup_holds_what_the_database_holds(tmp_path):
    desk = a_desk(tmp_path)
    with desk.work() as unit:
        unit.add(tables.Customer, name="Vera Lis", created_at=MORNING)

    made = backup.back_up(desk.database, label="now")

    copy = Database(made)
    with copy.reading():
        assert copy.rows("SELECT name FROM customer") == [("Vera Lis",)]
    assert backup.is_sound(made, quick=False)


def test_one_backup_a_day(database):
    assert backup.back_up_daily(database, MORNING) is not None
    assert backup.back_up_daily(database, MORNING + timedelta(hours=3)) is None
    assert backup.back_up_daily(database, MORNING + timedelta(days=1)) is not None


def test_the_oldest_backups_go_and_the_newest_stay(database):
    for day in range(10):
        made = backup.back_up_daily(database, MORNING + timedelta(days=day))
        os.utime(made, (day, day))

    backup.back_up(database, label="last", kept=backup.KEPT)

    names = [file.stem for file in backup.all_backups(database.file)]
    assert len(names) == backup.KEPT and names[0] == "last" and "2026-11-23" not in names


def test_a_backup_that_cannot_be_read_back_does_not_count(database, monkeypatch):
    good = backup.back_up(database, label="good")
    monkeypatch.setattr(backup, "is_sound", lambda *_, **__: False)

    with pytest.raises(UserError):
        backup.back_up(database, label="bad")

    assert backup.all_backups(database.file) == [good]
    assert [file.name for file in good.parent.iterdir()] == ["good.db"]


def test_the_newest_sound_backup_is_looked_for_behind_torn_ones(database):
    sound = backup.back_up(database, label="sound")
    os.utime(sound, (1, 1))
    (sound.parent / "torn.db").write_bytes(b"torn" * 5000)

    assert backup.newest_sound(database.file) == sound


def test_no_backup_is_sound_where_there_is_none(database):
    assert backup.newest_sound(database.file) is None


def test_a_file_set_aside_takes_its_companions_along(database):
    database.close_all()
    wal = database.file.with_name(database.file.name + "-wal")
    wal.write_bytes(b"left over")

    kept = backup.set_aside(database.file, "20261123-070000")

    assert kept.name == "helpdesk-damaged-20261123-070000.db"
    assert kept.with_name(kept.name + "-wal").exists()
    assert not database.file.exists() and not wal.exists()
