"""Frames of an append-only file: `magic | kind | length | chain 16 | hash 16 | payload`.

The hash covers kind, length and payload, the chain all frames before as well. Bytes that make no frame are skipped to
the next magic: one damaged place costs what lies in it, nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from helpdesk.sync.hub import MOST_SEALED, Damage

MAGIC = b"HDX\x01"
_HEADER = struct.Struct("<4sBI16s16s")
HEADER = _HEADER.size
START = bytes(16)
"""The chain before the first frame."""

_LONGEST = MOST_SEALED + 4096
_WINDOW = 1 << 16
_FIRST_WINDOW = 1 << 11

ReadAt = Callable[[int, int], bytes]
"""Up to so many bytes from a place: (count, place)."""


class FrameKind(IntEnum):
    """What a frame holds; a newer program may know others, which are passed over."""

    HELLO = 0
    BATCH = 1
    SNAPSHOT = 2
    REPAIR = 3
    MOVED = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A sound frame; `name` is the SHA-256 of its payload, `damage` what is wrong before it or in the chain."""

    kind: int
    place: int
    payload: bytes
    name: bytes
    hash: bytes
    chain: bytes
    damage: Damage | None = None

    @property
    def end(self) -> int:
        return self.place + HEADER + len(self.payload)


def frame_hash(kind: int, length: int, name: bytes) -> bytes:
    """The hash in a frame whose payload has this length and SHA-256."""
    return sha256(struct.pack("<BI", kind, length) + name).digest()[:16]


def linked(chain: bytes, hash: bytes) -> bytes:
    """The chain after a frame."""
    return sha256(chain + hash).digest()[:16]


def framed(kind: int, payload: bytes, chain: bytes) -> tuple[bytes, bytes, bytes]:
    """The frame's bytes, its hash and the chain after it."""
    hash = frame_hash(kind, len(payload), sha256(payload).digest())
    after = linked(chain, hash)
    return _HEADER.pack(MAGIC, kind, len(payload), after, hash) + payload, hash, after


def scan(read_at: ReadAt, start: int, end: int, chain: bytes) -> Iterator[Frame]:
    """Every sound frame between two places, after a frame with `chain`."""
    window = _Window(read_at, end)
    place, is_torn = start, False
    while place + HEADER <= end:
        frame = _frame_at(window, place, chain, is_torn)
        if frame is None:
            is_torn = True
            place = _next_magic(window, place + 1)
            continue
        yield frame
        chain, place, is_torn = frame.chain, frame.end, False


def _frame_at(window: _Window, place: int, before: bytes, is_torn: bool) -> Frame | None:
    magic, kind, length, chain, hash = _HEADER.unpack(window.piece(place, HEADER))
    if magic != MAGIC or length > _LONGEST or place + HEADER + length > window.end:
        return None
    payload = window.piece(place + HEADER, length)
    name = sha256(payload).digest()
    if len(payload) != length or frame_hash(kind, length, name) != hash:
        return None
    damage = None
    if is_torn or chain != linked(before, hash):
        damage = Damage(place, sha256(struct.pack("<Q", place) + before + hash + chain).digest()[:16])
    return Frame(kind, place, payload, name, hash, chain, damage)


def _next_magic(window: _Window, place: int) -> int:
    while place + HEADER <= window.end:
        piece = window.piece(place, min(_WINDOW, window.end - place))
        found = piece.find(MAGIC)
        if found >= 0:
            return place + found
        if len(piece) < len(MAGIC):
            break
        place += len(piece) - len(MAGIC) + 1
    return window.end


class _Window:
    """Reads a file in pieces of 2, then of 64 KiB, whatever is asked for."""

    def __init__(self, read_at: ReadAt, end: int) -> None:
        self._read_at = read_at
        self.end = end
        self._place, self._bytes = 0, b""
        self._size = _FIRST_WINDOW

    def piece(self, place: int, count: int) -> bytes:
        """`count` bytes; padded with zeros where the file ended meanwhile, which makes no frame."""
        at = place - self._place
        if at < 0 or at + count > len(self._bytes):
            wanted = min(max(count, self._size), self.end - place)
            self._size = _WINDOW
            self._place, self._bytes, at = place, self._read_at(wanted, place), 0
        return self._bytes[at : at + count].ljust(count, b"\0")
