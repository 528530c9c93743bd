"""What a card is warned of and taken with all the same: phones that nobody can dial, an INN that cannot be one."""

from __future__ import annotations

from helpdesk.domain.phone import read_phone

_INN_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def unreadable(phones: tuple[str, ...], region: str = "RU") -> frozenset[str]:
    """Those of the phones that cannot be dialled as they stand; loads the numbering plans, so call it in a worker."""
    read = {typed: read_phone(typed, region) for typed in phones if typed.strip()}
    return frozenset(typed for typed, phone in read.items() if phone.e164 is None or not phone.is_possible)


def is_inn(text: str) -> bool:
    """Whether the text has the length and the check digits of an INN (order of the Federal Tax Service)."""
    signs = "".join(text.split())
    if not (signs.isascii() and signs.isdigit()):
        return False
    digits = [int(sign) for sign in signs]
    if len(digits) == 10:
        return _check(digits[:9]) == digits[9]
    return len(digits) == 12 and _check(digits[:10]) == digits[10] and _check(digits[:11]) == digits[11]


def _check(digits: list[int]) -> int:
    weights = _INN_WEIGHTS[-len(digits) :]
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 % 10
