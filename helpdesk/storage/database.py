"""The one way to open a workplace's database file."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlcipher3 import dbapi2 as driver

from helpdesk.errors import DatabaseBusy, DiskFull, WorkplaceDamaged, WorkplaceUnwritable, WrongKey

if TYPE_CHECKING:
    from peewee import SqliteDatabase as Queried
else:
    Queried = object

BUSY_MILLISECONDS = 10_000
MOST_IDLE = 6
STEPS_BETWEEN_BEATS = 200_000
_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "normal"),
    ("temp_store", "memory"),
    ("cache_size", -16_000),
    # An import writes some thousand pages a batch; carried over each time, many of them would go twice.
    ("wal_autocheckpoint", 4_000),
    ("foreign_keys", 0),
)


class _State(threading.local):
    """What one thread is at: the connection that it borrowed, how deep in transactions it stands."""

    connection: Any = None
    depth: int = 0


class Database(Queried):
    """SQLite through the sqlcipher3 driver; a unit of work borrows a connection, with its warm cache.

    Queries of peewee take it for one of theirs; peewee itself is loaded with the first of them, which the first window
    does without.
    """

    def __init__(self, file: Path, key: bytes | None = None) -> None:
        self.file = file
        self._key = key
        self._state = _State()
        self._keeping = threading.Lock()
        self._idle: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._dialect, name)

    @cached_property
    def _dialect(self) -> Any:
        from helpdesk.storage.dialect import Dialect

        return Dialect(self)

    def _connect(self) -> Any:
        # Borrowed by one thread at a time; a thread of Qt's pool forgets its own variables after each task.
        connection = driver.connect(
            str(self.file), isolation_level=None, timeout=BUSY_MILLISECONDS / 1000, check_same_thread=False
        )
        try:
            if self._key is not None:
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            for name, value in _PRAGMAS:
                connection.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            connection.close()
            raise
        return connection

    def connection(self) -> Any:
        """The driver's connection that this thread is at work with."""
        if self._state.connection is None:
            raise RuntimeError("no reading or writing was begun")
        return self._state.connection

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """Runs one statement in the reading or writing that was begun, and gives the driver's cursor."""
        return self.connection().execute(sql, params or ())

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection for reads; never waits for writers. Raises UserError where the file or the disk fails."""
        with translated(self.file), self._connected():
            yield self

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One IMMEDIATE transaction. Raises UserError where the file or the disk fails; nothing is half saved then."""
        with translated(self.file), self._connected(), self._transaction():
            yield self

    @contextmanager
    def at_one_instant(self) -> Iterator[Database]:
        """A connection for reads that all see the file as it was at the first of them. Raises UserError."""
        with translated(self.file), self._connected():
            self.execute_sql("BEGIN DEFERRED")
            try:
                yield self
            finally:
                self.execute_sql("ROLLBACK")

    @contextmanager
    def undone(self) -> Iterator[Database]:
        """A transaction that is taken back at its end, for looking at what would come of it. Raises UserError."""
        with translated(self.file), self._connected():
            self.execute_sql("BEGIN IMMEDIATE")
            try:
                yield self
            finally:
                self.execute_sql("ROLLBACK")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        state, connection = self._state, self.connection()
        begin, commit, back = (
            (f"SAVEPOINT s{state.depth}", f"RELEASE s{state.depth}", f"ROLLBACK TO s{state.depth}")
            if state.depth
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        connection.execute(begin)
        state.depth += 1
        try:
            yield
            connection.execute(commit)
        except BaseException:
            # A full disk has SQLite take the transaction back by itself.
            if connection.in_transaction:
                connection.execute(back)
            raise
        finally:
            state.depth -= 1

    @contextmanager
    def _connected(self) -> Iterator[None]:
        state = self._state
        if state.connection is not None:
            yield
            return
        with self._keeping:
            kept = self._idle.pop() if self._idle else None
        state.connection = kept or self._connect()
        try:
            yield
        finally:
            connection, state.connection = state.connection, None
            self._keep(connection)

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
        self.connection().executemany(sql, values)


@contextmanager
def interruptible(database: Database, pulse: Callable[[], object]) -> Iterator[None]:
    """Calls `pulse` now and then while queries of the block run; where it raises, it stops them and is called again."""
    connection = database.connection()
    is_stopped = False

    def beat() -> int:
        nonlocal is_stopped
        # What a handler raises ends the query, but SQLite's driver forgets it.
        is_stopped = True
        pulse()
        is_stopped = False
        return 0

    connection.set_progress_handler(beat, STEPS_BETWEEN_BEATS)
    try:
        yield
    except driver.Error:
        if is_stopped:
            pulse()
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Turns the driver's and the system's failures on `file` into errors that a user can act on."""
    try:
        yield
    except (driver.Error, OSError) as error:
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
