"""A hub read whole and judged: what is damaged, what is not of the office, what a station knows and the hub lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpdesk.sync.batch import BatchBroken, unpacked
from helpdesk.sync.hub import Blob, BlobKind, Hub
from helpdesk.sync.key import OfficeKey, SealBroken
from helpdesk.sync.snapshot import Index, index_of


@dataclass(frozen=True, slots=True)
class Verified:
    """What lies on a hub. `damaged` places and `refused` blobs hurt nobody, but what they held may be missing.

    `incomplete` snapshots lack a part, and no other one stands for what they held. `missing` counts batches known here
    that neither lie there nor are covered by a snapshot.
    """

    batches: int
    snapshots: int
    damaged: int
    refused: int
    incomplete: int
    missing: int
    copies: tuple[str, ...]
    hub_bytes: int

    @property
    def is_sound(self) -> bool:
        return not (self.damaged or self.refused or self.incomplete or self.missing or self.copies)


def verify(hub: Hub, key: OfficeKey, known: frozenset[bytes] = frozenset()) -> Verified:
    """Reads everything and writes nothing. Raises HubMissing, HubStrange, HubHelloMissing and their kin."""
    reading = hub.read(None)
    counts = {BlobKind.BATCH: 0, BlobKind.SNAPSHOT: 0}
    refused = 0
    held: set[bytes] = set()
    indexes: list[Index] = []
    for blob in reading.blobs:
        said = _opened(key, blob)
        if said is None:
            refused += 1
            continue
        counts[blob.kind] = counts.get(blob.kind, 0) + 1
        held.add(blob.name)
        if isinstance(said, Index):
            indexes.append(said)
    covered = {name for index in indexes if index.chunks <= held for name in index.covered}
    held |= covered
    return Verified(
        counts[BlobKind.BATCH],
        counts[BlobKind.SNAPSHOT],
        len(reading.damage),
        refused,
        sum(not index.covered <= held for index in indexes),
        len(known - held),
        reading.copies,
        reading.size,
    )


def _opened(key: OfficeKey, blob: Blob) -> Index | dict[str, Any] | None:
    """What a blob says; none where it is not of the office."""
    try:
        document = unpacked(key.open(blob.sealed, blob.kind))
        return index_of(document) or document
    except (SealBroken, BatchBroken):
        return None
