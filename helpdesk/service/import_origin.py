"""Which record an imported row became, and whether it still says the same: what makes a second import harmless.

A fingerprint holds one word for every row that the last file had under the key, in their order, so that a file that
gives a record twice changes nothing when it is read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from helpdesk.service.import_batch import Batch
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.transfer.rows import ImportRow

_AT_ONCE = 500


@dataclass(slots=True)
class Origin:
    """One key of a source: its record, the fingerprints of its rows in the last file, its place in the table."""

    record: bytes
    prints: list[str]
    alias: int | None = None


def fingerprint(row: ImportRow) -> str:
    """Sixteen signs that differ where the values of a row differ."""
    told = repr(sorted(row.values.items())).encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=8).hexdigest()


def records_of(database: Database, kind: str, source: str, keys: Sequence[str]) -> dict[str, bytes]:
    """Records by their key in a source."""
    return {key: origin.record for key, origin in _read(database, kind, source, keys).items()}


class Origins:
    """The origins of one kind and source during one import."""

    def __init__(self, kind: str, source: str) -> None:
        self._kind = kind
        self._source = source
        self._times: Counter[str] = Counter()
        self._known: dict[str, Origin] = {}
        self._changed: dict[str, Origin] = {}
        self._unfinished: dict[str, ImportRow] = {}

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        """Reads what is known of the keys of a batch."""
        self._known = _read(batch.database, self._kind, self._source, [row.key for row in rows])
        self._changed = {}

    def find(self, row: ImportRow) -> tuple[Origin | None, bool]:
        """The origin of a row, and whether the last file said the same in this place."""
        place = self._times[row.key]
        self._times[row.key] += 1
        known = self._known.get(row.key)
        if known is None:
            return None, False
        is_same = known.prints[place : place + 1] == [fingerprint(row)]
        if is_same and place + 1 < len(known.prints):
            self._unfinished[row.key] = row
        else:
            self._unfinished.pop(row.key, None)
        return known, is_same

    def made(self, batch: Batch, row: ImportRow, record: bytes) -> None:
        """Notes a new record of a row."""
        self._known[row.key] = made = Origin(record, [fingerprint(row)])
        self._changed[row.key] = made

    def said(self, row: ImportRow, origin: Origin) -> None:
        """Notes that a row now says something else of its record."""
        place = self._times[row.key] - 1
        origin.prints = [*origin.prints[:place], fingerprint(row)]
        self._changed[row.key] = origin

    def cut_short(self, row: ImportRow) -> Origin:
        """The origin of a row that is the last of its key now, with the rows that once followed forgotten."""
        origin = self._known[row.key]
        origin.prints = origin.prints[: self._times[row.key]]
        self._changed[row.key] = origin
        return origin

    def left_over(self) -> list[ImportRow]:
        """Rows that were the same as before but are now the last of their key, where more followed in the last file."""
        return list(self._unfinished.values())

    def end(self, batch: Batch) -> None:
        """Writes what was noted; before the batch is flushed for the last time."""
        again = []
        for key, origin in self._changed.items():
            prints = " ".join(origin.prints)
            if origin.alias is not None:
                again.append((prints, origin.record, origin.alias))
                continue
            batch.put(
                tables.Origin,
                kind=self._kind,
                source=self._source,
                key=key,
                record=origin.record,
                fingerprint=prints,
            )
        batch.database.many("UPDATE origin SET fingerprint = ?, record = ? WHERE alias = ?", again)
        self._changed = {}


def _read(database: Database, kind: str, source: str, keys: Sequence[str]) -> dict[str, Origin]:
    found = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        for key, record, prints, alias in database.rows(
            "SELECT key, record, fingerprint, alias FROM origin WHERE kind = ? AND source = ? AND is_hidden = 0"
            f" AND key IN ({marks(part)})",
            kind,
            source,
            *part,
        ):
            found[key] = Origin(bytes(record), prints.split(), alias)
    return found
