"""Which field a column heading means: English and Russian, snake, camel and spaced alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from helpdesk.transfer.field import KINDS, fields_of
from helpdesk.transfer.synonym import SYNONYMS

_SIGNS = str.maketrans({"№": "номер", "#": "number", "ё": "е", "Ё": "е"})
_NOT_LETTERS = re.compile(r"[\W_]+")
_REMARK = re.compile(r"[,(\[/:].*", re.DOTALL)
_OFTEN_ALL_THE_SAME = 1000


def folded(heading: str) -> str:
    """A heading without case, spaces, punctuation: "Order_Date", "orderDate", "Order date" are one."""
    return _NOT_LETTERS.sub("", heading.translate(_SIGNS).casefold())


@cache
def _meanings(kind: str) -> Mapping[str, Mapping[str, int]]:
    """Folded heading - field - how far down its list the synonym stands; 0 is the field's own name."""
    meanings: dict[str, dict[str, int]] = {}
    for field in fields_of(kind):
        for rank, synonym in enumerate((field.name, *SYNONYMS[kind].get(field.name, ()))):
            meanings.setdefault(folded(synonym), {}).setdefault(field.name, rank)
    for first, second in (("phone", "phone2"),) if kind == "customers" else ():
        for ranks in meanings.values():
            if first in ranks:
                ranks.setdefault(second, _OFTEN_ALL_THE_SAME + ranks[first])
    return meanings


def _ranks(kind: str, heading: str) -> Mapping[str, int]:
    meanings = _meanings(kind)
    whole = folded(heading)
    return meanings.get(whole) or meanings.get(folded(_REMARK.sub("", heading))) or {}


def is_known_heading(heading: str) -> bool:
    """Whether a heading means a field of any kind."""
    return any(_ranks(kind, heading) for kind in KINDS)


def guess_field(kind: str, heading: str) -> str | None:
    """The field that a single heading, or a word in a mapping, means best."""
    ranks = _ranks(kind, heading)
    return min(ranks, key=lambda name: ranks[name], default=None)


def guess_fields(kind: str, headings: Sequence[str]) -> dict[int, str]:
    """Column index - field: the closest synonyms choose first, no field is given twice."""
    offers = sorted(
        (rank, column, field)
        for column, heading in enumerate(headings)
        for field, rank in _ranks(kind, heading).items()
    )
    chosen: dict[int, str] = {}
    for _rank, column, field in offers:
        if column not in chosen and field not in chosen.values():
            chosen[column] = field
    return dict(sorted(chosen.items()))


def guess_kind(headings: Sequence[str]) -> str:
    """The kind that knows most of the headings and misses least of what it needs."""
    return max(KINDS, key=lambda kind: (_is_whole(kind, headings), len(guess_fields(kind, headings))))


def _is_whole(kind: str, headings: Sequence[str]) -> bool:
    found = set(guess_fields(kind, headings).values())
    return all(found.intersection(need) for need in KINDS[kind].needs)
