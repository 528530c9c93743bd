"""Processes at one shared file: thirty that append at once, one killed at each system call of its push, one frozen."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.sync.shared_file import SharedFileHub
from tests.sync.hub_ground import HELLO, Station, a_blob, a_seat, agree

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("openat", "read", "write", "close", "newfstatat", "lseek", "fsync", "unlink", "getdents64")


@pytest.fixture
def file(tmp_path):
    SharedFileHub.create(tmp_path / "office.hub", HELLO, a_seat())
    return tmp_path / "office.hub"


def pushing(file: Path, name: str, times: int, *before: str) -> subprocess.Popen[str]:
    command = [*before, sys.executable, "-m", "tests.sync.pushing", str(file), name, str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def a_station(file: Path, name: str = "new") -> Station:
    return Station(lambda: SharedFileHub(file, a_seat()), name)


@pytest.mark.slow
def test_thirty_processes_append_at_once_and_nothing_is_lost(file):
    running = [pushing(file, f"p{number}", 4) for number in range(30)]
    said = [one.communicate(timeout=300) for one in running]
    assert [one.returncode for one in running] == [0] * 30, said

    station = a_station(file)
    station.exchanges()

    assert len(station.known) == 120
    assert station.reading.damage == () and [found.name for found in file.parent.iterdir()] == ["office.hub"]


def test_a_frozen_writer_that_wakes_after_others_took_over_destroys_nothing(file):
    """A zombie: stopped just before its write, its lease taken over, others push, then it goes on (lab18)."""
    code = f"""
import os, signal, sys
from pathlib import Path
from helpdesk.sync.disk import Disk
from helpdesk.sync.shared_file import SharedFileHub
from tests.sync.hub_ground import Station, a_seat

class Freezing(Disk):
    has_frozen = False

    def write(self, opened, piece):
        if piece.startswith(b"HDX") and not self.has_frozen:
            self.has_frozen = True
            print("frozen", flush=True)
            os.kill(os.getpid(), signal.SIGSTOP)
        return super().write(opened, piece)

station = Station(lambda: SharedFileHub(Path({str(file)!r}), a_seat("zombie"), Freezing()), "zombie")
station.works()
station.exchanges()
station.exchanges()
"""
    first, second = a_station(file, "first"), a_station(file, "second")
    for station in (first, second):
        station.works()
        station.exchanges()
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as zombie:
        assert zombie.stdout.readline() == "frozen\n"
        os.waitid(os.P_PID, zombie.pid, os.WSTOPPED)
        first.hub.lease.take_over()
        for station in (first, second) * 3:
            station.works()
            station.exchanges()
        os.kill(zombie.pid, signal.SIGCONT)
        assert zombie.wait(60) == 0
    for station in (first, second) * 2:
        station.exchanges()

    newcomer = a_station(file)
    newcomer.exchanges()
    assert agree(first, second, newcomer) and len(newcomer.known) == 9


def test_a_zombie_that_writes_at_a_remembered_place_costs_a_repair_and_no_data(file):
    """A file system without appending on the server's side."""
    first, second, zombie = (a_station(file, name) for name in ("first", "second", "zombie"))
    for station in (first, second, zombie) * 2:
        station.works()
        station.exchanges()
    place, frozen = file.stat().st_size, a_blob("zombie's")
    for station in (first, second) * 2:
        station.works()
        station.exchanges()
    from helpdesk.sync.frame import START, framed

    with file.open("r+b") as stream:
        stream.seek(place)
        stream.write(framed(1, frozen.sealed, START)[0])
    for station in (first, second, zombie) * 4:
        station.restarts()
        station.exchanges()

    newcomer = a_station(file)
    newcomer.exchanges()
    assert agree(first, second, zombie, newcomer) and len(newcomer.known) == 11


@pytest.mark.slow
@pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not installed: pushes were NOT killed call by call here"
)
@pytest.mark.parametrize("call", CALLS)
def test_a_push_killed_at_each_of_its_system_calls_loses_nothing_that_was_there(tmp_path, call):
    """kill -9 at the first, second... such call that touches the hub, until a push ends by itself."""
    for number in range(1, 40):
        folder = tmp_path / str(number)
        folder.mkdir()
        file = folder / "office.hub"
        SharedFileHub.create(file, HELLO, a_seat())
        before = a_station(file, "before")
        before.works()
        before.exchanges()
        strace = ("strace", "-f", "-qq", "-o", os.devnull, "-P", str(file), "-P", f"{file}.lock", "-P", str(folder))
        push = pushing(file, "victim", 1, *strace, "-e", f"inject={call}:signal=SIGKILL:when={number}")
        push.communicate(timeout=60)
        after = a_station(file, "after")
        for station in (after, before, after):
            station.works()
            station.exchanges()
        newcomer = a_station(file)
        newcomer.exchanges()
        assert agree(newcomer, after) and before.known.keys() <= newcomer.known.keys(), number
        assert [found.name for found in folder.iterdir()] == ["office.hub"], number
        if push.returncode == 0:
            break
    else:
        pytest.fail(f"{call} never ended by itself")
    assert number > 1, "the call was never made: the test would prove nothing"
