"""The batches that this station knows, byte for byte as they came, and which of them the hub holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.sync.hub import Blob, BlobKind


@dataclass(frozen=True, slots=True)
class HubState:
    """What is remembered of the hub."""

    address: str
    hello: bytes
    cursor: bytes | None
    exchanged_at: int | None
    size: int
    read_whole_at: int | None


def hub_state(database: Database) -> HubState | None:
    """The hub of this workplace, where it has one."""
    row = database.row("SELECT address, hello, cursor, exchanged_at, size, read_whole_at FROM hub")
    return None if row is None else HubState(*row)


def station_of(database: Database) -> bytes:
    """The identity under which this station writes."""
    row = database.row("SELECT id FROM station")
    assert row is not None
    return bytes(row[0])


def keep(database: Database, blob: Blob, *, is_on_hub: bool, with_bytes: bool = True) -> None:
    """Notes a blob as known."""
    database.execute_sql(
        "INSERT OR IGNORE INTO batch(name, kind, is_on_hub, sealed) VALUES (?, ?, ?, ?)",
        (blob.name, int(blob.kind), int(is_on_hub), blob.sealed if with_bytes else None),
    )


def keep_names(database: Database, names: Iterable[bytes], *, is_on_hub: bool) -> None:
    """Notes batches that a snapshot stands for; their bytes are not needed any more."""
    database.many(
        "INSERT INTO batch(name, kind, is_on_hub, sealed) VALUES (?, ?, ?, NULL) ON CONFLICT(name)"
        " DO UPDATE SET is_on_hub = excluded.is_on_hub, sealed = NULL",
        ((name, int(BlobKind.BATCH), int(is_on_hub)) for name in names),
    )


def known(database: Database, names: Iterable[bytes]) -> set[bytes]:
    """Those of the names that are known."""
    return {
        row[0]
        for part in chunks(names)
        for row in database.rows(f"SELECT name FROM batch WHERE name IN ({marks(part)})", *part)
    }


def batch_names(database: Database) -> set[bytes]:
    """Every known batch, by name."""
    return {row[0] for row in database.rows("SELECT name FROM batch WHERE kind = ?", int(BlobKind.BATCH))}


def mark_listed(database: Database, names: Iterable[bytes], *, is_whole: bool) -> None:
    """Notes what the hub holds; after a whole reading, what it does not as well."""
    if is_whole:
        database.execute_sql("UPDATE batch SET is_on_hub = 0 WHERE is_on_hub = 1 AND kind = ?", (int(BlobKind.BATCH),))
    database.many("UPDATE batch SET is_on_hub = 1 WHERE name = ? AND is_on_hub = 0", ((name,) for name in names))


def missing(database: Database) -> list[bytes]:
    """Names of known batches that the hub lacks, in the order in which they came."""
    rows = database.rows("SELECT name FROM batch WHERE is_on_hub = 0 AND sealed IS NOT NULL ORDER BY rowid")
    return [row[0] for row in rows]


def blob_of(database: Database, name: bytes) -> Blob:
    """A known batch with its bytes."""
    row = database.row("SELECT kind, sealed FROM batch WHERE name = ?", name)
    assert row is not None
    return Blob(BlobKind(row[0]), name, row[1])


def lacks_snapshot(database: Database) -> bool:
    """Whether something that only a snapshot can tell is missing on the hub."""
    return database.row("SELECT 1 FROM batch WHERE is_on_hub = 0 AND sealed IS NULL LIMIT 1") is not None


def has_unsent(database: Database) -> bool:
    """Whether something waits for the hub: in the journal, or as a batch."""
    return (
        database.row("SELECT 1 FROM change LIMIT 1") is not None
        or database.row("SELECT 1 FROM batch WHERE is_on_hub = 0 LIMIT 1") is not None
    )


def put_cursor(database: Database, cursor: bytes | None) -> None:
    """Moves the cursor, in the transaction that applies what it stands for (SYNC.md I5)."""
    database.execute_sql("UPDATE hub SET cursor = ?", (cursor,))


def put_hello(database: Database, hello: bytes) -> None:
    """Remembers the newest HELLO: it is put back where the hub loses it, and an older one is not believed again."""
    database.execute_sql("UPDATE hub SET hello = ? WHERE hello <> ?", (hello, hello))


def next_change(database: Database, count: int) -> int:
    """Takes numbers for as many changes and answers the first."""
    row = database.row("UPDATE hub SET next_change = next_change + ? RETURNING next_change - ?", count, count)
    assert row is not None
    return int(row[0])
