"""Calls to the file system of a share and the waits between them: one door, so that tests can put faults into it."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from helpdesk.errors import HubFull, HubMissing, HubStrange, HubUnreachable, HubUnreadable, HubUnwritable, UserError

BUSY = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EAGAIN, getattr(errno, "ESTALE", errno.EBUSY))
"""Another holds the file just now, or a server lost sight of it: worth another try."""

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)

T = TypeVar("T")


class Disk:
    """The system's own calls."""

    def open(self, file: Path, flags: int) -> int:
        return os.open(file, flags | _FLAGS, 0o666)

    def close(self, opened: int) -> None:
        os.close(opened)

    def read(self, opened: int, count: int, place: int) -> bytes:
        """Up to `count` bytes; fewer only at the end."""
        os.lseek(opened, place, os.SEEK_SET)
        pieces = []
        while count and (piece := os.read(opened, count)):
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    def write(self, opened: int, piece: bytes) -> int:
        return os.write(opened, piece)

    def flush(self, opened: int) -> None:
        os.fsync(opened)

    def look(self, opened: int) -> os.stat_result:
        return os.fstat(opened)

    def look_at(self, file: Path) -> os.stat_result:
        return file.stat()

    def names(self, folder: Path) -> list[str]:
        return [entry.name for entry in folder.iterdir()]

    def rename(self, file: Path, target: Path) -> None:
        file.rename(target)

    def replace(self, file: Path, target: Path) -> None:
        file.replace(target)

    def link(self, file: Path, target: Path) -> None:
        target.hardlink_to(file)

    def unlink(self, file: Path) -> None:
        file.unlink()

    def flush_folder(self, folder: Path) -> None:
        """Makes a new name last, where the system has such a call."""
        if os.name == "nt":
            return
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        except OSError as error:
            # Some network file systems do not know the call for folders.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES):
                raise
        finally:
            os.close(opened)

    def ticks(self) -> float:
        """Seconds of a clock that nobody sets."""
        return time.monotonic()

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def patiently(self, call: Callable[[], T]) -> T:
        """The call, repeated for some 1.5 s while another holds the file."""
        for seconds in _PAUSES:
            try:
                return call()
            except OSError as error:
                if error.errno not in BUSY:
                    raise
            self.pause(seconds)
        return call()

    @contextmanager
    def opened(self, file: Path, flags: int) -> Iterator[int]:
        """The file for the block; opens again while another holds it, never makes it unless the flags say so."""
        handle = self.patiently(lambda: self.open(file, flags))
        try:
            yield handle
        finally:
            self.close(handle)


@contextmanager
def translated(file: Path, *, is_writing: bool = False) -> Iterator[None]:
    """Turns failures of the file system into errors that speak of the hub."""
    try:
        yield
    except OSError as error:
        raise _told(str(file), error, is_writing) from error


def _told(hub: str, error: OSError, is_writing: bool) -> UserError:
    reason = error.strerror or str(error)
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return HubMissing(hub)
        case errno.EISDIR:
            return HubStrange(hub)
        case full if full in _FULL:
            return HubFull(hub)
        case forbidden if forbidden in _FORBIDDEN:
            return HubUnwritable(hub, reason) if is_writing else HubUnreadable(hub, reason)
    return HubUnreachable(hub, reason)
