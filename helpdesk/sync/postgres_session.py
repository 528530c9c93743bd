"""A station's connection to PostgreSQL; psycopg is brought in only here, and only when a server is spoken to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from helpdesk.errors import (
    DriverMissing,
    HubFull,
    HubLocked,
    HubMissing,
    HubUnreachable,
    HubUnreadable,
    HubUnwritable,
    UserError,
)

if TYPE_CHECKING:
    import psycopg

CHANNEL = "helpdesk_hub"
_PATIENCE = "15s"
# A cable that was pulled is noticed in half a minute instead of hours.
_KEEPALIVE = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
_NAME_LIMIT = 60


class Session:
    """Connects when needed and again after a failure; what the URL says of TLS and time limits holds."""

    def __init__(self, url: str, shown: str, who: str) -> None:
        self.url = url
        self.shown = shown
        self._who = who
        self._connection: psycopg.Connection[Any] | None = None
        self._listening: psycopg.Connection[Any] | None = None

    @contextmanager
    def transaction(self, *, is_reading: bool) -> Iterator[psycopg.Connection[Any]]:
        """One transaction; a reading one sees one state of the hub. Raises HubUnreachable, HubMissing and their kin."""
        with self._translated():
            connection = self._connected()
            if not self._answers(connection):
                connection = self._connected()
        with self._translated(), connection.transaction():
            mode = "ISOLATION LEVEL REPEATABLE READ, READ ONLY" if is_reading else "ISOLATION LEVEL READ COMMITTED"
            connection.execute(f"SET TRANSACTION {mode}")
            yield connection

    def ask(self, question: str) -> Any:
        """The first row of an answer, in one round trip. Raises HubUnreachable, HubMissing and their kin."""
        psycopg = driver()
        with self._translated():
            try:
                return self._connected().execute(question).fetchone()
            except psycopg.OperationalError:
                # The server ended an idle connection: no failure of the hub yet.
                if self._connection is None or not self._connection.broken:
                    raise
            return self._connected().execute(question).fetchone()

    def wait(self, seconds: float) -> bool:
        """Whether another station called within so many seconds. Raises HubUnreachable."""
        with self._translated():
            if self._listening is None or self._listening.closed:
                self._listening = self._connect()
                self._listening.execute(f"LISTEN {CHANNEL}")
            return any(True for _ in self._listening.notifies(timeout=seconds, stop_after=1))

    def close(self) -> None:
        """Ends both connections."""
        for connection in (self._connection, self._listening):
            if connection is not None:
                connection.close()
        self._connection = self._listening = None

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is not None and not self._connection.closed:
            return self._connection
        self._connection = self._connect()
        self._connection.execute(f"SET lock_timeout = '{_PATIENCE}'")
        return self._connection

    @staticmethod
    def _answers(connection: psycopg.Connection[Any]) -> bool:
        """Whether the server is still there: a connection that it ended while idle is no failure of the hub."""
        import psycopg

        try:
            connection.execute("SELECT 1")
        except psycopg.Error:
            connection.close()
            return False
        return True

    def _connect(self) -> psycopg.Connection[Any]:
        import psycopg
        from psycopg import conninfo

        named = f"helpdesk: {self._who}".encode()[:_NAME_LIMIT].decode(errors="ignore")
        given = conninfo.conninfo_to_dict(self.url)
        defaults = {name: value for name, value in _KEEPALIVE.items() if name not in given}
        return psycopg.connect(self.url, autocommit=True, **{"application_name": named, **defaults})  # type: ignore[arg-type]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        psycopg = driver()
        try:
            yield
        except psycopg.Error as error:
            told = self._told(error)
            if isinstance(error, psycopg.OperationalError) and self._connection is not None:
                self._connection.close()
            if isinstance(error, psycopg.OperationalError) and self._listening is not None:
                self._listening.close()
            raise told from error

    def _told(self, error: psycopg.Error) -> UserError:
        from psycopg import errors

        reason = " ".join(str(error.diag.message_primary or error).split())
        match error:
            case errors.UndefinedTable() | errors.InvalidCatalogName() | errors.InvalidSchemaName():
                return HubMissing(self.shown)
            case errors.DiskFull():
                return HubFull(self.shown)
            case errors.LockNotAvailable():
                return HubLocked(self.shown, *self._holder())
            case errors.InsufficientPrivilege() | errors.ReadOnlySqlTransaction():
                return HubUnwritable(self.shown, reason)
            case errors.OperationalError():
                return HubUnreachable(self.shown, reason)
        return HubUnreadable(self.shown, reason)

    def _holder(self) -> tuple[str, str]:
        """Who has been in a transaction longest, and since when by the server's clock."""
        import psycopg

        asked = (
            "SELECT application_name, to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS') FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL "
            "ORDER BY xact_start LIMIT 1"
        )
        try:
            with self._connect() as connection:
                found = connection.execute(asked).fetchone()
        except psycopg.Error:
            found = None
        return (found[0].removeprefix("helpdesk: ") or "?", found[1]) if found else ("?", "?")


def driver() -> Any:
    """The psycopg package. Raises DriverMissing."""
    try:
        import psycopg
    except ImportError as missing:
        raise DriverMissing("psycopg") from missing
    return psycopg
