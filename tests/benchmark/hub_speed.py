"""The hub itself: an idle exchange, and thirty stations in processes of their own that exchange every five seconds."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from helpdesk.sync.shared_file import SharedFileHub
from tests.benchmark.figure import Figure, milliseconds, p95, timed
from tests.sync.hub_ground import HELLO, Station, a_seat
from tests.sync.test_shared_file import CountingDisk

ROOT = Path(__file__).resolve().parents[2]
BATCHES, STATIONS, ROUNDS, INTERVAL = 5_000, 30, 5, 5.0


def measure() -> list[Figure]:
    """Figures of a shared file on a local disk."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_idle(Path(folder)), _crowd(Path(folder))]


def _idle(folder: Path) -> list[Figure]:
    file, disk = folder / "large.hub", CountingDisk()
    SharedFileHub.create(file, HELLO, a_seat())
    station = Station(lambda: SharedFileHub(file, a_seat(), disk), "idle")
    for _ in range(BATCHES):
        station.works(1_000)
    station.exchanges()
    disk.bytes_read = 0
    times = []
    for turn in range(120):
        if turn % 4 == 0:
            # As a process of its own comes: the first look also goes round HELLO and what lies beside the file.
            station.restarts()
        times.append(timed(station.exchanges))
    read, size = disk.bytes_read / len(times), file.stat().st_size / 1e6
    return [
        Figure("bytes an idle exchange reads", f"{read:,.0f}", f"of a hub of {size:.0f} MB", "<= 4,096", read <= 4096),
        Figure("an idle exchange, p95", milliseconds(p95(times)), "", "<= 10 ms", p95(times) <= 0.010),
    ]


def _crowd(folder: Path) -> Figure:
    file = folder / "crowd.hub"
    SharedFileHub.create(file, HELLO, a_seat())
    command = [sys.executable, "-m", "tests.sync.pushing", str(file)]
    running = [
        subprocess.Popen(
            [*command, f"s{number}", str(ROUNDS), str(INTERVAL)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for number in range(STATIONS)
    ]
    said = [json.loads(one.communicate(timeout=300)[0]) for one in running]
    # The first exchange reads the whole hub while thirty programs start.
    waits = [wait for one in said for wait in one["waits"][1:]]
    worst = p95(waits)
    beside = f"median {milliseconds(sorted(waits)[len(waits) // 2])}, longest {milliseconds(max(waits))}"
    return Figure(
        "30 stations, one push each 5 s: p95 of an exchange", milliseconds(worst), beside, "<= 1 s", worst <= 1
    )


if __name__ == "__main__":
    for figure in measure():
        print(
            f"{'ok ' if figure.holds else 'NOT'} {figure.name:<60} {figure.value:>12} {figure.bound:<10} {figure.beside}"
        )
