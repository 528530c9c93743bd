"""A workplace that is made from what an office's hub tells, and goes on where it was interrupted."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from helpdesk.clock import Clock
from helpdesk.domain.company import Company
from helpdesk.domain.identity import new_identity
from helpdesk.errors import FieldMissing, PassphraseWrong
from helpdesk.service.desk import Desk
from helpdesk.service.office import office_of, opened_hub, seat_at, station_name
from helpdesk.service.office_secret import revise
from helpdesk.service.sync import Progress
from helpdesk.storage import migration, tables
from helpdesk.storage.database import Database
from helpdesk.sync import ledger, numbering
from helpdesk.sync.address import open_hub
from helpdesk.sync.beginning import enter_office
from helpdesk.sync.exchange import Exchange
from helpdesk.sync.hello import decoded, is_proven
from helpdesk.sync.hub import Hello
from helpdesk.sync.key import OfficeKey, SlotKind, opened, unlock
from helpdesk.sync.key_place import keep_key
from helpdesk.sync.spoken_key import bare, is_sound

_NOBODY_YET = Company("", "en", "UTC", "RUB", "")


def key_by(address: str, passphrase: str) -> tuple[OfficeKey, Hello]:
    """The office key of a hub, and its HELLO. Raises PassphraseWrong, FieldMissing and the hub's errors."""
    if not passphrase:
        raise FieldMissing("passphrase")
    hub = open_hub(address)
    try:
        hello = hub.read(None).hello
    finally:
        hub.close()
    key = unlock(hello.slots, passphrase)
    return key, hello if is_proven(hello, key) else _proven_hello(address, key)


def _proven_hello(address: str, key: OfficeKey) -> Hello:
    """The HELLO that the office itself said, where somebody put another beside it."""
    hub = open_hub(address, seat_at(key, b"", None))
    try:
        return hub.read(None).hello
    finally:
        hub.close()


def fill(
    folder: Path,
    unfinished: Path,
    clock: Clock,
    *,
    entrance: tuple[str, OfficeKey, Hello, str],
    operator: str,
    progress: Progress | None,
) -> None:
    """Makes, or goes on to fill, the database `unfinished` with all that the hub tells. Raises the hub's errors.

    `entrance` is the address, the key, the HELLO and the secret that opened it.
    """
    address, key, hello, secret = entrance
    database = Database(unfinished)
    try:
        if not _is_begun(database, address, hello):
            database.close_all()
            _remove(unfinished)
            migration.make(database)
            with database.writing():
                enter_office(database, address, hello, new_identity(clock.now()))
        keep_key(folder, key)
        desk = Desk(folder, database, clock, _NOBODY_YET, {})
        office = office_of(desk, key)
        with opened_hub(desk, office) as hub:
            Exchange(office, hub, progress).run()
            _present_itself(desk, operator)
            Exchange(office, hub).run()
        _spend_invitation(desk, hello, secret)
    finally:
        database.close_all()


def _spend_invitation(desk: Desk, hello: Hello, secret: str) -> None:
    """Takes the slot away by which a newcomer was let in: nobody comes in by it twice."""
    invitations = tuple(slot for slot in hello.slots if slot.kind == SlotKind.INVITATION)
    if not invitations or not is_sound(bare(secret)):
        return
    with suppress(PassphraseWrong):
        used = opened(invitations, secret)[1]
        revise(desk, lambda slots: tuple(slot for slot in slots if slot != used))


def _is_begun(database: Database, address: str, hello: Hello) -> bool:
    if not database.file.exists():
        return False
    with database.reading():
        if migration.version(database) != migration.VERSION:
            return False
        state = ledger.hub_state(database)
    return state is not None and state.address == address and decoded(state.hello).office == hello.office


def _present_itself(desk: Desk, operator: str) -> None:
    """Takes a prefix of numbers and tells who works here."""
    with desk.work() as unit:
        database = unit.database
        row = database.row("SELECT number FROM station")
        if row is None or row[0] != numbering.UNCLAIMED:
            return
        numbering.introduce(unit, station_name(), operator)
        numbering.claim_next(unit)
        if operator and not database.row("SELECT 1 FROM operator WHERE name = ? AND is_hidden = 0", operator):
            unit.add(tables.Operator, name=operator)


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
