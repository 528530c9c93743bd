"""A hub in PostgreSQL: the same sealed blobs in one table, one head row, and a call to who waits."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from helpdesk.errors import HubExists, HubForeign, HubHelloMissing, HubMissing, HubNewer, HubUnreadable, UserError
from helpdesk.sync import postgres_rows
from helpdesk.sync.frame import START, FrameKind
from helpdesk.sync.hello import HelloBroken, decoded, encoded
from helpdesk.sync.hub import FORMAT, Blob, Hello, Reading, Seat
from helpdesk.sync.postgres_rows import Rows, every_row, is_there, rows_behind
from helpdesk.sync.postgres_session import CHANNEL, Session

if TYPE_CHECKING:
    import psycopg

_FORM = struct.Struct("<BQ16sQ16sQ16s")
_VERSION = 2
_MOST_KEPT = 16 << 20
_HEAD = "SELECT hello, place, chain, pg_total_relation_size('helpdesk_blob') FROM helpdesk_hub"
_FORGOTTEN = b"\0"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row read, the last row that this station wrote, and the head as it was then."""

    place: int
    chain: bytes
    own: tuple[int, bytes]
    head: tuple[int, bytes]

    @classmethod
    def unpacked(cls, packed: bytes | None) -> Cursor | None:
        """The cursor from its bytes; none where they are another hub's."""
        if not packed or len(packed) != _FORM.size or packed[0] != _VERSION:
            return None
        _, place, chain, own, own_chain, head, head_chain = _FORM.unpack(packed)
        return cls(place, chain, (own, own_chain), (head, head_chain))

    @classmethod
    def at(cls, place: int, chain: bytes) -> Cursor:
        return cls(place, chain, (place, chain), (place, chain))

    def packed(self) -> bytes:
        return _FORM.pack(_VERSION, self.place, self.chain, *self.own, *self.head)


@dataclass(frozen=True, slots=True)
class Sight:
    """The hub as it was read; `names` of all blobs, or none where only the tail was read."""

    hello: Hello
    has_hello: bool
    at: Cursor
    rows: Rows
    names: frozenset[bytes] | None
    size: int


class PostgresHub:
    """One station's way to a hub in PostgreSQL."""

    def __init__(self, url: str, shown: str, seat: Seat) -> None:
        self._seat = seat
        self._shown = shown
        self._session = Session(url, shown, seat.who)
        self._sight: Sight | None = None

    @classmethod
    def create(cls, url: str, shown: str, hello: Hello, seat: Seat) -> PostgresHub:
        """Makes the tables where none are. Raises HubExists, HubUnwritable, HubUnreachable and their kin."""
        hub = cls(url, shown, seat)
        try:
            with hub._session.transaction(is_reading=False) as connection:
                if not _lay_out(connection, hello):
                    raise HubExists(shown)
        except UserError:
            hub.close()
            raise
        return hub

    def is_unchanged(self, cursor: bytes) -> bool:
        """Whether nothing came since the cursor. Raises HubUnreachable, HubMissing and their kin."""
        at = Cursor.unpacked(cursor)
        head = self._session.ask("SELECT place, chain FROM helpdesk_hub")
        if head is None:
            raise HubMissing(self._shown)
        return at is not None and at.head == tuple(head) == (at.place, at.chain)

    def read(self, cursor: bytes | None) -> Reading:
        """What came since the cursor. Raises HubMissing, HubForeign, HubNewer, HubUnreachable and their kin."""
        self._sight = None
        at = Cursor.unpacked(cursor) if self._seat.hello else None
        kept: list[Blob] | None = None
        with self._session.transaction(is_reading=True) as connection:
            sight = self._look(connection, at)
            if sum(entry.length for entry in sight.rows.entries) <= _MOST_KEPT:
                kept = list(postgres_rows.blobs_at(connection, sight.rows.entries))
        self._sight = sight
        return Reading(
            hello=sight.hello,
            blobs=self._far_blobs(sight.rows) if kept is None else iter(kept),
            is_whole=sight.names is not None,
            cursor=sight.at.packed(),
            damage=sight.rows.unasked(),
            size=sight.size,
            needs_mending=bool(sight.rows.unasked()) or not sight.has_hello,
        )

    def _look(self, connection: psycopg.Connection[Any], at: Cursor | None) -> Sight:
        said, place, chain, size = self._head(connection, _HEAD)
        hello, has_hello = self._greeted(bytes(said))
        rows = _tail(connection, at) if at else None
        is_whole = rows is None
        if rows is None:
            rows = every_row(connection)
        names = frozenset(entry.name for entry in rows.entries) if is_whole else None
        here = Cursor(rows.place, rows.chain, (rows.place, rows.chain), (place, chain))
        return Sight(hello, has_hello, here, rows, names, size)

    def _head(self, connection: psycopg.Connection[Any], asked: str) -> Any:
        head = connection.execute(asked).fetchone()
        if head is None:
            raise HubMissing(self._shown)
        return head

    def _greeted(self, said: bytes) -> tuple[Hello, bool]:
        """The HELLO that holds, and whether the hub says it."""
        remembered = self._seat.hello
        try:
            found: Hello | None = decoded(said)
        except HelloBroken:
            found = None
        if found and remembered and found.office != remembered.office:
            raise HubForeign(self._shown)
        if found is None or not self._seat.trusts(found):
            if remembered is None:
                raise HubHelloMissing(self._shown)
            return remembered, False
        if found.least_reader > FORMAT:
            raise HubNewer(self._shown, found.least_reader, FORMAT)
        is_older = remembered is not None and remembered.revision > found.revision
        return (remembered, False) if is_older and remembered else (found, True)

    def _far_blobs(self, rows: Rows) -> Iterator[Blob]:
        with self._session.transaction(is_reading=True) as connection:
            count = 0
            for blob in postgres_rows.blobs_at(connection, rows.entries):
                count += 1
                yield blob
        if count != len(rows.entries):
            raise HubUnreadable(self._shown, "it was replaced while it was read")

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        """Adds what is not there in one transaction. Raises HubLocked, HubFull, HubUnwritable and their kin."""
        if self._sight is None:
            self.read(None)
        sight, self._sight = self._sight, None
        assert sight is not None
        unasked = sight.rows.unasked()
        if not (blobs or hello or unasked or not sight.has_hello):
            self._sight = sight
            return sight.at.packed()
        with self._session.transaction(is_reading=False) as connection:
            _, place, *_ = self._head(connection, f"{_HEAD} FOR UPDATE")
            tail = _tail(connection, sight.at)
            met = every_row(connection) if tail is None else tail
            present = {entry.name for entry in met.entries} | met.asked
            if tail is not None:
                present |= sight.names or set()
            pieces = [(int(FrameKind.REPAIR), damage.name) for damage in unasked if damage.name not in present]
            pieces += [(int(blob.kind), blob.sealed) for blob in blobs if blob.name not in present]
            # Behind the last row that is there, wherever the head says it is: a head may be older than its rows.
            start = (max(met.place, place), met.chain)
            end = postgres_rows.add(connection, pieces, *start)
            self._set_head(connection, hello or (None if sight.has_hello else sight.hello), end)
        if tail is None:
            return _FORGOTTEN
        if tail.place == sight.at.place:
            return Cursor.at(end.place, end.chain).packed()
        return Cursor(sight.at.place, sight.at.chain, (end.place, end.chain), (0, START)).packed()

    def _set_head(self, connection: psycopg.Connection[Any], hello: Hello | None, end: Rows) -> None:
        if hello:
            connection.execute("UPDATE helpdesk_hub SET hello = %s", (encoded(hello),))
        connection.execute("UPDATE helpdesk_hub SET place = %s, chain = %s", (end.place, end.chain))
        connection.execute(f"NOTIFY {CHANNEL}")

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        """Puts other rows in the place of all; what others added meanwhile goes along. Raises HubFull and its kin."""
        sight, self._sight = self._sight, None
        with self._session.transaction(is_reading=False) as connection:
            _lay_out(connection, hello)
            _, place, *_ = self._head(connection, f"{_HEAD} FOR UPDATE")
            tail = _tail(connection, sight.at) if sight else None
            met = every_row(connection) if tail is None else tail
            late = list(postgres_rows.blobs_at(connection, met.entries))
            connection.execute("DELETE FROM helpdesk_blob")
            seen = set(sight.names or ()) if sight else set()
            pieces = _pieces(blobs, late, seen)
            end = postgres_rows.add(connection, pieces, max(place, met.place), START)
            self._set_head(connection, hello, end)

    def wait(self, seconds: float) -> bool:
        """Whether another station pushed within so many seconds. Raises HubUnreachable."""
        return self._session.wait(seconds)

    def server_time(self) -> datetime | None:
        """The time by the server's clock. Raises HubUnreachable."""
        (now,) = self._session.ask("SELECT clock_timestamp()")
        return datetime.fromtimestamp(now.timestamp(), UTC)

    def close(self) -> None:
        """Ends the connections."""
        self._session.close()


def _lay_out(connection: psycopg.Connection[Any], hello: Hello) -> bool:
    """Makes tables and head row where they are missing; whether the head was."""
    for table in postgres_rows.TABLES:
        connection.execute(table)
    made = connection.execute(
        "INSERT INTO helpdesk_hub (hello, place, chain) VALUES (%s, 0, %s) ON CONFLICT DO NOTHING",
        (encoded(hello), START),
    )
    return bool(made.rowcount)


def _tail(connection: psycopg.Connection[Any], at: Cursor) -> Rows | None:
    """What lies behind the cursor; none where everything has to be read."""
    if not is_there(connection, at.place, at.chain) or not is_there(connection, *at.own):
        return None
    rows = rows_behind(connection, at.place, at.chain)
    return None if rows.damage or rows.asked else rows


def _pieces(blobs: Iterable[Blob], late: Sequence[Blob], seen: set[bytes]) -> Iterator[tuple[int, bytes]]:
    given: set[bytes] = set()
    for blob in blobs:
        if blob.name not in given:
            given.add(blob.name)
            yield int(blob.kind), blob.sealed
    for blob in late:
        if blob.name not in given | seen:
            yield int(blob.kind), blob.sealed
