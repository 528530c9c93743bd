"""Periods of reports: whole local days, by name or as given, and the period before each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both inside."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """As many whole months before it where it is made of whole months, else as many days."""
        end = self.first - _DAY
        if self.first.day == 1 and (self.last + _DAY).day == 1:
            months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
            return Period(_months_on(self.first, -months), end)
        return Period(self.first - _DAY * self.days, end)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The period as [start, end) in UTC; days are the company's."""
        return day_start(self.first, zone), day_end(self.last, zone)


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a local day, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def day_end(day: date, zone: ZoneInfo) -> datetime:
    """The first instant after a local day, in UTC."""
    if day >= date.max - _DAY:
        return datetime.max.replace(tzinfo=UTC)
    return day_start(day + _DAY, zone)


def named_period(name: str, today: date) -> Period:
    """The period of a name in `PERIODS`, seen from a day. Raises KeyError."""
    return PERIODS[name](today)


def _week(today: date, back: int = 0) -> Period:
    monday = today - _DAY * (today.weekday() + 7 * back)
    return Period(monday, monday + _DAY * 6)


def _months(first: date, count: int) -> Period:
    return Period(first, _months_on(first, count) - _DAY)


def _months_on(first: date, count: int) -> date:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _quarter(today: date) -> date:
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1)


PERIODS: Mapping[str, Callable[[date], Period]] = {
    "today": lambda today: Period(today, today),
    "yesterday": lambda today: Period(today - _DAY, today - _DAY),
    "this-week": _week,
    "last-week": lambda today: _week(today, 1),
    "this-month": lambda today: _months(today.replace(day=1), 1),
    "last-month": lambda today: _months(_months_on(today.replace(day=1), -1), 1),
    "this-quarter": lambda today: _months(_quarter(today), 3),
    "last-quarter": lambda today: _months(_months_on(_quarter(today), -3), 3),
    "this-year": lambda today: _months(date(today.year, 1, 1), 12),
    "last-year": lambda today: _months(date(today.year - 1, 1, 1), 12),
}
