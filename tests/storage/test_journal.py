"""The triggers note every change of a synchronised record, by any code path, in its own transaction (SYNC.md "Capture")."""

from __future__ import annotations

import pytest
from peewee import AutoField

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import new_identity
from helpdesk.storage import journal, tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import add_event
from tests.builders import MORNING, a_desk

DERIVED = {"tail", "state", "category", "due_at", "score", "stage", "total_minor", "is_open", "title"}


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    forget(desk.database)
    return desk


def forget(database: Database) -> None:
    with database.writing():
        database.execute_sql("DELETE FROM change")


def noted(desk) -> list[tuple[int, bytes, int]]:
    with desk.reading() as database:
        return [
            (number, bytes(one), mask)
            for number, one, mask in database.rows("SELECT tbl, id, mask FROM change ORDER BY seq")
        ]


def a_customer(desk, **cells):
    with desk.work() as unit:
        return unit.add(tables.Customer, created_at=MORNING, **{"name": "Vera Lis", **cells})


def bit(table, name: str) -> int:
    return 1 << table.columns[name]


def test_a_new_record_is_noted_whole(desk):
    row = a_customer(desk)

    assert noted(desk) == [(tables.Customer.journal, row.id, journal.WHOLE_ROW)]


def test_a_changed_cell_sets_its_own_bit_alone(desk):
    row = a_customer(desk)
    forget(desk.database)

    with desk.work() as unit:
        unit.change(unit.get(tables.Customer, row.id), city="Pskov")

    assert noted(desk) == [(tables.Customer.journal, row.id, bit(tables.Customer, "city"))]


def test_every_numbered_column_of_every_table_has_a_bit_that_its_change_sets(desk):
    for table in tables.JOURNALLED:
        name = table._meta.table_name
        with desk.database.writing() as database:
            columns = [row[1:4] for row in database.rows(f"PRAGMA table_info({name})")]
            cells = {column: (0 if "INT" in kind else "") for column, kind, is_needed in columns if is_needed}
            cells.update(alias=1, id=new_identity(MORNING))
            marks = ", ".join("?" * len(cells))
            listed = ", ".join(f'"{column}"' for column in cells)
            database.execute_sql(f"INSERT INTO {name} ({listed}) VALUES ({marks})", list(cells.values()))
        for column in table.columns:
            forget(desk.database)
            with desk.database.writing() as database:
                database.execute_sql(f'UPDATE {name} SET "{column}" = ? WHERE id = ?', ("changed", cells["id"]))
            assert noted(desk) == [(table.journal, cells["id"], bit(table, column))], f"{name}.{column}"


def test_raw_sql_is_noted_too(desk):
    row = a_customer(desk)
    forget(desk.database)

    with desk.database.writing() as database:
        database.execute_sql("UPDATE customer SET note = 'by hand', name = 'Vera Lis-Orlova'")

    assert noted(desk) == [
        (tables.Customer.journal, row.id, bit(tables.Customer, "note") | bit(tables.Customer, "name"))
    ]


def test_two_changes_of_a_record_are_one_row_with_both_bits(desk):
    row = a_customer(desk)
    forget(desk.database)

    for cells in ({"city": "Pskov"}, {"note": "calls in the evening"}):
        with desk.work() as unit:
            unit.change(unit.get(tables.Customer, row.id), **cells)

    assert noted(desk) == [
        (tables.Customer.journal, row.id, bit(tables.Customer, "city") | bit(tables.Customer, "note"))
    ]


def test_a_cell_written_with_the_value_it_has_is_not_noted(desk):
    a_customer(desk, city="Pskov")
    forget(desk.database)

    with desk.database.writing() as database:
        database.execute_sql("UPDATE customer SET city = 'Pskov'")

    assert noted(desk) == []


def test_only_cells_that_differ_are_written(desk):
    row = a_customer(desk, city="Pskov")
    statements = []

    with desk.work() as unit:
        found = unit.get(tables.Customer, row.id)
        unit.database.connection().set_trace_callback(statements.append)
        assert not unit.change(found, city="Pskov")
        assert unit.change(found, city="Pskov", note="new")
        unit.database.connection().set_trace_callback(None)

    # The trace repeats a statement for every trigger that it fires.
    (update,) = {text for text in statements if text.startswith("UPDATE")}
    assert '"note"' in update and '"city"' not in update


def test_an_applied_batch_is_not_noted_again(desk):
    with desk.database.writing() as database:
        database.execute_sql("UPDATE journal_state SET applying = 1")
        database.execute_sql(
            "INSERT INTO customer(alias, id, is_hidden, kind, name, form_of_address, company, position, city, country, inn,"
            " note, warning, preferences, language, time_zone, tags, foreign_number, created_at)"
            " VALUES (1, ?, 0, 'person', 'Remote', '', '', '', '', '', '', '', '', '', '', '', '[]', '', 0)",
            (new_identity(MORNING),),
        )
        database.execute_sql("UPDATE customer SET name = 'Remote again'")
        database.execute_sql("UPDATE journal_state SET applying = 0")

    assert noted(desk) == []


def test_derived_columns_are_never_noted(desk):
    assert not DERIVED & {*tables.Request.columns, *tables.Order.columns, *tables.Contact.columns}
    with desk.work() as unit:
        row = unit.add(
            tables.Request, number="1-00001-1", kind="service", subject="Lamp", channel="phone", priority="normal"
        )
        add_event(
            unit,
            SubjectKind.REQUEST,
            row.id,
            EventKind.CREATED,
            state="received",
            channel="phone",
            detail={"kind": "service", "priority": "normal"},
        )
    forget(desk.database)

    with desk.work() as unit:
        event = add_event(unit, SubjectKind.REQUEST, row.id, EventKind.STATE, state="in_work")

    with desk.reading() as database:
        assert database.row("SELECT state FROM request")[0] == "in_work"
    assert noted(desk) == [(tables.Event.journal, event.id, journal.WHOLE_ROW)]


def test_what_is_rolled_back_leaves_no_note(desk):
    with pytest.raises(ZeroDivisionError), desk.work() as unit:
        unit.add(tables.Customer, name="Vera Lis", created_at=MORNING)
        raise ZeroDivisionError

    assert noted(desk) == []
    with desk.reading() as database:
        assert database.rows("SELECT * FROM customer") == []


def test_nothing_is_deleted_hidden_records_stay_and_their_mark_is_noted(desk):
    row = a_customer(desk)
    forget(desk.database)

    with desk.work() as unit:
        unit.change(unit.get(tables.Customer, row.id), is_hidden=True)

    assert noted(desk) == [(tables.Customer.journal, row.id, bit(tables.Customer, "is_hidden"))]
    with desk.reading() as database:
        assert database.row("SELECT count(*) FROM customer")[0] == 1


def test_stamps_grow_with_every_change(desk):
    stamps = []
    for name in ("One", "Two", "Three"):
        a_customer(desk, name=name)
        with desk.reading() as database:
            stamps.append(database.row("SELECT max(stamp) FROM change")[0])

    assert stamps == sorted(set(stamps))


def test_a_table_with_more_columns_than_a_mask_holds_is_refused():
    class Wide(tables.Record):
        journal = 99
        columns = {f"c{at}": at for at in range(1, 64)}
        alias = AutoField()

    with pytest.raises(ValueError, match="62"):
        journal.triggers_of(Wide)


def test_two_columns_under_one_number_are_refused():
    class Doubled(tables.Record):
        journal = 98
        columns = {"is_hidden": 1, "name": 1}
        alias = AutoField()

    with pytest.raises(ValueError, match="differ"):
        journal.triggers_of(Doubled)


def test_table_numbers_are_never_shared():
    numbers = [table.journal for table in tables.JOURNALLED]

    assert len(set(numbers)) == len(numbers) and 0 not in numbers
