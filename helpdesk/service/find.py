"""One box finds everything: by number, by phone, by words (S33)."""

from __future__ import annotations

from itertools import chain, zip_longest

from helpdesk.domain.folding import tokens
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.listing import Found
from helpdesk.domain.permission import Action
from helpdesk.domain.query import SearchPlan, plan
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries import find as queries

_LOOKED_AT = 60
_CUSTOMERS, _PRODUCTS = (queries.KINDS.index(kind) for kind in ("customer", "product"))


def find(desk: Desk, actor: OperatorId, text: str, limit: int = 20) -> tuple[Found, ...]:
    """What `text` may mean, best first: the very number, names that begin so, then a mixture of all kinds."""
    ask(desk, actor, Action.SEE)
    asked = plan(text)
    if asked.is_empty:
        return ()
    numbers = [text.strip()] + ([str(asked.number)] if asked.number else [])
    with desk.reading() as database:
        exact = queries.exact(database, numbers)
        kinds = [queries.answers(database, kind, asked, _LOOKED_AT) for kind in queries.KINDS]
    named = [one for one in (*kinds[_CUSTOMERS], *kinds[_PRODUCTS]) if begins(asked, one.title)]
    mixed = (one for one in chain.from_iterable(zip_longest(*kinds)) if one is not None)
    found = {(one.kind, one.record): one for one in (*exact, *named[: limit // 2], *mixed)}
    return tuple(found.values())[:limit]


def begins(asked: SearchPlan, name: str) -> bool:
    """Whether a name begins with the words of one of the readings, in their order."""
    words = tokens(name)
    return any(
        len(reading.words) <= len(words)
        and all(word.startswith(spellings) for word, spellings in zip(words, reading.words, strict=False))
        for reading in asked.readings
    )
