"""The one way to open a database file: WAL, foreign keys off, a key that counts, failures in words."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from helpdesk import bootstrap
from helpdesk.errors import (
    DatabaseBusy,
    WorkplaceDamaged,
    WorkplaceExists,
    WorkplaceMissing,
    WorkplaceNewer,
    WorkplaceUnwritable,
    WrongKey,
)
from helpdesk.service import checking
from helpdesk.storage import database as storage
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from tests.builders import COMPANY, MORNING, a_clock, a_desk, an_operator

KEY = bytes(range(32))


def pragma(database: Database, name: str) -> object:
    with database.reading():
        return database.row(f"PRAGMA {name}")[0]


def test_a_workplace_stands_in_wal_with_foreign_keys_off(tmp_path):
    desk = a_desk(tmp_path)

    assert pragma(desk.database, "journal_mode") == "wal"
    assert pragma(desk.database, "foreign_keys") == 0


def test_a_reader_never_waits_for_a_writer(tmp_path):
    desk = a_desk(tmp_path)
    other = Database(desk.database.file)

    with desk.work() as unit:
        unit.add(tables.Customer, name="Vera Lis", created_at=MORNING)
        with other.reading():
            assert other.row("SELECT count(*) FROM customer")[0] == 0

    with other.reading():
        assert other.row("SELECT count(*) FROM customer")[0] == 1


def test_two_writers_at_once_end_in_words_not_in_a_hang(tmp_path, monkeypatch):
    desk = a_desk(tmp_path)
    monkeypatch.setattr(storage, "BUSY_MILLISECONDS", 1)
    other = Database(desk.database.file)

    with desk.database.writing(), pytest.raises(DatabaseBusy), other.writing():
        pass


def test_an_encrypted_workplace_opens_with_its_key_alone(tmp_path):
    bootstrap.create(tmp_path, COMPANY, "Anna Belova", clock=a_clock(), key=KEY).close()

    bootstrap.open_workplace(tmp_path, key=KEY).close()
    with pytest.raises(WrongKey):
        bootstrap.open_workplace(tmp_path, key=bytes(32))


def test_an_encrypted_file_tells_nothing_to_those_without_the_key(tmp_path):
    bootstrap.create(tmp_path, COMPANY, "Anna Belova", clock=a_clock(), key=KEY).close()
    file = tmp_path / bootstrap.FILE

    raw = file.read_bytes()
    assert not raw.startswith(b"SQLite format 3") and b"Anna Belova" not in raw and b"CREATE TABLE" not in raw
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(file) as plain:
        try:
            plain.execute("SELECT * FROM company")
        finally:
            plain.close()


def test_no_workplace_is_said_so(tmp_path):
    with pytest.raises(WorkplaceMissing):
        bootstrap.open_workplace(tmp_path)


def test_a_second_workplace_never_takes_the_place_of_the_first(tmp_path):
    a_desk(tmp_path)
    before = (tmp_path / bootstrap.FILE).read_bytes()

    with pytest.raises(WorkplaceExists):
        a_desk(tmp_path)

    assert (tmp_path / bootstrap.FILE).read_bytes() == before


def test_a_workplace_of_a_newer_program_is_left_alone(tmp_path):
    desk = a_desk(tmp_path)
    with desk.database.writing() as database:
        database.execute_sql("PRAGMA user_version = 99")

    with pytest.raises(WorkplaceNewer) as told:
        bootstrap.open_workplace(tmp_path)

    assert told.value.version == 99


def test_a_folder_where_a_file_stands_is_told(tmp_path):
    (tmp_path / "desk").write_text("a file")

    with pytest.raises(WorkplaceUnwritable):
        a_desk(tmp_path / "desk")


def tear(file) -> None:
    """Spoils the pages behind the first, as a bad disk does."""
    raw = bytearray(file.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 200] = b"\xa5" * 200
    file.write_bytes(bytes(raw))


def settled(folder) -> None:
    desk = a_desk(folder)
    bootstrap.Workplace(desk).start_work()
    with desk.reading() as database:
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_torn_database_is_told_with_its_newest_sound_backup(tmp_path):
    settled(tmp_path)
    tear(tmp_path / bootstrap.FILE)

    with pytest.raises(WorkplaceDamaged) as told:
        bootstrap.open_workplace(tmp_path).start_work()

    assert told.value.backup == tmp_path / "backups" / "2026-11-23.db"


def test_a_database_with_another_head_is_told_as_damaged(tmp_path):
    settled(tmp_path)
    (tmp_path / bootstrap.FILE).write_bytes(b"not a database at all" * 1000)

    with pytest.raises(WorkplaceDamaged) as told:
        bootstrap.open_workplace(tmp_path)

    assert told.value.backup is not None


def test_the_newest_sound_backup_takes_the_place_and_the_damaged_file_is_kept(tmp_path):
    settled(tmp_path)
    file = tmp_path / bootstrap.FILE
    tear(file)
    torn = file.read_bytes()

    kept = bootstrap.restore_backup(tmp_path, clock=a_clock())

    assert kept.read_bytes() == torn
    workplace = bootstrap.open_workplace(tmp_path)
    assert workplace.desk.company.name == COMPANY.name
    assert checking.check(workplace.desk, an_operator(workplace.desk)).is_sound


def test_without_a_sound_backup_nothing_is_moved(tmp_path):
    settled(tmp_path)
    file = tmp_path / bootstrap.FILE
    tear(file)
    shutil.rmtree(tmp_path / "backups")
    torn = file.read_bytes()

    with pytest.raises(WorkplaceDamaged):
        bootstrap.restore_backup(tmp_path)

    assert file.read_bytes() == torn
