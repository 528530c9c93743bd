"""An office whose stations exchange blobs over a hub as the engine does, with nothing inside the blobs."""

from __future__ import annotations

import random
from collections.abc import Callable

from helpdesk.errors import UserError
from helpdesk.sync import hello as hellos
from helpdesk.sync.hub import Blob, BlobKind, Hello, Hub, Reading, Seat
from helpdesk.sync.key import OfficeKey, Price, slot_for_passphrase

QUICK = Price(rounds=1, memory=8, lanes=1)
KEY = OfficeKey(bytes(range(16)), bytes(range(32)))
PASSPHRASE = "шесть слов на листке у стойки"


def a_hello(key: OfficeKey = KEY, **changes: object) -> Hello:
    slots = (slot_for_passphrase(key, PASSPHRASE, QUICK),)
    return hellos.proven(Hello(key.office, **{"slots": slots, **changes}), key)


HELLO = a_hello()


def a_seat(who: str = "Anna Belova, desk 1", hello: Hello | None = HELLO, key: OfficeKey = KEY) -> Seat:
    return Seat(who, b"", hello, lambda said: hellos.is_proven(said, key))


def a_blob(text: str, length: int = 40, kind: BlobKind = BlobKind.BATCH) -> Blob:
    return Blob.of(kind, text.encode() + random.Random(text).randbytes(length))


class Station:
    """Knows blobs, and exchanges them as SYNC.md says: steps 0, 3, 4, 5 and 6."""

    def __init__(self, opening: Callable[[], Hub], name: str = "station") -> None:
        self._opening = opening
        self.name = name
        self.hub = opening()
        self.known: dict[bytes, Blob] = {}
        self.unsent: dict[bytes, Blob] = {}
        self.cursor: bytes | None = None
        self.count = 0
        self.whole = self.tails = 0
        self.reading: Reading | None = None

    def works(self, length: int = 40) -> Blob:
        """Makes a blob here."""
        self.count += 1
        blob = a_blob(f"{self.name} {self.count} ", length)
        self.known[blob.name] = self.unsent[blob.name] = blob
        return blob

    def exchanges(self) -> None:
        try:
            self._exchange()
        except BaseException:
            # Step 6: what cannot be known is looked up.
            self.cursor = None
            raise

    def tries(self) -> UserError | None:
        try:
            self.exchanges()
        except UserError as error:
            return error
        return None

    def _exchange(self) -> None:
        if self.cursor and not self.unsent and self.hub.is_unchanged(self.cursor):
            return
        reading = self.reading = self.hub.read(self.cursor)
        found = {blob.name: blob for blob in reading.blobs}
        assert all(Blob.of(blob.kind, blob.sealed) == blob for blob in found.values())
        self.known |= found
        self.cursor = reading.cursor or None
        self.whole, self.tails = self.whole + reading.is_whole, self.tails + (not reading.is_whole)
        missing = {name: blob for name, blob in self.known.items() if name not in found} if reading.is_whole else {}
        if missing or self.unsent or reading.needs_mending:
            self.cursor = self.hub.append(list((missing | self.unsent).values()))
        self.unsent = {}

    def restarts(self) -> None:
        """As after a kill: the cursor and the blobs are there, the hub object is new."""
        self.hub.close()
        self.hub = self._opening()


def agree(*stations: Station) -> bool:
    return all(station.known.keys() == stations[0].known.keys() for station in stations)
