"""The read side of what has to be settled: clashes, numbers spoken twice, and who settled what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks


class Side(NamedTuple):
    """What one of the two did: who, which state or whom it was given to, and when (milliseconds)."""

    who: str
    state: str
    owner: str
    at: int


class ClashRow(NamedTuple):
    """A clash with both its sides and the record's number."""

    kind: str
    subject_kind: str
    subject: bytes
    key: str
    number: str
    title: str
    first: Side
    second: Side


_SIDE = "(SELECT name FROM operator WHERE id = {0}.operator), {0}.author, {0}.state,"
_SIDE += " (SELECT name FROM operator WHERE id = {0}.owner), {0}.occurred_at"
_CLASHES = (
    "SELECT k.kind, k.subject_kind, k.subject, k.first, k.second, coalesce(r.number, o.number, ''),"
    f" coalesce(r.subject, o.title, ''), {_SIDE.format('a')}, {_SIDE.format('b')} FROM clash k"
    " JOIN event a ON a.id = k.first JOIN event b ON b.id = k.second"
    " LEFT JOIN request r ON r.id = k.subject LEFT JOIN customer_order o ON o.id = k.subject"
    " ORDER BY b.occurred_at DESC LIMIT ?"
)


def clashes(database: Database, limit: int = 500) -> list[ClashRow]:
    """Every clash that was found, settled or not, the newest first."""
    return [
        ClashRow(kind, about, bytes(subject), key_of(kind, first, second), number, title, _side(side), _side(side[5:]))
        for kind, about, subject, first, second, number, title, *side in database.rows(_CLASHES, limit)
    ]


def key_of(kind: str, *parts: bytes | str) -> str:
    """What names a matter at every station."""
    return ":".join((kind, *(part.hex() if isinstance(part, bytes) else part for part in parts)))


def settled(database: Database, matters: Iterable[str]) -> set[str]:
    """Those of the matters that somebody settled."""
    return {
        row[0]
        for part in chunks(matters)
        for row in database.rows(
            f"SELECT matter FROM settlement WHERE is_hidden = 0 AND matter IN ({marks(part)})", *part
        )
    }


def numbers_spoken_twice(database: Database) -> list[tuple[str, str, tuple[bytes, ...]]]:
    """Numbers under which several records stand because two stations claimed one prefix: table, number, records."""
    found = []
    for (prefix,) in database.rows(
        "SELECT number FROM number_claim WHERE is_hidden = 0 GROUP BY number HAVING count(DISTINCT station) > 1"
    ):
        for table in ("request", "customer_order"):
            for number, ids in database.rows(
                f"SELECT number, group_concat(hex(id)) FROM {table} WHERE number >= ? AND number < ?"
                " GROUP BY number HAVING count(*) > 1 LIMIT 50",
                f"{prefix}-",
                f"{prefix}.",
            ):
                found.append((table, number, tuple(sorted(map(bytes.fromhex, ids.split(","))))))
    return found


def _side(cells: list[object]) -> Side:
    name, author, state, owner, at = cells[:5]
    assert isinstance(at, int)
    return Side(str(name or author or ""), str(state or ""), str(owner or ""), at)
