"""The lease beside a shared file: a kill leaves one behind, a frozen holder wakes, two want the same one (I7)."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.errors import HubLocked
from helpdesk.sync.disk import Disk
from helpdesk.sync.lease import Lease

CLOCK = FixedClock(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))


class StillDisk(Disk):
    """Its clock goes on only while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.refusals: list[int] = []

    def ticks(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds

    def open(self, file: Path, flags: int) -> int:
        if self.refusals and flags & os.O_CREAT:
            raise OSError(self.refusals.pop(), "refused")
        return super().open(file, flags)


@pytest.fixture
def disk():
    return StillDisk()


def a_lease(folder: Path, disk: Disk, who: str = "Anna Belova") -> Lease:
    return Lease(folder / "office.hub.lock", who, disk, CLOCK)


def left_behind(folder: Path, **said: object) -> Path:
    """A lease whose holder is somewhere else, or nowhere."""
    file = folder / "office.hub.lock"
    file.write_text(json.dumps({"token": "1", "who": "Пётр Зимов", "since": "2026-11-24 11:58:00", **said}))
    return file


def test_it_is_gone_after_the_work(tmp_path, disk):
    lease = a_lease(tmp_path, disk)

    with lease.held("hub"):
        assert lease.holder().who == "Anna Belova"

    assert lease.holder() is None and list(tmp_path.iterdir()) == []


def test_who_holds_it_and_since_when_is_told(tmp_path, disk):
    left_behind(tmp_path)

    with pytest.raises(HubLocked) as found, a_lease(tmp_path, disk).held("hub", 5):
        pass

    assert (found.value.who, found.value.since) == ("Пётр Зимов", "2026-11-24 11:58:00")
    assert 5 <= disk.now < 6


def test_one_that_does_not_change_for_a_minute_and_a_half_is_taken_over(tmp_path, disk):
    left_behind(tmp_path)
    lease = a_lease(tmp_path, disk)

    with lease.held("hub", 100):
        assert lease.holder().who == "Anna Belova"

    assert 60 <= disk.now <= 91
    assert list(tmp_path.iterdir()) == []


def test_the_wait_counts_over_several_exchanges(tmp_path, disk):
    left_behind(tmp_path)
    lease = a_lease(tmp_path, disk)
    for _ in range(2):
        with pytest.raises(HubLocked), lease.held("hub", 1):
            pass
        disk.now += 45

    with lease.held("hub", 1):
        pass


def test_one_that_its_holder_renews_is_not_taken_over(tmp_path, disk):
    holder, contender = a_lease(tmp_path, disk, "holder"), a_lease(tmp_path, disk)
    with holder.held("hub"):
        for _ in range(10):
            with pytest.raises(HubLocked), contender.held("hub", 30):
                pass
            holder.renew()

        assert disk.now > 250


def test_a_dead_process_of_this_computer_is_not_waited_for(tmp_path, disk):
    code = (
        "import os, sys; from pathlib import Path; from helpdesk.sync.disk import Disk; from helpdesk.sync.lease import Lease\n"
        "with Lease(Path(sys.argv[1]), 'killed', Disk()).held('hub'): os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "office.hub.lock")], check=False)
    lease = a_lease(tmp_path, disk)
    assert lease.holder().who == "killed"

    with lease.held("hub"):
        pass

    assert disk.now < 1


def test_a_frozen_holder_that_wakes_does_not_end_its_successors_lease(tmp_path, disk):
    frozen, successor = a_lease(tmp_path, disk, "frozen"), a_lease(tmp_path, disk, "successor")
    with frozen.held("hub"):
        successor.take_over()
        held = successor.held("hub")
        held.__enter__()

    assert successor.holder().who == "successor"
    held.__exit__(None, None, None)
    assert successor.holder() is None


def test_of_two_contenders_the_slower_puts_the_fresh_lease_back(tmp_path, disk):
    left_behind(tmp_path)
    quick, slow = a_lease(tmp_path, disk, "quick"), a_lease(tmp_path, disk, "slow")
    held = quick.held("hub")

    class Overtaken(StillDisk):
        def rename(self, file: Path, target: Path) -> None:
            if quick.holder().who != "quick":
                quick.take_over()
                held.__enter__()
            super().rename(file, target)

    slow._disk = Overtaken()
    with pytest.raises(HubLocked), slow.held("hub", 95):
        pass

    assert quick.holder().who == "quick"
    assert [file.name for file in tmp_path.iterdir()] == ["office.hub.lock"]


@pytest.mark.parametrize("number", (errno.EACCES, errno.EBUSY, errno.ESTALE))
def test_a_share_that_refuses_for_a_while_is_asked_again(tmp_path, disk, number):
    disk.refusals = [number] * 4

    with a_lease(tmp_path, disk).held("hub"):
        pass


def test_a_share_that_goes_on_refusing_says_so_soon(tmp_path, disk):
    disk.refusals = [errno.EACCES] * 1000

    with pytest.raises(PermissionError), a_lease(tmp_path, disk).held("hub"):
        pass

    assert disk.now < 3


def test_a_lease_of_half_a_line_is_stale_like_any_other(tmp_path, disk):
    (tmp_path / "office.hub.lock").write_bytes(b'{"tok')

    with a_lease(tmp_path, disk).held("hub", 100):
        pass
