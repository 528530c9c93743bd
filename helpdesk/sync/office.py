"""What an exchange needs of the workplace: its database and clock, the key, and how derived columns are settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from helpdesk.clock import Clock
from helpdesk.domain.changes import Changes
from helpdesk.storage.database import Database
from helpdesk.storage.unit import Touched, UnitOfWork
from helpdesk.sync.batch import Batch
from helpdesk.sync.hub import Blob, BlobKind
from helpdesk.sync.key import OfficeKey
from helpdesk.sync.snapshot import Index
from helpdesk.sync.verification import opened


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
        return opened(self.key, blob)
