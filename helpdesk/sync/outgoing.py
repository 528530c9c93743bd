"""What this station tells: its journal drained into sealed batches, and what the hub lacks put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from helpdesk.domain.identity import milliseconds
from helpdesk.storage.database import Database
from helpdesk.sync import ledger
from helpdesk.sync.batch import MOST_CHANGES, MOST_TEXT, Batch, encoded
from helpdesk.sync.change import Change
from helpdesk.sync.drain import drain
from helpdesk.sync.hub import Blob, BlobKind, Hub
from helpdesk.sync.office import Office
from helpdesk.sync.stamp import stamp_at

MOST_AT_ONCE = 16 << 20


def seal_journal(office: Office, server: datetime | None) -> list[Change]:
    """Drains the journal into batches that wait for the hub, inside the caller's transaction; answers the changes."""
    database = office.database
    station = ledger.station_of(database)
    changes = drain(database, station, None if server is None else stamp_at(server))
    now = milliseconds(office.clock.now())
    ahead = None if server is None else now - milliseconds(server)
    for part in _parts(changes):
        first = ledger.next_change(database, len(part))
        batch = Batch(station, first, part, office.schema, now, office.version, ahead)
        ledger.keep(database, office.sealed(encoded(batch), BlobKind.BATCH), is_on_hub=False)
    return changes


def _parts(changes: list[Change]) -> Iterator[list[Change]]:
    part: list[Change] = []
    size = 0
    for change in changes:
        length = sum(len(value) for value in change.cells.values() if isinstance(value, str))
        if part and (len(part) >= MOST_CHANGES or size + length > MOST_TEXT):
            yield part
            part, size = [], 0
        part.append(change)
        size += length
    if part:
        yield part


def push(office: Office, hub: Hub, *, needs_mending: bool) -> int:
    """Puts on the hub every batch that is known here and missing there, whoever made it; counts them."""
    database = office.database
    with database.reading():
        names = ledger.missing(database)
    for blobs in groups(_read(database, names)):
        _append(database, hub, blobs)
    if needs_mending and not names:
        _append(database, hub, [])
    return len(names)


def _append(database: Database, hub: Hub, blobs: list[Blob]) -> None:
    cursor = hub.append(blobs)
    with database.writing():
        ledger.mark_listed(database, (blob.name for blob in blobs), is_whole=False)
        if cursor:
            ledger.put_cursor(database, cursor)


def _read(database: Database, names: list[bytes]) -> Iterator[Blob]:
    for name in names:
        with database.reading():
            blob = ledger.blob_of(database, name)
        yield blob


def groups(blobs: Iterable[Blob]) -> Iterator[list[Blob]]:
    """Blobs in as few lots as memory should hold at once."""
    group: list[Blob] = []
    size = 0
    for blob in blobs:
        group.append(blob)
        size += len(blob.sealed)
        if size >= MOST_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group
