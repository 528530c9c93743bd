"""Turns cells into values: money, decimals, dates, instants, flags, as people and programs write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from helpdesk.transfer.field import FieldType
from helpdesk.transfer.form import TableForm
from helpdesk.words import N_

TRUE = frozenset(("true", "t", "yes", "y", "1", "-1", "on", "x", "+", "✓", "✔", "да", "д", "истина", "вкл", "есть"))
FALSE = frozenset(("false", "f", "no", "n", "0", "off", "-", "нет", "н", "ложь", "выкл"))
_EMPTY_DATES = re.compile(r"0000[-./]00[-./]00|00[-./]00[-./]0000|0001-01-01|01[./]01[./]0001")
_PLAIN = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_CURRENCY = (
    r"(?i:[$£¥\u20a0-\u20bf₽]|руб(?:лей|ля|ль)?\.?|р\.?|rub|rur|usd|eur|gbp|cny|kzt|byn|uah|тг\.?|шт\.?|pcs\.?)?"
)
_NUMBER = re.compile(
    rf"(\(?)\s*{_CURRENCY}\s*([-+−]?)\s*{_CURRENCY}\s*([0-9.,]+(?:[eE][+-]?[0-9]{{1,2}})?)\s*{_CURRENCY}\s*(\)?)"
)
_SPACES = re.compile(r"(?<=[0-9])[\s\u00a0\u202f\u2009'’](?=[0-9]{3}(?![0-9]))")
_GROUPS = {sign: re.compile(rf"[0-9]{{1,3}}(?:\{sign}[0-9]{{3}})+") for sign in ".,"}
_ISO = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_OTHER = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})(?:\s?г\.?)?")
_TIME = re.compile(
    r"[\sT,]+([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?\s*([AaPp])?(?(5)\.?[Mm]\.?)\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?"
)
_LARGEST = Decimal(10) ** 15
_RATE = Decimal("0.0001")
_HUNDRED = Decimal(100)

Value = str | Decimal | date | datetime | bool | None
Convert = Callable[[str], Value]


class Refused(ValueError):
    """A cell that is not what its field wants; `sentence` says it with {field} and {value} still to be filled."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Reading:
    """How cells are read: the form of the table, the zone of its clock, the digits of minor units of the money."""

    form: TableForm
    time_zone: ZoneInfo
    minor_digits: int = 2

    def convert(self, kind: FieldType) -> Convert | None:
        """The function that reads a cell of this type; None where the text stays as it is."""
        readers: dict[FieldType, Convert] = {
            FieldType.DECIMAL: self.number,
            FieldType.MONEY: self.money,
            FieldType.FRACTION: self.fraction,
            FieldType.DATE: self.day,
            FieldType.INSTANT: self.instant,
            FieldType.FLAG: flag,
            FieldType.REFERENCE: reference,
            FieldType.PHONE: reference,
            FieldType.MAIL: reference,
        }
        return readers.get(kind)

    def number(self, text: str) -> Decimal | None:
        """A decimal: either sign of decimals where it cannot be thousands, spaces of thousands, a currency beside."""
        if _PLAIN.fullmatch(text) and (self.form.decimal == "." or "." not in text):
            return _bounded(Decimal(text))
        text = text.strip()
        if not text:
            return None
        found = _NUMBER.fullmatch(_SPACES.sub("", text))
        if not found or bool(found[1]) != bool(found[4]):
            raise Refused(N_("“{field}”: “{value}” is not a number."))
        try:
            value = Decimal(self._pointed(found[3]))
        except InvalidOperation:
            raise Refused(N_("“{field}”: “{value}” is not a number.")) from None
        return _bounded(-value if found[1] or found[2] in ("-", "−") else value)

    def _pointed(self, digits: str) -> str:
        """The digits with a point for decimals and nothing for thousands."""
        decimal = self.form.decimal
        other = "," if decimal == "." else "."
        if other in digits and decimal not in digits and not _GROUPS[other].fullmatch(digits):
            return digits.replace(other, ".")
        if digits.count(decimal) > 1 and other not in digits and _GROUPS[decimal].fullmatch(digits):
            return digits.replace(decimal, "")
        if decimal in digits and digits.rfind(other) > digits.rfind(decimal):
            decimal, other = other, decimal
        whole, sign, part = digits.partition(decimal)
        if other in whole and not _GROUPS[other].fullmatch(whole):
            raise InvalidOperation
        return whole.replace(other, "") + ("." if sign else "") + part

    def money(self, text: str) -> Decimal | None:
        """Money rounded half up to minor units."""
        value = self.number(text)
        if value is None:
            return None
        return value.quantize(Decimal(1).scaleb(-self.minor_digits), ROUND_HALF_UP)

    def fraction(self, text: str) -> Decimal | None:
        """A discount from 0 to 1 with four decimals; above 1 it is percent."""
        percent = text.rstrip().endswith("%")
        value = self.number(text.rstrip().removesuffix("%"))
        if value is None:
            return None
        if percent or value > 1:
            value /= _HUNDRED
        if not 0 <= value <= 1:
            raise Refused(N_("“{field}”: “{value}” is no discount between 0 and 100 %."))
        return value.quantize(_RATE, ROUND_HALF_UP)

    def day(self, text: str) -> date | None:
        """A calendar day; a moment with its zone is taken to the company's clock first."""
        moment = self._moment(text)
        if moment is None:
            return None
        return (_moved(moment, self.time_zone) if moment.tzinfo else moment).date()

    def instant(self, text: str) -> datetime | None:
        """An instant in UTC; a time without zone is the company's, a day without time begins at midnight."""
        moment = self._moment(text)
        if moment is None:
            return None
        return _moved(moment if moment.tzinfo else moment.replace(tzinfo=self.time_zone), UTC)

    def _moment(self, text: str) -> datetime | None:
        text = text.strip()
        if not text or _EMPTY_DATES.match(text):
            return None
        try:
            return self._parts(text)
        except (ValueError, OverflowError):
            raise Refused(N_("“{field}”: “{value}” is not a date.")) from None

    def _parts(self, text: str) -> datetime:
        if text[4:5] == "-" and len(text) >= 10:
            try:
                return datetime.fromisoformat(text)
            except ValueError:
                pass
        found = _ISO.match(text)
        if found:
            year, month, day = int(found[1]), int(found[2]), int(found[3])
        else:
            found = _OTHER.match(text)
            if not found:
                raise ValueError(text)
            month, day = int(found[1]), int(found[2])
            if self.form.dates != "mdy":
                month, day = day, month
            year = _century(found[3])
        return _with_time(date(year, month, day), text[found.end() :])


def _bounded(value: Decimal) -> Decimal:
    if abs(value) >= _LARGEST:
        raise Refused(N_("“{field}”: “{value}” is too large."))
    return value


def _moved(moment: datetime, zone: tzinfo) -> datetime:
    try:
        return moment.astimezone(zone)
    except OverflowError:
        raise Refused(N_("“{field}”: “{value}” is not a date.")) from None


def _century(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 70 else 1900)


def _with_time(day: date, rest: str) -> datetime:
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the zone is told later, by who asks
    if not rest.strip():
        return start
    found = _TIME.fullmatch(rest)
    if not found:
        raise ValueError(rest)
    hour = int(found[1])
    if found[5]:
        if not 1 <= hour <= 12:
            raise ValueError(rest)
        hour = hour % 12 + (12 if found[5] in "Pp" else 0)
    micro = int((found[4] or "0")[:6].ljust(6, "0"))
    moment = start.replace(hour=hour, minute=int(found[2]), second=int(found[3] or 0), microsecond=micro)
    return _in_zone(moment, found[6])


def _in_zone(moment: datetime, zone: str | None) -> datetime:
    if not zone:
        return moment
    if zone in ("Z", "UTC"):
        return moment.replace(tzinfo=UTC)
    length = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return moment.replace(tzinfo=UTC) + (length if zone[0] == "-" else -length)


def flag(text: str) -> bool | None:
    """Yes or no in the words of many programs."""
    word = text.strip().casefold()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    if not word:
        return None
    raise Refused(N_("“{field}”: “{value}” is neither yes nor no."))


def reference(text: str) -> str | None:
    """A short identifying text without spaces around it."""
    return text.strip() or None
