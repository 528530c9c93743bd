"""A hub read whole and judged: what is damaged, what is not of the office, what a station knows and the hub lacks."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.sync.batch import BatchBroken, unpacked
from helpdesk.sync.hub import Blob, BlobKind, Hub
from helpdesk.sync.key import OfficeKey, SealBroken
from helpdesk.sync.snapshot import index_of


@dataclass(frozen=True, slots=True)
class Verified:
    """What lies on a hub. `damaged` places and `refused` blobs hurt nobody, but what they held may be missing.

    `missing` counts batches known here that neither lie there nor are covered by a snapshot.
    """

    batches: int
    snapshots: int
    damaged: int
    refused: int
    missing: int
    copies: tuple[str, ...]
    hub_bytes: int

    @property
    def is_sound(self) -> bool:
        return not (self.damaged or self.refused or self.missing or self.copies)


def verify(hub: Hub, key: OfficeKey, known: frozenset[bytes] = frozenset()) -> Verified:
    """Reads everything and writes nothing. Raises HubMissing, HubStrange, HubHelloMissing and their kin."""
    reading = hub.read(None)
    counts = {BlobKind.BATCH: 0, BlobKind.SNAPSHOT: 0}
    refused = 0
    held: set[bytes] = set()
    for blob in reading.blobs:
        covered = _opened(key, blob)
        if covered is None:
            refused += 1
            continue
        counts[blob.kind] = counts.get(blob.kind, 0) + 1
        held |= {blob.name} | covered
    return Verified(
        counts[BlobKind.BATCH],
        counts[BlobKind.SNAPSHOT],
        len(reading.damage),
        refused,
        len(known - held),
        reading.copies,
        reading.size,
    )


def _opened(key: OfficeKey, blob: Blob) -> frozenset[bytes] | None:
    """What a blob of the office covers beside itself; none where it is not of the office."""
    try:
        index = index_of(unpacked(key.open(blob.sealed, blob.kind)))
    except (SealBroken, BatchBroken):
        return None
    return index.covered if index else frozenset()
