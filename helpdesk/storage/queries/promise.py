"""Open promises as they are shown, the nearest first."""

from __future__ import annotations

from datetime import datetime

from helpdesk.domain.customer import OpenPromise
from helpdesk.domain.identity import CustomerId, OperatorId, instant, milliseconds
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import NAMED_CUSTOMER, group_of
from helpdesk.storage.queries.customer import PHONE

_OPEN = "r.kept_at IS NULL AND r.is_hidden = 0"
_ROW = (
    "SELECT r.id, r.kind, r.what, r.due_at, coalesce(c.id, r.customer), coalesce(c.name, ''),"
    f" coalesce(nullif(r.phone, ''), {PHONE}, ''), coalesce(q.number, ''), r.operator"
    f" FROM promise r {NAMED_CUSTOMER} LEFT JOIN request q ON q.id = r.request"
)


def open_ones(
    database: Database, *, customer: CustomerId | None = None, due_before: datetime | None = None
) -> tuple[OpenPromise, ...]:
    """Promises not kept yet, of one customer or of all."""
    conditions = [_OPEN]
    values: list[object] = []
    if customer is not None:
        group = group_of(database, "customer", customer)
        conditions.append(f"r.customer IN ({marks(group)})")
        values += group
    if due_before is not None:
        conditions.append("r.due_at < ?")
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
            f"{_ROW} WHERE {' AND '.join(conditions)} ORDER BY r.due_at, r.alias", *values
        )
    )


def count(database: Database, now: datetime) -> tuple[int, int]:
    """How many open promises are overdue, and how many callbacks are open."""
    row = database.row(
        f"SELECT coalesce(sum(r.due_at < ?), 0), coalesce(sum(r.kind = 'callback'), 0) FROM promise r WHERE {_OPEN}",
        milliseconds(now),
    )
    return (row[0], row[1]) if row else (0, 0)
