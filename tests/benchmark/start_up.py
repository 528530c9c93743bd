"""From the command to a usable window, beside a bare window with the same theme and fonts, taken in turns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmark.figure import Figure, milliseconds

ROUNDS = 9
LIMIT = 2.2


def _until_usable(*command: str) -> float:
    started = perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.Popen(
        [sys.executable, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert run.stdout is not None
    told = run.stdout.readline()
    seconds = perf_counter() - started
    run.communicate(timeout=60)
    if not told.strip() or run.returncode:
        raise RuntimeError(f"{command} did not start")
    return seconds


def measure(workplaces: dict[str, Path]) -> list[Figure]:
    """From the command to the word that the window can be used, median of rounds in turns; `workplaces` by name."""
    bare: list[float] = []
    ours: dict[str, list[float]] = {name: [] for name in workplaces}
    for turn in range(ROUNDS + 1):
        times = {"": _until_usable("-m", "tests.benchmark.bare_window")}
        for name, folder in workplaces.items():
            times[name] = _until_usable("main.py", "--workplace", str(folder), "--measure-start")
        if turn:
            bare.append(times.pop(""))
            for name, seconds in times.items():
                ours[name].append(seconds)
    floor = median(bare)
    return [
        Figure(
            f"start to a usable window, {name}",
            milliseconds(median(seconds)),
            f"bare window {milliseconds(floor)}: {median(seconds) / floor:.2f} x",
            f"<= {LIMIT} x",
            median(seconds) / floor <= LIMIT,
        )
        for name, seconds in ours.items()
    ]
