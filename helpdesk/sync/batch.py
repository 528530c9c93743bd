"""A batch in bytes: changes by column of the table that they form, as JSON, deflated with words known beforehand."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.sync.batch_words import WORDS
from helpdesk.sync.change import Change, plain, unplain

CODEC = b"\x01"
IDENTITY_DIGITS = 32
MOST_CHANGES = 5_000
MOST_TEXT = 4 << 20
_RAW = -15


class BatchBroken(Exception):
    """Bytes that the office sealed and this program cannot read as a batch."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one station tells: changes numbered `first` to `last` among its own, and how it is itself.

    `at` is the sender's clock in milliseconds, `ahead` how far that ran ahead of the hub's where known.
    """

    station: bytes
    first: int
    changes: Sequence[Change]
    schema: int = 0
    at: int = 0
    version: str = ""
    ahead: int | None = None

    @property
    def last(self) -> int:
        """The number of the last change."""
        return self.first + len(self.changes) - 1


def packed(document: dict[str, Any]) -> bytes:
    """A JSON document, deflated."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, WORDS)
    return CODEC + packer.compress(text) + packer.flush()


def unpacked(packed: bytes) -> dict[str, Any]:
    """The document of packed bytes. Raises BatchBroken."""
    if packed[:1] != CODEC:
        raise BatchBroken
    try:
        text = zlib.decompressobj(_RAW, zdict=WORDS).decompress(packed[1:])
        found: dict[str, Any] = json.loads(text)
    except (zlib.error, ValueError) as error:
        raise BatchBroken from error
    return found


def encoded(batch: Batch) -> bytes:
    """The batch in bytes, not sealed."""
    return packed({**_told(batch), **columns(batch.changes, batch.station)})


def decoded(document: dict[str, Any]) -> Batch:
    """The batch of an unpacked document. Raises BatchBroken."""
    try:
        station = bytes.fromhex(document["from"])
        return Batch(
            station,
            document["n"],
            changes_of(document),
            document["v"],
            document["at"],
            document["by"],
            document.get("ahead"),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BatchBroken from error


def _told(batch: Batch) -> dict[str, Any]:
    told = {"from": batch.station.hex(), "n": batch.first, "v": batch.schema, "at": batch.at, "by": batch.version}
    return told if batch.ahead is None else {**told, "ahead": batch.ahead}


def columns(changes: Sequence[Change], station: bytes) -> dict[str, Any]:
    """Changes as columns: like stands beside like and deflates well."""
    stations = {station: 0}
    authors = [stations.setdefault(change.station, len(stations)) for change in changes]
    earliest = min((change.stamp for change in changes), default=0)
    found = {
        "s": [one.hex() for one in stations],
        "t": [change.table for change in changes],
        "i": b"".join(change.id for change in changes).hex(),
        "z": earliest,
        "d": [change.stamp - earliest for change in changes],
        "b": [_saw(change) for change in changes],
        "w": [int(change.is_whole) for change in changes],
        "c": [
            [part for column, value in change.cells.items() for part in (column, plain(value))] for change in changes
        ],
    }
    return {**found, "e": authors} if len(stations) > 1 else found


def changes_of(document: dict[str, Any]) -> list[Change]:
    """The changes that columns hold."""
    stations = [bytes.fromhex(one) for one in document["s"]]
    tables, earliest = document["t"], document["z"]
    identities, width = bytes.fromhex(document["i"]), IDENTITY_DIGITS // 2
    authors = document.get("e") or [0] * len(tables)
    found = []
    rows = zip(tables, document["d"], document["b"], document["w"], document["c"], strict=True)
    for place, (table, later, saw, is_whole, cells) in enumerate(rows):
        stamp = earliest + later
        found.append(
            Change(
                table,
                identities[place * width : place * width + width],
                stamp,
                stamp - saw if saw else 0,
                stations[authors[place]],
                is_whole == 1,
                {
                    column: unplain(value) if type(value) is list else value
                    for column, value in zip(cells[::2], cells[1::2], strict=True)
                },
            )
        )
    return found


def _saw(change: Change) -> int:
    """How much earlier the author's last sight is than the change; 0 where nothing was seen."""
    return change.stamp - change.base if change.base else 0
