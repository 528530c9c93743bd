"""The simplest facts: shares, middles, counts with those of the period before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; a rate of several shares is sum by sum."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class Middle:
    """The median and the 90th percentile (nearest rank) of `n` lengths in seconds."""

    n: int = 0
    median: float | None = None
    p90: float | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened to the backlog in a stretch of time."""

    opening: int = 0
    created: int = 0
    reopened: int = 0
    solved: int = 0
    cancelled: int = 0

    @property
    def incoming(self) -> int:
        """What came in or back."""
        return self.created + self.reopened

    @property
    def outgoing(self) -> int:
        """What was solved or cancelled."""
        return self.solved + self.cancelled

    @property
    def closing(self) -> int:
        """What is left open by the arithmetic of the backlog."""
        return self.opening + self.created + self.reopened - self.solved - self.cancelled
