"""Writes frames into a shared file: appended in whole writes, or a whole new file put in the old one's place."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpdesk.errors import HubExists
from helpdesk.sync.disk import Disk
from helpdesk.sync.file_cursor import Mark
from helpdesk.sync.frame import START, framed, scan

Piece = tuple[int, bytes]
"""Kind and payload of a frame to be written."""

_GROUP = 4 << 20
_NEW = ".new-"


@dataclass(frozen=True, slots=True)
class Written:
    """Where written frames lie, and the last of them; `is_alone` where nobody wrote at the same time."""

    start: int
    end: int
    last: Mark
    is_alone: bool


def append_pieces(
    disk: Disk, opened: int, pieces: Iterable[Piece], chain: bytes, renew: Callable[[], None]
) -> Written | None:
    """Appends frames, 4 MiB a write, checks the length after each and flushes; nothing where there are no pieces."""
    start = end = disk.look(opened).st_size
    written = None
    for group, hash, after, last in _groups(pieces, chain):
        _write(disk, opened, group)
        size = disk.look(opened).st_size
        if size < end + len(group):
            raise OSError(errno.EIO, "the file is shorter than what was written to it")
        end += len(group)
        written = Written(start, end, Mark(end - last, hash, after), size == end)
        if end - start >= _GROUP:
            renew()
    if written:
        disk.flush(opened)
    return written


def _write(disk: Disk, opened: int, group: bytes) -> None:
    if disk.write(opened, group) != len(group):
        # What was written stays as a torn frame: the file is only ever appended to.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _groups(pieces: Iterable[Piece], chain: bytes) -> Iterator[tuple[bytes, bytes, bytes, int]]:
    """Bytes for one write each, with hash and chain of the last frame and its length."""
    group: list[bytes] = []
    size = 0
    hash = b""
    for kind, payload in pieces:
        frame, hash, chain = framed(kind, payload, chain)
        group.append(frame)
        size += len(frame)
        if size >= _GROUP:
            yield b"".join(group), hash, chain, len(frame)
            group, size = [], 0
    if group:
        yield b"".join(group), hash, chain, len(group[-1])


@contextmanager
def new_file(file: Path, disk: Disk) -> Iterator[Path]:
    """A name beside `file` for its successor, gone at the end unless it was put in place; clears what a kill left."""
    for name in disk.names(file.parent):
        if name.startswith((file.name + _NEW, file.name + ".lock-", file.name + ".time-")):
            _remove(file.with_name(name), disk)
    new = file.with_name(f"{file.name}{_NEW}{secrets.token_hex(4)}")
    try:
        yield new
    finally:
        _remove(new, disk)


def write_new(disk: Disk, new: Path, pieces: Iterable[Piece], renew: Callable[[], None]) -> bytes:
    """Appends frames to a file that nobody else knows yet, reads them back and answers the chain after them."""
    opened = disk.open(new, os.O_CREAT | os.O_RDWR | os.O_APPEND)
    try:
        start = disk.look(opened).st_size
        chain = _last_chain(disk, opened, start)
        written = append_pieces(disk, opened, pieces, chain, renew)
        if written is None:
            return chain
        if _last_chain(disk, opened, written.end) != written.last.chain:
            raise OSError(errno.EIO, "what was written reads back otherwise")
        return written.last.chain
    finally:
        disk.close(opened)


def _last_chain(disk: Disk, opened: int, size: int) -> bytes:
    chain = START
    for frame in scan(lambda count, place: disk.read(opened, count, place), 0, size, START):
        if frame.damage:
            return START
        chain = frame.chain
    return chain


def put_in_place(disk: Disk, new: Path, file: Path) -> None:
    """The new file takes the old one's name at once; waits a little for readers where the system makes it wait."""
    disk.patiently(lambda: disk.replace(new, file))
    disk.flush_folder(file.parent)


def put_where_nothing_is(disk: Disk, new: Path, file: Path) -> None:
    """The new file gets its name unless another has it. Raises HubExists."""
    try:
        disk.link(new, file)
    except FileExistsError:
        raise HubExists(str(file)) from None
    except OSError:
        # No links on this share.
        if file.exists():
            raise HubExists(str(file)) from None
        disk.rename(new, file)
    disk.flush_folder(file.parent)


def server_seconds(disk: Disk, file: Path) -> float:
    """The share's own time in seconds since 1970: that of a file just made there."""
    probe = file.with_name(f"{file.name}.time-{secrets.token_hex(4)}")
    opened = disk.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    try:
        return disk.look(opened).st_mtime
    finally:
        disk.close(opened)
        _remove(probe, disk)


def _remove(file: Path, disk: Disk) -> None:
    try:
        disk.patiently(lambda: disk.unlink(file))
    except OSError:
        return
