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


def _whole(*command: str) -> float:
    started = perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *command], check=True, env=environment, capture_output=True, timeout=60)
    return perf_counter() - started


def measure(workplaces: dict[str, Path]) -> list[Figure]:
    """Whole processes, median of rounds taken in turns; `workplaces` by what to call them."""
    bare: list[float] = []
    ours: dict[str, list[float]] = {name: [] for name in workplaces}
    for turn in range(ROUNDS + 1):
        times = {"": _whole("-m", "tests.benchmark.bare_window")}
        for name, folder in workplaces.items():
            times[name] = _whole("main.py", "--workplace", str(folder), "--quit-after-first-paint")
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
