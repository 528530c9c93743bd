"""Where a station's reading of a shared file ended."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, replace

from helpdesk.sync.frame import START, Frame, ReadAt, scan

_FORM = struct.Struct("<B" + "Q16s16s" * 3 + "QQQ")
_VERSION = 1

FORGOTTEN = b"\0"
"""A cursor that matches nothing: the next reading is of everything."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A frame by place, hash and chain."""

    place: int
    hash: bytes
    chain: bytes

    @classmethod
    def of(cls, frame: Frame) -> Mark:
        return cls(frame.place, frame.hash, frame.chain)

    def is_there(self, read_at: ReadAt, size: int) -> bool:
        """Whether that frame is still there and sound, after the same frames as then."""
        frame = next(scan(read_at, self.place, size, START), None)
        return frame is not None and Mark.of(frame) == self


@dataclass(frozen=True, slots=True)
class FileCursor:
    """The last frame read, the HELLO, the last frame that this station wrote, and how the file looked.

    A station that wrote behind what it has read (others came between) still wants its own frames to be there: an older
    file put back would match the reading and lack them.
    """

    end: int
    last: Mark
    hello: Mark
    own: Mark
    size: int
    changed: int

    @classmethod
    def unpacked(cls, packed: bytes | None) -> FileCursor | None:
        """The cursor from its bytes; none where they are another hub's or an older program's."""
        if not packed or len(packed) != _FORM.size or packed[0] != _VERSION:
            return None
        _, *fields = _FORM.unpack(packed)
        end, size, changed = fields[9:]
        return cls(end, Mark(*fields[:3]), Mark(*fields[3:6]), Mark(*fields[6:9]), size, changed)

    def packed(self) -> bytes:
        every = (self.last, self.hello, self.own)
        fields = [field for mark in every for field in (mark.place, mark.hash, mark.chain)]
        return _FORM.pack(_VERSION, *fields, self.end, self.size, self.changed)

    def seen_again(self, seen: os.stat_result) -> FileCursor:
        """The same cursor, for a file that looks like this now."""
        return replace(self, size=seen.st_size, changed=seen.st_mtime_ns)

    def behind(self, end: int, last: Mark, seen: os.stat_result) -> FileCursor:
        """The cursor behind what this station wrote, with nobody else's frames between."""
        return FileCursor(end, last, self.hello, last, seen.st_size, seen.st_mtime_ns)

    def is_as_it_was(self, seen: os.stat_result) -> bool:
        """Whether the file has the size and the time of then."""
        return (self.size, self.changed) == (seen.st_size, seen.st_mtime_ns)

    def matches(self, read_at: ReadAt, size: int) -> bool:
        """Whether all that the cursor speaks of still lies there."""
        every = {self.last, self.own, self.hello}
        return size >= self.end and all(mark.is_there(read_at, size) for mark in every)
