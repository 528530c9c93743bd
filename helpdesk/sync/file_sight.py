"""What a station saw of a shared file: the ground on which it appends."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from helpdesk.sync import copies
from helpdesk.sync.disk import BUSY, Disk
from helpdesk.sync.file_contents import ORIGIN, Contents, Entry, contents_of, reader, remembered_or
from helpdesk.sync.file_cursor import FileCursor, Mark
from helpdesk.sync.frame import START, Frame, FrameKind, scan
from helpdesk.sync.hub import Damage, Hello, Seat


@dataclass(frozen=True, slots=True)
class Stray:
    """A conflicted copy and what lies in it and not in the file."""

    file: Path
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Sight:
    """The file as it was read; `names` are those of all its blobs, or none where only the tail was read."""

    hello: Hello
    has_hello: bool
    origin: bytes
    at: FileCursor | None
    names: frozenset[bytes] | None
    unasked: tuple[Damage, ...]
    strays: tuple[Stray, ...]
    size: int

    @property
    def needs_mending(self) -> bool:
        return bool(self.unasked or self.strays or not self.has_hello)

    @property
    def chain(self) -> bytes:
        return self.at.last.chain if self.at else START


class Looking:
    """Looks at a shared file and what lies beside it."""

    def __init__(self, file: Path, seat: Seat, disk: Disk) -> None:
        self.file = file
        self._seat = seat
        self._disk = disk
        # Neighbours that are no copies of ours, by name, size and time.
        self._strangers: set[tuple[str, int, int]] = set()

    def look(self, cursor: bytes | None) -> tuple[Sight, Contents]:
        """What came since the cursor, or everything. Raises OSError, HubForeign, HubNewer, HubStrange."""
        at = FileCursor.unpacked(cursor) if self._seat.hello else None
        with self._disk.opened(self.file, os.O_RDONLY) as opened:
            seen = self._disk.look(opened)
            beside = self._copies(opened, seen.st_size)
            tail = tail_of(self._disk, opened, at, seen.st_size) if at and not beside else None
            contents = contents_of(self._disk, opened, seen.st_size) if tail is None else tail
        found = contents.newest_hello(str(self.file), self._seat, is_whole=tail is None)
        hello = remembered_or(found[0] if found else None, self.file, contents, self._seat)
        greeting = found[1] if found else at.hello if at and tail is not None else None
        has_hello = greeting is not None and (found is None or found[0] == hello)
        after = _after(contents.last, None if tail is None else at, greeting, seen)
        names = frozenset(contents.names()) if tail is None else None
        strays = tuple(self._stray(copy, names or frozenset()) for copy in beside)
        return Sight(
            hello, has_hello, contents.origin, after, names, contents.unasked(), strays, seen.st_size
        ), contents

    def origin(self) -> bytes:
        """What tells this hub from others of the office; empty where the file does not say or is not there."""
        return self._origin_in(self.file)

    def is_in_order(self, at: FileCursor) -> bool:
        """Whether HELLO is sound and no conflicted copy lies beside the file."""
        with self._disk.opened(self.file, os.O_RDONLY) as opened:
            size = self._disk.look(opened).st_size
            return at.hello.is_there(reader(self._disk, opened), size) and not self._copies(opened, size)

    def _named_like_it(self) -> list[Path]:
        return [copy for copy in copies.find(self.file, self._disk) if self._mark(copy) not in self._strangers]

    def _mark(self, copy: Path) -> tuple[str, int, int]:
        try:
            seen = self._disk.look_at(copy)
        except OSError:
            return copy.name, 0, 0
        return copy.name, seen.st_size, seen.st_mtime_ns

    def _copies(self, opened: int, size: int) -> list[Path]:
        named = self._named_like_it()
        if not named:
            return []
        mine = self._origin(opened, size)
        found = []
        for copy in named:
            if mine and self._origin_in(copy) == mine:
                found.append(copy)
            else:
                self._strangers.add(self._mark(copy))
        return found

    def _origin(self, opened: int, size: int) -> bytes:
        first = next(scan(reader(self._disk, opened), 0, size, START), None)
        return first.payload[:ORIGIN] if first and first.kind == FrameKind.HELLO else b""

    def _origin_in(self, copy: Path) -> bytes:
        try:
            with self._disk.opened(copy, os.O_RDONLY) as opened:
                return self._origin(opened, self._disk.look(opened).st_size)
        except OSError as error:
            if error.errno in BUSY or isinstance(error, FileNotFoundError):
                return b""
            raise

    def _stray(self, copy: Path, names: frozenset[bytes]) -> Stray:
        with self._disk.opened(copy, os.O_RDONLY) as opened:
            contents = contents_of(self._disk, opened, self._disk.look(opened).st_size)
        return Stray(copy, [entry for entry in contents.entries if entry.name not in names])


def _after(
    last: Frame | None, before: FileCursor | None, greeting: Mark | None, seen: os.stat_result
) -> FileCursor | None:
    """The cursor behind the last frame, or where it was; none while no HELLO is known to be there."""
    if greeting is None:
        return None
    if last is None:
        return replace(before, hello=greeting).seen_again(seen) if before else None
    mark = Mark.of(last)
    return FileCursor(last.end, mark, greeting, mark, seen.st_size, seen.st_mtime_ns)


def tail_of(disk: Disk, opened: int, at: FileCursor, size: int) -> Contents | None:
    """What lies behind the cursor; none where everything has to be read."""
    read_at = reader(disk, opened)
    if not at.matches(read_at, size):
        return None
    tail = Contents().take(scan(read_at, at.end, size, at.last.chain))
    return None if tail.damage or tail.asked else tail
