"""Whether a hub holds what it should: every blob opened with the office key, every snapshot whole."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.sync.batch import Batch, BatchBroken, decoded, unpacked
from helpdesk.sync.hub import Blob, BlobKind, Reading
from helpdesk.sync.key import OfficeKey, SealBroken
from helpdesk.sync.snapshot import Index, index_of


@dataclass(frozen=True, slots=True)
class Verified:
    """What a hub holds, and what is wrong: damaged places, blobs that the office did not seal, snapshots in parts."""

    batches: int
    snapshots: int
    changes: int
    damaged: int
    refused: int
    incomplete: int
    hub_bytes: int
    listed: frozenset[bytes]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.damaged or self.refused or self.incomplete)


def opened(key: OfficeKey, blob: Blob) -> Batch | Index | None:
    """What a blob says; none where it is not of this office, was damaged, or is of a form unknown here."""
    try:
        document = unpacked(key.open(blob.sealed, blob.kind))
        return index_of(document) or decoded(document)
    except (SealBroken, BatchBroken):
        return None


def verify(key: OfficeKey, reading: Reading) -> Verified:
    """Opens everything that a whole reading holds."""
    listed: set[bytes] = set()
    indexes: list[Index] = []
    batches = changes = refused = 0
    for blob in reading.blobs:
        match opened(key, blob):
            case None:
                refused += 1
                continue
            case Index() as index:
                indexes.append(index)
            case Batch() as batch:
                changes += len(batch.changes)
                batches += blob.kind is BlobKind.BATCH
        listed.add(blob.name)
    whole = [index for index in indexes if index.chunks <= listed]
    covered = frozenset().union(*(index.covered for index in whole))
    incomplete = sum(not index.covered <= covered | listed for index in indexes)
    return Verified(
        batches, len(whole), changes, len(reading.damage), refused, incomplete, reading.size, covered | listed
    )
