"""The rows of a hub in PostgreSQL: the same sealed blobs in the order of their commits, chained like frames.

One head row is updated by every push, which makes the places of the rows gap-free in the order of the commits (numbers
from a sequence are given out before the commit: a reader passes over rows that commit later).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from helpdesk.sync.frame import START, FrameKind, frame_hash, linked
from helpdesk.sync.hub import Blob, BlobKind, Damage

if TYPE_CHECKING:
    import psycopg

TABLES = (
    "CREATE TABLE IF NOT EXISTS helpdesk_hub (one boolean PRIMARY KEY DEFAULT true CHECK (one), "
    "hello bytea NOT NULL, place bigint NOT NULL, chain bytea NOT NULL)",
    "CREATE TABLE IF NOT EXISTS helpdesk_blob (place bigint PRIMARY KEY, kind smallint NOT NULL, name bytea NOT NULL, "
    "chain bytea NOT NULL, sealed bytea NOT NULL)",
)
_PAGE = 4 << 20
_INDEX = (
    "SELECT place, kind, name, chain, octet_length(sealed), sha256(sealed) = name, "
    "CASE WHEN kind = 3 THEN sealed END FROM helpdesk_blob WHERE place > %s ORDER BY place"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A blob on the server."""

    place: int
    kind: BlobKind
    name: bytes
    length: int


@dataclass(slots=True)
class Rows:
    """What lies behind a place, sound or not."""

    place: int
    chain: bytes
    entries: list[Entry] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)
    asked: set[bytes] = field(default_factory=set)

    def unasked(self) -> tuple[Damage, ...]:
        """Damage that no station has asked about."""
        return tuple(damage for damage in self.damage if damage.name not in self.asked)

    def take(self, row: Sequence[Any], *, is_first: bool) -> None:
        """Adds a row of the index; one that does not fit the chain, or whose bytes are others, is damage."""
        place, kind, name, chain, length, is_sound, question = row
        is_next = is_first or place == self.place + 1
        hash = frame_hash(kind, length, name)
        if not (is_next and is_sound and chain == linked(self.chain, hash)):
            self.damage.append(
                Damage(place, sha256(struct.pack("<Q", place) + self.chain + hash + chain).digest()[:16])
            )
        self.place, self.chain = place, chain
        if not is_sound:
            return
        if kind == FrameKind.REPAIR:
            self.asked.add(bytes(question))
        elif kind in (FrameKind.BATCH, FrameKind.SNAPSHOT, FrameKind.MOVED):
            self.entries.append(Entry(place, BlobKind(kind), name, length))


def rows_behind(connection: psycopg.Connection[Any], place: int, chain: bytes) -> Rows:
    """The rows behind a place whose chain is known."""
    found = Rows(place, chain)
    for row in connection.execute(_INDEX, (place,)):
        found.take(row, is_first=False)
    return found


def every_row(connection: psycopg.Connection[Any]) -> Rows:
    """All rows; the first may stand at any place."""
    found = Rows(0, START)
    for number, row in enumerate(connection.execute(_INDEX, (0,))):
        found.take(row, is_first=number == 0)
    return found


def is_there(connection: psycopg.Connection[Any], place: int, chain: bytes) -> bool:
    """Whether the row at a place is sound and has the chain."""
    if place == 0:
        return chain == START
    found = connection.execute(
        "SELECT chain = %s AND sha256(sealed) = name FROM helpdesk_blob WHERE place = %s", (chain, place)
    ).fetchone()
    return found is not None and bool(found[0])


def blobs_at(connection: psycopg.Connection[Any], entries: Sequence[Entry]) -> Iterator[Blob]:
    """The blobs themselves, some 4 MiB at a time; those that are gone meanwhile are left out."""
    for page in _pages(entries):
        places = [entry.place for entry in page]
        asked = "SELECT place, sealed FROM helpdesk_blob WHERE place = ANY(%s)"
        sealed = {place: bytes(piece) for place, piece in connection.execute(asked, (places,))}
        for entry in page:
            blob = Blob.of(entry.kind, sealed.get(entry.place, b""))
            if blob.name == entry.name:
                yield blob


def add(connection: psycopg.Connection[Any], pieces: Iterable[tuple[int, bytes]], place: int, chain: bytes) -> Rows:
    """Adds rows behind a place and answers where they end."""
    end = Rows(place, chain)

    def rows() -> Iterator[tuple[int, int, bytes, bytes, bytes]]:
        for kind, payload in pieces:
            name = sha256(payload).digest()
            end.chain = linked(end.chain, frame_hash(kind, len(payload), name))
            end.place += 1
            yield end.place, kind, name, end.chain, payload

    with connection.cursor() as cursor:
        for page in _row_pages(rows()):
            cursor.executemany(
                "INSERT INTO helpdesk_blob (place, kind, name, chain, sealed) VALUES (%s, %s, %s, %s, %s)", page
            )
    return end


def _pages(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    page: list[Entry] = []
    size = 0
    for entry in entries:
        page.append(entry)
        size += entry.length
        if size >= _PAGE:
            yield page
            page, size = [], 0
    if page:
        yield page


def _row_pages(
    rows: Iterable[tuple[int, int, bytes, bytes, bytes]],
) -> Iterator[list[tuple[int, int, bytes, bytes, bytes]]]:
    page = []
    size = 0
    for row in rows:
        page.append(row)
        size += len(row[-1])
        if size >= _PAGE:
            yield page
            page, size = [], 0
    if page:
        yield page
