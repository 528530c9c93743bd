"""The opening hours of some years laid out on the UTC time line, so that sums and searches need a bisection only.

Everything is in whole microseconds since 1970. A timeline is never changed: extending it makes a new one, so that
threads may share it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

Intervals = tuple[tuple[int, int], ...]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
_MINUTE = 60_000_000
_DAY = 1440 * _MINUTE
_EPOCH_DAY = date(1970, 1, 1).toordinal()


class Timeline(NamedTuple):
    """Openings, closings and the working time before each opening, from `begins` to `ends`."""

    first_year: int
    last_year: int
    begins: int
    ends: int
    opens: list[int]
    closes: list[int]
    elapsed: list[int]

    @property
    def total(self) -> int:
        """The working time before the end, counted as in `elapsed`."""
        return self.elapsed[-1] + self.closes[-1] - self.opens[-1] if self.opens else 0

    def elapsed_at(self, at: int) -> int:
        """Working time up to an instant; only differences have a meaning."""
        i = bisect_right(self.opens, at) - 1
        if i < 0:
            return self.elapsed[0] if self.opens else 0
        return self.elapsed[i] + min(at, self.closes[i]) - self.opens[i]

    def earliest_with(self, elapsed: int) -> int:
        """The first instant by which `elapsed` has passed: a deadline on closing time stays there."""
        i = bisect_left(self.elapsed, elapsed) - 1
        return self.opens[i] + elapsed - self.elapsed[i]

    def latest_with(self, elapsed: int) -> int:
        """The last instant at which no more than `elapsed` has passed."""
        i = bisect_right(self.elapsed, elapsed) - 1
        return self.opens[i] + elapsed - self.elapsed[i]

    def followed_by(self, later: Timeline) -> Timeline:
        """This one and the following years, with this one's count of working time kept."""
        shift = self.total - (later.elapsed[0] if later.opens else 0)
        return self._joined(later, self.elapsed + [e + shift for e in later.elapsed])

    def preceded_by(self, earlier: Timeline) -> Timeline:
        """This one and the years before it, with this one's count of working time kept."""
        shift = (self.elapsed[0] if self.opens else 0) - earlier.total
        return earlier._joined(self, [e + shift for e in earlier.elapsed] + self.elapsed)

    def _joined(self, later: Timeline, elapsed: list[int]) -> Timeline:
        return Timeline(
            self.first_year,
            later.last_year,
            self.begins,
            later.ends,
            self.opens + later.opens,
            self.closes + later.closes,
            elapsed,
        )


def year_line(year: int, zone: tzinfo, intervals_on: Callable[[date], Intervals]) -> Timeline:
    """The timeline of one local calendar year."""
    opens: list[int] = []
    closes: list[int] = []
    elapsed: list[int] = []
    passed = 0
    first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    offset = _offset(zone, first)
    for ordinal in range(first, after):
        tomorrow = _offset(zone, ordinal + 1)
        midnight = (ordinal - _EPOCH_DAY) * _DAY
        for begin, end in intervals_on(date.fromordinal(ordinal)):
            if offset == tomorrow:
                opening, closing = midnight + begin * _MINUTE - offset, midnight + end * _MINUTE - offset
            else:
                opening, closing = _instant(zone, ordinal, begin), _instant(zone, ordinal, end)
            if opening < closing:
                opens.append(opening)
                closes.append(closing)
                elapsed.append(passed)
                passed += closing - opening
        offset = tomorrow
    return Timeline(year, year, _instant(zone, first, 0), _instant(zone, after, 0), opens, closes, elapsed)


def _offset(zone: tzinfo, ordinal: int) -> int:
    return _offset_at(zone, datetime.fromordinal(ordinal))


def _offset_at(zone: tzinfo, local: datetime) -> int:
    return (local.replace(tzinfo=zone).utcoffset() or timedelta(0)) // MICROSECOND


def _instant(zone: tzinfo, ordinal: int, minute: int) -> int:
    # A time that occurs twice is its first occurrence; one that the clock jumps over is the moment of the jump.
    local = datetime.fromordinal(ordinal) + timedelta(minutes=minute)
    naive = (ordinal - _EPOCH_DAY) * _DAY + minute * _MINUTE
    before, after = _offset_at(zone, local), _offset_at(zone, local.replace(fold=1))
    return naive - before if after <= before else _jump(zone, naive - after, naive - before, before)


def _jump(zone: tzinfo, low: int, high: int, before: int) -> int:
    while high - low > 1:
        middle = (low + high) // 2
        offset = (EPOCH + middle * MICROSECOND).astimezone(zone).utcoffset() or timedelta(0)
        low, high = (middle, high) if offset // MICROSECOND <= before else (low, middle)
    return high
