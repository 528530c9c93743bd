"""Numbers and dates as the two languages write them; the forms are those of the house's print rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from helpdesk.report.notation import Notation

RUSSIAN = Notation("ru", ZoneInfo("Europe/Moscow"), "RUB")
ENGLISH = Notation("en", ZoneInfo("Europe/Moscow"), "EUR")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (RUSSIAN.money(Decimal("1234567.89")), "1 234 567,89 ₽"),
        (RUSSIAN.percent(Decimal("0.125")), "12,5 %"),
        (RUSSIAN.number(-3), "−3"),
        (RUSSIAN.day(date(2026, 11, 23)), "23.11.2026"),
        (RUSSIAN.long_date(date(2026, 11, 23)), "23 ноября 2026 г."),
        (RUSSIAN.month(date(2026, 11, 23)), "ноябрь 2026"),
        (RUSSIAN.duration(timedelta(minutes=85)), "1 ч 25 мин"),
        (RUSSIAN.instant(datetime(2026, 11, 22, 22, 5, tzinfo=UTC)), "23.11.2026 01:05"),
        (RUSSIAN.period(date(2026, 11, 1), date(2026, 11, 30)), "1–30 ноября 2026 г."),
        (RUSSIAN.period(date(2026, 11, 30), date(2026, 12, 1)), "30 ноября 2026 г. – 1 декабря 2026 г."),
        (ENGLISH.amount(Decimal("1234567.885")), "1,234,567.89"),
        (ENGLISH.money(Decimal("-5")), "−€5.00"),
        (ENGLISH.percent(Decimal("0.125")), "12.5%"),
        (ENGLISH.day(date(2026, 11, 3)), "3 Nov 2026"),
        (ENGLISH.period(date(2026, 11, 3), date(2026, 11, 3)), "3 November 2026"),
        (ENGLISH.duration(timedelta(0)), "0 min"),
        (ENGLISH.duration(timedelta(seconds=45)), "45 s"),
        (ENGLISH.duration(timedelta(hours=27, minutes=5)), "27 h 5 min"),
        (ENGLISH.duration(-timedelta(hours=1)), "−1 h"),
        (ENGLISH.written("number", Decimal("4.25"), 1), "4.3"),
        (ENGLISH.written("time", datetime(2026, 11, 22, 22, 5, tzinfo=UTC)), "01:05"),
        (ENGLISH.written("money", None), "—"),
    ],
)
def test_values_are_written_as_readers_expect_them(written, expected):
    assert written.replace("\u00a0", " ") == expected


def test_no_space_inside_a_number_lets_a_line_break():
    assert " " not in RUSSIAN.money(Decimal("1234567.89")) + RUSSIAN.long_date(date(2026, 11, 23))
