"""What a scan of a shared file found: blobs by place, HELLOs, damage and the questions asked about it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.errors import HubForeign, HubHelloMissing, HubNewer, HubStrange, HubUnreadable
from helpdesk.sync.disk import Disk, translated
from helpdesk.sync.file_cursor import Mark
from helpdesk.sync.frame import HEADER, Frame, FrameKind, scan
from helpdesk.sync.hello import HelloBroken, decoded
from helpdesk.sync.hub import FORMAT, Blob, BlobKind, Damage, Hello, Seat

ORIGIN = 8
"""A HELLO frame begins with this many random bytes: they tell a hub from another one of the same office."""

_MOST_KEPT = 16 << 20


@dataclass(slots=True)
class Entry:
    """A blob in a file; its bytes are kept while they are few."""

    kind: BlobKind
    name: bytes
    place: int
    length: int
    sealed: bytes | None


@dataclass(slots=True)
class Contents:
    """The sound frames of a file, or of its tail."""

    entries: list[Entry] = field(default_factory=list)
    hellos: list[tuple[Hello, Mark]] = field(default_factory=list)
    origin: bytes = b""
    damage: list[Damage] = field(default_factory=list)
    asked: set[bytes] = field(default_factory=set)
    last: Frame | None = None
    _kept: int = 0
    _names: set[bytes] = field(default_factory=set)

    def take(self, frames: Iterable[Frame]) -> Contents:
        """Adds frames, and answers itself."""
        for frame in frames:
            self._add(frame)
        return self

    def unasked(self) -> tuple[Damage, ...]:
        """Damage that no station has asked about."""
        return tuple(damage for damage in self.damage if damage.name not in self.asked)

    def names(self) -> set[bytes]:
        return self._names

    def newest_hello(self, hub: str, seat: Seat, *, is_whole: bool) -> tuple[Hello, Mark] | None:
        """The newest HELLO that is believed, and its frame. Raises HubForeign, HubNewer."""
        believed = [said for said in self.hellos if seat.trusts(said[0])]
        if is_whole and self.hellos and all(_is_foreign(hello, seat) for hello, _ in self.hellos):
            raise HubForeign(hub)
        newest = max(believed, key=_revision, default=None)
        if newest is not None and newest[0].least_reader > FORMAT:
            raise HubNewer(hub, newest[0].least_reader, FORMAT)
        return newest

    def _add(self, frame: Frame) -> None:
        if frame.damage:
            self.damage.append(frame.damage)
        self.last = frame
        match frame.kind:
            case FrameKind.BATCH | FrameKind.SNAPSHOT | FrameKind.MOVED:
                self._hold(frame)
            case FrameKind.REPAIR:
                self.asked.add(frame.payload)
            case FrameKind.HELLO:
                self._greet(frame)

    def _hold(self, frame: Frame) -> None:
        if frame.name in self._names:
            return
        self._names.add(frame.name)
        self._kept += len(frame.payload)
        sealed = frame.payload if self._kept <= _MOST_KEPT else None
        self.entries.append(Entry(BlobKind(frame.kind), frame.name, frame.place + HEADER, len(frame.payload), sealed))

    def _greet(self, frame: Frame) -> None:
        try:
            self.hellos.append((decoded(frame.payload[ORIGIN:]), Mark.of(frame)))
        except HelloBroken:
            return
        self.origin = self.origin or frame.payload[:ORIGIN]


def contents_of(disk: Disk, opened: int, size: int) -> Contents:
    """Everything sound in an open file."""
    return Contents().take(scan(reader(disk, opened), 0, size, bytes(16)))


def reader(disk: Disk, opened: int) -> Callable[[int, int], bytes]:
    """Reads the open file from a place."""
    return lambda count, place: disk.read(opened, count, place)


def blobs_of(file: Path, entries: list[Entry], disk: Disk) -> Iterator[Blob]:
    """The blobs of a file, read again where they were too many to keep. Raises HubUnreadable and its kin."""
    far = next((at for at, entry in enumerate(entries) if entry.sealed is None), len(entries))
    for entry in entries[:far]:
        yield Blob(entry.kind, entry.name, entry.sealed or b"")
    if far == len(entries):
        return
    with translated(file), disk.opened(file, os.O_RDONLY) as opened:
        for entry in entries[far:]:
            blob = Blob.of(entry.kind, disk.read(opened, entry.length, entry.place))
            if blob.name != entry.name:
                raise HubUnreadable(str(file), "it was replaced while it was read")
            yield blob


def remembered_or(found: Hello | None, file: Path, contents: Contents, seat: Seat) -> Hello:
    """The HELLO that holds: the newer of the found and the remembered. Raises HubHelloMissing, HubStrange."""
    if found is None and seat.hello is None:
        raise HubHelloMissing(str(file)) if contents.last else HubStrange(str(file))
    if found is None or (seat.hello and seat.hello.revision > found.revision):
        found = seat.hello
    assert found is not None
    return found


def _revision(said: tuple[Hello, Mark]) -> int:
    return said[0].revision


def _is_foreign(hello: Hello, seat: Seat) -> bool:
    return seat.hello is not None and hello.office != seat.hello.office
