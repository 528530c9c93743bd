"""A hub in one shared file: append-only frames, read without a lock, written under a lease that nothing rests on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from helpdesk.sync import copies
from helpdesk.sync.disk import Disk, translated
from helpdesk.sync.file_contents import ORIGIN, Contents, blobs_of, contents_of
from helpdesk.sync.file_cursor import FORGOTTEN, FileCursor
from helpdesk.sync.file_sight import Looking, Sight, tail_of
from helpdesk.sync.file_writing import (
    Piece,
    append_pieces,
    new_file,
    put_in_place,
    put_where_nothing_is,
    server_seconds,
    write_new,
)
from helpdesk.sync.frame import FrameKind
from helpdesk.sync.hello import encoded
from helpdesk.sync.hub import Blob, Hello, Reading, Seat
from helpdesk.sync.lease import Lease

LOOKS_A_LOOK_AROUND = 12
"""One `is_unchanged` in so many also looks for conflicted copies."""

_TIME_HOLDS = 300.0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SharedFileHub:
    """One station's way to a shared file."""

    def __init__(self, file: Path, seat: Seat, disk: Disk | None = None) -> None:
        self.file = file
        self._seat = seat
        self._disk = disk or Disk()
        self.lease = Lease(file.with_name(file.name + ".lock"), seat.who, self._disk)
        self._looking = Looking(file, seat, self._disk)
        self._sight: Sight | None = None
        self._looks = 0
        self._time: tuple[float, float] | None = None

    @classmethod
    def create(cls, file: Path, hello: Hello, seat: Seat, disk: Disk | None = None) -> SharedFileHub:
        """Makes a new file where none is. Raises HubExists, HubMissing (no folder), HubUnwritable and their kin."""
        hub = cls(file, seat, disk)
        with translated(file, is_writing=True), new_file(file, hub._disk) as new:
            write_new(hub._disk, new, [_greeting(os.urandom(ORIGIN), hello)], hub.lease.renew)
            put_where_nothing_is(hub._disk, new, file)
        return hub

    def is_unchanged(self, cursor: bytes) -> bool:
        """Whether nothing came since the cursor. Raises HubMissing and its kin."""
        at = FileCursor.unpacked(cursor)
        with translated(self.file):
            seen = self._disk.patiently(lambda: self._disk.look_at(self.file))
            self._looks += 1
            if at is None or not at.is_as_it_was(seen):
                return False
            return self._looks % LOOKS_A_LOOK_AROUND != 1 or self._looking.is_in_order(at)

    def read(self, cursor: bytes | None) -> Reading:
        """What came since the cursor. Raises HubMissing, HubStrange, HubForeign, HubNewer, HubUnreadable and kin."""
        sight, contents = self._look(cursor)
        return Reading(
            hello=sight.hello,
            blobs=self._blobs(sight, contents),
            is_whole=sight.names is not None,
            cursor=_packed(sight.at),
            damage=sight.unasked,
            size=sight.size,
            copies=tuple(stray.file.name for stray in sight.strays),
            needs_mending=sight.needs_mending,
        )

    def _look(self, cursor: bytes | None) -> tuple[Sight, Contents]:
        self._sight = None
        with translated(self.file):
            self._sight, contents = self._looking.look(cursor)
        return self._sight, contents

    def _blobs(self, sight: Sight, contents: Contents) -> Iterator[Blob]:
        yield from blobs_of(self.file, contents.entries, self._disk)
        yield from self._stray_blobs(sight)

    def _stray_blobs(self, sight: Sight) -> Iterator[Blob]:
        for stray in sight.strays:
            yield from blobs_of(stray.file, stray.entries, self._disk)

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        """Adds what is not there, flushed and checked. Raises HubFull, HubLocked, HubUnwritable and their kin."""
        sight = self._sight or self._look(None)[0]
        if not (blobs or hello or sight.needs_mending):
            return _packed(sight.at)
        self._sight = None
        with translated(self.file, is_writing=True), self.lease.held(str(self.file), self._seat.patience):
            with self._disk.opened(self.file, os.O_RDWR | os.O_APPEND) as opened:
                at = self._append(opened, sight, self._pieces(sight, blobs, hello))
                is_there = self._is_still_there(opened)
            if is_there:
                for stray in sight.strays:
                    copies.move_aside(stray.file, self._disk)
        if not is_there:
            # A compaction came between: what was written went away with the old file.
            return self.append(blobs, hello)
        if at and at.own == at.last:
            self._sight = Sight(sight.hello, True, sight.origin, at, None, (), (), at.size)
        return _packed(at)

    def _pieces(self, sight: Sight, blobs: Sequence[Blob], hello: Hello | None) -> Iterator[tuple[bytes, Piece]]:
        """What is to be written, by name."""
        if hello or not sight.has_hello:
            yield b"", _greeting(sight.origin or os.urandom(ORIGIN), hello or sight.hello)
        for damage in sight.unasked:
            yield damage.name, (FrameKind.REPAIR, damage.name)
        for blob in (*self._stray_blobs(sight), *blobs):
            yield blob.name, (FrameKind(blob.kind), blob.sealed)

    def _append(self, opened: int, sight: Sight, pieces: Iterator[tuple[bytes, Piece]]) -> FileCursor | None:
        """Writes what others did not; the new cursor, which stays where it was if they wrote something."""
        size = self._disk.look(opened).st_size
        tail = tail_of(self._disk, opened, sight.at, size) if sight.at else None
        met = contents_of(self._disk, opened, size) if tail is None else tail
        present = met.names() | met.asked | (sight.names or set() if tail is not None else set())
        missing = [piece for name, piece in pieces if name not in present]
        chain = met.last.chain if met.last else sight.chain
        written = append_pieces(self._disk, opened, missing, chain, self.lease.renew)
        seen = self._disk.look(opened)
        if tail is None or sight.at is None:
            return None
        if tail.last is None and (written is None or (written.is_alone and written.start == size)):
            return sight.at.seen_again(seen) if written is None else sight.at.behind(written.end, written.last, seen)
        return replace(sight.at, own=written.last, size=0) if written else replace(sight.at, size=0)

    def _is_still_there(self, opened: int) -> bool:
        mine, there = self._disk.look(opened), self._disk.look_at(self.file)
        return not mine.st_ino or (mine.st_ino, mine.st_dev) == (there.st_ino, there.st_dev)

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        """Puts a new file in the place; what others appended meanwhile goes along. Raises HubFull and kin."""
        sight, self._sight = self._sight, None
        with (
            translated(self.file, is_writing=True),
            self.lease.held(str(self.file), self._seat.patience),
            new_file(self.file, self._disk) as new,
        ):
            names: set[bytes] = set()
            origin = (sight.origin if sight else b"") or self._looking.origin() or os.urandom(ORIGIN)
            write_new(self._disk, new, self._whole(_greeting(origin, hello), blobs, names), self.lease.renew)
            size = -1
            while (grown := self._size()) != size:
                size = grown
                if late := list(self._since(sight, hello, names)):
                    write_new(self._disk, new, late, self.lease.renew)
            put_in_place(self._disk, new, self.file)

    def _whole(self, greeting: Piece, blobs: Iterable[Blob], names: set[bytes]) -> Iterator[Piece]:
        yield greeting
        for blob in blobs:
            if blob.name not in names:
                names.add(blob.name)
                yield FrameKind(blob.kind), blob.sealed

    def _size(self) -> int:
        try:
            return self._disk.look_at(self.file).st_size
        except FileNotFoundError:
            return 0

    def _since(self, sight: Sight | None, hello: Hello, names: set[bytes]) -> Iterator[Piece]:
        """What lies in the old file unseen by who replaces it."""
        try:
            with self._disk.opened(self.file, os.O_RDONLY) as opened:
                size = self._disk.look(opened).st_size
                tail = tail_of(self._disk, opened, sight.at, size) if sight and sight.at else None
                met = contents_of(self._disk, opened, size) if tail is None else tail
        except FileNotFoundError:
            return
        seen = names | (sight.names or frozenset() if sight else frozenset())
        for blob in blobs_of(self.file, met.entries, self._disk):
            if blob.name not in seen:
                names.add(blob.name)
                yield FrameKind(blob.kind), blob.sealed
        for other, _ in met.hellos:
            if self._seat.trusts(other) and other.office == hello.office and other.revision > hello.revision:
                yield _greeting(os.urandom(ORIGIN), other)

    def wait(self, seconds: float) -> bool:
        """A file cannot call."""
        return False

    def server_time(self) -> datetime | None:
        """The time by the share's own clock, looked up every five minutes; none where nothing can be made there."""
        ticks = self._disk.ticks()
        if self._time is None or ticks - self._time[1] > _TIME_HOLDS:
            try:
                self._time = server_seconds(self._disk, self.file), ticks
            except OSError:
                return None
        seconds, then = self._time
        return _EPOCH + timedelta(seconds=seconds + ticks - then)

    def close(self) -> None:
        """Nothing is kept open between calls."""


def _packed(at: FileCursor | None) -> bytes:
    return at.packed() if at else FORGOTTEN


def _greeting(origin: bytes, hello: Hello) -> Piece:
    return FrameKind.HELLO, origin + encoded(hello)
