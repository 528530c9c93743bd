"""Synchronisation as people order it: an office made, an exchange now, the hub moved, compacted, rebuilt, left.

Every function may run in a thread of its own. `progress` is called between transactions with the
cells and records applied so far, or the pieces of a snapshot made; what it raises stops the work, which goes on later.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, instant, milliseconds
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing, HubExists, HubMissing, HubUnreachable, OfficeExists
from helpdesk.service.desk import Desk
from helpdesk.service.office import office_of, opened_hub, seat_at, state_of, station_name, whole_address
from helpdesk.service.permission import ask
from helpdesk.storage.queries.digest import digest_of
from helpdesk.sync import compaction, ledger, moving, verifying
from helpdesk.sync.address import create_hub, open_hub, shown
from helpdesk.sync.beginning import found_office, leave_office, move_hub
from helpdesk.sync.exchange import Exchange, Exchanged, joined
from helpdesk.sync.hello import decoded, proven
from helpdesk.sync.hub import Hello
from helpdesk.sync.key import OfficeKey, slot_for_passphrase
from helpdesk.sync.key_place import forget_key, keep_key, kept_key
from helpdesk.sync.moving import Move
from helpdesk.sync.verifying import Verified

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What an exchange did: batches sent and received, cells and records applied, conflicts kept, bytes on the hub.

    `refused` blobs are not of this office, or damaged; `copies` are conflicted copies that were taken in.
    """

    sent: int
    received: int
    applied: int
    conflicts: int
    hub_bytes: int
    refused: int
    copies: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How this workplace stands with its hub; `waiting` counts changes and batches that the hub has not."""

    address: str
    office: str
    station: str
    number: int
    waiting: int
    exchanged_at: datetime | None
    hub_bytes: int
    conflicts: int
    stations: int


def create(
    desk: Desk, actor: OperatorId, address: str, passphrase: str, *, progress: Progress | None = None
) -> SyncResult:
    """Makes a hub and publishes every row. Raises OfficeExists, HubExists, FieldMissing and the hub's errors."""
    ask(desk, actor, Action.SET_UP)
    if not passphrase:
        raise FieldMissing("passphrase")
    address = whole_address(address)
    with desk.reading() as database:
        state, station = ledger.hub_state(database), ledger.station_of(database)
    if state is None:
        key = OfficeKey.new()
        hello = proven(Hello(key.office, slots=(slot_for_passphrase(key, passphrase),)), key)
        keep_key(desk.folder, key)
        with desk.work() as unit:
            found_office(unit, address, hello, station_name())
    elif state.address == address and state.exchanged_at is None:
        # Stopped in the middle of an earlier attempt.
        key, hello = kept_key(desk.folder), decoded(state.hello)
    else:
        raise OfficeExists(desk.folder, shown(state.address))
    create_hub(address, hello, seat_at(key, station, hello)).close()
    return now(desk, actor, progress=progress)


def now(
    desk: Desk,
    actor: OperatorId,
    *,
    reads_all: bool = False,
    patience: float = 15,
    progress: Progress | None = None,
) -> SyncResult:
    """One exchange with the hub, which another may hold for `patience` seconds.

    Raises OfficeMissing, OfficeKeyMissing and the hub's errors.
    """
    ask(desk, actor, Action.WRITE)
    office = office_of(desk)
    with opened_hub(desk, office, patience) as hub:
        done = Exchange(office, hub, progress).run(reads_all=reads_all)
    if not done.moved_to or done.moved_to == state_of(desk).address:
        return _told(done)
    # The office went on to another hub: what waits here goes out there, and nothing that is here is lost.
    with desk.database.writing() as database:
        move_hub(database, done.moved_to, decoded(state_of(desk).hello))
    with opened_hub(desk, office, patience) as hub:
        there = Exchange(office, hub, progress).run()
    return _told(joined(done, there))


def _told(done: Exchanged) -> SyncResult:
    return SyncResult(
        done.sent, done.received, done.applied, done.conflicts, done.size, done.refused, done.copies, done.changes
    )


def status(desk: Desk, actor: OperatorId) -> SyncStatus:
    """How this workplace stands with its hub, without asking the hub. Raises OfficeMissing."""
    ask(desk, actor, Action.SEE)
    state = state_of(desk)
    with desk.reading() as database:
        row = database.row(
            "SELECT id, number, (SELECT count(*) FROM change) + (SELECT count(*) FROM batch WHERE is_on_hub = 0),"
            " (SELECT count(*) FROM conflict), (SELECT count(*) FROM office_station WHERE is_hidden = 0) FROM station"
        )
    assert row is not None
    station, number, waiting, conflicts, stations = row
    return SyncStatus(
        shown(state.address),
        decoded(state.hello).office.hex(),
        bytes(station).hex(),
        number,
        waiting,
        None if state.exchanged_at is None else instant(state.exchanged_at),
        state.size,
        conflicts,
        stations,
    )


def compact(desk: Desk, actor: OperatorId, *, progress: Progress | None = None) -> SyncResult:
    """Puts one snapshot in the place of the hub's long history, after an exchange. Raises as `now`."""
    ask(desk, actor, Action.SET_UP)
    office = office_of(desk)
    hello = decoded(state_of(desk).hello)
    with opened_hub(desk, office) as hub:
        Exchange(office, hub, progress).run(reads_all=True)
        compaction.compact(office, hub, hello, progress)
    return now(desk, actor)


def rebuild(desk: Desk, actor: OperatorId, *, progress: Progress | None = None) -> SyncResult:
    """Makes the hub anew from all that this station knows, where it is gone or beyond reading. Raises as `now`."""
    ask(desk, actor, Action.SET_UP)
    office, state = office_of(desk), state_of(desk)
    hello = decoded(state.hello)
    with opened_hub(desk, office) as hub:
        compaction.compact(office, hub, hello, progress)
    return now(desk, actor)


def move(desk: Desk, actor: OperatorId, address: str, *, progress: Progress | None = None) -> SyncResult:
    """Exchanges through another hub from now on, a new one or one of the office; the others follow.

    An old hub that is gone is not waited for: each station is moved by hand then. Raises HubForeign, HubStrange and
    as `now`.
    """
    ask(desk, actor, Action.SET_UP)
    address = whole_address(address)
    office, state = office_of(desk), state_of(desk)
    hello = decoded(state.hello)
    with suppress(HubMissing, HubUnreachable):
        now(desk, actor, progress=progress)
    with desk.reading() as database:
        station = ledger.station_of(database)
    seat = seat_at(office.key, station, hello)
    try:
        hub = create_hub(address, hello, seat)
    except HubExists:
        # Without a HELLO in mind: what is no hub of the office is refused, not mended.
        hub = open_hub(address, replace(seat, hello=None))
    at = milliseconds(desk.clock.now())
    try:
        # Where a hub of the office stands already, it may hold the word that the office went away.
        moving.leave_word(hub, office.key, Move(at, moving.HERE))
    finally:
        hub.close()
    with suppress(HubMissing, HubUnreachable), opened_hub(desk, office) as old:
        moving.leave_word(old, office.key, Move(at, address))
    with desk.database.writing() as database:
        move_hub(database, address, hello)
    return now(desk, actor, progress=progress)


def verify(desk: Desk, actor: OperatorId) -> Verified:
    """Reads the whole hub and judges it; the next exchange mends what it can. Raises as `now`."""
    ask(desk, actor, Action.SEE)
    office = office_of(desk)
    with desk.reading() as database:
        known = frozenset(ledger.batch_names(database))
    with opened_hub(desk, office) as hub:
        found = verifying.verify(hub, office.key, known)
    if not found.is_sound:
        with desk.database.writing() as database:
            ledger.put_cursor(database, None)
    return found


def verify_hub(address: str, passphrase: str) -> Verified:
    """Judges a hub without a workplace. Raises PassphraseWrong and the hub's errors."""
    from helpdesk.service.joining import key_by

    key, hello = key_by(address, passphrase)
    hub = open_hub(address, seat_at(key, b"", hello))
    try:
        return verifying.verify(hub, key)
    finally:
        hub.close()


def leave(desk: Desk, actor: OperatorId) -> None:
    """Goes on alone with all that is here, after a last exchange where the hub is there. Raises OfficeMissing."""
    ask(desk, actor, Action.SET_UP)
    with suppress(HubMissing, HubUnreachable):
        now(desk, actor)
    with desk.database.writing() as database:
        leave_office(database)
    forget_key(desk.folder)


def digest(desk: Desk, actor: OperatorId) -> str:
    """One hash over all rows that people entered: equal on two stations that agree."""
    ask(desk, actor, Action.SEE)
    with desk.database.at_one_instant() as database:
        return digest_of(database)
