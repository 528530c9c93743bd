"""A workplace enters an office: its rows get marks, or it stays empty for those that come; and it leaves again."""

from __future__ import annotations

import os

from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS
from helpdesk.storage.unit import UnitOfWork
from helpdesk.sync import ledger, numbering
from helpdesk.sync.hello import encoded
from helpdesk.sync.hub import Hello
from helpdesk.sync.stamp import nuance

_FORGOTTEN = ("clock", "change", "batch", "conflict", "heard", "hub")
_A_NAME = 32


def found_office(unit: UnitOfWork, address: str, hello: Hello, name: str) -> None:
    """Makes this workplace the first of an office: every row that stands here is its own and waits for the hub."""
    database = unit.database
    station, stamp = ledger.station_of(database), unit.stamp()
    for form in FORMS.values():
        database.execute_sql(
            f'INSERT INTO clock SELECT ?, id, 0, ?, ?, 0 FROM "{form.name}"', (form.number, stamp, station)
        )
    database.execute_sql("DELETE FROM change")
    _remember(database, address, hello)
    # Stands for all that was here before: only a snapshot can tell it.
    ledger.keep_names(database, [os.urandom(_A_NAME)], is_on_hub=False)
    numbering.introduce(unit, name)
    row = database.row("SELECT number FROM station")
    numbering.claim(unit, row[0] if row else 1)
    unit.keep_stamps()


def enter_office(database: Database, address: str, hello: Hello, station: bytes) -> None:
    """Makes an empty database one of an office; it has no prefix of numbers yet."""
    database.execute_sql("INSERT INTO station VALUES (1, ?, ?, 1)", (station, numbering.UNCLAIMED))
    _remember(database, address, hello)


def leave_office(database: Database) -> None:
    """Goes on alone with all that is here."""
    for table in _FORGOTTEN:
        database.execute_sql(f"DELETE FROM {table}")
    database.execute_sql("UPDATE journal_state SET is_joined = 0")


def move_hub(database: Database, address: str, hello: Hello) -> None:
    """Exchanges through another hub from now on, of which nothing is known."""
    database.execute_sql("UPDATE hub SET address = ?, hello = ?, cursor = NULL", (address, encoded(hello)))
    database.execute_sql("UPDATE batch SET is_on_hub = 0")


def _remember(database: Database, address: str, hello: Hello) -> None:
    database.execute_sql(
        "INSERT INTO hub(one, address, hello, next_change, nuance) VALUES (1, ?, ?, 1, ?)",
        (address, encoded(hello), nuance(ledger.station_of(database))),
    )
    database.execute_sql("UPDATE journal_state SET is_joined = 1")
