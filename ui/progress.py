"""How far long work has come, and the user's wish to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from helpdesk.lazily import dataclass

# Counts are shown at most this often, in seconds.
_PACE = 0.05


class Cancelled(Exception):
    """Raised by `progress` inside long work that the user has stopped."""


@dataclass(frozen=True)
class Progress:
    """How far long work has come; `total` is None while nobody knows it."""

    title: str
    count: int = 0
    total: int | None = None


class LongTask:
    """Long work under way; `cancel` stops it at its next count."""

    def __init__(self, title: str, tell: Callable[[Progress], None]) -> None:
        self.progress = Progress(title)
        self.is_cancelled = False
        self._tell = tell
        self._told = 0.0

    def cancel(self) -> None:
        """Asks the work to stop; what it did in an unfinished transaction is rolled back."""
        self.is_cancelled = True

    def report(self, count: int, total: int | None = None) -> None:
        """Called by the work itself, on its thread, as often as it likes."""
        if self.is_cancelled:
            raise Cancelled
        self.progress = replace(self.progress, count=count, total=total)
        now = time.monotonic()
        if now - self._told >= _PACE or count == total:
            self._told = now
            self._tell(self.progress)
