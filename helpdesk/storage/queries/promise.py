"""Open promises as they are shown, the nearest first."""

from __future__ import annotations

from datetime import datetime

from helpdesk.domain.customer import OpenPromise
from helpdesk.domain.identity import CustomerId, OperatorId, instant, milliseconds
from helpdesk.storage.database import Database
from helpdesk.storage.queries.customer import PHONE

_OPEN = "p.kept_at IS NULL AND p.is_hidden = 0"
_ROW = (
    "SELECT p.id, p.kind, p.what, p.due_at, p.customer, coalesce(c.name, ''),"
    f" coalesce(nullif(p.phone, ''), {PHONE}, ''), coalesce(r.number, ''), p.operator"
    " FROM promise p LEFT JOIN customer c ON c.id = p.customer LEFT JOIN request r ON r.id = p.request"
)


def open_ones(
    database: Database, *, customer: CustomerId | None = None, due_before: datetime | None = None
) -> tuple[OpenPromise, ...]:
    """Promises not kept yet, of one customer or of all."""
    conditions = [_OPEN]
    values: list[object] = []
    if customer is not None:
        conditions.append("p.customer = ?")
        values.append(customer)
    if due_before is not None:
        conditions.append("p.due_at < ?")
        values.append(milliseconds(due_before))
    return tuple(
        OpenPromise(
            bytes(identity),
            kind,
            what,
            instant(due_at),
            CustomerId(bytes(whose)) if whose else None,
            name,
            phone,
            number,
            OperatorId(bytes(operator)) if operator else None,
        )
        for identity, kind, what, due_at, whose, name, phone, number, operator in database.rows(
            f"{_ROW} WHERE {' AND '.join(conditions)} ORDER BY p.due_at, p.alias", *values
        )
    )


def count(database: Database, now: datetime) -> tuple[int, int]:
    """How many open promises are overdue, and how many callbacks are open."""
    row = database.row(
        f"SELECT coalesce(sum(p.due_at < ?), 0), coalesce(sum(p.kind = 'callback'), 0) FROM promise p WHERE {_OPEN}",
        milliseconds(now),
    )
    return (row[0], row[1]) if row else (0, 0)
