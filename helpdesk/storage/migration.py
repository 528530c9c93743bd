"""The form of the database: made whole at first, later changed by numbered steps, each behind a backup.

The number stands in `PRAGMA user_version`. A step is a function of the database; rows are counted before and after.
"""

from __future__ import annotations

from collections.abc import Callable

from peewee import SchemaManager

from helpdesk.errors import WorkplaceNewer
from helpdesk.storage.backup import back_up
from helpdesk.storage.database import Database
from helpdesk.storage.exchange_tables import EXCHANGE_TABLES
from helpdesk.storage.file_form import VERSION as VERSION
from helpdesk.storage.file_form import version as version
from helpdesk.storage.indexes import LATER_INDEXES
from helpdesk.storage.journal import trigger_statements
from helpdesk.storage.local import LOCAL_TABLES
from helpdesk.storage.search import SEARCH_TABLES
from helpdesk.storage.tables import JOURNALLED

Step = Callable[[Database], None]
STEPS: dict[int, Step] = {}


class RowsLostError(RuntimeError):
    """A migration step changed the number of rows; the transaction was rolled back."""


def make(database: Database) -> None:
    """Makes every table, index and trigger in an empty file."""
    with database.writing():
        for statement in (*LOCAL_TABLES, *EXCHANGE_TABLES):
            database.execute_sql(statement)
        for table in JOURNALLED:
            schema = SchemaManager(table, database)
            schema.create_table(safe=False)
            schema.create_indexes(safe=False)
        for statement in (*LATER_INDEXES, *SEARCH_TABLES, *trigger_statements()):
            database.execute_sql(statement)
        database.execute_sql(f"PRAGMA user_version = {VERSION}")


def counts(database: Database) -> dict[str, int]:
    """Rows by synchronised table."""
    found = {}
    for table in JOURNALLED:
        name = table._meta.table_name
        row = database.row(f'SELECT count(*) FROM "{name}"')
        found[name] = int(row[0]) if row else 0
    return found


def migrate(database: Database, *, steps: dict[int, Step] = STEPS, known: int = VERSION) -> None:
    """Brings an older file to the present form. Raises WorkplaceNewer for a file of a newer program."""
    with database.reading():
        found = version(database)
    if found > known:
        raise WorkplaceNewer(database.file.parent, found, known)
    if found == known:
        return
    back_up(database, label=f"before-form-{known}")
    for number in range(found + 1, known + 1):
        with database.writing():
            before = counts(database)
            steps[number](database)
            for statement in trigger_statements():
                database.execute_sql(statement)
            after = counts(database)
            if any(after.get(name) != count for name, count in before.items()):
                raise RowsLostError(f"step {number}: {before} became {after}")
            database.execute_sql(f"PRAGMA user_version = {number}")
