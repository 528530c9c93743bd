"""A hub in memory that keeps what a file would: an order, cursors that may not match, copies to be put back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from helpdesk.clock import Clock
from helpdesk.errors import HubUnwritable
from helpdesk.sync.hub import Blob, Hello, Reading


@dataclass
class Contents:
    """What lies on the share."""

    hello: Hello
    blobs: list[Blob] = field(default_factory=list)

    def copy(self) -> Contents:
        return replace(self, blobs=list(self.blobs))

    def cursor(self, end: int) -> bytes:
        chain = sha256(b"".join(blob.name for blob in self.blobs[:end])).digest()
        return end.to_bytes(4, "big") + chain


@dataclass
class MemoryHub:
    """One station's way to the contents; `fails` makes the next writing stop before or after it took effect."""

    share: list[Contents]
    clock: Clock
    fails: str = ""
    answers: int = 0

    @property
    def contents(self) -> Contents:
        return self.share[0]

    def is_unchanged(self, cursor: bytes) -> bool:
        return cursor == self.contents.cursor(len(self.contents.blobs))

    def read(self, cursor: bytes | None) -> Reading:
        contents = self.contents
        start = int.from_bytes(cursor[:4], "big") if cursor else 0
        is_whole = not cursor or start > len(contents.blobs) or contents.cursor(start) != cursor
        blobs = contents.blobs[0 if is_whole else start :]
        self.answers += 1
        return Reading(contents.hello, iter(blobs), is_whole, contents.cursor(len(contents.blobs)), size=len(blobs))

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        if self.fails == "before":
            raise HubUnwritable("memory", "gone")
        present = {blob.name for blob in self.contents.blobs}
        self.contents.blobs += [blob for blob in blobs if blob.name not in present]
        if self.fails:
            raise HubUnwritable("memory", "gone")
        return self.contents.cursor(len(self.contents.blobs))

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        contents = Contents(hello, list(blobs))
        if self.fails == "before":
            raise HubUnwritable("memory", "gone")
        self.share[0] = contents
        if self.fails:
            raise HubUnwritable("memory", "gone")

    def wait(self, seconds: float) -> bool:
        return False

    def server_time(self) -> datetime | None:
        return self.clock.now()

    def close(self) -> None:
        pass
