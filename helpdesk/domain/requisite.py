"""The company's requisites and the sums over their digits, which warn and never block.

Weights: the order of the Federal Tax Service on INN, OGRN and OGRNIP, and the Bank of Russia's rule for account keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, 7, *_INN_10)
_KEY = (7, 1, 3)


class RequisiteFault(StrEnum):
    """What does not fit in requisites."""

    INN = "inn"
    KPP = "kpp"
    OGRN = "ogrn"
    BIC = "bic"
    ACCOUNT = "account"
    CORRESPONDENT = "correspondent"
    IBAN = "iban"


@dataclass(frozen=True, slots=True)
class Requisites:
    """Who is paid and where; empty texts are not known."""

    name: str = ""
    inn: str = ""
    kpp: str = ""
    ogrn: str = ""
    address: str = ""
    phone: str = ""
    mail: str = ""
    bank: str = ""
    bic: str = ""
    account: str = ""
    correspondent: str = ""
    iban: str = ""
    swift: str = ""
    vat_number: str = ""
    director: str = ""
    accountant: str = ""
    is_sole_trader: bool = False

    @property
    def can_be_paid(self) -> bool:
        """Whether a Russian payment order has all that it must have."""
        return all((self.name, self.account, self.bank, self.bic))


@dataclass(frozen=True, slots=True)
class Buyer:
    """Whom an invoice is for, as it stood on its day."""

    name: str = ""
    inn: str = ""
    address: str = ""
    phone: str = ""
    vat_number: str = ""


def faults(requisites: Requisites) -> tuple[RequisiteFault, ...]:
    """What is filled in and does not fit."""
    checks = (
        (RequisiteFault.INN, requisites.inn, is_inn(requisites.inn)),
        (RequisiteFault.KPP, requisites.kpp, is_kpp(requisites.kpp)),
        (RequisiteFault.OGRN, requisites.ogrn, is_ogrn(requisites.ogrn)),
        (RequisiteFault.BIC, requisites.bic, is_bic(requisites.bic)),
        (RequisiteFault.ACCOUNT, requisites.account, is_account(requisites.account, requisites.bic)),
        (
            RequisiteFault.CORRESPONDENT,
            requisites.correspondent,
            is_correspondent(requisites.correspondent, requisites.bic),
        ),
        (RequisiteFault.IBAN, requisites.iban, is_iban(requisites.iban)),
    )
    return tuple(fault for fault, text, fits in checks if text and not fits)


def is_inn(text: str) -> bool:
    """Whether an INN of 10 or 12 digits has the right check digits."""
    if not _is_digits(text):
        return False
    if len(text) == 10:
        return _check(text, _INN_10) == text[9]
    return len(text) == 12 and _check(text, _INN_11) + _check(text, _INN_12) == text[10:]


def is_kpp(text: str) -> bool:
    """Whether a KPP has nine signs, digits but for the two that may be letters."""
    return len(text) == 9 and _is_digits(text[:4]) and _is_digits(text[6:]) and text.isascii() and text.isalnum()


def is_ogrn(text: str) -> bool:
    """Whether an OGRN of 13 or an OGRNIP of 15 digits ends with its check digit."""
    if not _is_digits(text) or len(text) not in (13, 15):
        return False
    modulus = 11 if len(text) == 13 else 13
    return int(text[:-1]) % modulus % 10 == int(text[-1])


def is_bic(text: str) -> bool:
    """Whether a text may be the BIC of a Russian bank."""
    return len(text) == 9 and _is_digits(text) and text.startswith("0")


def is_account(account: str, bic: str) -> bool:
    """Whether an account fits its bank: the last three digits of the BIC and the account under the key's weights."""
    return _is_digits(account) and len(account) == 20 and is_bic(bic) and _key(bic[-3:] + account)


def is_correspondent(account: str, bic: str) -> bool:
    """Whether a correspondent account fits its bank: 0 and digits 5 and 6 of the BIC stand before it."""
    return _is_digits(account) and len(account) == 20 and is_bic(bic) and _key("0" + bic[4:6] + account)


def is_iban(text: str) -> bool:
    """Whether an IBAN leaves 1 over 97 (ISO 13616)."""
    plain = text.replace(" ", "").upper()
    if not (15 <= len(plain) <= 34 and plain.isascii() and plain.isalnum() and plain[:2].isalpha()):
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def requisites_of(kept: Mapping[str, object]) -> Requisites:
    """Requisites out of what was kept; cells of a newer program are passed over."""
    known = {field.name for field in fields(Requisites)}
    return Requisites(**{name: value for name, value in kept.items() if name in known})  # type: ignore[arg-type]


def buyer_of(kept: Mapping[str, object]) -> Buyer:
    """A buyer out of what was kept."""
    known = {field.name for field in fields(Buyer)}
    return Buyer(**{name: value for name, value in kept.items() if name in known})  # type: ignore[arg-type]


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _check(text: str, weights: tuple[int, ...]) -> str:
    return str(sum(int(digit) * weight for digit, weight in zip(text, weights, strict=False)) % 11 % 10)


def _key(digits: str) -> bool:
    return sum(int(digit) * _KEY[at % 3] % 10 for at, digit in enumerate(digits)) % 10 == 0
