"""What peewee asks of a database, answered by ours: the grammar is peewee's, connection and transaction are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as driver

if TYPE_CHECKING:
    from helpdesk.storage.database import Database


class Dialect(SqliteDatabase):
    """Turns peewee's queries into SQL and has them run where `database` stands just now."""

    server_version = driver.sqlite_version_info

    def __init__(self, database: Database) -> None:
        super().__init__(str(database.file), autoconnect=False, thread_safe=True)
        self._ours = database

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        return self._ours.execute_sql(sql, params)
