"""A hub in memory that keeps the contract of `helpdesk.sync.hub`, for tests of what stands above hubs."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

from helpdesk.errors import HubMissing, HubUnreachable
from helpdesk.sync.hub import Blob, Hello, Reading, Seat


class MemoryPlace:
    """What lies at an address; tests damage it by hand: drop blobs, `copy()` and put back an older one, set `is_gone`."""

    def __init__(self, hello: Hello) -> None:
        self.hello = hello
        self.blobs: list[Blob] = []
        self.chain: list[bytes] = [sha256(hello.office).digest()]
        self.is_gone = False
        self.now: datetime | None = None

    def add(self, blob: Blob) -> None:
        self.blobs.append(blob)
        self.chain.append(sha256(self.chain[-1] + blob.name).digest())

    def fill(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        fresh = MemoryPlace(hello)
        for blob in blobs:
            fresh.add(blob)
        self.hello, self.blobs, self.chain = fresh.hello, fresh.blobs, fresh.chain

    def drop(self, name: bytes) -> None:
        self.fill(self.hello, [blob for blob in self.blobs if blob.name != name])

    def copy(self) -> MemoryPlace:
        return copy.deepcopy(self)

    def put_back(self, older: MemoryPlace) -> None:
        self.hello, self.blobs, self.chain = older.hello, list(older.blobs), list(older.chain)


class MemoryHub:
    """A station's way to a `MemoryPlace`."""

    def __init__(self, place: MemoryPlace, seat: Seat | None = None) -> None:
        self.place = place
        self._seat = seat or Seat()
        self._count = 0

    def _reach(self) -> MemoryPlace:
        if self.place.is_gone:
            raise HubMissing("memory")
        return self.place

    def _cursor(self, count: int, own: int | None = None) -> bytes:
        ends = (count, count if own is None else own)
        return b"".join(end.to_bytes(8, "big") + self.place.chain[end] for end in ends)

    def _counted(self, cursor: bytes | None) -> int | None:
        """How many blobs the cursor has seen; none where it does not match."""
        if not cursor:
            return None
        count, own = int.from_bytes(cursor[:8], "big"), int.from_bytes(cursor[40:48], "big")
        there = len(self.place.blobs)
        return count if count <= there and own <= there and cursor == self._cursor(count, own) else None

    def is_unchanged(self, cursor: bytes) -> bool:
        place = self._reach()
        return cursor == self._cursor(len(place.blobs))

    def read(self, cursor: bytes | None) -> Reading:
        place = self._reach()
        known = self._counted(cursor)
        is_whole, count = known is None, known or 0
        self._count = len(place.blobs)
        remembered = self._seat.hello
        is_older = remembered is not None and place.hello.revision < remembered.revision
        return Reading(
            hello=remembered if is_older and remembered else place.hello,
            blobs=iter(place.blobs[count:]),
            is_whole=is_whole,
            cursor=self._cursor(self._count),
            size=sum(len(blob.sealed) for blob in place.blobs),
            needs_mending=is_older,
        )

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        place = self._reach()
        newest = hello or self._seat.hello
        if newest is not None and newest.revision > place.hello.revision:
            place.hello = newest
        is_alone = len(place.blobs) == self._count
        present = {blob.name for blob in place.blobs}
        for blob in blobs:
            if blob.name not in present:
                place.add(blob)
        if not is_alone:
            return self._cursor(self._count, len(place.blobs))
        self._count = len(place.blobs)
        return self._cursor(self._count)

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        self._reach().fill(hello, list(blobs))

    def wait(self, seconds: float) -> bool:
        return False

    def server_time(self) -> datetime | None:
        if self.place.is_gone:
            raise HubUnreachable("memory", "gone")
        return self.place.now

    def close(self) -> None:
        pass
