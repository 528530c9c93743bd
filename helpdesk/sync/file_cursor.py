"""Where a station's reading of a shared file ended."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, replace

from helpdesk.sync.frame import HEADER, Frame, ReadAt, marks

_FORM = struct.Struct("<BQQ16s16sQQ")
_VERSION = 1


@dataclass(frozen=True, slots=True)
class FileCursor:
    """The last sound frame by place, hash and chain; size and time of the file as read serve `is_unchanged`."""

    end: int
    place: int
    hash: bytes
    chain: bytes
    size: int
    changed: int

    @classmethod
    def after(cls, frame: Frame, seen: os.stat_result) -> FileCursor:
        """The cursor behind a frame of a file that looked like this."""
        return cls(frame.end, frame.place, frame.hash, frame.chain, seen.st_size, seen.st_mtime_ns)

    @classmethod
    def unpacked(cls, packed: bytes | None) -> FileCursor | None:
        """The cursor from its bytes; none where they are another hub's or an older program's."""
        if not packed or len(packed) != _FORM.size or packed[0] != _VERSION:
            return None
        return cls(*_FORM.unpack(packed)[1:])

    def seen_again(self, seen: os.stat_result) -> FileCursor:
        """The same cursor, for a file that looks like this now."""
        return replace(self, size=seen.st_size, changed=seen.st_mtime_ns)

    def packed(self) -> bytes:
        return _FORM.pack(_VERSION, self.end, self.place, self.hash, self.chain, self.size, self.changed)

    def is_as_it_was(self, seen: os.stat_result) -> bool:
        """Whether the file has the size and the time of then."""
        return (self.size, self.changed) == (seen.st_size, seen.st_mtime_ns)

    def matches(self, read_at: ReadAt, size: int) -> bool:
        """Whether the frame still lies there, after the same frames as then."""
        return size >= self.end and marks(read_at(HEADER, self.place)) == (self.hash, self.chain)
