"""Words that an office leaves on a hub when it goes on to another one: the stations that still come here follow."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.sync.batch import BatchBroken, packed, unpacked
from helpdesk.sync.hub import Blob, BlobKind, Hub
from helpdesk.sync.key import OfficeKey, SealBroken

HERE = ""
"""The address in the word of an office that came back."""


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """When, in milliseconds since 1970, and where to; the latest holds, whatever the order on the hub."""

    at: int
    address: str


def leave_word(hub: Hub, key: OfficeKey, move: Move) -> None:
    """Tells whoever comes to the hub where the office is. Raises HubUnwritable and its kin."""
    plain = packed({"at": move.at, "moved": move.address})
    hub.append([Blob.of(BlobKind.MOVED, key.seal(plain, BlobKind.MOVED))])


def word_of(blob: Blob, key: OfficeKey) -> Move | None:
    """The word in a blob; none where the office did not say it."""
    try:
        said = unpacked(key.open(blob.sealed, blob.kind))
    except (SealBroken, BatchBroken):
        return None
    at, address = said.get("at"), said.get("moved")
    return Move(at, address) if isinstance(at, int) and isinstance(address, str) else None
