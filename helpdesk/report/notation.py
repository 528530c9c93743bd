"""Numbers, dates and lengths as Russian and English readers write them, with hard spaces inside a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from zoneinfo import ZoneInfo

from helpdesk.report.content import Kind, ReportFrame, Value

HARD_SPACE = "\u00a0"
MINUS = "−"
NONE = "—"

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_MONTH_NAMES = {
    "en": _MONTHS["en"],
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
}
_LENGTHS = {"en": ("h", "min", "s"), "ru": ("ч", "мин", "с")}
_SIGNS = {"RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£"}


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


@dataclass(frozen=True)
class Notation:
    """Writes values in one language, one time zone and one currency."""

    language: str
    zone: ZoneInfo
    currency: str

    @classmethod
    def of(cls, frame: ReportFrame) -> Notation:
        """The notation that a report's frame asks for."""
        return cls(frame.language if frame.language in _MONTHS else "en", ZoneInfo(frame.time_zone), frame.currency)

    @property
    def is_russian(self) -> bool:
        return self.language == "ru"

    def number(self, value: int | Decimal, decimals: int = 0) -> str:
        if not isinstance(value, int) or decimals:
            value = Decimal(value).quantize(_step(decimals), ROUND_HALF_UP)
        text = f"{abs(value):,}"
        if self.is_russian:
            text = text.replace(",", HARD_SPACE).replace(".", ",")
        return MINUS + text if value < 0 else text

    def amount(self, value: int | Decimal) -> str:
        """Money without its sign, for columns whose head names the currency."""
        return self.number(Decimal(value), 2)

    def money(self, value: int | Decimal) -> str:
        sign = _SIGNS.get(self.currency, self.currency)
        if self.is_russian:
            return self.amount(value) + HARD_SPACE + sign
        text = self.amount(abs(Decimal(value)))
        text = sign + text if sign in ("$", "€", "£") else f"{self.currency}{HARD_SPACE}{text}"
        return MINUS + text if value < 0 else text

    def percent(self, share: int | Decimal, decimals: int = 1) -> str:
        text = self.number(Decimal(share) * 100, decimals)
        return text + HARD_SPACE + "%" if self.is_russian else text + "%"

    def day(self, day: date) -> str:
        if self.is_russian:
            return f"{day.day:02}.{day.month:02}.{day.year}"
        return f"{day.day}{HARD_SPACE}{_MONTHS['en'].split()[day.month - 1][:3]}{HARD_SPACE}{day.year}"

    def long_date(self, day: date) -> str:
        text = f"{day.day}{HARD_SPACE}{_MONTHS[self.language].split()[day.month - 1]}{HARD_SPACE}{day.year}"
        return f"{text}{HARD_SPACE}г." if self.is_russian else text

    def weekday(self, day: date) -> str:
        return self.weekday_named(day.weekday())

    def weekday_named(self, number: int) -> str:
        """The weekday of a number, 0 = Monday."""
        return _WEEKDAYS[self.language].split()[number]

    def short_date(self, day: date) -> str:
        """Day and month, where the year stands nearby."""
        if self.is_russian:
            return f"{day.day:02}.{day.month:02}"
        return f"{day.day}{HARD_SPACE}{_MONTHS['en'].split()[day.month - 1][:3]}"

    def month(self, day: date) -> str:
        return f"{_MONTH_NAMES[self.language].split()[day.month - 1]}{HARD_SPACE}{day.year}"

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)

    def time(self, instant: datetime) -> str:
        return self.local(instant).strftime("%H:%M")

    def instant(self, instant: datetime) -> str:
        local = self.local(instant)
        return f"{self.day(local.date())}{HARD_SPACE}{local.hour:02}:{local.minute:02}"

    def period(self, first: date, last: date) -> str:
        """Both days are inside."""
        if first == last:
            return self.long_date(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.long_date(last)}"
        return f"{self.long_date(first)} – {self.long_date(last)}"

    def duration(self, length: timedelta) -> str:
        hour, minute, second = _LENGTHS[self.language]
        seconds = int(abs(length).total_seconds())
        sign = MINUS if length < timedelta(0) else ""
        if 0 < seconds < 60:
            return f"{sign}{seconds}{HARD_SPACE}{second}"
        hours, minutes = divmod((seconds + 30) // 60, 60)
        parts = [f"{self.number(hours)}{HARD_SPACE}{hour}"] if hours else []
        if minutes or not hours:
            parts.append(f"{minutes}{HARD_SPACE}{minute}")
        return sign + HARD_SPACE.join(parts)

    def short_length(self, seconds: int) -> str:
        """A length in its greatest unit, for marks of charts."""
        hour, minute, second = _LENGTHS[self.language]
        for size, unit in ((3600, hour), (60, minute)):
            if abs(seconds) >= size:
                count = Decimal(seconds) / size
                return f"{self.number(count, 0 if count >= 10 or count == int(count) else 1)}{HARD_SPACE}{unit}"
        return f"{seconds}{HARD_SPACE}{second}"

    def written(self, kind: Kind, value: Value, decimals: int = 0) -> str:
        """One value of a column as it stands in print."""
        match kind, value:
            case _, None:
                return NONE
            case _, str():
                return value
            case "time", datetime():
                return self.time(value)
            case _, datetime():
                return self.instant(value)
            case _, date():
                return self.day(value)
            case _, timedelta():
                return self.duration(value)
            case "money", _:
                return self.amount(value)
            case "percent", _:
                return self.percent(value, decimals)
            case _:
                return self.number(value, decimals)


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a day where the company is, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
