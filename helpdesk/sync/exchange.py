"""One exchange with the hub (SYNC.md): read without a lock, apply lot by lot, then put back what is missing.

For a thread of its own. The cursor moves only in the transaction that applies what it stands for; a failure while
writing to the hub forgets it, so that the next exchange reads everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, islice

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import milliseconds
from helpdesk.errors import UserError
from helpdesk.storage.database import Database
from helpdesk.storage.tables import Record
from helpdesk.storage.unit import UnitOfWork
from helpdesk.sync import holding, ledger, numbering
from helpdesk.sync.apply import Applied, apply
from helpdesk.sync.batch import Batch
from helpdesk.sync.change import Change
from helpdesk.sync.compaction import push_snapshot
from helpdesk.sync.hello import encoded
from helpdesk.sync.hub import Blob, BlobKind, Hub, Reading
from helpdesk.sync.incoming import Intake, Lot
from helpdesk.sync.ledger import HubState
from helpdesk.sync.office import Office
from helpdesk.sync.outgoing import push, seal_journal
from helpdesk.sync.stamp import dragging

Progress = Callable[[int], None]
WHOLE_EVERY = 24 * 3600 * 1000
"""Milliseconds after which a hub is read from its beginning again."""


@dataclass
class Exchanged:
    """What an exchange did: batches sent and received, cells and records applied, blobs of nobody in the office."""

    sent: int = 0
    received: int = 0
    applied: int = 0
    conflicts: int = 0
    refused: int = 0
    size: int = 0
    copies: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    moved_to: str = ""


def joined(first: Exchanged, second: Exchanged) -> Exchanged:
    """Two exchanges in a row as one."""
    return replace(
        second,
        sent=first.sent + second.sent,
        received=first.received + second.received,
        applied=first.applied + second.applied,
        conflicts=first.conflicts + second.conflicts,
        changes=first.changes | second.changes,
    )


@dataclass
class Exchange:
    """An exchange of one station; call `run` once."""

    office: Office
    hub: Hub
    progress: Progress | None = None
    done: Exchanged = field(default_factory=Exchanged)
    _server: datetime | None = None
    _unsent: dict[bytes, set[int]] = field(default_factory=dict)

    def run(self, *, reads_all: bool = False) -> Exchanged:
        """Exchanges. Raises HubMissing, HubUnreachable and their kin, DatabaseBusy, DiskFull."""
        database = self.office.database
        with database.reading():
            state = ledger.hub_state(database)
            has_unsent = ledger.has_unsent(database)
        assert state is not None
        self.done.size = state.size
        cursor = None if reads_all or self._is_due(state) else state.cursor
        is_unchanged = cursor is not None and self.hub.is_unchanged(cursor)
        if is_unchanged and not has_unsent:
            return self.done
        self._note_unsent(change for batch in self._waiting() for change in batch.changes)
        reading = self._read(cursor, is_unchanged=is_unchanged)
        self._server = self.hub.server_time()
        self.done.size, self.done.copies = reading.size, reading.copies
        self._take_in(Intake(self.office, reading))
        self._put_back(reading)
        return self.done

    def _is_due(self, state: HubState) -> bool:
        """Whether everything has to be read again: damage behind the cursor is seen by nothing else."""
        now = milliseconds(self.office.clock.now())
        return state.read_whole_at is None or abs(now - state.read_whole_at) > WHOLE_EVERY

    def _read(self, cursor: bytes | None, *, is_unchanged: bool) -> Reading:
        reading = self.hub.read(cursor)
        if is_unchanged or reading.is_whole:
            return reading
        blobs = list(islice(reading.blobs, 1))
        if not blobs:
            # Something changed and nothing was added: the change lies behind the cursor.
            return self.hub.read(None)
        return replace(reading, blobs=chain(blobs, reading.blobs))

    def _waiting(self) -> Iterable[Batch]:
        """Batches of earlier exchanges that did not reach the hub."""
        with self.office.database.reading() as database:
            blobs = [ledger.blob_of(database, name) for name in ledger.missing(database)]
        found = map(self.office.opened, blobs)
        return (batch for batch in found if isinstance(batch, Batch))

    def _take_in(self, intake: Intake) -> None:
        for lot in intake.lots():
            with self.office.database.writing() as database:
                self._apply(database, lot)
                if lot.is_last:
                    self._settle_reading(database, intake)
            self.done.received += len(lot.batches)
            if self.progress is not None:
                self.progress(self.done.applied)
        self.done.refused = intake.refused
        self.done.moved_to = intake.moved.address if intake.moved else ""

    def _apply(self, database: Database, lot: Lot) -> None:
        unit = UnitOfWork(database, self.office.clock)
        known = ledger.known(database, [blob.name for blob, _ in lot.batches])
        batches = [(blob, batch) for blob, batch in lot.batches if blob.name not in known]
        numbering.renew_if_cloned(unit, {batch.station for blob, batch in batches if blob.kind is BlobKind.BATCH})
        # What was written here meanwhile is taken before anything lands: with its own values, and what its author saw.
        self._note_unsent(seal_journal(self.office, self._server))
        state = [change for blob, batch in batches if blob.kind is BlobKind.SNAPSHOT for change in batch.changes]
        changes = [change for blob, batch in batches if blob.kind is BlobKind.BATCH for change in batch.changes]
        self._land(unit, apply(database, [*holding.learned(database), *state], self._unsent, is_state=True))
        self._land(unit, apply(database, changes, self._unsent))
        for blob, batch in batches:
            ledger.keep(database, blob, is_on_hub=True, with_bytes=blob.kind is BlobKind.BATCH)
            _hear(database, batch, blob)
        highest = max((change.stamp for change in (*state, *changes)), default=0)
        self._drag(database, unit, highest)
        numbering.settle_claims(unit)

    def _note_unsent(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._unsent.setdefault(change.id, set()).update(change.cells)

    def _drag(self, database: Database, unit: UnitOfWork, highest: int) -> None:
        row = database.row("SELECT seen FROM journal_state")
        seen = dragging(highest, row[0] if row else 0, self._server or unit.now)
        database.execute_sql("UPDATE journal_state SET seen = ?", (seen,))

    def _land(self, unit: UnitOfWork, applied: Applied) -> None:
        self.done.applied += applied.count
        self.done.conflicts += applied.conflicts
        touched: dict[type[Record], set[bytes]] = {table: ids for table, ids in applied.touched.items() if ids}
        if touched:
            self.done.changes |= self.office.settle(unit, touched)

    def _settle_reading(self, database: Database, intake: Intake) -> None:
        reading = intake.reading
        on_hub = set(intake.listed)
        for index in intake.whole_indexes(database):
            ledger.keep_names(database, index.covered, is_on_hub=True)
            on_hub |= index.covered
        ledger.mark_listed(database, on_hub, is_whole=reading.is_whole)
        # Stopped before the mending, the next exchange reads all and finds it again.
        ledger.put_cursor(database, None if reading.needs_mending else reading.cursor or None)
        ledger.put_hello(database, encoded(reading.hello))
        now = milliseconds(self.office.clock.now())
        database.execute_sql("UPDATE hub SET exchanged_at = ?, size = ?", (now, reading.size))
        if reading.is_whole:
            database.execute_sql("UPDATE hub SET read_whole_at = ?", (now,))

    def _put_back(self, reading: Reading) -> None:
        database = self.office.database
        with database.writing():
            seal_journal(self.office, self._server)
            lacks_snapshot = ledger.lacks_snapshot(database)
        try:
            self.done.sent = push(self.office, self.hub, needs_mending=reading.needs_mending)
            if lacks_snapshot:
                push_snapshot(self.office, self.hub, self._server)
        except UserError:
            with database.writing():
                ledger.put_cursor(database, None)
            raise


def _hear(database: Database, batch: Batch, blob: Blob) -> None:
    """Remembers how a station was when it was heard last."""
    if blob.kind is BlobKind.BATCH:
        database.execute_sql(
            "INSERT INTO heard(station, at, version, ahead) VALUES (?, ?, ?, ?) ON CONFLICT(station) DO UPDATE"
            " SET at = excluded.at, version = excluded.version, ahead = excluded.ahead WHERE excluded.at > at",
            (batch.station, batch.at, batch.version, batch.ahead),
        )
