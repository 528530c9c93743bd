"""The one way to open a workplace's database file."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from peewee import PeeweeException, SqliteDatabase
from sqlcipher3 import dbapi2 as driver

from helpdesk.errors import DatabaseBusy, DiskFull, WorkplaceDamaged, WorkplaceUnwritable, WrongKey

BUSY_MILLISECONDS = 10_000
MOST_IDLE = 6
_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "normal"),
    ("temp_store", "memory"),
    ("cache_size", -16_000),
    ("foreign_keys", 0),
)


class Database(SqliteDatabase):
    """SQLite through the sqlcipher3 driver; a unit of work borrows a connection, with its warm cache."""

    server_version = driver.sqlite_version_info

    def __init__(self, file: Path, key: bytes | None = None) -> None:
        super().__init__(str(file), pragmas=_PRAGMAS, autoconnect=False, thread_safe=True)
        self.file = file
        self._key = key
        self._keeping = threading.Lock()
        self._idle: list[Any] = []

    def _connect(self) -> Any:
        # Borrowed by one thread at a time; a thread of Qt's pool forgets its own variables after each task.
        connection = driver.connect(
            self.database, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000, check_same_thread=False
        )
        try:
            if self._key is not None:
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
        except BaseException:
            connection.close()
            raise
        return connection

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection for reads; never waits for writers. Raises UserError where the file or the disk fails."""
        with translated(self.file), self._connected():
            yield self

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One IMMEDIATE transaction. Raises UserError where the file or the disk fails; nothing is half saved then."""
        with translated(self.file), self._connected(), self.atomic("IMMEDIATE"):
            yield self

    @contextmanager
    def _connected(self) -> Iterator[None]:
        if not self.is_closed():
            yield
            return
        with self._keeping:
            kept = self._idle.pop() if self._idle else None
        if kept is None:
            self.connect()
        else:
            self._state.set_connection(kept)  # type: ignore[attr-defined]
        try:
            yield
        finally:
            self._keep(self._state.conn)  # type: ignore[attr-defined]
            self._state.reset()  # type: ignore[attr-defined]

    def _keep(self, connection: Any) -> None:
        with self._keeping:
            if len(self._idle) < MOST_IDLE:
                self._idle.append(connection)
                return
        connection.close()

    def close_all(self) -> None:
        """Closes the idle connections; after it the file may be moved."""
        with self._keeping:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query written in SQL."""
        return list(self.execute_sql(sql, values).fetchall())

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query written in SQL."""
        return cast("tuple[Any, ...] | None", self.execute_sql(sql, values).fetchone())

    def many(self, sql: str, values: Any) -> None:
        """Runs one statement for many rows of values, at the driver's speed."""
        self.connection().executemany(sql, values)  # type: ignore[no-untyped-call]


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turns the driver's and the system's failures on `file` into errors that a user can act on."""
    try:
        yield
    except (driver.Error, PeeweeException, OSError) as error:
        known = _known(error, file)
        if known is None:
            raise
        raise known from error


def _known(error: BaseException, file: Path) -> Exception | None:
    text = str(error).lower()
    if isinstance(error, OSError) and error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return WorkplaceUnwritable(file.parent, error.strerror or text)
    for signs, known in (
        (("disk is full", "no space left"), DiskFull(file.parent)),
        (("readonly", "read-only", "unable to open"), WorkplaceUnwritable(file.parent, str(error))),
        (("is locked", "busy"), DatabaseBusy(file)),
        (("not a database",), WrongKey(file)),
        (("malformed", "corrupt", "disk i/o"), WorkplaceDamaged(file, None, None)),
    ):
        if any(sign in text for sign in signs):
            return known
    return None
