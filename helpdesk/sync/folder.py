"""A hub in a folder that some cloud client synchronises: the same frames, one file a station, nobody writes another's.

So no two stations ever write one file, and no lock is needed; what a client calls a conflicted copy is one file more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from helpdesk.errors import HubExists, HubStrange
from helpdesk.sync.disk import Disk, translated
from helpdesk.sync.file_contents import ORIGIN, Contents, blobs_of, contents_of, remembered_or
from helpdesk.sync.file_cursor import FileCursor, Mark
from helpdesk.sync.file_sight import tail_of
from helpdesk.sync.file_writing import Piece, append_pieces, new_file, put_in_place, server_seconds, write_new
from helpdesk.sync.frame import START, FrameKind
from helpdesk.sync.hello import encoded
from helpdesk.sync.hub import Blob, Damage, Hello, Reading, Seat

SUFFIX = ".hub"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Cursors = dict[str, FileCursor]
"""Where the reading of each file ended, by its name."""


@dataclass(slots=True)
class _Sight:
    """The folder as it was read."""

    at: Cursors
    hello: Hello
    has_hello: bool = True
    names: set[bytes] = field(default_factory=set)
    unasked: tuple[Damage, ...] = ()


class FolderHub:
    """One station's way to a folder of such files."""

    def __init__(self, folder: Path, seat: Seat, disk: Disk | None = None) -> None:
        self.folder = folder
        self._seat = seat
        self._disk = disk or Disk()
        self._own = folder / f"station-{seat.station.hex() or 'first'}{SUFFIX}"
        self._sight: _Sight | None = None

    @classmethod
    def create(cls, folder: Path, hello: Hello, seat: Seat, disk: Disk | None = None) -> FolderHub:
        """Makes the first file in a folder that has none. Raises HubExists, HubMissing and their kin."""
        hub = cls(folder, seat, disk)
        with translated(folder, is_writing=True):
            if hub._files():
                raise HubExists(str(folder))
            with new_file(hub._own, hub._disk) as new:
                write_new(hub._disk, new, [_greeting(hello)], _nobody_waits)
                put_in_place(hub._disk, new, hub._own)
        return hub

    def is_unchanged(self, cursor: bytes) -> bool:
        """Whether every file is as it was. Raises HubMissing and its kin."""
        at = _unpacked(cursor)
        with translated(self.folder):
            files = self._files()
            if {file.name for file in files} != at.keys():
                return False
            return all(at[file.name].is_as_it_was(self._disk.look_at(file)) for file in files)

    def read(self, cursor: bytes | None) -> Reading:
        """What came since the cursor, from all files. Raises HubMissing, HubStrange, HubForeign, HubNewer and kin."""
        self._sight = None
        before = _unpacked(cursor) if self._seat.hello else {}
        with translated(self.folder):
            found = self._tails(before) if before else None
            is_whole = found is None
            if found is None:
                found = {file: self._whole(file) for file in self._files()}
            if not found and self._seat.hello is None:
                raise HubStrange(str(self.folder))
        merged = _merged(contents for contents, _ in found.values())
        hello = merged.newest_hello(str(self.folder), self._seat, is_whole=is_whole)
        held = remembered_or(hello[0] if hello else None, self.folder, merged, self._seat)
        at = {**({} if is_whole else before), **{file.name: after for file, (_, after) in found.items() if after}}
        unasked = merged.unasked() if is_whole else ()
        self._sight = _Sight(at, held, not is_whole or bool(hello and hello[0] == held), merged.names(), unasked)
        return Reading(
            hello=held,
            blobs=self._blobs({file: contents for file, (contents, _) in found.items()}),
            is_whole=is_whole,
            cursor=_packed(at),
            damage=unasked,
            size=sum(cursor.size for cursor in at.values()),
            needs_mending=bool(unasked) or not self._sight.has_hello,
        )

    def _files(self) -> list[Path]:
        return sorted(self.folder / name for name in self._disk.names(self.folder) if name.endswith(SUFFIX))

    def _whole(self, file: Path) -> tuple[Contents, FileCursor | None]:
        with self._disk.opened(file, os.O_RDONLY) as opened:
            seen = self._disk.look(opened)
            contents = contents_of(self._disk, opened, seen.st_size)
        return contents, _after(contents, seen, None)

    def _tails(self, before: Cursors) -> dict[Path, tuple[Contents, FileCursor | None]] | None:
        """What is new in each file; none where one is gone, is another, or is damaged."""
        found = {}
        files = self._files()
        if not before.keys() <= {file.name for file in files}:
            return None
        for file in files:
            at = before.get(file.name)
            with self._disk.opened(file, os.O_RDONLY) as opened:
                seen = self._disk.look(opened)
                if at and at.is_as_it_was(seen):
                    continue
                tail = tail_of(self._disk, opened, at, seen.st_size) if at else None
                contents = tail if at else contents_of(self._disk, opened, seen.st_size)
            if contents is None or contents.damage or contents.asked:
                return None
            found[file] = contents, _after(contents, seen, at)
        return found

    def _blobs(self, found: dict[Path, Contents]) -> Iterator[Blob]:
        given: set[bytes] = set()
        for file, contents in found.items():
            for blob in blobs_of(file, contents.entries, self._disk):
                if blob.name not in given:
                    given.add(blob.name)
                    yield blob

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        """Adds to the station's own file, flushed and checked. Raises HubFull, HubUnwritable and their kin."""
        if self._sight is None:
            self.read(None)
        sight, self._sight = self._sight, None
        assert sight is not None
        with translated(self.folder, is_writing=True):
            if not self._own.exists():
                with new_file(self._own, self._disk) as new:
                    write_new(self._disk, new, [_greeting(hello or sight.hello)], _nobody_waits)
                    put_in_place(self._disk, new, self._own)
                sight.at.pop(self._own.name, None)
            with self._disk.opened(self._own, os.O_RDWR | os.O_APPEND) as opened:
                seen = self._disk.look(opened)
                own = contents_of(self._disk, opened, seen.st_size)
                pieces = list(_missing(sight, blobs, hello, own.names() | own.asked | sight.names))
                chain = own.last.chain if own.last else START
                written = append_pieces(self._disk, opened, pieces, chain, _nobody_waits)
                seen = self._disk.look(opened)
        if written:
            after = FileCursor(written.end, written.last, written.last, written.last, seen.st_size, seen.st_mtime_ns)
            sight.at[self._own.name] = after
        return _packed(sight.at)

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        """Writes all into the station's own file; others' files that hold nothing unread go. Raises HubFull and kin."""
        sight, self._sight = self._sight, None
        with translated(self.folder, is_writing=True), new_file(self._own, self._disk) as new:
            pieces = [(FrameKind(blob.kind), blob.sealed) for blob in _once(blobs)]
            write_new(self._disk, new, [_greeting(hello), *pieces], _nobody_waits)
            read = [] if sight is None else [file for file in self._files() if self._is_as_read(file, sight)]
            put_in_place(self._disk, new, self._own)
            for file in read:
                if file != self._own:
                    self._disk.unlink(file)

    def _is_as_read(self, file: Path, sight: _Sight) -> bool:
        at = sight.at.get(file.name)
        return at is not None and at.is_as_it_was(self._disk.look_at(file))

    def wait(self, seconds: float) -> bool:
        """A folder cannot call."""
        return False

    def server_time(self) -> datetime | None:
        """The time by the folder's own clock: this computer's, where a client synchronises it."""
        try:
            return _EPOCH + timedelta(seconds=server_seconds(self._disk, self._own))
        except OSError:
            return None

    def close(self) -> None:
        """Nothing is kept open between calls."""


def _missing(sight: _Sight, blobs: Sequence[Blob], hello: Hello | None, present: set[bytes]) -> Iterator[Piece]:
    if hello or not sight.has_hello:
        yield _greeting(hello or sight.hello)
    for damage in sight.unasked:
        if damage.name not in present:
            yield FrameKind.REPAIR, damage.name
    for blob in _once(blobs):
        if blob.name not in present:
            yield FrameKind(blob.kind), blob.sealed


def _once(blobs: Iterable[Blob]) -> Iterator[Blob]:
    given: set[bytes] = set()
    for blob in blobs:
        if blob.name not in given:
            given.add(blob.name)
            yield blob


def _merged(every: Iterable[Contents]) -> Contents:
    merged = Contents()
    for contents in every:
        merged.entries += contents.entries
        merged.hellos += contents.hellos
        merged.damage += contents.damage
        merged.asked |= contents.asked
        merged.last = merged.last or contents.last
        merged._names |= contents.names()
    return merged


def _after(contents: Contents, seen: os.stat_result, before: FileCursor | None) -> FileCursor | None:
    if contents.last is None:
        return before.seen_again(seen) if before else None
    mark = Mark.of(contents.last)
    return FileCursor(contents.last.end, mark, mark, mark, seen.st_size, seen.st_mtime_ns)


def _packed(at: Cursors) -> bytes:
    return json.dumps({name: cursor.packed().hex() for name, cursor in sorted(at.items())}).encode()


def _unpacked(cursor: bytes | None) -> Cursors:
    try:
        said = json.loads(cursor or b"{}")
    except ValueError:
        return {}
    cursors = {name: FileCursor.unpacked(bytes.fromhex(packed)) for name, packed in said.items()}
    return {name: at for name, at in cursors.items() if at}


def _greeting(hello: Hello) -> Piece:
    return FrameKind.HELLO, os.urandom(ORIGIN) + encoded(hello)


def _nobody_waits() -> None:
    """No lease is held here."""
