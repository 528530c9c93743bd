"""The production calendar of a country: days off, moved working days, days shortened by an hour.

The decrees of the years in daily use stand here, because importing `holidays` loads every country and takes half a
second, which the first saved request would pay; other years ask it. A test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

RUSSIA = "RU"
_DAY = timedelta(days=1)
_SATURDAY = 5
_MonthDay = tuple[int, int]

# Labour Code of the Russian Federation, article 112.
_STATUTORY = (*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))

# Yearly decrees of the government: the day off, and the day that it was moved from.
_MOVED: dict[int, tuple[tuple[_MonthDay, _MonthDay], ...]] = {
    2020: (((5, 4), (1, 4)), ((5, 5), (1, 5))),
    2021: (((2, 22), (2, 20)), ((11, 5), (1, 2)), ((12, 31), (1, 3))),
    2022: (((3, 7), (3, 5)), ((5, 3), (1, 1)), ((5, 10), (1, 2))),
    2023: (((2, 24), (1, 1)), ((5, 8), (1, 8))),
    2024: (((4, 29), (4, 27)), ((4, 30), (11, 2)), ((5, 10), (1, 6)), ((12, 30), (12, 28)), ((12, 31), (1, 7))),
    2025: (((5, 2), (1, 4)), ((5, 8), (2, 23)), ((6, 13), (3, 8)), ((11, 3), (11, 1)), ((12, 31), (1, 5))),
    2026: (((1, 9), (1, 3)), ((12, 31), (1, 4))),
    2027: (((2, 22), (2, 20)), ((11, 5), (1, 2)), ((12, 31), (1, 3))),
}

# Days off by decrees of the president, which `holidays` leaves out: first and last day of each stretch.
_DECREED_OFF: dict[int, tuple[tuple[_MonthDay, _MonthDay], ...]] = {
    2020: (((3, 30), (5, 8)), ((6, 24), (6, 24)), ((7, 1), (7, 1))),
    2021: (((5, 4), (5, 7)), ((11, 1), (11, 3))),
}

# Compared day by day with the published calendars.
_CONFIRMED = {RUSSIA: range(2020, 2027)}


class DayKind(StrEnum):
    """How a day differs from its place in an ordinary week."""

    WORKING = "working"
    SHORT = "short"
    DAY_OFF = "day_off"


def production_calendar(country: str, years: Iterable[int]) -> dict[date, DayKind]:
    """The days of `years` that differ from Monday to Friday; empty for a country whose calendar is not known."""
    return {day: kind for year in years for day, kind in kinds_of_year(country, year).items()}


def is_confirmed(country: str, year: int) -> bool:
    """Whether the year was compared with the published calendar; a later year may still be changed by decree."""
    return year in _CONFIRMED.get(country, ())


@cache
def kinds_of_year(country: str, year: int) -> Mapping[date, DayKind]:
    """The days of one year that differ from Monday to Friday, computed once."""
    if country != RUSSIA:
        return MappingProxyType({})
    off, moved = _by_decree(year) if year in _MOVED else _by_package(year)
    working_weekend = {source for source in moved if source.weekday() >= _SATURDAY and source not in off}
    kinds = dict.fromkeys(sorted(off), DayKind.DAY_OFF)
    kinds |= dict.fromkeys(working_weekend, DayKind.WORKING)
    for day in _days(date(year, 1, 1), date(year, 12, 31)):
        is_working = day in working_weekend or (day.weekday() < _SATURDAY and day not in off)
        # A working Saturday is as long as the day that it stands for (order 588n of the Ministry of Health, 2009).
        if is_working and (_is_eve(day) or (day in working_weekend and _is_eve(moved[day]))):
            kinds[day] = DayKind.SHORT
    return MappingProxyType(kinds)


def _is_eve(day: date) -> bool:
    # Labour Code, article 95: the working day right before a holiday is an hour shorter; a moved day off makes no eve.
    tomorrow = day + _DAY
    return (tomorrow.month, tomorrow.day) in _STATUTORY


def _by_decree(year: int) -> tuple[set[date], dict[date, date]]:
    moved = {date(year, *source): date(year, *target) for target, source in _MOVED[year]}
    off = {date(year, month, day) for month, day in _STATUTORY}
    for holiday in sorted(off):
        # Article 112: a holiday on a weekend moves to the next working day, those of January only by decree.
        if holiday.weekday() >= _SATURDAY and holiday.month > 1 and holiday not in moved:
            off.add(_next_weekday(holiday, off))
    off |= set(moved.values())
    for begin, end in _DECREED_OFF.get(year, ()):
        off |= set(_days(date(year, *begin), date(year, *end)))
    return off, moved


def _days(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * n for n in range((last - first).days + 1))


def _next_weekday(day: date, off: set[date]) -> date:
    while day in off or day.weekday() >= _SATURDAY:
        day += _DAY
    return day


def _by_package(year: int) -> tuple[set[date], dict[date, date]]:
    from holidays.countries.russia import Russia

    names = Russia(years=year, language="en_US")  # type: ignore[no-untyped-call]
    moved = {}
    for day, name in names.items():
        if found := re.search(r"substituted from (\d\d)/(\d\d)/(\d{4})", name):
            month, day_of_month, its_year = map(int, found.groups())
            moved[date(its_year, month, day_of_month)] = day
    return {day for day in names if day.year == year}, moved
