"""The desk as exchange sees it: rules read afresh, because another station may have changed them."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from helpdesk import __version__
from helpdesk.domain.changes import Changes
from helpdesk.errors import OfficeMissing
from helpdesk.service import company
from helpdesk.service.desk import Desk
from helpdesk.storage import migration, tables
from helpdesk.storage.derived import rebuild, settle
from helpdesk.storage.unit import Touched, UnitOfWork
from helpdesk.sync import ledger
from helpdesk.sync.address import is_server, open_hub, shown
from helpdesk.sync.hello import decoded, is_proven
from helpdesk.sync.hub import Hello, Hub, Seat
from helpdesk.sync.key import OfficeKey
from helpdesk.sync.key_place import kept_key
from helpdesk.sync.ledger import HubState
from helpdesk.sync.office import Office

PATIENCE = 95.0
"""Seconds that an exchange waits for a hub that another holds: a hold left by a kill elsewhere has ended by then."""


def office_of(desk: Desk, key: OfficeKey | None = None) -> Office:
    """The desk's office. Raises OfficeKeyMissing."""

    def settled(unit: UnitOfWork, touched: Touched) -> Changes:
        return settle_foreign(desk, unit, touched)

    return Office(desk.database, desk.clock, key or kept_key(desk.folder), settled, __version__, migration.VERSION)


def settle_foreign(desk: Desk, unit: UnitOfWork, touched: Touched) -> Changes:
    """Settles what came from other stations; where they changed the rules themselves, everything is derived anew."""
    if tables.Company in touched or tables.RequestState in touched:
        before = desk.rules
        desk.take_over(company.read_company(unit.database), company.read_states(unit.database))
        if desk.rules != before and unit.database.row("SELECT 1 FROM request LIMIT 1"):
            rebuild(unit.database, desk.rules)
            return Changes(company=True, is_everything=True)
    return settle(desk.rules, unit, touched)


def state_of(desk: Desk) -> HubState:
    """What the workplace remembers of its hub. Raises OfficeMissing."""
    with desk.reading() as database:
        state = ledger.hub_state(database)
    if state is None:
        raise OfficeMissing(desk.folder)
    return state


def hub_address(desk: Desk) -> str | None:
    """The hub's address as it may be shown, where there is one."""
    with desk.reading() as database:
        state = ledger.hub_state(database)
    return None if state is None else shown(state.address)


@contextmanager
def opened_hub(desk: Desk, office: Office, patience: float = PATIENCE) -> Iterator[Hub]:
    """The workplace's hub; `patience` in seconds. Raises OfficeMissing, HubUnreachable and their kin."""
    state = state_of(desk)
    with desk.reading() as database:
        station = ledger.station_of(database)
    hub = open_hub(state.address, replace(seat_at(office.key, station, decoded(state.hello)), patience=patience))
    try:
        yield hub
    finally:
        hub.close()


def seat_at(key: OfficeKey, station: bytes, hello: Hello | None) -> Seat:
    """How this station appears at a hub: it believes the HELLO of its own office alone."""

    def is_ours(said: Hello) -> bool:
        return is_proven(said, key)

    return Seat(station_name(), station, hello, is_ours)


def whole_address(address: str) -> str:
    """The address as it holds in every folder."""
    return address if is_server(address) else str(Path(address).expanduser().absolute())


def shown_address(address: str) -> str:
    """The address as it may be shown: without a password."""
    return shown(address)


def station_name() -> str:
    """What this computer is called by others."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return f"{user}@{platform.node()}" if user else platform.node()
