"""An office in small: stations with the program's own exchange on real databases, a hub in memory, an oracle beside.

The oracle knows no stamps. It knows which values each station and the hub have met, and what every author saw when he
wrote: a value that somebody overwrote must not come back while a station that knows of it is alive.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from helpdesk.domain.company import Company
from helpdesk.domain.identity import instant, milliseconds, new_identity
from helpdesk.errors import HubUnwritable
from helpdesk.service import joining
from helpdesk.service.desk import Desk
from helpdesk.service.office import office_of
from helpdesk.storage import migration, tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries.digest import digest_of
from helpdesk.sync import compaction, ledger
from helpdesk.sync.batch import decoded, unpacked
from helpdesk.sync.beginning import enter_office, found_office
from helpdesk.sync.exchange import Exchange
from helpdesk.sync.hello import proven
from helpdesk.sync.hub import Blob, Hello, Seat
from helpdesk.sync.key import OfficeKey
from helpdesk.sync.snapshot import index_of
from tests.builders import MORNING
from tests.sync.memory_hub import MemoryHub, MemoryPlace

YEAR = 365 * 86_400_000
SKEWS = (0, 0, 0, -500, 300, 10 * YEAR, -YEAR, 3_600_000, -3_600_000)
MOST_NODES = 6
COLUMNS = ("city", "note", "warning")
KEY = OfficeKey.new()
HELLO = proven(Hello(KEY.office), KEY)
COMPANY = Company("Polyana Trade", "ru", "Europe/Moscow", "RUB", "")

Cell = tuple[bytes, str]


@dataclass
class FailingHub(MemoryHub):
    """A hub whose next writing fails, before or after it took effect."""

    def __init__(self, place: MemoryPlace, failure: str = "") -> None:
        super().__init__(place, Seat("model", b"", HELLO))
        self.failure = failure

    def append(self, blobs, hello=None) -> bytes:
        return self._failing(lambda: super(FailingHub, self).append(blobs, hello))

    def replace(self, hello, blobs) -> None:
        self._failing(lambda: super(FailingHub, self).replace(hello, blobs))

    def _failing(self, write):
        if self.failure == "before":
            raise HubUnwritable("memory", "gone")
        answer = write()
        if self.failure == "after":
            raise HubUnwritable("memory", "gone")
        return answer


class Place(MemoryPlace):
    """What lies on the share; the oracle reads which values it tells."""

    def __init__(self) -> None:
        super().__init__(HELLO)
        self._told: dict[bytes, set[str]] = {}

    def values(self) -> set[str]:
        return set().union(*(self._values(blob) for blob in self.blobs))

    def _values(self, blob: Blob) -> set[str]:
        if blob.name not in self._told:
            document = unpacked(KEY.open(blob.sealed, blob.kind))
            changes = [] if index_of(document) else decoded(document).changes
            self._told[blob.name] = {
                str(value) for change in changes for value in change.cells.values() if is_a_value(value)
            }
        return self._told[blob.name]


def is_a_value(value: object) -> bool:
    return isinstance(value, str) and value[:1] == "v" and value[1:].isdigit()


@dataclass
class NodeClock:
    """A station's clock, right or wrong."""

    world: World
    skew: int = 0

    def now(self) -> datetime:
        return instant(self.world.time + self.skew)


class TimedDatabase(Database):
    """A database whose triggers see the station's clock."""

    def __init__(self, file: Path, clock: NodeClock) -> None:
        super().__init__(file)
        self._clock = clock

    def _connect(self):
        connection = super()._connect()
        connection.create_function("unixepoch", 1, lambda _: milliseconds(self._clock.now()) / 1000)
        return connection


@dataclass
class Node:
    """A station: its database, its clock, what the oracle expects it to know."""

    world: World
    file: Path
    clock: NodeClock
    knows: set[str] = field(default_factory=set)
    desk: Desk = None

    def open(self) -> Node:
        database = TimedDatabase(self.file, self.clock)
        self.desk = Desk(self.file.parent, database, self.clock, COMPANY, {})
        return self

    def close(self) -> None:
        self.desk.database.close_all()

    def copied(self, file: Path) -> Node:
        """The same database elsewhere, as an image of a disk has it."""
        with self.desk.reading() as database:
            highest = database.row("SELECT max(stamp) FROM change")[0]
        if highest and highest >> 16 > self.world.time:
            # Twins will tell what both hold unsent, each when it comes to it, and no clock says when it was written.
            self.world.doubtful |= set(self.cells().values())
        self.close()
        for ending in ("", "-wal"):
            source = self.file.with_name(self.file.name + ending)
            if source.exists():
                shutil.copyfile(source, file.with_name(file.name + ending))
        return Node(self.world, file, NodeClock(self.world, self.clock.skew), set(self.knows)).open()

    def exchange(self, place: Place, failure: str = "") -> None:
        hub = FailingHub(place, failure)
        place.now = self.world.clock()
        self.knows |= place.values()
        with suppress(HubUnwritable):
            Exchange(office_of(self.desk, KEY), hub).run()

    def compact(self, place: Place, failure: str = "") -> None:
        self.exchange(place)
        hub = FailingHub(place, failure)
        hub.read(None)
        with suppress(HubUnwritable):
            compaction.compact(office_of(self.desk, KEY), hub, HELLO)

    def cells(self) -> dict[Cell, str]:
        listed = ", ".join(COLUMNS)
        with self.desk.reading() as database:
            return {
                (bytes(row[0]), column): value
                for row in database.rows(f"SELECT id, {listed} FROM customer")
                for column, value in zip(COLUMNS, row[1:], strict=True)
            }

    def digest(self) -> str:
        with self.desk.reading() as database:
            return digest_of(database)


class World:
    """A schedule of chances by one seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.time = milliseconds(MORNING)
        self.place = Place()
        self.count = 0
        self.files = 0
        self.doubtful: set[str] = set()
        self.is_shaken = False
        self.old: list[Place] = []
        self.backups: list[Node] = []
        self.overwritten: dict[str, set[str]] = {}
        self.nodes = [self._first()]
        for _ in range(self.chance.randint(1, 3)):
            self.nodes.append(self.newcomer())

    def next_file(self) -> Path:
        self.files += 1
        return self.folder / f"{self.files}.db"

    def _blank(self, station: bytes | None) -> Node:
        template = self.folder.parent / "blank.db"
        if not template.exists():
            database = Database(template)
            migration.make(database)
            database.close_all()
        file = self.next_file()
        shutil.copyfile(template, file)
        node = Node(self, file, NodeClock(self)).open()
        with node.desk.database.writing() as database:
            if station is None:
                database.execute_sql("INSERT INTO station VALUES (1, ?, 1, 1)", (new_identity(self.clock()),))
            else:
                enter_office(database, "memory", HELLO, station)
        return node

    def clock(self) -> datetime:
        return instant(self.time)

    def _first(self) -> Node:
        node = self._blank(None)
        with node.desk.work() as unit:
            unit.add(tables.Company, name="Polyana", language="ru", time_zone="Europe/Moscow", currency="RUB")
            ids = [unit.add(tables.Customer, created_at=unit.now, name=f"c{at}").id for at in range(3)]
        assert ids
        with node.desk.work() as unit:
            found_office(unit, "memory", HELLO, "first")
        node.exchange(self.place)
        return node

    def newcomer(self) -> Node:
        """A station that joins from the hub as it is."""
        node = self._blank(new_identity(self.clock()))
        node.exchange(self.place)
        joining._present_itself(node.desk, "")
        node.exchange(self.place)
        return node

    def write(self, node: Node) -> None:
        """Somebody changes a cell, or makes a record."""
        self.count += 1
        value = f"v{self.count}"
        with node.desk.work() as unit:
            rows = list(tables.Customer.select().execute(unit.database))
            if not rows or self.chance.random() < 0.15:
                row = unit.add(tables.Customer, created_at=unit.now, name="new", city=value)
                self.overwritten[value] = set()
            else:
                row, column = self.chance.choice(rows), self.chance.choice(COLUMNS)
                self.overwritten[value] = {getattr(row, column)}
                unit.change(row, **{column: value})
        node.knows.add(value)

    def poke(self, node: Node) -> None:
        """Writes past the program, as support does."""
        self.count += 1
        value = f"v{self.count}"
        with node.desk.database.writing() as database:
            row = database.row("SELECT id, note FROM customer ORDER BY alias LIMIT 1")
            if row is None:
                return
            database.execute_sql("UPDATE customer SET note = ? WHERE id = ?", (value, row[0]))
        self.overwritten[value] = {row[1]}
        node.knows.add(value)


def _exchange(world: World, node: Node) -> None:
    node.exchange(world.place)


def _failing_exchange(world: World, node: Node) -> None:
    node.exchange(world.place, world.chance.choice(("before", "after")))


def _keep_share(world: World, node: Node) -> None:
    world.old.append(world.place.copy())


def _restore_share(world: World, node: Node) -> None:
    if world.old:
        world.place.put_back(world.chance.choice(world.old))
        world.is_shaken = True


def _empty_share(world: World, node: Node) -> None:
    world.place.fill(HELLO, [])
    world.is_shaken = True


def _damage_share(world: World, node: Node) -> None:
    if world.place.blobs:
        world.place.drop(world.chance.choice(world.place.blobs).name)
        world.is_shaken = True


def _compact(world: World, node: Node) -> None:
    node.compact(world.place, world.chance.choice(("", "", "before", "after")))


def _clone(world: World, node: Node) -> None:
    if len(world.nodes) < MOST_NODES:
        world.nodes.append(node.copied(world.next_file()))


def _back_up(world: World, node: Node) -> None:
    world.backups.append(node.copied(world.next_file()))


def _restore(world: World, node: Node) -> None:
    if world.backups:
        backup = world.chance.choice(world.backups)
        world.nodes[world.nodes.index(node)] = backup.copied(world.next_file())
        node.close()


def _join(world: World, node: Node) -> None:
    if len(world.nodes) < MOST_NODES:
        world.nodes.append(world.newcomer())


def _set_clock(world: World, node: Node) -> None:
    node.clock.skew = world.chance.choice(SKEWS)


HAPPENINGS = (
    (World.write, 45),
    (_exchange, 27),
    (_failing_exchange, 4),
    (_keep_share, 3),
    (_restore_share, 2),
    (_empty_share, 1.5),
    (_damage_share, 1.5),
    (_compact, 3),
    (_clone, 2),
    (_back_up, 2),
    (_restore, 2),
    (_join, 1.5),
    (World.poke, 1),
    (_set_clock, 4.5),
)


def step(world: World) -> None:
    """One thing that happens."""
    chance = world.chance
    world.time += chance.choice((0, 0, 1, 1000, 60_000))
    (happen,) = chance.choices([one for one, _ in HAPPENINGS], [weight for _, weight in HAPPENINGS])
    happen(world, chance.choice(world.nodes))


def settle(world: World) -> None:
    """Everybody exchanges until nothing moves."""
    for _ in range(3):
        for node in world.nodes:
            node.exchange(world.place)
        world.time += 1000


def faults(world: World) -> str:
    """What is wrong at the end; nothing where all is well."""
    first = world.nodes[0]
    cells = first.cells()
    if len({node.digest() for node in world.nodes}) > 1:
        return "diverged"
    for node in world.nodes:
        with node.desk.reading() as database:
            if ledger.has_unsent(database):
                return "unsent"
    alive = set().union(*(node.knows for node in world.nodes))
    beaten = _beaten(world, alive)
    for value in cells.values():
        if value in beaten - world.doubtful:
            return f"{value} came back"
        if value and value not in alive:
            return f"{value} is nobody's"
    with first.desk.reading() as database:
        highest = database.row("SELECT max(stamp) FROM clock")[0] >> 16
    if highest > world.time + 3_600_000:
        return "a stamp from the future"
    return _lost(world, alive, beaten, cells)


def _beaten(world: World, alive: set[str]) -> set[str]:
    """What was overwritten by somebody who saw it, or saw what had overwritten it."""
    found: set[str] = set()
    queue = list(alive)
    while queue:
        for value in world.overwritten[queue.pop()] - found - {""}:
            found.add(value)
            queue.append(value)
    return found


def _lost(world: World, alive: set[str], beaten: set[str], cells: dict[Cell, str]) -> str:
    """A value that nobody overwrote is in its cell, or kept beside it at some station that can restore it."""
    if world.is_shaken:
        # What only a snapshot told and the share then lost comes back as a state: who saw what is not told by it.
        return ""
    shown = set(cells.values())
    kept = set()
    for node in world.nodes:
        with node.desk.reading() as database:
            kept |= {row[0].strip('"') for row in database.rows("SELECT value FROM conflict")}
    lost = alive - beaten - shown - kept
    return f"{sorted(lost)} vanished" if lost else ""


@contextmanager
def repeatable(seed: int) -> Iterator[None]:
    """The same identities for the same seed: ties between stations fall alike."""
    with patch.object(os, "urandom", random.Random(seed).randbytes):
        yield


def run(seed: int, folder: Path, steps: int) -> str:
    """A schedule and its end."""
    home = folder / str(seed)
    home.mkdir()
    with repeatable(seed):
        world = World(seed, home)
        for _ in range(steps):
            step(world)
        settle(world)
        found = faults(world)
    for node in (*world.nodes, *world.backups):
        node.close()
    shutil.rmtree(home)
    return found
