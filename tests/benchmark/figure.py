"""One measured figure and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """What was measured, beside what, and the bound that the issue sets."""

    name: str
    value: str
    beside: str
    bound: str
    holds: bool


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not pass."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def milliseconds(seconds: float) -> str:
    """Seconds as printed milliseconds."""
    return f"{seconds * 1000:.1f} ms"


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """The median of several timed calls."""
    return median(timed(work) for _ in range(rounds))
