"""Cards that may be one customer: few are fetched by phone, mail and name, then each is likened (S80)."""

from __future__ import annotations

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


def likely(database: Database, form: CustomerForm, region: str, *, but: bytes | None = None) -> tuple[Duplicate, ...]:
    """Cards that may be the one typed, the surest first."""
    contacts = [contact for contact in form.contacts if not is_empty(contact)]
    phones = [read_phone(one.typed, region).digits for one in contacts if one.kind is ContactKind.PHONE]
    mails = [understood(one, region)[0] for one in contacts if one.kind is ContactKind.MAIL]
    typed = Likened(form.name, tuple(phones), tuple(mails), form.city)
    ids = queries.with_tails(database, [tail(phone) for phone in phones], _HOLDERS)
    ids |= queries.with_normals(database, mails, _HOLDERS)
    words = name_words(form.name)
    if words:
        ids |= queries.named_like(database, plan(" ".join(words)), _beginnings(words), _NAMESAKES)
    ids.discard(but or b"")
    found = []
    for identity, kept in queries.likened(database, ids).items():
        reason = is_possible_duplicate(typed, kept)
        if reason is not None:
            found.append((reason.value, -similarity(typed.name, kept.name), identity, reason))
    found.sort(key=lambda one: one[:3])
    rows = queries.rows_by_id(database, [one[2] for one in found[:_MOST]])
    return tuple(Duplicate(rows[identity], reason) for _rank, _likeness, identity, reason in found[:_MOST])


def _beginnings(words: tuple[str, ...]) -> list[str]:
    # A slip of the finger is rarely in the first letters: the two longest words must begin alike, or the one there is.
    longest = sorted((word for word in words if word.isalnum()), key=len, reverse=True)[:2]
    if not longest:
        return []
    if len(longest) == 1 or len(longest[1]) < 2:
        return [_begins(longest[0], max(_BEGINNING, len(longest[0]) // 2))]
    return [" AND ".join(_begins(word, _BEGINNING) for word in longest)]


def _begins(word: str, count: int) -> str:
    return f'"{word[:count]}"*'
