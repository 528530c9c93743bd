"""Hybrid logical stamps: 48 bits of milliseconds since 1970 (UTC), 16 bits of count."""

from __future__ import annotations

from datetime import datetime, timedelta

from helpdesk.domain.identity import instant, milliseconds

COUNT_BITS = 16
TRUSTED_AHEAD = timedelta(hours=1)
"""Stamps further ahead are applied, but do not drag the local clock."""


def stamp_at(at: datetime) -> int:
    """The first stamp of an instant."""
    return milliseconds(at) << COUNT_BITS


def instant_of(stamp: int) -> datetime:
    """The instant of a stamp."""
    return instant(stamp >> COUNT_BITS)


def nuance(station: bytes) -> int:
    """Less than half a millisecond, another at most stations: two stamps of one instant are hardly ever equal.

    A twin keeps it under its new identity: what both hold unsent must stay in order.
    """
    return int.from_bytes(station[-2:], "big") >> 1


def dragging(stamps: int, seen: int, now: datetime) -> int:
    """What counts as seen after the highest stamp of others: one from the far future leaves it as it was."""
    return max(seen, stamps) if stamps <= stamp_at(now + TRUSTED_AHEAD) else seen


def lowered(stamps: set[int], latest: int) -> dict[int, int]:
    """New stamps for those above `latest`, in the same order and right behind it."""
    return {stamp: latest + place for place, stamp in enumerate(sorted(one for one in stamps if one > latest), start=1)}
