"""The hub in a shared file, on real files: exchange, faults of the share, replacement, copies, forgers."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import UTC
from pathlib import Path

import pytest

from helpdesk.clock import SystemClock
from helpdesk.errors import (
    HubExists,
    HubForeign,
    HubFull,
    HubHelloMissing,
    HubMissing,
    HubNewer,
    HubStrange,
    HubUnreachable,
    HubUnreadable,
    HubUnwritable,
)
from helpdesk.sync.address import create_hub, open_hub
from helpdesk.sync.disk import Disk
from helpdesk.sync.frame import MAGIC, START, FrameKind, framed
from helpdesk.sync.hello import encoded, revised
from helpdesk.sync.key import OfficeKey
from helpdesk.sync.shared_file import SharedFileHub
from tests.sync.hub_ground import HELLO, KEY, Station, a_blob, a_hello, a_seat, agree


class CountingDisk(Disk):
    """Counts what goes over the wire; fails and waits on demand."""

    def __init__(self) -> None:
        self.bytes_read = 0
        self.calls = 0
        self.failing: dict[str, list[int]] = {}
        self.waited = 0.0
        self.room: int | None = None

    def _called(self, name: str) -> None:
        self.calls += 1
        if numbers := self.failing.get(name):
            raise OSError(numbers.pop(0), "refused by the test")

    def open(self, file: Path, flags: int) -> int:
        self._called("open")
        return super().open(file, flags)

    def read(self, opened: int, count: int, place: int) -> bytes:
        self._called("read")
        found = super().read(opened, count, place)
        self.bytes_read += len(found)
        return found

    def write(self, opened: int, piece: bytes) -> int:
        self._called("write")
        if self.room is not None and piece.startswith(MAGIC):
            piece, self.room = piece[: self.room], max(0, self.room - len(piece))
            if not piece:
                raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(opened, piece)

    def replace(self, file: Path, target: Path) -> None:
        self._called("replace")
        super().replace(file, target)

    def pause(self, seconds: float) -> None:
        self.waited += seconds


@pytest.fixture
def disk():
    return CountingDisk()


@pytest.fixture
def file(tmp_path):
    (tmp_path / "share").mkdir()
    return tmp_path / "share" / "office.hub"


@pytest.fixture
def office(file, disk):
    """Two stations at a new hub."""
    SharedFileHub.create(file, HELLO, a_seat())
    return [Station(lambda: SharedFileHub(file, a_seat(), disk), name) for name in ("first", "second")]


def settle(stations, rounds: int = 3) -> None:
    for _ in range(rounds):
        for station in stations:
            station.exchanges()


def newcomer(file: Path) -> Station:
    station = Station(lambda: SharedFileHub(file, a_seat(hello=None)), "new")
    station.exchanges()
    return station


def test_what_one_station_makes_reaches_the_other_by_the_tail_alone(office):
    first, second = office
    settle(office)
    first.works()
    settle(office)
    first.works()
    settle(office)

    assert agree(first, second) and len(second.known) == 2 and second.whole == 1


def test_a_newcomer_finds_the_slots_and_everything(office, file):
    office[0].works()
    settle(office)

    station = newcomer(file)

    assert agree(station, office[0]) and station.reading.hello == HELLO


def test_nothing_lies_beside_the_file_afterwards(office, file):
    office[0].works()
    settle(office)

    assert [found.name for found in file.parent.iterdir()] == ["office.hub"]


def test_an_idle_exchange_looks_at_the_file_and_reads_next_to_nothing(office, disk):
    office[0].works(5000)
    settle(office)
    for _ in range(20):
        disk.calls, disk.bytes_read = 0, 0
        office[1].exchanges()
        assert disk.bytes_read <= 4096 and disk.calls <= 3


def test_an_exchange_of_one_change_reads_little_of_a_large_hub(office, disk):
    for _ in range(200):
        office[0].works(2000)
    settle(office)
    office[0].works(100)
    office[0].exchanges()
    disk.bytes_read = 0

    office[1].exchanges()

    assert disk.bytes_read <= 8192 and agree(*office)


def test_hubs_are_made_once(office, file):
    with pytest.raises(HubExists):
        create_hub(str(file), HELLO)
    assert [found.name for found in file.parent.iterdir()] == ["office.hub"]


def test_a_hub_is_made_on_a_share_without_links(file):
    class Linkless(Disk):
        def link(self, file: Path, target: Path) -> None:
            raise OSError(errno.ENOTSUP, "Operation not supported")

    SharedFileHub.create(file, HELLO, a_seat(), Linkless())
    with pytest.raises(HubExists):
        SharedFileHub.create(file, HELLO, a_seat(), Linkless())

    assert newcomer(file).reading.hello == HELLO


def test_a_share_that_is_gone_is_an_error_and_nothing_is_made(office, file):
    office[0].works()
    settle(office)
    file.parent.rename(file.parent.with_name("unmounted"))
    office[0].works()

    assert isinstance(office[0].tries(), HubMissing)
    assert not file.parent.exists()
    with pytest.raises(HubMissing):
        create_hub(str(file), HELLO)
    # Mounted emptily: still nothing is made.
    file.parent.mkdir()
    assert isinstance(office[0].tries(), HubMissing) and list(file.parent.iterdir()) == []
    file.parent.rmdir()
    file.parent.with_name("unmounted").rename(file.parent)
    settle(office)
    assert agree(*office) and len(office[1].known) == 2


def test_a_deleted_hub_is_put_together_again_by_whoever_has_it(office, file):
    office[0].works()
    settle(office)
    office[1].works()
    file.unlink()
    assert isinstance(office[0].tries(), HubMissing)

    office[0].hub.replace(HELLO, office[0].known.values())
    settle(office)

    assert agree(newcomer(file), *office) and len(office[0].known) == 2


def test_a_full_disk_is_told_and_what_was_half_written_hurts_nobody(office, file, disk):
    settle(office)
    office[0].works(3000)
    for room in (0, 7, 41, 1500):
        disk.room = room
        assert isinstance(office[0].tries(), HubFull)
    disk.room = None
    settle(office)

    assert agree(newcomer(file), *office) and len(office[1].known) == 1


def test_a_disk_full_while_replacing_leaves_the_old_file(office, file, disk):
    office[0].works(3000)
    settle(office)
    before = file.read_bytes()
    office[0].hub.read(None)
    disk.room = 2000

    with pytest.raises(HubFull):
        office[0].hub.replace(HELLO, office[0].known.values())

    assert file.read_bytes() == before
    assert [found.name for found in file.parent.iterdir()] == ["office.hub"]


@pytest.mark.parametrize("number", (errno.EBUSY, errno.EACCES, errno.ESTALE))
def test_a_file_held_for_a_while_is_waited_for(office, disk, number):
    office[0].works()
    disk.failing["open"] = [number] * 3
    settle(office)

    assert agree(*office) and disk.waited > 0


@pytest.mark.parametrize(
    ("number", "error"),
    ((errno.EACCES, HubUnreadable), (errno.EBUSY, HubUnreachable), (errno.EIO, HubUnreachable)),
)
def test_a_file_that_stays_closed_is_told_of(office, disk, number, error):
    disk.failing["open"] = [number] * 50

    assert isinstance(office[0].tries(), error)
    assert disk.waited < 3


def test_a_share_that_may_only_be_read_still_brings_what_others_did(office, file):
    class ReadOnly(Disk):
        def open(self, file: Path, flags: int) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR):
                raise OSError(errno.EROFS, "Read-only file system")
            return super().open(file, flags)

    office[0].works()
    settle(office)
    reader = Station(lambda: SharedFileHub(file, a_seat(), ReadOnly()), "reader")
    reader.works()

    assert isinstance(reader.tries(), HubUnwritable)
    assert len(reader.known) == 2 and reader.hub.server_time() is None


def test_another_offices_file_is_left_alone(office, file):
    other = OfficeKey.new()
    stranger = Station(lambda: SharedFileHub(file, a_seat(hello=a_hello(other), key=other)), "stranger")
    stranger.works()
    before = file.read_bytes()

    assert isinstance(stranger.tries(), HubForeign)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", (b"", b"PK\x03\x04 a document", bytes(5000)))
def test_what_is_no_hub_is_not_joined(file, content):
    file.write_bytes(content)

    with pytest.raises(HubStrange):
        SharedFileHub(file, a_seat(hello=None)).read(None)
    assert file.read_bytes() == content


def test_a_hub_for_newer_programs_says_so_even_to_those_who_are_up_to_date(office, file):
    settle(office)
    office[0].hub.append([], a_hello(least_reader=2, revision=2))

    told = office[1].tries()
    assert isinstance(told, HubNewer) and told.needed == 2


def test_new_slots_reach_the_others_with_the_tail(office):
    settle(office)
    after = revised(HELLO, (), KEY)
    office[0].hub.append([], after)

    office[1].exchanges()

    assert office[1].reading.hello == after and not office[1].reading.is_whole


def test_a_forger_without_the_key_changes_neither_slots_nor_form(office, file):
    settle(office)
    thief = OfficeKey(HELLO.office, bytes(32))
    for forged in (a_hello(thief, least_reader=99, revision=50), a_hello(OfficeKey.new(), revision=60)):
        with file.open("ab") as stream:
            stream.write(framed(FrameKind.HELLO, bytes(8) + encoded(forged), START)[0])
    office[0].works()
    settle(office)

    assert office[1].reading.hello == HELLO and agree(*office)


def test_a_broken_hello_is_put_back_before_the_next_newcomer(office, file):
    office[0].works()
    settle(office)
    with file.open("r+b") as stream:
        stream.seek(90)
        stream.write(b"\0\0\0\0")
    with pytest.raises(HubHelloMissing):
        newcomer(file)

    settle(office)

    assert agree(newcomer(file), *office)


def test_a_file_emptied_by_somebody_is_filled_again(office, file):
    office[0].works()
    settle(office)
    os.truncate(file, 0)
    settle(office)

    assert agree(newcomer(file), *office) and len(office[0].known) == 1


def test_an_older_file_put_back_after_others_came_between_is_noticed(office, file):
    first, second = office
    settle(office)
    first.hub.read(first.cursor)
    older = file.read_bytes()
    second.works()
    second.exchanges()
    mine = first.works()
    first.cursor = first.hub.append([mine])
    first.unsent = {}
    file.write_bytes(older)
    settle(office)

    assert agree(newcomer(file), *office) and len(second.known) == 2


def test_what_was_appended_to_a_file_that_is_replaced_meanwhile_goes_into_the_new_one(office, file):
    first = office[0]
    first.works()
    settle(office)

    class Replaced(Disk):
        is_replaced = False

        def write(self, opened: int, piece: bytes) -> int:
            if piece.startswith(MAGIC) and not self.is_replaced:
                Replaced.is_replaced = True
                shutil.copy(file, file.with_name("copy"))
                file.with_name("copy").replace(file)
            return super().write(opened, piece)

    first.hub._disk = Replaced()
    first.works()
    first.exchanges()

    assert Replaced.is_replaced and agree(newcomer(file), first)


def test_a_replacement_keeps_what_others_added_since_the_reading(office, file):
    first, second = office
    first.works()
    settle(office)
    kept = list(first.hub.read(None).blobs)
    late = second.works()
    second.exchanges()

    first.hub.replace(HELLO, kept)

    assert newcomer(file).known.keys() == {blob.name for blob in kept} | {late.name}
    settle(office)
    assert agree(*office)


def test_a_replacement_waits_a_little_for_readers_and_clears_what_a_kill_left(office, file, disk):
    office[0].works()
    settle(office)
    file.with_name("office.hub.new-dead").write_bytes(b"half")
    disk.failing["replace"] = [errno.EACCES] * 3

    office[0].hub.replace(HELLO, office[0].known.values())

    assert [found.name for found in file.parent.iterdir()] == ["office.hub"]


@pytest.mark.parametrize(
    "name",
    (
        "office-PC-ANNA.hub",
        "office.sync-conflict-20261124-101500-ABCDEF7.hub",
        "office (conflicted copy 2026-11-24).hub",
        "office (Anna's conflicted copy).hub",
        "office (1).hub",
        "office_conf(1).hub",
    ),
)
def test_a_conflicted_copy_is_taken_in_and_moved_aside(office, file, name):
    first, second = office
    settle(office)
    # A station wrote to its cloud client's copy while another wrote here.
    folder = file.parent.with_name("laptop")
    folder.mkdir()
    shutil.copy(file, folder / name)
    apart = Station(lambda: SharedFileHub(folder / name, a_seat()), "apart")
    apart.works()
    apart.exchanges()
    first.works()
    first.exchanges()
    shutil.copy(folder / name, file.with_name(name))

    settle(office)

    assert first.known.keys() == second.known.keys() >= apart.known.keys()
    assert agree(newcomer(file), first)
    assert {found.name for found in file.parent.iterdir()} == {"office.hub", f"{name}.absorbed"}


def test_a_conflicted_copy_is_noticed_although_the_file_stands_still(office, file):
    settle(office)
    shutil.copy(file, file.with_name("office-PC7.hub"))
    for station in office:
        station.restarts()

    office[0].exchanges()

    assert office[0].reading.copies == ("office-PC7.hub",)


def test_a_neighbour_that_is_another_hub_of_the_office_stays(office, file):
    settle(office)
    SharedFileHub.create(file.with_name("office-new.hub"), HELLO, a_seat())
    office[0].works()
    settle(office)

    assert {found.name for found in file.parent.iterdir()} == {"office.hub", "office-new.hub"}
    assert office[1].tails > 0


def test_a_large_hub_is_read_blob_by_blob(office, file, monkeypatch):
    monkeypatch.setattr("helpdesk.sync.file_contents._MOST_KEPT", 1000)
    monkeypatch.setattr("helpdesk.sync.file_writing._GROUP", 2000)
    for _ in range(30):
        office[0].works(300)
    settle(office)

    assert agree(newcomer(file), *office)


def test_the_shares_clock_is_told_and_leaves_nothing(office, file):
    told = office[0].hub.server_time()

    assert told.tzinfo is UTC and abs((told - SystemClock().now()).total_seconds()) < 60
    assert [found.name for found in file.parent.iterdir()] == ["office.hub"]


def test_blobs_that_are_there_already_are_not_added_again(office, file):
    blob = a_blob("once")
    for station in office:
        station.hub.read(None)
    office[0].hub.append([blob])
    size = file.stat().st_size
    office[1].hub.append([blob, blob])

    assert file.stat().st_size == size


def test_addresses_with_a_tilde_and_relative_ones_are_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    create_hub("office.hub", HELLO)

    assert open_hub(str(tmp_path / "office.hub"), a_seat()).read(None).hello == HELLO
