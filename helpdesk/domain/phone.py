"""Phones: what was typed beside E.164, extensions apart, 8 and +7 one; the numbering plans are libphonenumber's."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from helpdesk.domain.folding import digits as digits_of
from helpdesk.lazily import dataclass

_LONGEST = 250  # what libphonenumber reads at most
_DIGITS_KEPT = 64
_TAIL = 10
_SHORTEST_MAYBE = 7

_EXTENSION = re.compile(
    r"(?:[,;]?\s*(?:доб(?:авочный|\.)?|вн(?:утр(?:енний|\.)?|\.)?|;?ext(?:ension|\.|=)?|[xх#])\s*[:.№]?\s*(\d{1,7})"
    r"|,\s*(\d{1,5}))\)?\s*$",
    re.IGNORECASE,
)
_PLAIN_SIGNS = str.maketrans("", "", " -()\u00a0")
# 810 is the way out of the country.
_PLAIN_RUSSIAN = re.compile(r"(?!810)(?:\+7|[78])?([3489][0-9]{9})")
_RUSSIAN_E164 = re.compile(r"\+7([3489]\d\d)(\d{3})(\d\d)(\d\d)")
_PHONE_SIGN = re.compile(r"[\d+() -]")


@dataclass(frozen=True)
class Phone:
    """A phone as typed and as understood; `digits` is what matching and search by any part use.

    `e164` is what the numbering plan makes of the text, also for a number that reaches nobody (`is_possible` is false
    then, and `digits` are the typed ones); None if the text is no phone at all.
    """

    typed: str
    e164: str | None
    extension: str | None
    digits: str
    is_possible: bool = True


class PhoneMatch(Enum):
    """How sure it is that two phones are one line, surest first."""

    EXACT = 1
    TAIL = 2
    SHORT = 3


def read_phone(typed: str, region: str = "RU") -> Phone:
    """The phone in `typed`, numbers without a country being of `region`; never raises."""
    main, extension = split_extension(typed)
    if region == "RU" and (plain := _PLAIN_RUSSIAN.fullmatch(main.translate(_PLAIN_SIGNS))):
        return Phone(typed, f"+7{plain[1]}", extension, f"7{plain[1]}")
    return _parsed(typed, main, extension, region)


def split_extension(typed: str) -> tuple[str, str | None]:
    """The number and its extension: "доб. 12", "ext 12", "#12", ", 12" at the end are cut off."""
    if len(typed) > _LONGEST:
        return typed, None
    found = _EXTENSION.search(typed)
    if found is None or not any(sign.isdecimal() for sign in typed[: found.start()]):
        return typed, None
    return typed[: found.start()].rstrip(), digits_of(found[1] or found[2])


def tail(digits: str) -> str:
    """The last ten digits: what two spellings of one number share where the country is unsure."""
    return digits[-_TAIL:]


def certainty(candidate: Phone, caller: Phone) -> PhoneMatch | None:
    """How surely both are one line; two different extensions of one number are only as sure as their tail."""
    if not candidate.digits or not caller.digits:
        return None
    if candidate.digits == caller.digits and candidate.is_possible and caller.is_possible:
        extensions = {candidate.extension, caller.extension} - {None}
        return PhoneMatch.TAIL if len(extensions) > 1 else PhoneMatch.EXACT
    shorter, longer = sorted((candidate.digits, caller.digits), key=len)
    if len(shorter) >= _TAIL and tail(shorter) == tail(longer):
        return PhoneMatch.TAIL
    if _SHORTEST_MAYBE <= len(shorter) < _TAIL and longer.endswith(shorter):
        return PhoneMatch.SHORT
    return None


@lru_cache(maxsize=20_000)
def display(e164: str, region: str | None = "RU") -> str:
    """The number as `region` writes it: nationally if it is from there, else internationally; no phone: as it is."""
    if russian := _RUSSIAN_E164.fullmatch(e164):
        area, first, second, third = russian.groups()
        return f"8 ({area}) {first}-{second}-{third}" if region == "RU" else f"+7 {area} {first}-{second}-{third}"
    return _formatted(e164, region)


def masked(typed: str) -> str:
    """The phone for eyes that may not see it: country, code and the last two digits, `+7 921 ···-··-23`."""
    main, _extension = split_extension(typed)
    count = sum(sign.isdecimal() for sign in main)
    kept_to = min(5, max(0, count - 7))
    kept_from = count - 2 if count > 4 else count
    result, seen = [], 0
    for sign in main:
        if sign.isdecimal():
            result.append(sign if seen < kept_to or seen >= kept_from else "·")
            seen += 1
        elif _PHONE_SIGN.match(sign):
            result.append(sign)
    return "".join(result).strip()


def mask_mail(address: str) -> str:
    """The address for eyes that may not see it: its first sign and its domain, `m···@mail.example`."""
    name, at, domain = address.strip().rpartition("@")
    if not at:
        return f"{domain[:1]}···" if domain else ""
    return f"{name[:1]}···@{domain}"


def _parsed(typed: str, main: str, extension: str | None, region: str) -> Phone:
    import phonenumbers

    typed_digits = digits_of(main)[:_DIGITS_KEPT]
    try:
        number = phonenumbers.parse(main, region)
    except phonenumbers.NumberParseException:
        return Phone(typed, None, extension, typed_digits, is_possible=False)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # Seven digits without their town are possible only locally: from elsewhere nobody is reached by them.
    reason = phonenumbers.is_possible_number_with_reason(number)
    is_possible = reason == phonenumbers.ValidationResult.IS_POSSIBLE
    return Phone(typed, e164, extension or number.extension, e164[1:] if is_possible else typed_digits, is_possible)


def _formatted(e164: str, region: str | None) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    is_home = region is not None and phonenumbers.region_code_for_number(number) == region
    form = phonenumbers.PhoneNumberFormat.NATIONAL if is_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)
