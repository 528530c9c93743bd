"""Working time: the shared cases, and properties that hold on any calendar."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.business_hours import BusinessHours, NeverOpensError, default_business_hours, in_force
from helpdesk.errors import UnknownTimeZone

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "worktime_cases.json"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = ((540, 780), (840, 1080))
ALWAYS = BusinessHours("Europe/Moscow", (((0, 1440),),) * 7)
NEVER = BusinessHours("UTC", ((),) * 7)
HOURS = {
    "moscow": default_business_hours("Europe/Moscow"),
    "paris with lunch": BusinessHours("Europe/Paris", (OFFICE,) * 5 + (((600, 900),), ())),
    "new york, all night": BusinessHours("America/New_York", (((0, 360), (1200, 1440)),) * 7),
    "lord howe, half-hour change": BusinessHours("Australia/Lord_Howe", (((90, 150), (600, 1000)),) * 7),
    "round the clock": ALWAYS,
}

instants = st.datetimes(datetime(2019, 1, 1), datetime(2027, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
calendars = st.sampled_from(sorted(HOURS)).map(HOURS.__getitem__)
# The first question about an old year loads the package of holidays.
unhurried = settings(deadline=None)
lengths = st.integers(1, 400 * 3600)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@cache
def shared() -> dict:
    return json.loads(CASES.read_text(encoding="utf-8")) if CASES.exists() else {"calendars": {}, "cases": []}


def minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def without(intervals: list[tuple[int, int]], breaks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    for begin, end in breaks:
        pieces = [piece for a, b in intervals for piece in ((a, min(b, begin)), (max(a, end), b))]
        intervals = [(a, b) for a, b in pieces if a < b]
    return tuple(intervals)


@cache
def calendar(name: str) -> BusinessHours:
    given_calendar = shared()["calendars"][name]

    def intervals(pairs: list[list[str]]) -> list[tuple[int, int]]:
        return [(minutes(a), minutes(b)) for a, b in pairs]

    week = tuple(tuple(intervals(given_calendar["week"].get(day, []))) for day in WEEKDAYS)
    exceptions = {
        date.fromisoformat(day): tuple(intervals(pairs)) for day, pairs in given_calendar.get("overrides", {}).items()
    }
    for text, pairs in given_calendar.get("breaks", {}).items():
        day = date.fromisoformat(text)
        exceptions[day] = without(list(exceptions.get(day, week[day.weekday()])), intervals(pairs))
    exceptions |= {date.fromisoformat(day): () for day in given_calendar.get("holidays", [])}
    return BusinessHours(given_calendar["tz"], week, exceptions)


def answer(case: dict) -> object:
    hours = calendar(case["calendar"])
    operation = getattr(hours, case["op"])
    start = case.get("start", case.get("at"))
    if case["op"] in ("add_working_days", "working_days_between"):
        last = case.get("days", case.get("end"))
        return operation(date.fromisoformat(start), last if isinstance(last, int) else date.fromisoformat(last))
    if case["op"] == "deadline":
        return operation(utc(start), case["seconds"])
    if case["op"] == "working_seconds":
        paused = sum(hours.working_seconds(utc(a), utc(b)) for a, b in case.get("pauses", ()))
        return operation(utc(start), utc(case["end"])) - paused
    if case["op"] == "add_working_days_time":
        return operation(utc(start), case["days"])
    return operation(utc(start))


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")
@pytest.mark.parametrize("case", shared()["cases"], ids=lambda case: case["id"])
def test_shared_case_holds(case):
    expected = case["expected"]
    if isinstance(expected, str):
        expected = date.fromisoformat(expected) if "T" not in expected else utc(expected)
    assert answer(case) == expected


@unhurried
@given(calendars, instants, instants, instants)
def test_working_time_adds_up_over_any_split(hours, a, b, c):
    first, middle, last = sorted((a, b, c))
    whole = hours.working_time(first, last)
    assert whole == hours.working_time(first, middle) + hours.working_time(middle, last)
    assert timedelta(0) <= whole <= last - first


@unhurried
@given(calendars, instants, lengths)
def test_deadline_is_the_first_instant_by_which_the_time_has_passed(hours, start, seconds):
    due_at = hours.deadline(start, seconds)
    assert hours.working_time(start, due_at) == timedelta(seconds=seconds)
    assert hours.working_time(start, due_at - timedelta(microseconds=1)) < timedelta(seconds=seconds)


@unhurried
@given(calendars, instants, lengths)
def test_deadline_backwards_leaves_the_same_working_time(hours, start, seconds):
    begun_at = hours.deadline(start, -seconds)
    assert begun_at < start
    assert hours.working_time(begun_at, start) == timedelta(seconds=seconds)


@unhurried
@given(calendars, instants)
def test_next_opening_is_open_and_nothing_is_open_before_it(hours, at):
    opening = hours.next_open(at)
    assert hours.is_open(opening)
    assert hours.working_time(at, opening) == timedelta(0)
    assert hours.is_open(at) == (opening == at)


@unhurried
@given(calendars, instants)
def test_next_close_is_later_and_reached_by_working_on(hours, at):
    closing = hours.next_close(at)
    assert closing > at
    assert hours.last_open_before(closing) == closing
    assert hours.working_time(at, closing) == closing - hours.next_open(at)


@unhurried
@given(calendars, instants, instants)
def test_open_intervals_sum_to_the_working_time(hours, a, b):
    start, end = sorted((a, b))
    pieces = hours.open_intervals(start, end)
    assert sum((last - first for first, last in pieces), timedelta(0)) == hours.working_time(start, end)


@unhurried
@given(calendars, st.dates(date(2019, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_working_days_between_counts_what_was_added(hours, day, days):
    later = hours.add_working_days(day, days)
    assert hours.is_working_day(later)
    assert hours.working_days_between(day, later) == days
    assert hours.working_days_between(later, day) == 0


@unhurried
@given(calendars, instants, instants)
def test_answers_do_not_depend_on_the_order_of_questions(hours, a, b):
    start, end = sorted((a, b))
    fresh = BusinessHours(hours.time_zone, hours.weekly, hours.exceptions, hours.country)
    fresh.working_time(end, end + timedelta(days=1))
    assert fresh.working_time(start, end) == hours.working_time(start, end)
    assert fresh.deadline(start, 7200) == hours.deadline(start, 7200)


def test_work_around_the_clock_counts_real_time_on_the_days_of_clock_changes():
    hours = BusinessHours("Europe/Paris", (((0, 1440),),) * 7)
    assert hours.working_seconds(utc("2020-03-29T00:00:00+01:00"), utc("2020-03-30T00:00:00+02:00")) == 23 * 3600
    assert hours.working_seconds(utc("2020-10-25T00:00:00+02:00"), utc("2020-10-26T00:00:00+01:00")) == 25 * 3600


def test_hours_that_the_clock_jumps_over_are_no_working_time():
    hours = BusinessHours("Europe/Paris", ((),) * 6 + (((135, 165), (180, 240)),))
    day = utc("2020-03-29T00:00:00+01:00"), utc("2020-03-30T00:00:00+02:00")
    assert hours.open_intervals(*day) == [(utc("2020-03-29T01:00:00Z"), utc("2020-03-29T02:00:00Z"))]


def test_day_that_a_country_skipped_has_no_working_time():
    hours = BusinessHours("Pacific/Apia", (((540, 1080),),) * 7)
    assert hours.working_seconds(utc("2011-12-29T00:00:00-10:00"), utc("2012-01-01T00:00:00+14:00")) == 2 * 9 * 3600


def test_moving_by_working_days_keeps_the_local_clock_time():
    hours = HOURS["paris with lunch"]
    assert hours.add_working_days_time(utc("2020-03-27T10:30:00+01:00"), 2) == utc("2020-03-30T10:30:00+02:00")


def test_end_of_the_last_working_day_is_its_closing_time():
    hours = HOURS["moscow"]
    assert hours.end_of_working_day(utc("2026-11-02T10:00:00+03:00"), 1) == utc("2026-11-03T17:00:00+03:00")
    assert ALWAYS.end_of_working_day(utc("2026-11-02T10:00:00+03:00"), 1) == utc("2026-11-04T00:00:00+03:00")


def test_short_day_takes_the_hour_from_its_end():
    hours = BusinessHours("Europe/Moscow", (((540, 780), (840, 870)),) * 5 + ((), ()), country="RU")
    assert hours.intervals_on(date(2026, 4, 30)) == ((540, 750),)


def test_day_of_the_company_beats_the_production_calendar():
    hours = BusinessHours("Europe/Moscow", (OFFICE,) * 5 + ((), ()), {date(2026, 11, 4): OFFICE}, country="RU")
    assert hours.is_working_day(date(2026, 11, 4))


@pytest.mark.parametrize("question", ["next_open", "last_open_before", "next_close"])
def test_calendar_that_never_opens_says_so(question):
    with pytest.raises(NeverOpensError):
        getattr(NEVER, question)(utc("2026-11-23T10:00:00Z"))


@pytest.mark.parametrize("seconds", [60, -60, 10**11])
def test_deadline_that_never_comes_says_so(seconds):
    hours = ALWAYS if seconds > 60 else NEVER
    with pytest.raises(NeverOpensError):
        hours.deadline(utc("2026-11-23T10:00:00Z"), seconds)


def test_calendar_that_never_opens_has_no_working_day():
    with pytest.raises(NeverOpensError):
        NEVER.add_working_days(date(2026, 11, 23), 1)
    assert NEVER.working_seconds(utc("2020-01-01T00:00:00Z"), utc("2026-01-01T00:00:00Z")) == 0


def test_instants_far_outside_the_calendar_are_closed():
    first, last = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
    assert not ALWAYS.is_open(first)
    assert not ALWAYS.is_open(last)
    assert ALWAYS.working_time(first, utc("1960-01-01T00:00:00Z")) == timedelta(0)
    assert ALWAYS.deadline(first, 3600).year in (1969, 1970)


@pytest.mark.parametrize("intervals", [((600, 540),), ((540, 700), (690, 800)), ((0, 1441),), ((540, 540),)])
def test_impossible_intervals_are_refused(intervals):
    with pytest.raises(ValueError, match="intervals"):
        BusinessHours("UTC", (intervals,) * 7)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc", "Europe"])
def test_unknown_time_zone_is_named(name):
    with pytest.raises(UnknownTimeZone):
        default_business_hours(name)


def test_version_in_force_is_the_last_to_take_effect():
    old = BusinessHours("UTC", (OFFICE,) * 7, version=1, effective_on=date(2020, 1, 1))
    new = BusinessHours("UTC", (OFFICE,) * 5 + ((), ()), version=2, effective_on=date(2026, 7, 1))
    assert in_force([new, old], date(2026, 6, 30)) is old
    assert in_force([new, old], date(2026, 7, 1)) is new
    assert in_force([new, old], date(2019, 1, 1)) is old
