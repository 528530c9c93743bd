"""Measures everything and prints one table: `python -m tests.benchmark [--requests N] [--folder DIR]`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmark import (
    core_speed,
    hub_speed,
    import_speed,
    order_speed,
    report_files,
    report_pdf,
    start_up,
    sync_speed,
    workplace,
)
from tests.benchmark.figure import Figure, milliseconds


def main() -> int:
    """Prints the table; exit 1 where a bound does not hold."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--requests", type=int, default=100_000)
    reader.add_argument("--orders", type=int, default=200_000)
    reader.add_argument("--folder", type=Path, help="keep the workplaces here for the next run")
    given = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        figures = _figures(given.folder or Path(temporary), given.requests, given.orders)
    for figure in figures:
        print(
            f"{'ok ' if figure.holds else 'NOT'} {figure.name:<62} {figure.value:>12}  {figure.bound:<18} {figure.beside}"
        )
    return 0 if all(figure.holds for figure in figures) else 1


def _figures(folder: Path, requests: int, orders: int) -> list[Figure]:
    empty, full = folder / "empty", folder / f"filled-{requests}"
    workplace.empty(empty).close()
    desk = workplace.filled(full, requests).desk
    figures = start_up.measure({"0 requests": empty, f"{requests:,} requests": full})
    figures += core_speed.measure(desk)
    figures += hub_speed.measure()
    figures += sync_speed.measure()
    figures += order_speed.measure(order_speed.filled(folder / f"orders-{orders}", orders).desk)
    figures += _window(full, requests)
    for name, ours, peer, ratio in report_pdf.measure():
        figures.append(
            Figure(name, f"{ours:.2f} s", f"500-row Tables {peer:.2f} s: {ratio:.2f} x", "<= 1.5 x", ratio <= 1.5)
        )
    figures += report_files.measure(rows=20_000, rounds=2)
    for name, rate, floor, _ratio in import_speed.measure():
        figures.append(Figure(name, f"{rate:,.0f}/s", "", f">= {floor:,.0f}/s", rate >= floor))
    return figures


def _window(folder: Path, requests: int) -> list[Figure]:
    run = [sys.executable, "-m", "tests.benchmark.window", str(folder)]
    told = json.loads(
        subprocess.run(run, check=True, capture_output=True, text=True, timeout=600).stdout.splitlines()[-1]
    )
    longest, memory = told["longest"], told["memory_mb"]
    return [
        *(
            Figure(f"longest block of the window, {what}", milliseconds(seconds), doing, "<= 50 ms", seconds <= 0.05)
            for what, (seconds, doing) in sorted(longest.items())
        ),
        Figure(f"memory with {requests:,} requests", f"{memory} MB", "", "<= 250 MB", memory <= 250),
    ]


if __name__ == "__main__":
    sys.exit(main())
