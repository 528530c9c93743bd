"""The Russian production calendar against published figures and against the package `holidays`."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from helpdesk.domain import production_calendar as calendar_module
from helpdesk.domain.business_hours import default_business_hours
from helpdesk.domain.production_calendar import DayKind, is_confirmed, kinds_of_year, production_calendar

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT.parent / "shared" / "data" / "ru_production_calendar_2020_2026.json"


def days_of(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=n) for n in range(366) if (date(year, 1, 1) + timedelta(days=n)).year == year
    ]


def working_days(year: int) -> list[date]:
    hours = default_business_hours("Europe/Moscow")
    return [day for day in days_of(year) if hours.is_working_day(day)]


def of_kind(year: int, kind: DayKind) -> set[date]:
    return {day for day, its_kind in kinds_of_year("RU", year).items() if its_kind is kind}


@pytest.mark.parametrize(("year", "days", "hours"), [(2024, 248, 1979), (2025, 247, 1972), (2026, 247, 1972)])
def test_year_has_the_published_working_days_and_hours(year, days, hours):
    short = of_kind(year, DayKind.SHORT)
    assert len(working_days(year)) == days
    assert 8 * days - len(short) == hours


def test_short_days_of_2026():
    assert of_kind(2026, DayKind.SHORT) == {date(2026, 4, 30), date(2026, 5, 8), date(2026, 6, 11), date(2026, 11, 3)}


def test_moved_saturday_is_as_long_as_the_day_that_it_stands_for():
    kinds = kinds_of_year("RU", 2024)
    assert kinds[date(2024, 4, 27)] is DayKind.WORKING
    assert kinds[date(2024, 11, 2)] is DayKind.SHORT
    assert kinds[date(2024, 12, 28)] is DayKind.WORKING


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published calendars are not here")
@pytest.mark.parametrize("year", range(2020, 2027))
def test_year_agrees_day_by_day_with_the_published_calendar(year):
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))["years"][str(year)]
    working = set(working_days(year))
    assert {day.isoformat() for day in days_of(year) if day.weekday() < 5 and day not in working} == set(
        published["weekday_days_off"]
    )
    assert {day.isoformat() for day in working if day.weekday() >= 5} == set(published["working_weekend_days"])
    assert {day.isoformat() for day in of_kind(year, DayKind.SHORT)} == set(published["short_days"])
    assert len(working) == published["working_days"]
    assert 8 * len(working) - len(published["short_days"]) == published["hours_40h_week"]


@pytest.mark.parametrize("year", range(2022, 2028))
def test_table_agrees_with_the_package(year):
    assert calendar_module._by_decree(year) == calendar_module._by_package(year)


def test_year_outside_the_table_is_asked_of_the_package():
    kinds = kinds_of_year("RU", 2018)
    assert kinds[date(2018, 4, 28)] is DayKind.SHORT
    assert kinds[date(2018, 12, 31)] is DayKind.DAY_OFF


def test_2027_is_not_confirmed():
    assert is_confirmed("RU", 2026)
    assert not is_confirmed("RU", 2027)
    assert not is_confirmed("KZ", 2026)


def test_unknown_country_has_weekends_only():
    assert production_calendar("KZ", [2026]) == {}
    assert len(production_calendar("RU", [2025, 2026])) > 40


def test_default_hours_close_early_before_a_holiday():
    hours = default_business_hours("Europe/Moscow")
    assert hours.next_close(datetime(2026, 11, 3, 9, tzinfo=UTC)) == datetime(2026, 11, 3, 14, tzinfo=UTC)
    assert hours.next_open(datetime(2026, 11, 3, 14, tzinfo=UTC)) == datetime(2026, 11, 5, 6, tzinfo=UTC)


def test_due_times_of_these_years_do_not_load_the_package():
    code = (
        "import sys; from datetime import UTC, datetime; "
        "from helpdesk.domain.business_hours import default_business_hours as d; "
        "d('Europe/Moscow').deadline(datetime(2026, 11, 23, tzinfo=UTC), 360000); "
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
