"""What a reading of the hub brings: opened, told apart, and gathered into lots that one transaction each applies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helpdesk.storage.database import Database
from helpdesk.sync import ledger
from helpdesk.sync.batch import Batch
from helpdesk.sync.hub import Blob, BlobKind, Reading
from helpdesk.sync.moving import Move, word_of
from helpdesk.sync.office import Office
from helpdesk.sync.snapshot import Index

MOST_BYTES = 2 << 20
"""Sealed bytes that one transaction applies at most, so that nobody waits long for it."""


@dataclass
class Lot:
    """Blobs that were not known, with what they say; `is_last` where nothing follows."""

    batches: list[tuple[Blob, Batch]] = field(default_factory=list)
    size: int = 0
    is_last: bool = False


@dataclass
class Intake:
    """One reading on its way in."""

    office: Office
    reading: Reading
    listed: set[bytes] = field(default_factory=set)
    indexes: list[Index] = field(default_factory=list)
    refused: int = 0
    moved: Move | None = None
    _spared: set[bytes] = field(default_factory=set)

    def lots(self) -> Iterator[Lot]:
        """What has to be applied, in the hub's order; the last lot comes always."""
        lot = Lot()
        for blob in self.reading.blobs:
            if blob.kind is BlobKind.MOVED:
                self._hear_move(blob)
                continue
            self.listed.add(blob.name)
            if self._is_known(blob.name):
                continue
            match self.office.opened(blob):
                case None:
                    self.refused += 1
                case Index() as index:
                    self._note(index)
                case Batch() as batch:
                    lot.batches.append((blob, batch))
                    lot.size += len(blob.sealed)
            if lot.size >= MOST_BYTES:
                yield lot
                lot = Lot()
        lot.is_last = True
        yield lot

    def _hear_move(self, blob: Blob) -> None:
        move = word_of(blob, self.office.key)
        if move is not None and (self.moved is None or move > self.moved):
            self.moved = move

    def whole_indexes(self, database: Database) -> list[Index]:
        """The snapshots of which the hub holds every chunk."""
        return [index for index in self.indexes if self._is_whole(database, index)]

    def _is_whole(self, database: Database, index: Index) -> bool:
        unseen = index.chunks - self.listed
        return not unseen or (not self.reading.is_whole and not unseen - ledger.known(database, unseen))

    def _is_known(self, name: bytes) -> bool:
        if name in self._spared:
            return True
        with self.office.database.reading() as database:
            row = database.row("SELECT kind FROM batch WHERE name = ?", name)
        return row is not None

    def _note(self, index: Index) -> None:
        """Keeps an index; the chunks of one that tells nothing new need not be opened."""
        self.indexes.append(index)
        with self.office.database.reading() as database:
            if not index.covered - ledger.known(database, index.covered):
                self._spared |= index.chunks
