"""Snapshots made: the state held still while it is written beside the database, then put on the hub."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import IO

from helpdesk.storage.database import Database, translated
from helpdesk.sync import ledger
from helpdesk.sync.hub import Blob, BlobKind, Hello, Hub
from helpdesk.sync.office import Office
from helpdesk.sync.outgoing import groups, seal_journal
from helpdesk.sync.snapshot import index_parts, state_chunks

Progress = Callable[[int], None]


@dataclass
class Snapshot:
    """A snapshot on this computer's disk; close it when done."""

    spool: IO[bytes]
    lengths: list[int] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)
    covered: set[bytes] = field(default_factory=set)
    indexes: list[Blob] = field(default_factory=list)

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.spool.close()

    def chunks(self) -> Iterator[Blob]:
        """Its chunks, one at a time."""
        self.spool.seek(0)
        for length, name in zip(self.lengths, self.names, strict=True):
            yield Blob(BlobKind.SNAPSHOT, name, self.spool.read(length))

    def note(self, database: Database) -> None:
        """Remembers, in the caller's transaction, that the hub holds it: what it covers needs no bytes here."""
        for name in self.names:
            ledger.keep(database, Blob(BlobKind.SNAPSHOT, name, b""), is_on_hub=True, with_bytes=False)
        ledger.keep_names(database, self.covered, is_on_hub=True)


def take(office: Office, server: datetime | None, progress: Progress | None = None) -> Snapshot:
    """A snapshot of the present state, the journal drained before. Raises DiskFull and its kin."""
    database = office.database
    with translated(database.file):
        made = Snapshot(tempfile.TemporaryFile(dir=database.file.parent))  # noqa: SIM115
    with _still(office, server), translated(database.file):
        made.covered = ledger.batch_names(database)
        for plain in state_chunks(database, ledger.station_of(database)):
            blob = office.sealed(plain, BlobKind.SNAPSHOT)
            made.spool.write(blob.sealed)
            made.lengths.append(len(blob.sealed))
            made.names.append(blob.name)
            if progress is not None:
                progress(len(made.names))
    made.indexes = [office.sealed(plain, BlobKind.SNAPSHOT) for plain in index_parts(made.names, made.covered)]
    return made


@contextmanager
def _still(office: Office, server: datetime | None) -> Iterator[None]:
    """A reading transaction in which the journal is empty: the rows say nothing that no mark tells."""
    database = office.database
    while True:
        with database.writing():
            seal_journal(office, server)
        with database.at_one_instant():
            if database.row("SELECT 1 FROM change LIMIT 1") is None:
                yield
                return


def push_snapshot(office: Office, hub: Hub, server: datetime | None) -> None:
    """Adds a snapshot to the hub, where something is missing that only the state can tell."""
    with take(office, server) as snapshot:
        for blobs in groups(snapshot.chunks()):
            hub.append(blobs)
        cursor = hub.append(snapshot.indexes)
        with office.database.writing() as database:
            snapshot.note(database)
            if cursor:
                ledger.put_cursor(database, cursor)


def compact(office: Office, hub: Hub, hello: Hello, progress: Progress | None = None) -> None:
    """Puts one snapshot in the place of everything on the hub, of which this station has just read all.

    What another station adds meanwhile is put back by it at its next exchange: its batch is not covered.
    """
    with take(office, hub.server_time(), progress) as snapshot:
        hub.replace(hello, _index_first(snapshot))
        with office.database.writing() as database:
            snapshot.note(database)
            ledger.put_cursor(database, None)


def _index_first(snapshot: Snapshot) -> Iterator[Blob]:
    """A station that knows all that is covered has no need to open the chunks: it learns so first."""
    yield from snapshot.indexes
    yield from snapshot.chunks()
