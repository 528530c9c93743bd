"""Possible duplicates while a card is typed: cheap enough to be asked of every candidate at each key."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from helpdesk.domain.folding import fold, tokens
from helpdesk.domain.phone import tail
from helpdesk.domain.spelling import in_latin
from helpdesk.lazily import dataclass

_FORMS = (
    "ооо оао зао пао ао ип нко чп тоо гуп муп фгуп ано тсж снт ltd limited llc llp inc corp corporation co company plc "
    "gmbh ag kg ohg sa sarl srl spa bv nv ab oy as aps sas the"
)
_COMPANY_FORMS = frozenset(_FORMS.split())
_FORMS_IN_FULL = re.compile(
    "общество с ограниченной ответственностью|(?:публичное |закрытое |открытое )?акционерное общество|"
    "индивидуальный предприниматель"
)
_RUSSIAN = re.compile(r"[а-я]")
_LATIN = re.compile(r"[a-z]")
_WORD_ALIKE = 0.85
_INITIAL_ALIKE = 0.8
_WRONG_INITIAL_WEIGHS = 4
_MISSING_WORD = 0.4
_SAME_NAME = 0.999
_LIKE_NAME = 0.9
_VERY_LIKE_NAME = 0.95
_SHORTEST_TAIL = 7
_FULL_NAME = 3
_MOST_WORDS = 12


class DuplicateReason(Enum):
    """Why two cards may be one customer, the surest first."""

    SAME_PHONE = 1
    SAME_MAIL = 2
    SAME_NAME = 3
    LIKE_NAME = 4


@dataclass(frozen=True)
class Likened:
    """What of a card is compared: its name, the digits of its phones, its mails and its city."""

    name: str
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    city: str = ""


def is_possible_duplicate(typed: Likened, kept: Likened) -> DuplicateReason | None:
    """The surest reason to take both for one customer; a like name alone counts only in a city that fits."""
    if _tails(typed.phones) & _tails(kept.phones):
        return DuplicateReason.SAME_PHONE
    if _addresses(typed.mails) & _addresses(kept.mails):
        return DuplicateReason.SAME_MAIL
    likeness = similarity(typed.name, kept.name)
    if likeness < _LIKE_NAME:
        return None
    cities = [city for city in (fold(typed.city), fold(kept.city)) if city]
    is_elsewhere = len(set(cities)) > 1
    if likeness >= _SAME_NAME:
        is_full = len(name_words(typed.name)) >= _FULL_NAME
        return DuplicateReason.SAME_NAME if is_full or not is_elsewhere else None
    is_in_same_city = len(cities) > 1 and not is_elsewhere
    is_very_like = likeness >= _VERY_LIKE_NAME and not is_elsewhere
    return DuplicateReason.LIKE_NAME if is_in_same_city or is_very_like else None


def similarity(one: str, other: str) -> float:
    """How alike two names are, 0 to 1: in any order of words, initials for names, any script, no company forms."""
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if _scripts(first) != _scripts(second):
        first, second = _romanised(first), _romanised(second)
    return _aligned(*sorted((first, second), key=len))


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without company forms; the forms alone if there is nothing else."""
    words = tokens(_FORMS_IN_FULL.sub(" ", fold(name)) or name)[:_MOST_WORDS]
    return tuple(word for word in words if word not in _COMPANY_FORMS) or tuple(words)


def _aligned(shorter: tuple[str, ...], longer: tuple[str, ...]) -> float:
    left = list(longer)
    reached = possible = 0.0
    for word in sorted(shorter, key=len, reverse=True):
        best = max(left, key=lambda candidate: _word_likeness(word, candidate))
        left.remove(best)
        likeness = _word_likeness(word, best)
        weight = _weight(word, best, likeness)
        reached += weight * likeness
        possible += weight
    possible += _MISSING_WORD * sum(map(len, left)) / max(1, len(longer))
    return reached / possible


def _weight(one: str, other: str, likeness: float) -> int:
    # An initial that fits tells as little as it is long, one that does not is another person's.
    if len(one) == 1 or len(other) == 1:
        return 1 if likeness else _WRONG_INITIAL_WEIGHS
    return max(len(one), len(other))


@lru_cache(maxsize=50_000)
def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL_ALIKE if one[0] == other[0] else 0.0
    likeness = jaro_winkler(one, other)
    return likeness if likeness >= _WORD_ALIKE else likeness / 2


def jaro_winkler(one: str, other: str) -> float:
    """Jaro's measure of common letters in order, raised for a common beginning as Winkler does; 0 to 1."""
    window = max(0, max(len(one), len(other)) // 2 - 1)
    taken = [False] * len(other)
    common = []
    for position, letter in enumerate(one):
        for place in range(max(0, position - window), min(len(other), position + window + 1)):
            if not taken[place] and other[place] == letter:
                taken[place] = True
                common.append(letter)
                break
    if not common:
        return 0.0
    in_other_order = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    swaps = sum(mine != theirs for mine, theirs in zip(common, in_other_order, strict=True)) / 2
    count = len(common)
    jaro = (count / len(one) + count / len(other) + (count - swaps) / count) / 3
    beginning = 0
    while beginning < min(len(one), len(other), 4) and one[beginning] == other[beginning]:
        beginning += 1
    return jaro + beginning * 0.1 * (1 - jaro)


def _scripts(words: tuple[str, ...]) -> tuple[bool, bool]:
    joined = " ".join(words)
    return bool(_RUSSIAN.search(joined)), bool(_LATIN.search(joined))


def _romanised(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(in_latin(word)[0] or word for word in words)


def _tails(phones: tuple[str, ...]) -> set[str]:
    return {tail(phone) for phone in phones if len(phone) >= _SHORTEST_TAIL}


def _addresses(mails: tuple[str, ...]) -> set[str]:
    return {mail.strip().casefold() for mail in mails if "@" in mail}
