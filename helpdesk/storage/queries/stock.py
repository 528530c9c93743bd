"""The read side of the stock ledger: sums are added up by the database, reservations folded in their order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from helpdesk.domain.identity import OperatorId, OrderId, ProductId
from helpdesk.domain.stock import ON_HAND, Standing, StockMove, StockMoveKind, expected, reserved
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.fields import quantity_of

_COLUMNS = 'product, kind, quantity, store, "order", until, text, about, operator, id'
_CASES = " ".join(f"WHEN '{kind.value}' THEN {sign}" for kind, sign in ON_HAND.items())
SIGNED = f"quantity * CASE kind {_CASES} ELSE 0 END"
_LIVE = "kind = 'reservation' AND (until IS NULL OR until >= ?)"
_TIME = "ORDER BY occurred_at, stamp, id"


def standings(database: Database, products: Iterable[bytes], today: date) -> dict[bytes, Standing]:
    """What is there of each product; one without any move is not kept in stock."""
    found: dict[bytes, Standing] = {}
    for part in chunks(products):
        sums = _sums(database, part)
        held = _moves(database, part, f"({_reserving(part)})", *part, today.isoformat())
        awaited = _moves(database, part, "(kind = 'expected' OR about IS NOT NULL)")
        for product in part:
            count, due = expected(awaited.get(product, []))
            found[product] = Standing(
                sums.get(product, Decimal(0)),
                reserved(held.get(product, []), today),
                count,
                due,
                is_kept=product in sums,
            )
    return found


def by_store(database: Database, product: bytes) -> list[tuple[str, Decimal]]:
    """What is on hand in each store, the nameless rest under ""."""
    return [
        (name or "", quantity_of(count or 0))
        for name, count in database.rows(
            f"SELECT s.name, sum({SIGNED}) FROM stock_move m LEFT JOIN store s ON s.id = m.store"
            " WHERE m.product = ? AND m.is_hidden = 0 GROUP BY s.id ORDER BY s.position, s.name",
            product,
        )
    ]


def ledger(database: Database, product: bytes, limit: int = 200) -> list[tuple[int, StockMove]]:
    """The newest moves of a product, each with its instant in milliseconds."""
    return [
        (row[0], move_of(row[1:]))
        for row in database.rows(
            f"SELECT occurred_at, {_COLUMNS} FROM stock_move WHERE product = ? AND is_hidden = 0"
            " ORDER BY occurred_at DESC, stamp DESC LIMIT ?",
            product,
            limit,
        )
    ]


def days_from(first: date, count: int) -> tuple[date, ...]:
    """So many days in a row."""
    return tuple(first + timedelta(days=at) for at in range(count))


def by_day(
    database: Database, product: bytes, first: date, count: int
) -> tuple[dict[date, Decimal], dict[date, Decimal]]:
    """Of a service: what is taken of each day by reservations, and by how much its capacity was moved."""
    taken: dict[date, Decimal] = defaultdict(lambda: Decimal(0))
    moved: dict[date, Decimal] = defaultdict(lambda: Decimal(0))
    for kind, until, quantity in database.rows(
        "SELECT kind, until, quantity FROM stock_move WHERE product = ? AND until BETWEEN ? AND ? AND is_hidden = 0"
        " AND kind IN ('reservation', 'release', 'correction')",
        product,
        first.isoformat(),
        (first + timedelta(days=count)).isoformat(),
    ):
        into = moved if kind == "correction" else taken
        into[date.fromisoformat(until)] += quantity_of(quantity) * (-1 if kind == "release" else 1)
    return taken, moved


def promised_products(database: Database, today: date) -> list[bytes]:
    """Products of which something is reserved today."""
    return [
        bytes(row[0])
        for row in database.rows(
            f"SELECT DISTINCT product FROM stock_move WHERE {_LIVE} AND is_hidden = 0", today.isoformat()
        )
    ]


def move_of(row: Sequence[Any]) -> StockMove:
    """A row of the ledger as the domain sees it."""
    product, kind, quantity, store, order, until, text, about, operator, identity = row
    return StockMove(
        ProductId(bytes(product)),
        StockMoveKind(kind),
        quantity_of(quantity),
        store,
        OrderId(bytes(order)) if order else None,
        date.fromisoformat(until) if until else None,
        text,
        bytes(about) if about else None,
        OperatorId(bytes(operator)) if operator else None,
        bytes(identity),
    )


def _sums(database: Database, part: list[bytes]) -> dict[bytes, Decimal]:
    return {
        bytes(product): quantity_of(total or 0)
        for product, total in database.rows(
            f"SELECT product, sum({SIGNED}) FROM stock_move WHERE product IN ({marks(part)}) AND is_hidden = 0"
            " GROUP BY product",
            *part,
        )
    }


def _reserving(part: list[bytes]) -> str:
    # Issues by the hundred thousand are passed over: only orders that hold a live reservation are folded.
    live = f"SELECT product, coalesce(\"order\", x'') FROM stock_move WHERE product IN ({marks(part)}) AND {_LIVE}"
    return f"kind IN ('reservation', 'release', 'issue') AND (product, coalesce(\"order\", x'')) IN ({live})"


def _moves(database: Database, part: list[bytes], condition: str, *values: Any) -> dict[bytes, list[StockMove]]:
    found: dict[bytes, list[StockMove]] = defaultdict(list)
    for row in database.rows(
        f"SELECT {_COLUMNS} FROM stock_move WHERE product IN ({marks(part)}) AND {condition} AND is_hidden = 0 {_TIME}",
        *part,
        *values,
    ):
        found[bytes(row[0])].append(move_of(row))
    return found
