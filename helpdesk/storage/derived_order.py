"""What is derived of an order: stage and dates from its events, total and title from its lines, words that find it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from helpdesk.domain.event import Event, SubjectKind
from helpdesk.domain.folding import digits, index_text
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.order import OrderLine
from helpdesk.domain.order_standing import missed_first, order_standing, promised_by
from helpdesk.storage import search
from helpdesk.storage.clashes import put_clashes
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, events_of, marks
from helpdesk.storage.merging import NAMED_CUSTOMER


class OrderRules(Protocol):
    """What an order's sums are counted in."""

    @property
    def currency(self) -> str: ...


_DERIVED = [
    "stage",
    "stage_code",
    "stage_since",
    "ordered_at",
    "confirmed_on",
    "first_confirmed_on",
    "shipped_on",
    "delivered_on",
    "promised_on",
    "is_open",
    "missed_first",
    "owed_event",
    "total_minor",
    "line_count",
    "title",
]
_UPDATE = f"UPDATE customer_order SET {', '.join(f'{name} = ?' for name in _DERIVED)} WHERE alias = ?"


def derive_orders(database: Database, rules: OrderRules, ids: Iterable[bytes]) -> None:
    """Folds the histories and lines of orders into their derived columns and indexes them."""
    for part in chunks(ids):
        histories = events_of(database, part)
        lines = _lines(database, part)
        cells, words = [], []
        for alias, identity, is_hidden, number, foreign, note, requested, *names in database.rows(
            "SELECT r.alias, r.id, r.is_hidden, r.number, r.foreign_number, r.note, r.requested_on, c.name,"
            f" iif(c.id = m.id, '', m.name) FROM customer_order r {NAMED_CUSTOMER} WHERE r.id IN ({marks(part)})",
            *part,
        ):
            own = lines[bytes(identity)]
            history = histories.get(bytes(identity), [])
            requested_on = date.fromisoformat(requested) if requested else None
            cells.append((*_stage_cells(history, own, requested_on), *_line_cells(own, rules.currency), alias))
            text = "" if is_hidden else index_text(*(name or "" for name in names), note, *(line.title for line in own))
            words.append((alias, text, "" if is_hidden else f"{digits(number)} {digits(foreign)}"))
        database.many(_UPDATE, cells)
        put_clashes(database, SubjectKind.ORDER, histories, part)
        search.put(database, "customer_order", words)


def _stage_cells(history: list[Event], lines: list[OrderLine], requested_on: date | None) -> tuple[Any, ...]:
    standing = order_standing(history, {line.id: line.quantity for line in lines})
    promised = promised_by(standing, (requested_on, *(line.requested_on for line in lines)))
    return (
        standing.stage.value,
        standing.stage_code,
        milliseconds(standing.stage_since) if standing.stage_since else 0,
        milliseconds(standing.ordered_at) if standing.ordered_at else 0,
        *(
            day.isoformat() if day else None
            for day in (
                standing.confirmed_on,
                standing.first_confirmed_on,
                standing.shipped_on,
                standing.delivered_on,
                promised,
            )
        ),
        standing.is_open,
        missed_first(standing, requested_on),
        standing.owed_event,
    )


def _line_cells(lines: list[OrderLine], currency: str) -> tuple[int, int, str]:
    return sum(line.sum(currency).minor for line in lines), len(lines), lines[0].title if lines else ""


def _lines(database: Database, part: list[bytes]) -> dict[bytes, list[OrderLine]]:
    found: dict[bytes, list[OrderLine]] = defaultdict(list)
    for order, identity, title, quantity, price, discount, reduction, requested in database.rows(
        "SELECT l.\"order\", l.id, coalesce(nullif(l.title, ''), p.name, ''), l.quantity, l.price_minor, l.discount,"
        " l.reduction_minor, l.requested_on FROM order_line l LEFT JOIN product p ON p.id = l.product"
        f' WHERE l.is_hidden = 0 AND l."order" IN ({marks(part)}) ORDER BY l.position, l.alias',
        *part,
    ):
        line = OrderLine(
            title,
            Decimal(quantity),
            price,
            Decimal(discount or 0),
            id=bytes(identity),
            reduction_minor=reduction,
            requested_on=date.fromisoformat(requested) if requested else None,
        )
        found[bytes(order)].append(line)
    return found
