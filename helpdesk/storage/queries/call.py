"""Who may be calling: customers whose phones fit, and what each was last about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.domain.identity import InteractionId, OperatorId, milliseconds
from helpdesk.domain.phone import Phone, tail
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import group_of
from helpdesk.storage.queries.customer import OPEN

_SHORTEST = 7
_WHOLE = 10
_HOLDERS = 200
_TRIGRAM = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """A customer's phone that may be the caller's."""

    customer: bytes
    typed: str
    normal: str
    extension: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer was last about: the newest open request, else the newest open order; the last contact."""

    request: bytes | None
    number: str
    last_contact: int


def holders(database: Database, phone: Phone) -> list[Holder]:
    """Phones that may be this one: the same number, the same end, or a short one that ends a whole one."""
    found: dict[tuple[bytes, str, str], Holder] = {}
    if phone.is_possible and phone.e164:
        _add(found, database, "k.normal = ? AND k.normal <> ''", (phone.e164,))
    if phone.digits:
        ends = {phone.digits[-count:] for count in range(_SHORTEST, _WHOLE)} if len(phone.digits) > _SHORTEST else set()
        tails = sorted({tail(phone.digits), *ends}, key=len, reverse=True)
        _add(found, database, f"k.tail IN ({marks(tails)}) AND k.tail <> ''", tails)
    if _TRIGRAM <= len(phone.digits) < _WHOLE and len(phone.digits) >= _SHORTEST:
        _add(
            found,
            database,
            "coalesce(c.merged_into, c.id) IN (SELECT f.id FROM customer f WHERE f.alias IN"
            " (SELECT rowid FROM customer_digits WHERE customer_digits MATCH ? ORDER BY rowid DESC LIMIT 200))"
            " AND k.tail LIKE ?",
            (f'"{phone.digits}"', f"%{phone.digits}"),
        )
    return list(found.values())


def _add(
    found: dict[tuple[bytes, str, str], Holder], database: Database, condition: str, values: Sequence[Any]
) -> None:
    for customer, typed, normal, extension in database.rows(
        "SELECT coalesce(c.merged_into, c.id), k.typed, k.normal, k.extension"
        " FROM contact k JOIN customer c ON c.id = k.customer"
        f" WHERE {condition} AND k.kind = 'phone' AND k.is_hidden = 0 AND c.is_hidden = 0 LIMIT {_HOLDERS}",
        *values,
    ):
        holder = Holder(bytes(customer), typed, normal, extension)
        found.setdefault((holder.customer, typed, extension), holder)


def standings(database: Database, customers: Iterable[bytes]) -> dict[bytes, Standing]:
    """What each of these customers was last about."""
    return {customer: _standing(database, customer) for customer in customers}


def _standing(database: Database, customer: bytes) -> Standing:
    group = group_of(database, "customer", customer)
    those = marks(group)
    request = database.row(
        f"SELECT id, number FROM request WHERE customer IN ({those}) AND is_hidden = 0 AND merged_into IS NULL"
        f" AND {OPEN} ORDER BY alias DESC LIMIT 1",
        *group,
    )
    order = request or database.row(
        f"SELECT NULL, number FROM customer_order WHERE customer IN ({those}) AND is_hidden = 0 AND is_open = 1"
        " ORDER BY alias DESC LIMIT 1",
        *group,
    )
    last = database.row(
        f"SELECT max(coalesce((SELECT max(started_at) FROM interaction WHERE customer IN ({those})), 0),"
        f" coalesce((SELECT changed_at FROM request WHERE customer IN ({those}) AND is_hidden = 0"
        " ORDER BY alias DESC LIMIT 1), 0))",
        *group,
        *group,
    )
    return Standing(
        bytes(order[0]) if order and order[0] else None, order[1] if order else "", int(last[0]) if last else 0
    )


def unfinished(database: Database, operator: OperatorId, since: Any) -> tables.Interaction | None:
    """The operator's newest call since then that was not wrapped up."""
    row = database.row(
        "SELECT id FROM interaction WHERE started_at >= ? AND wrapped_at IS NULL AND operator = ? AND channel = 'phone'"
        " AND is_hidden = 0 ORDER BY started_at DESC LIMIT 1",
        milliseconds(since),
        operator,
    )
    if row is None:
        return None
    table = tables.Interaction
    return next(iter(table.select().where(table.id == InteractionId(bytes(row[0]))).execute(database)), None)
