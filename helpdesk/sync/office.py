"""What an exchange needs of the workplace: its database and clock, the key, and how derived columns are settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from helpdesk.clock import Clock
from helpdesk.domain.changes import Changes
from helpdesk.storage.database import Database
from helpdesk.storage.unit import Touched, UnitOfWork
from helpdesk.sync.batch import Batch, BatchBroken, decoded, unpacked
from helpdesk.sync.hub import Blob, BlobKind
from helpdesk.sync.key import OfficeKey, SealBroken
from helpdesk.sync.snapshot import Index, index_of


@dataclass(frozen=True)
class Office:
    """One station of an office; `settle` brings what is derived in line with records touched."""

    database: Database
    clock: Clock
    key: OfficeKey
    settle: Callable[[UnitOfWork, Touched], Changes]
    version: str = ""
    schema: int = 1

    def sealed(self, plain: bytes, kind: BlobKind) -> Blob:
        """A new blob."""
        return Blob.of(kind, self.key.seal(plain, kind))

    def opened(self, blob: Blob) -> Batch | Index | None:
        """What a blob says; none where it is not of this office, was damaged, or is of a form unknown here."""
        try:
            document = unpacked(self.key.open(blob.sealed, blob.kind))
            return index_of(document) or decoded(document)
        except (SealBroken, BatchBroken):
            return None

    def sealed_batches(self, plains: Iterable[bytes]) -> list[Blob]:
        """New batches."""
        return [self.sealed(plain, BlobKind.BATCH) for plain in plains]
