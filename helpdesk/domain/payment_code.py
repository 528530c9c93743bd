"""What the square code on an invoice tells a bank's application: GOST R 56042-2014 for roubles, EPC for euro."""

from __future__ import annotations

import re

from helpdesk.domain.money import Money
from helpdesk.domain.requisite import Requisites

MOST_BYTES = 300
_HEAD = "ST00012"
_NAME, _BANK = 160, 45
_EPC_NAME, _EPC_TEXT, _EPC_MOST = 70, 140, 99_999_999_999


def gost_code(payee: Requisites, amount: Money, purpose: str) -> str | None:
    """The block of at most 300 bytes that a bank reads; None where requisites lack what it must have.

    The purpose is shortened to fit, then the payee's name, which like the bank's is cut to what the standard allows.
    """
    if not payee.can_be_paid or amount.currency != "RUB" or amount.minor <= 0:
        return None
    rest = [
        f"PersonalAcc={_plain(payee.account)}",
        f"BankName={_plain(payee.bank)[:_BANK]}",
        f"BIC={_plain(payee.bic)}",
        f"CorrespAcc={_plain(payee.correspondent) or '0'}",
    ]
    rest += [f"PayeeINN={_plain(payee.inn)}"] if payee.inn else []
    rest += [f"KPP={_plain(payee.kpp)}"] if payee.kpp else []
    rest += [f"Sum={amount.minor}"]
    room = MOST_BYTES - _bytes("|".join((_HEAD, "Name=", *rest)))
    name = _cut(_plain(payee.name)[:_NAME], room)
    if not name:
        return None
    block = "|".join((_HEAD, f"Name={name}", *rest))
    said = _cut(_plain(purpose), MOST_BYTES - _bytes(block) - len("|Purpose="))
    return f"{block}|Purpose={said}" if said else block


def epc_code(payee: Requisites, amount: Money, purpose: str) -> str | None:
    """The lines that a European bank's application reads; None where there is no IBAN or the sum is not in euro."""
    if not (payee.iban and payee.name) or amount.currency != "EUR" or not 0 < amount.minor <= _EPC_MOST:
        return None
    lines = (
        *("BCD", "002", "1", "SCT", _plain(payee.swift), _plain(payee.name)[:_EPC_NAME]),
        *(payee.iban.replace(" ", ""), f"EUR{amount.amount}", "", "", _plain(purpose)[:_EPC_TEXT]),
    )
    return "\n".join(lines)


def _plain(text: str) -> str:
    """A value without the signs that part values: there is no escaping in the standard."""
    return re.sub(r"[\s|]+", " ", text).strip()


def _bytes(text: str) -> int:
    return len(text.encode("utf-8"))


def _cut(text: str, room: int) -> str:
    """As much of a text as fits into so many bytes, whole letters only."""
    return text.encode("utf-8")[: max(0, room)].decode("utf-8", "ignore").rstrip()
