"""Dates, times, amounts and numbers as the reader's language writes them; only here do instants meet the local clock.

What lists paint row by row is written by hand; Babel, which is slow to load, is asked for money and long dates alone.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

from helpdesk.lazily import dataclass

NBSP = "\u00a0"
# Babel's French-style thin space has no sign in many fonts, and copies badly.
_NARROW = "\u202f"


@dataclass(frozen=True)
class Locale:
    """How this reader writes: language "en" or "ru", time zone, currency of the company."""

    language: str = "en"
    time_zone: str = "Europe/Moscow"
    currency: str = "RUB"


@dataclass(frozen=True)
class _Words:
    months: tuple[str, ...]
    days: tuple[str, ...]
    today: str
    yesterday: str
    tomorrow: str
    hour: str
    minute: str
    day: str
    under_a_minute: str
    overdue: str
    paused: str


_WORDS = {
    "en": _Words(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "today",
        "yesterday",
        "tomorrow",
        "h",
        "min",
        "d",
        "under a minute",
        "overdue by {}",
        "paused",
    ),
    "ru": _Words(
        ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
        "сегодня",
        "вчера",
        "завтра",
        "ч",
        "мин",
        "дн",
        "меньше минуты",
        "просрочено на {}",
        "на паузе",
    ),
}


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _words(locale: Locale) -> _Words:
    return _WORDS.get(locale.language, _WORDS["en"])


def local(instant: dt.datetime, locale: Locale) -> dt.datetime:
    """The instant on the reader's clock."""
    return instant.astimezone(_zone(locale.time_zone))


def local_day(moment: dt.datetime | dt.date, locale: Locale) -> dt.date:
    """The day on the reader's calendar."""
    return local(moment, locale).date() if isinstance(moment, dt.datetime) else moment


def time(instant: dt.datetime, locale: Locale) -> str:
    """“14:05”."""
    shown = local(instant, locale)
    return f"{shown.hour}:{shown.minute:02}" if shown.hour > 9 else f"0{shown.hour}:{shown.minute:02}"


def date(moment: dt.datetime | dt.date, locale: Locale) -> str:
    """“22.11.2026” or “22 Nov 2026”."""
    on = local_day(moment, locale)
    if locale.language == "ru":
        return f"{on.day:02}.{on.month:02}.{on.year}"
    return f"{on.day} {_words(locale).months[on.month - 1]} {on.year}"


def date_time(instant: dt.datetime, locale: Locale) -> str:
    """“22.11.2026 14:05”."""
    return f"{date(instant, locale)} {time(instant, locale)}"


def short_date(moment: dt.datetime | dt.date, now: dt.datetime, locale: Locale) -> str:
    """“22 Nov” in this year, “22 Nov 2025” in others."""
    on = local_day(moment, locale)
    shown = f"{on.day}{NBSP}{_words(locale).months[on.month - 1]}"
    return shown if on.year == local_day(now, locale).year else f"{shown}{NBSP}{on.year}"


def day(moment: dt.datetime | dt.date, now: dt.datetime, locale: Locale) -> str:
    """“today”, “yesterday”, “tomorrow”, “22 Nov”."""
    words = _words(locale)
    apart = (local_day(moment, locale) - local_day(now, locale)).days
    near = {0: words.today, -1: words.yesterday, 1: words.tomorrow}
    return near.get(apart) or short_date(moment, now, locale)


def day_time(instant: dt.datetime, now: dt.datetime, locale: Locale) -> str:
    """“14:05” today, else “tomorrow 11:00”, “Thu 09:30” within a week, “22 Nov 11:00”."""
    apart = (local_day(instant, locale) - local_day(now, locale)).days
    clock = time(instant, locale)
    if apart == 0:
        return clock
    if 1 < apart < 7:
        return f"{_words(locale).days[local_day(instant, locale).weekday()]}{NBSP}{clock}"
    return f"{day(instant, now, locale)}{NBSP}{clock}"


def duration(length: dt.timedelta, locale: Locale) -> str:
    """“1 h 25 min”, “40 min”, “3 d 4 h”; seconds are dropped."""
    words = _words(locale)
    minutes = int(abs(length).total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        days, hours = divmod(hours, 24)
        parts = [(days, words.day), (hours, words.hour)]
    else:
        parts = [(hours, words.hour), (minutes, words.minute)]
    shown = [f"{count}{NBSP}{word}" for count, word in parts if count]
    return NBSP.join(shown) or words.under_a_minute


def timer(length: dt.timedelta) -> str:
    """“02:14”, “1:02:14”."""
    seconds = max(0, int(length.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    shown = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{shown}" if hours else shown


def time_left(
    due_at: dt.datetime, now: dt.datetime, locale: Locale, *, left: dt.timedelta | None = None, is_paused: bool = False
) -> str:
    """The word of a due badge: “40 min”, “tomorrow 11:00”, “overdue by 2 h”, “paused”.

    `left` is the business time that remains (negative: overdue); without it the clock alone counts.
    """
    words = _words(locale)
    if is_paused:
        return words.paused
    remaining = due_at - now if left is None else left
    if remaining < dt.timedelta(0):
        return words.overdue.format(duration(remaining, locale))
    if local_day(due_at, locale) == local_day(now, locale):
        return duration(remaining, locale)
    return day_time(due_at, now, locale)


def decimal(value: Decimal | int, locale: Locale, *, places: int | None = None) -> str:
    """“1 234,5” or “1,234.5”, with `places` digits after the mark or as many as there are."""
    value = Decimal(value)
    whole, _, rest = f"{abs(value):f}".partition(".") if places is None else f"{abs(value):.{places}f}".partition(".")
    gap, mark = (NBSP, ",") if locale.language == "ru" else (",", ".")
    shown = f"{int(whole):,}".replace(",", gap)
    sign = "\u2212" if value < 0 else ""
    return f"{sign}{shown}{mark}{rest}" if rest else f"{sign}{shown}"


def money(amount: Decimal, locale: Locale, currency: str | None = None) -> str:
    """“4 990,00 ₽” or “₽4,990.00”; by Babel, which knows each currency's sign, place and digits."""
    from babel.numbers import format_currency

    return _plain(format_currency(amount, currency or locale.currency, locale=_babel(locale)))


def phone(number: str, extension: str = "") -> str:
    """A phone in E.164 as people read it aloud; what cannot be read is shown as it was typed."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return f"{shown}, {extension}" if extension else shown


def masked_phone(number: str) -> str:
    """“+7 921 ···-··-23”: enough to know it again, not enough to copy."""
    digits = [sign for sign in number if sign.isdigit()]
    if len(digits) < 8:
        return "···"
    if len(digits) == 11 and digits[0] == "7":
        return f"+7{NBSP}{''.join(digits[1:4])}{NBSP}···-··-{''.join(digits[-2:])}"
    return f"+{''.join(digits[:2])}{NBSP}···-···-{''.join(digits[-2:])}"


def masked_mail(address: str) -> str:
    """“m···@mail.example”."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}···@{domain}" if at else f"{address[:1]}···"


def _babel(locale: Locale) -> str:
    return "ru_RU" if locale.language == "ru" else "en_GB"


def _plain(text: str) -> str:
    return text.replace(_NARROW, NBSP)
