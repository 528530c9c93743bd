"""A newer program changes the form of a file by steps: behind a backup, with every row counted."""

from __future__ import annotations

import pytest

from helpdesk.storage import backup, migration, tables
from helpdesk.storage.database import Database
from tests.builders import MORNING, a_desk

NEXT = migration.VERSION + 1


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    with desk.work() as unit:
        unit.add(tables.Customer, name="Vera Lis", created_at=MORNING)
    return desk


def add_a_column(database: Database) -> None:
    database.execute_sql("ALTER TABLE customer ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")


def lose_a_row(database: Database) -> None:
    database.execute_sql("DELETE FROM customer")


def read(database: Database, sql: str) -> list:
    with database.reading():
        return database.rows(sql)


def test_a_step_brings_an_older_file_to_the_present_form(desk):
    migration.migrate(desk.database, steps={NEXT: add_a_column}, known=NEXT)

    assert read(desk.database, "SELECT name, nickname FROM customer") == [("Vera Lis", "")]
    assert read(desk.database, "PRAGMA user_version") == [(NEXT,)]


def test_the_file_is_backed_up_before_the_first_step(desk):
    migration.migrate(desk.database, steps={NEXT: add_a_column}, known=NEXT)

    (kept,) = backup.all_backups(desk.database.file)
    old = Database(kept)
    assert kept.stem == f"before-form-{NEXT}"
    assert read(old, "PRAGMA user_version") == [(migration.VERSION,)]
    assert read(old, "SELECT name FROM customer") == [("Vera Lis",)]


def test_a_step_that_loses_rows_is_undone(desk):
    with pytest.raises(migration.RowsLostError):
        migration.migrate(desk.database, steps={NEXT: lose_a_row}, known=NEXT)

    assert read(desk.database, "SELECT name FROM customer") == [("Vera Lis",)]
    assert read(desk.database, "PRAGMA user_version") == [(migration.VERSION,)]


def test_triggers_are_made_anew_after_a_step_that_rebuilt_a_table(desk):
    def rebuild(database: Database) -> None:
        database.execute_sql("CREATE TABLE moved AS SELECT * FROM operator")
        database.execute_sql("DROP TABLE operator")
        database.execute_sql("ALTER TABLE moved RENAME TO operator")

    migration.migrate(desk.database, steps={NEXT: rebuild}, known=NEXT)

    with desk.database.writing() as database:
        database.execute_sql("DELETE FROM change")
        database.execute_sql("UPDATE operator SET name = 'Renamed'")
        assert database.row("SELECT tbl FROM change") == (tables.Operator.journal,)


def test_a_file_of_the_present_form_is_left_alone(desk):
    migration.migrate(desk.database)

    assert backup.all_backups(desk.database.file) == []


def test_steps_run_in_their_order_and_each_is_kept_on_its_own(desk):
    with pytest.raises(migration.RowsLostError):
        migration.migrate(desk.database, steps={NEXT: add_a_column, NEXT + 1: lose_a_row}, known=NEXT + 1)

    assert read(desk.database, "PRAGMA user_version") == [(NEXT,)]
    assert read(desk.database, "SELECT nickname FROM customer") == [("",)]
