"""Orders as they stood at a cut-off: folded anew from the events up to it, where later ones have come since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from helpdesk.domain.identity import milliseconds
from helpdesk.domain.order_standing import OrderStanding, order_standing
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, events_of, marks

_LATER = """SELECT DISTINCT e.subject FROM chosen k JOIN event e ON e.subject = k.id
 WHERE e.is_hidden = 0 AND e.stamp >= ?"""


@contextmanager
def chosen(database: Database, ids: Iterable[bytes]) -> Iterator[None]:
    """Holds records in the temporary table `chosen`, for queries that join it, while the block runs."""
    database.execute_sql("CREATE TEMP TABLE IF NOT EXISTS chosen(id BLOB PRIMARY KEY) WITHOUT ROWID")
    database.execute_sql("DELETE FROM chosen")
    database.many("INSERT OR IGNORE INTO chosen VALUES (?)", ((identity,) for identity in ids))
    try:
        yield
    finally:
        database.execute_sql("DROP TABLE chosen")


def standings_before(database: Database, limit: int) -> dict[bytes, OrderStanding | None]:
    """Chosen orders with events from the stamp on, folded without them; None where nothing was known before."""
    changed = [bytes(row[0]) for row in database.rows(_LATER, limit)]
    found: dict[bytes, OrderStanding | None] = dict.fromkeys(changed)
    quantities = _quantities(database, changed)
    for order, history in events_of(database, changed).items():
        known = [event for event in history if event.stamp < limit]
        if known:
            found[order] = order_standing(known, quantities.get(order, {}))
    return found


def as_of(row: Any, standings: dict[bytes, OrderStanding | None]) -> Any:
    """A row of orders with its stage and days as they stood, or None where the order was not known then."""
    standing = standings[row.id]
    if standing is None or standing.ordered_at is None:
        return None
    return row._replace(
        ordered_at=milliseconds(standing.ordered_at),
        first_confirmed_on=_text(standing.first_confirmed_on),
        shipped_on=_text(standing.shipped_on),
        delivered_on=_text(standing.delivered_on),
        stage=standing.stage.value,
        stage_since=milliseconds(standing.stage_since) if standing.stage_since else 0,
    )


def _quantities(database: Database, orders: list[bytes]) -> dict[bytes, dict[bytes, Decimal]]:
    found: dict[bytes, dict[bytes, Decimal]] = {}
    for part in chunks(orders):
        for order, line, quantity in database.rows(
            f'SELECT "order", id, quantity FROM order_line WHERE is_hidden = 0 AND "order" IN ({marks(part)})', *part
        ):
            found.setdefault(bytes(order), {})[bytes(line)] = Decimal(str(quantity))
    return found


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
