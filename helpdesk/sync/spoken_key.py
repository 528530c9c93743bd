"""Secrets that people copy from paper or hear by telephone: groups of four, no look-alike letters, two check signs.

The check is the number modulo the prime 1021: it catches every wrong sign and every swap of neighbours.
"""

from __future__ import annotations

import secrets

RECOVERY, INVITATION = 26, 14
"""How many random signs a key has: 130 and 70 bits."""

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OILoilОоАВЕКМНРСТХавекмнрстх", "011011" + "00" + "ABEKMHPCTX" * 2)
_PRIME = 1021


def new(length: int) -> str:
    """A new key of `length` random signs, with its check, as it is printed."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(length))
    checked = signs + _check(signs)
    return "-".join(checked[at : at + 4] for at in range(0, len(checked), 4))


def bare(spoken: str) -> str:
    """The key without what people add: spaces, dashes, small letters, Cyrillic or look-alike ones."""
    plain = "".join(sign for sign in spoken if sign.isalnum()).translate(_LOOKALIKES)
    return plain.upper()


def is_sound(bare_key: str) -> bool:
    """Whether the length and the check fit."""
    if len(bare_key) not in (RECOVERY + 2, INVITATION + 2) or set(bare_key) - set(_SIGNS):
        return False
    return _check(bare_key[:-2]) == bare_key[-2:]


def looks_spoken(typed: str) -> bool:
    """Whether somebody meant such a key: groups with dashes and hardly a wrong sign."""
    signs = len(bare(typed))
    return typed.count("-") >= 2 and any(abs(signs - length - 2) <= 1 for length in (RECOVERY, INVITATION))


def _check(signs: str) -> str:
    number = 0
    for sign in signs:
        number = number * 32 + _SIGNS.index(sign)
    left = number % _PRIME
    return _SIGNS[left // 32] + _SIGNS[left % 32]
