"""What a hub is: a place where stations leave sealed blobs for each other, and nothing more.

A hub knows neither rows nor the office key. It is never believed: blobs prove themselves, a cursor that does not match
is answered by everything there is, and whoever knows a blob that is missing puts it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from hashlib import sha256
from typing import Protocol

from helpdesk.sync.key import KeySlot

FORMAT = 1
"""The newest form of a hub that this program reads and writes."""

MOST_SEALED = 8 << 20
"""The longest sealed blob in bytes; who has more to say makes several blobs."""


class BlobKind(IntEnum):
    """What a blob holds; the numbers stand in hubs and in seals."""

    BATCH = 1
    SNAPSHOT = 2
    MOVED = 4
    """The office went on to another hub, or came back to this one; the latest word holds."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A sealed piece, named by the SHA-256 of its sealed bytes (32 bytes)."""

    kind: BlobKind
    name: bytes
    sealed: bytes

    @classmethod
    def of(cls, kind: BlobKind, sealed: bytes) -> Blob:
        """The blob of sealed bytes, under their own name."""
        return cls(kind, sha256(sealed).digest(), sealed)


@dataclass(frozen=True, slots=True)
class Hello:
    """Whose hub it is, who can read it, and the ways to its key; the highest `revision` that proves itself holds."""

    office: bytes
    format: int = FORMAT
    least_reader: int = FORMAT
    slots: tuple[KeySlot, ...] = ()
    revision: int = 1
    proof: bytes = b""
    more: str = "{}"
    """What a newer program said beside this, as JSON; kept and proven with the rest."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place that no station has asked about yet; `name` tells it from all others (16 bytes)."""

    place: int
    name: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found on a hub.

    `blobs` are those after the cursor in the hub's order, or all where `is_whole`; they are read as they are asked for
    and can be asked for once. `cursor` is stored in the transaction that applies them. Where `needs_mending`, `append`
    has something to do even without blobs: damage to report, a HELLO to put back, a conflicted copy to take in. `size`
    is that of the hub in bytes, `copies` the conflicted copies beside it.
    """

    hello: Hello
    blobs: Iterable[Blob]
    is_whole: bool
    cursor: bytes
    damage: tuple[Damage, ...] = ()
    size: int = 0
    copies: tuple[str, ...] = ()
    needs_mending: bool = False


def trusts_everyone(hello: Hello) -> bool:
    """Believes any HELLO: for those who have no key yet."""
    return True


@dataclass(frozen=True, slots=True)
class Seat:
    """Who comes to the hub: a name for the others, the station, the HELLO it remembers, the HELLOs it believes."""

    who: str = ""
    station: bytes = b""
    hello: Hello | None = None
    trusts: Callable[[Hello], bool] = trusts_everyone
    patience: float = 15.0
    """Seconds to wait while another holds the hub; from 95 on, a hold left by a kill elsewhere ends meanwhile."""


class Hub(Protocol):
    """A place of exchange, for one thread; any call may raise a UserError: the cursor is to be forgotten then."""

    def is_unchanged(self, cursor: bytes) -> bool:
        """Whether nothing came since the cursor, at the price of one round trip."""

    def read(self, cursor: bytes | None) -> Reading:
        """What came since the cursor, or everything where there is none or it does not match."""

    def append(self, blobs: Sequence[Blob], hello: Hello | None = None) -> bytes:
        """Adds what is not there yet, flushed and checked; answers the cursor to be stored, with the blobs marked sent.

        Where others came between, it stays before their blobs and still wants to find those written now.
        """

    def replace(self, hello: Hello, blobs: Iterable[Blob]) -> None:
        """Puts a whole new hub in the place of the old one, or changes nothing."""

    def wait(self, seconds: float) -> bool:
        """Waits until something may have come; where the hub cannot call, answers False at once."""

    def server_time(self) -> datetime | None:
        """The present instant by the clock of the hub's own computer, where it can be told."""

    def close(self) -> None:
        """Lets go of the hub."""
