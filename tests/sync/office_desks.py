"""Desks of one office over a hub in memory."""

from __future__ import annotations

from pathlib import Path

from helpdesk.domain.identity import new_identity
from helpdesk.service import joining
from helpdesk.service.desk import Desk
from helpdesk.service.office import office_of
from helpdesk.storage import migration
from helpdesk.storage.database import Database
from helpdesk.sync.beginning import enter_office, found_office
from helpdesk.sync.exchange import Exchange, Exchanged
from helpdesk.sync.hello import proven
from helpdesk.sync.hub import Hello, Seat
from helpdesk.sync.key import OfficeKey
from tests.builders import COMPANY, a_clock, a_desk
from tests.sync.memory_hub import MemoryHub, MemoryPlace

KEY = OfficeKey.new()
HELLO = proven(Hello(KEY.office), KEY)


def a_place() -> MemoryPlace:
    return MemoryPlace(HELLO)


def exchange(desk: Desk, place: MemoryPlace, **given) -> Exchanged:
    place.now = desk.clock.now()
    return Exchange(office_of(desk, KEY), MemoryHub(place, Seat("desk", b"", HELLO))).run(**given)


def a_founder(folder: Path, place: MemoryPlace, clock=None) -> Desk:
    """The first desk of the office."""
    desk = a_desk(folder / "first", clock or a_clock())
    with desk.work() as unit:
        found_office(unit, "memory", HELLO, "first")
    exchange(desk, place)
    return desk


def a_newcomer(folder: Path, place: MemoryPlace, name: str, clock=None) -> Desk:
    """A desk that joined."""
    clock = clock or a_clock()
    (folder / name).mkdir()
    database = Database(folder / name / "helpdesk.db")
    migration.make(database)
    with database.writing():
        enter_office(database, "memory", HELLO, new_identity(clock.now()))
    desk = Desk(folder / name, database, clock, COMPANY, {})
    exchange(desk, place)
    joining._present_itself(desk, name)
    exchange(desk, place)
    return desk
