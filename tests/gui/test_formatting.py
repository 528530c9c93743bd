"""Dates, times, amounts as both languages write them."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from ui import formatting
from ui.formatting import NBSP, Locale

RU = Locale("ru", "Europe/Moscow", "RUB")
EN = Locale("en", "Europe/Moscow", "RUB")
NOW = datetime(2026, 11, 23, 11, 26, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_an_instant_is_shown_on_the_readers_clock():
    assert formatting.time(NOW, RU) == "14:26"
    assert formatting.time(datetime(2026, 11, 23, 6, 5, tzinfo=UTC), RU) == "09:05"
    assert formatting.time(NOW, Locale("ru", "Asia/Vladivostok")) == "21:26"


def test_dates_are_written_as_the_language_writes_them():
    assert formatting.date(NOW, RU) == "23.11.2026"
    assert formatting.date(NOW, EN) == "23 Nov 2026"
    assert formatting.date_time(NOW, RU) == "23.11.2026 14:26"


def test_the_day_of_an_instant_is_the_local_one():
    assert formatting.date(datetime(2026, 11, 23, 22, 0, tzinfo=UTC), RU) == "24.11.2026"


@pytest.mark.parametrize(
    ("on", "russian", "english"),
    [
        (date(2026, 11, 23), "сегодня", "today"),
        (date(2026, 11, 22), "вчера", "yesterday"),
        (date(2026, 11, 24), "завтра", "tomorrow"),
        (date(2026, 11, 18), "18 ноя", "18 Nov"),
        (date(2025, 5, 1), "1 мая 2025", "1 May 2025"),
    ],
)
def test_near_days_have_names(on, russian, english):
    assert plain(formatting.day(on, NOW, RU)) == russian
    assert plain(formatting.day(on, NOW, EN)) == english


@pytest.mark.parametrize(
    ("minutes", "russian", "english"),
    [
        (0, "меньше минуты", "under a minute"),
        (40, "40 мин", "40 min"),
        (60, "1 ч", "1 h"),
        (85, "1 ч 25 мин", "1 h 25 min"),
        (47 * 60, "47 ч", "47 h"),
        (50 * 60, "2 дн 2 ч", "2 d 2 h"),
    ],
)
def test_durations_are_told_in_two_parts_at_most(minutes, russian, english):
    assert plain(formatting.duration(timedelta(minutes=minutes), RU)) == russian
    assert plain(formatting.duration(timedelta(minutes=minutes), EN)) == english


@pytest.mark.parametrize(
    ("apart", "russian", "english"),
    [
        (timedelta(minutes=40), "40 мин", "40 min"),
        (timedelta(hours=20, minutes=34), "завтра 11:00", "tomorrow 11:00"),
        (timedelta(days=3), "чт 14:26", "Thu 14:26"),
        (timedelta(days=20), "13 дек 14:26", "13 Dec 14:26"),
        (timedelta(hours=-2), "просрочено на 2 ч", "overdue by 2 h"),
    ],
)
def test_a_due_badge_tells_what_is_left(apart, russian, english):
    assert plain(formatting.time_left(NOW + apart, NOW, RU)) == russian
    assert plain(formatting.time_left(NOW + apart, NOW, EN)) == english


def test_a_due_badge_counts_business_time_where_it_is_given():
    due_at = NOW + timedelta(hours=3)
    assert plain(formatting.time_left(due_at, NOW, EN, left=timedelta(minutes=70))) == "1 h 10 min"
    assert plain(formatting.time_left(NOW, NOW, EN, left=timedelta(minutes=-90))) == "overdue by 1 h 30 min"


def test_a_paused_clock_says_so():
    assert formatting.time_left(NOW, NOW, EN, is_paused=True) == "paused"
    assert formatting.time_left(NOW, NOW, RU, is_paused=True) == "на паузе"


def test_money_and_numbers_are_written_without_the_narrow_space():
    assert plain(formatting.money(Decimal("4990"), RU)) == "4 990,00 ₽"
    assert "\u202f" not in formatting.money(Decimal("1234567.5"), RU)
    assert plain(formatting.decimal(Decimal("1234567.5"), RU)) == "1 234 567,5"
    assert formatting.decimal(Decimal("-1234.50"), EN, places=2) == "\u22121,234.50"
    assert formatting.decimal(12, EN) == "12"


def test_phones_are_grouped_and_masked():
    assert formatting.phone("+79215550123") == "+7 921 555-01-23"
    assert formatting.phone("+79215550123", "12") == "+7 921 555-01-23, 12"
    assert formatting.phone("дом. 22") == "дом. 22"
    assert plain(formatting.masked_phone("+79215550123")) == "+7 921 ···-··-23"
    assert "555" not in formatting.masked_phone("+442075550123")
    assert formatting.masked_phone("112") == "···"
    assert formatting.masked_mail("mary@mail.example") == "m···@mail.example"


def test_a_timer_counts_minutes_and_then_hours():
    assert formatting.timer(timedelta(seconds=134)) == "02:14"
    assert formatting.timer(timedelta(hours=1, seconds=134)) == "1:02:14"
    assert formatting.timer(timedelta(seconds=-5)) == "00:00"


def test_formatting_rows_loads_no_slow_library():
    code = (
        "import sys; from ui import formatting as f; from datetime import *; n = datetime(2026, 1, 1, tzinfo=UTC);"
        "f.time_left(n, n, f.Locale()); print([m for m in ('babel', 'phonenumbers') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
