"""A shared file that is damaged by chance: SYNC.md's I1, I2 and I4, and no storm of repairs."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from helpdesk.sync.disk import Disk
from helpdesk.sync.shared_file import SharedFileHub
from tests.sync.hub_ground import HELLO, Station, a_seat, agree

STEPS = 70


class FaultyDisk(Disk):
    """Writes half at a word, and lets another write between this one's look and its write."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.writes_half = False
        self.before_write: Station | None = None

    def write(self, opened: int, piece: bytes) -> int:
        if self.writes_half and piece[:3] == b"HDX":
            return super().write(opened, piece[: self.chance.randrange(len(piece))])
        if self.before_write and piece[:3] == b"HDX":
            other, self.before_write = self.before_write, None
            other.hub.lease.take_over()
            other.tries()
        return super().write(opened, piece)

    def flush(self, opened: int) -> None:
        """Hundreds of schedules: the flush is proven elsewhere."""

    def flush_folder(self, folder: Path) -> None:
        pass


class World:
    """A share, its stations, and what may happen to them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.file, self.older = folder / "office.hub", folder / "older"
        self.disk = FaultyDisk(self.chance)
        SharedFileHub.create(self.file, HELLO, a_seat(), self.disk)
        count = self.chance.randint(2, 5)
        self.stations = [Station(self._opened, f"{seed}-{number}") for number in range(count)]
        self.made: set[bytes] = set()

    def _opened(self) -> SharedFileHub:
        return SharedFileHub(self.file, a_seat(), self.disk)

    def step(self) -> None:
        station = self.chance.choice(self.stations)
        happening = self.chance.choices(
            (World.work, Station.tries, *FAULTS), (40, 32, 3, 3, 2, 3, 3, 2, 2, 3, 2, 2, 2, 2)
        )[0]
        if happening is World.work:
            self.work(station)
        elif happening is Station.tries:
            station.tries()
        elif self.file.exists():
            happening(self, station)
        else:
            # As the operator is told: put the hub together again.
            station.hub.replace(HELLO, station.known.values())

    def work(self, station: Station) -> None:
        self.made.add(station.works(self.chance.randrange(5, 400)).name)

    def flip(self, station: Station) -> None:
        with self.file.open("r+b") as stream:
            stream.seek(self.chance.randrange(self.size()))
            sign = stream.read(1)
            stream.seek(-1, os.SEEK_CUR)
            stream.write(bytes([sign[0] ^ 1 << self.chance.randrange(8)]))

    def truncate(self, station: Station) -> None:
        os.truncate(self.file, self.chance.randrange(self.size() + 1))

    def zero_tail(self, station: Station) -> None:
        with self.file.open("ab") as stream:
            stream.write(bytes(self.chance.randrange(1, 500)))

    def overwrite(self, station: Station) -> None:
        with self.file.open("r+b") as stream:
            stream.seek(self.chance.randrange(self.size()))
            stream.write(self.chance.randbytes(self.chance.randrange(1, 300)))

    def keep_copy(self, station: Station) -> None:
        shutil.copy(self.file, self.older)

    def put_back(self, station: Station) -> None:
        if self.older.exists():
            shutil.copy(self.older, self.file)

    def delete(self, station: Station) -> None:
        self.file.unlink()

    def double(self, station: Station) -> None:
        if self.older.exists():
            with self.file.open("ab") as stream:
                stream.write(self.older.read_bytes())

    def leave_copy(self, station: Station) -> None:
        if self.older.exists():
            shutil.copy(self.older, self.file.with_name("office-PC7.hub"))

    def write_half(self, station: Station) -> None:
        self.disk.writes_half = True
        station.tries()
        self.disk.writes_half = False

    def come_between(self, station: Station) -> None:
        self.disk.before_write = self.chance.choice([one for one in self.stations if one is not station])
        station.tries()
        self.disk.before_write = None

    def compact(self, station: Station) -> None:
        if station.tries() is None:
            station.hub.replace(HELLO, station.known.values())

    def size(self) -> int:
        return max(1, self.file.stat().st_size)

    def settle(self, rounds: int) -> None:
        for _ in range(rounds):
            for station in self.stations:
                station.exchanges()


FAULTS = (
    World.flip,
    World.truncate,
    World.zero_tail,
    World.overwrite,
    World.keep_copy,
    World.put_back,
    World.delete,
    World.double,
    World.leave_copy,
    World.write_half,
    World.come_between,
    World.compact,
)


def run(folder: Path, seed: int) -> None:
    world = World(folder, seed)
    for _ in range(STEPS):
        world.step()
    if not world.file.exists():
        world.stations[0].hub.replace(HELLO, world.stations[0].known.values())
    world.settle(4)
    assert agree(*world.stations), "stations differ"
    assert world.stations[0].known.keys() == world.made, "something made was lost"
    for station in world.stations:
        station.restarts()
    world.settle(1)
    newcomer = Station(lambda: SharedFileHub(world.file, a_seat(hello=None), world.disk), "newcomer")
    newcomer.exchanges()
    world.settle(2)
    newcomer.exchanges()
    assert agree(newcomer, world.stations[0]), "a newcomer misses something"
    world.settle(1)
    size = world.file.stat().st_size
    world.settle(3)
    assert world.file.stat().st_size == size, "stations go on repairing"


@pytest.mark.parametrize("seed", range(60))
def test_stations_agree_and_lose_nothing_whatever_befalls_the_file(tmp_path, seed):
    run(tmp_path, seed)
