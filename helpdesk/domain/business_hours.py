"""When the company works: weekly hours, days of their own, the country's production calendar; and sums over them.

All instants are aware; results are UTC. Real elapsed time counts across clock changes. An interval includes its first
moment and not its last. Time before 1970 and after 2100 counts as closed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from helpdesk.domain.open_time import EPOCH, MICROSECOND, Intervals, Timeline, year_line
from helpdesk.domain.production_calendar import RUSSIA, DayKind, kinds_of_year
from helpdesk.errors import UnknownTimeZone
from helpdesk.lazily import dataclass

FIRST_YEAR, LAST_YEAR = 1970, 2100
MIDNIGHT = 24 * 60
_DAY = timedelta(days=1)
_FRIDAY = 4
_SHORTENED_BY = 60
_SECOND = 1_000_000
_FLOOR = (datetime(FIRST_YEAR, 1, 3, tzinfo=UTC) - EPOCH) // MICROSECOND
_CEILING = (datetime(LAST_YEAR, 12, 29, tzinfo=UTC) - EPOCH) // MICROSECOND


class Versioned(Protocol):
    """Something that is replaced from a date on, and never rewritten."""

    @property
    def version(self) -> int: ...

    @property
    def effective_on(self) -> date: ...


_Version = TypeVar("_Version", bound=Versioned)


class NeverOpensError(ValueError):
    """The calendar has no such working time up to the year 2100: a mistake in its hours."""


@dataclass(frozen=True)
class BusinessHours:
    """One version of a company's working time.

    `weekly` holds Monday to Sunday, each a tuple of (start, end) in minutes since midnight, end up to 1440;
    `exceptions` replaces single days (empty = closed) and beats the production calendar of `country` ("" = none).
    """

    time_zone: str
    weekly: tuple[Intervals, ...]
    exceptions: Mapping[date, Intervals] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    country: str = ""
    version: int = 1
    effective_on: date = date.min
    _line: Timeline | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.weekly) != 7:
            raise ValueError("weekly hours have seven days")
        for intervals in (*self.weekly, *self.exceptions.values()):
            bounds = [minute for interval in intervals for minute in interval]
            if bounds != sorted(bounds) or any(start == end for start, end in intervals):
                raise ValueError(f"intervals overlap or are reversed: {intervals}")
            if bounds and not 0 <= bounds[0] <= bounds[-1] <= MIDNIGHT:
                raise ValueError(f"intervals leave the day: {intervals}")
        zone_of(self.time_zone)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the hours are meant."""
        return zone_of(self.time_zone)

    def intervals_on(self, day: date) -> Intervals:
        """The working intervals of a day, in minutes since its midnight; empty = closed."""
        own = self.exceptions.get(day)
        if own is not None:
            return own
        kind = kinds_of_year(self.country, day.year).get(day) if self.country else None
        if kind is None:
            return self.weekly[day.weekday()]
        if kind is DayKind.DAY_OFF:
            return ()
        # A moved working Saturday has the hours of a Friday.
        usual = self.weekly[min(day.weekday(), _FRIDAY)]
        return usual if kind is DayKind.WORKING else _shortened(usual)

    def is_working_day(self, day: date) -> bool:
        """Whether there is any working time on the day."""
        return bool(self.intervals_on(day))

    def is_open(self, at: datetime) -> bool:
        """Whether the moment is working time."""
        moment = _microseconds(at)
        line = self._covering(moment, moment)
        i = bisect_right(line.opens, moment) - 1
        return i >= 0 and moment < line.closes[i]

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """The exact working time between two instants; zero where they are reversed."""
        begin, until = _microseconds(start), _microseconds(end)
        if begin >= until:
            return timedelta(0)
        line = self._covering(begin, until)
        return timedelta(microseconds=line.elapsed_at(until) - line.elapsed_at(begin))

    def working_seconds(self, start: datetime, end: datetime) -> int:
        """The working time between two instants in whole seconds; zero where they are reversed."""
        begin, until = _microseconds(start), _microseconds(end)
        if begin >= until:
            return 0
        line = self._covering(begin, until)
        return (line.elapsed_at(until) - line.elapsed_at(begin)) // _SECOND

    def deadline(self, start: datetime, seconds: float | timedelta) -> datetime:
        """The instant by which so much working time has passed since `start`, or before it where negative.

        A deadline on closing time stays there. Raises NeverOpensError.
        """
        length = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)
        amount, moment = length // MICROSECOND, _microseconds(start)
        if not amount:
            return start.astimezone(UTC)
        line = self._covering(moment, moment)
        wanted = line.elapsed_at(moment) + amount
        if amount > 0:
            while line.total < wanted:
                line = self._later(line)
            return _instant(line.earliest_with(wanted))
        while not (line.opens and line.elapsed[0] <= wanted):
            line = self._earlier(line)
        return _instant(line.latest_with(wanted))

    def next_open(self, at: datetime) -> datetime:
        """The moment itself if it is working time, else the next opening. Raises NeverOpensError."""
        moment = _microseconds(at)
        line = self._covering(moment, moment)
        while (i := bisect_right(line.closes, moment)) == len(line.opens):
            line = self._later(line)
        return _instant(max(moment, line.opens[i]))

    def last_open_before(self, at: datetime) -> datetime:
        """The moment itself if inside working time or at its close, else the previous close. Raises NeverOpensError."""
        moment = _microseconds(at)
        line = self._covering(moment, moment)
        while (i := bisect_left(line.opens, moment) - 1) < 0:
            line = self._earlier(line)
        return _instant(min(moment, line.closes[i]))

    def next_close(self, at: datetime) -> datetime:
        """The next closing strictly after the moment; a day to 24:00 closes at midnight. Raises NeverOpensError."""
        moment = _microseconds(at)
        line = self._covering(moment, moment)
        while (i := bisect_right(line.closes, moment)) == len(line.closes):
            line = self._later(line)
        return _instant(line.closes[i])

    def open_intervals(self, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
        """The stretches of working time between two instants, for showing how a due time came about."""
        begin, until = _microseconds(start), _microseconds(end)
        line = self._covering(begin, max(begin, until))
        inside = range(bisect_right(line.closes, begin), bisect_left(line.opens, until))
        return [(_instant(max(begin, line.opens[i])), _instant(min(until, line.closes[i]))) for i in inside]

    def add_working_days(self, day: date, days: int) -> date:
        """The working day so many working days after `day`, before it where negative; zero is the day itself."""
        step, left = (_DAY if days > 0 else -_DAY), abs(days)
        while left:
            day += step
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise NeverOpensError(self.time_zone)
            left -= self.is_working_day(day)
        return day

    def add_working_days_time(self, at: datetime, days: int) -> datetime:
        """Moves by working days and keeps the local clock time."""
        local = at.astimezone(self.zone)
        day = self.add_working_days(local.date(), days)
        return datetime.combine(day, local.time(), self.zone).astimezone(UTC)

    def working_days_between(self, first: date, last: date) -> int:
        """The working days after `first` up to and with `last`, as `add_working_days` moves; zero where reversed."""
        return sum(self.is_working_day(first + _DAY * n) for n in range(1, (last - first).days + 1))

    def end_of_working_day(self, at: datetime, days: int) -> datetime:
        """Closing time of the day that is `days` working days after the local day of `at`."""
        day = self.add_working_days(at.astimezone(self.zone).date(), days)
        return self.last_open_before(datetime.combine(day + _DAY, time.min, self.zone))

    def _covering(self, start: int, end: int) -> Timeline:
        line = self._line
        if line is not None and line.begins <= start and end < line.ends:
            return line
        first = _year(max(_FLOOR, min(start, _CEILING)) - 86_400 * _SECOND)
        last = _year(min(_CEILING, max(end, _FLOOR)) + 86_400 * _SECOND)
        if line is None:
            line = self._line_of(first)
        while line.last_year < last:
            line = self._later(line)
        while line.first_year > first:
            line = self._earlier(line)
        object.__setattr__(self, "_line", line)
        return line

    def _later(self, line: Timeline) -> Timeline:
        longer = line.followed_by(self._line_of(line.last_year + 1))
        object.__setattr__(self, "_line", longer)
        return longer

    def _earlier(self, line: Timeline) -> Timeline:
        longer = line.preceded_by(self._line_of(line.first_year - 1))
        object.__setattr__(self, "_line", longer)
        return longer

    def _line_of(self, year: int) -> Timeline:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise NeverOpensError(self.time_zone)
        return year_line(year, self.zone, self.intervals_on)


def default_business_hours(time_zone: str, country: str = RUSSIA) -> BusinessHours:
    """Monday to Friday 9-18 with the country's production calendar, which is asked year by year when a sum needs it."""
    day = ((9 * 60, 18 * 60),)
    return BusinessHours(time_zone, (day,) * 5 + ((),) * 2, country=country)


def in_force(versions: Sequence[_Version], on: date) -> _Version:
    """The version (of hours, of a policy) that held on the day: the last to take effect by then, else the oldest."""
    ordered = sorted(versions, key=lambda version: (version.effective_on, version.version))
    return next((version for version in reversed(ordered) if version.effective_on <= on), ordered[0])


@cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name. Raises UnknownTimeZone."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as failure:
        raise UnknownTimeZone(name) from failure


def _shortened(intervals: Intervals) -> Intervals:
    left = sum(end - start for start, end in intervals) - _SHORTENED_BY
    kept = []
    for start, end in intervals:
        if left > 0:
            kept.append((start, min(end, start + left)))
            left -= end - start
    return tuple(kept)


def _microseconds(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def _instant(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


def _year(microseconds: int) -> int:
    return _instant(microseconds).year
