"""Cards that may be one customer: few are fetched by phone, mail and name, then each is likened (S80)."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.domain.customer import ContactKind, CustomerForm, Duplicate
from helpdesk.domain.likeness import Likened, is_possible_duplicate, name_words, similarity
from helpdesk.domain.phone import read_phone, tail
from helpdesk.domain.query import plan
from helpdesk.service.contact import is_empty, understood
from helpdesk.storage.database import Database
from helpdesk.storage.queries import customer as queries

_MOST = 8
_HOLDERS = 50
_NAMESAKES = 80
_BEGINNING = 3
_WORDS = 4


def likely(database: Database, form: CustomerForm, region: str, *, but: bytes | None = None) -> tuple[Duplicate, ...]:
    """Cards that may be the one typed, the surest first."""
    contacts = [contact for contact in form.contacts if not is_empty(contact)]
    phones = [read_phone(one.typed, region).digits for one in contacts if one.kind is ContactKind.PHONE]
    mails = [understood(one, region)[0] for one in contacts if one.kind is ContactKind.MAIL]
    typed = Likened(form.name, tuple(phones), tuple(mails), form.city)
    ids = queries.with_tails(database, [tail(phone) for phone in phones], _HOLDERS)
    ids |= queries.with_normals(database, mails, _HOLDERS)
    ids |= queries.named_like(database, _expressions(form.name), _NAMESAKES)
    ids.discard(but or b"")
    found = []
    for identity, kept in queries.likened(database, ids).items():
        reason = is_possible_duplicate(typed, kept)
        if reason is not None:
            found.append((reason.value, -similarity(typed.name, kept.name), identity, reason))
    found.sort(key=lambda one: one[:3])
    rows = queries.rows_by_id(database, [one[2] for one in found[:_MOST]])
    return tuple(Duplicate(rows[identity], reason) for _rank, _likeness, identity, reason in found[:_MOST])


def _expressions(name: str) -> list[str]:
    # From narrow to wide; all of whole words or of short beginnings, which FTS5 is quick at.
    words = tuple(word for word in name_words(name) if word.isalnum())[:_WORDS]
    if not words:
        return [reading.expression() for reading in plan(name).readings]
    if len(words) == 1:
        return [*_same_words(words), _begins(words[0], max(_BEGINNING, len(words[0]) // 2))]
    longest = sorted(words, key=len, reverse=True)[:2]
    wide = [" AND ".join(_begins(word, _BEGINNING) for word in some) for some in (words, longest)]
    return [*_same_words(words), *_with_initials(words), *wide]


def _same_words(words: tuple[str, ...]) -> list[str]:
    readings = plan(" ".join(words)).readings
    return [" AND ".join(_any(map(_quoted, spellings)) for spellings in reading.words) for reading in readings]


def _with_initials(words: tuple[str, ...]) -> list[str]:
    initials = _any(_quoted(letter) for letter in dict.fromkeys(word[0] for word in words))
    return [f"{_quoted(word)} AND {initials}" for word in words if len(word) > _BEGINNING]


def _begins(word: str, count: int) -> str:
    return _quoted(word[:count]) + "*"


def _any(terms: Iterable[str]) -> str:
    return f"({' OR '.join(terms)})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
