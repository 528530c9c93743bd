"""What operators do with stock: move it, look what is free, settle what does not add up (S50)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.permission import Action
from helpdesk.domain.stock import Standing, StockMove, StockMoveKind, is_wrong
from helpdesk.errors import FieldMissing, QuantityWrong
from helpdesk.service.desk import Desk
from helpdesk.service.import_batch import Batch
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries import stock as queries
from helpdesk.storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class StoreStock:
    """What one store holds of a product; a move without a store counts under ""."""

    store: str
    on_hand: Decimal


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A move and when it was booked."""

    at: datetime
    move: StockMove


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A product of which more went out, or was promised, than there is."""

    product: ProductId
    name: str
    standing: Standing


def add_move(unit: UnitOfWork, move: StockMove) -> bytes:
    """Appends a move inside a transaction and answers its identity. Raises QuantityWrong."""
    if is_wrong(move):
        raise QuantityWrong(format(move.quantity, "f"))
    row = unit.add(
        tables.StockMove,
        product=move.product,
        kind=move.kind.value,
        quantity=move.quantity,
        store=move.store,
        order=move.order,
        until=move.until,
        text=move.text.strip(),
        about=move.about,
        operator=move.operator or None,
        occurred_at=unit.now,
        stamp=unit.stamp(),
    )
    return bytes(row.id)


def standing(database: Database, product: bytes, today: date) -> Standing:
    """What is on hand, reserved, expected and free of a product."""
    return queries.standings(database, [product], today)[product]


def standings(desk: Desk, actor: OperatorId, products: Iterable[ProductId]) -> dict[ProductId, Standing]:
    """What is there today of each product."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.standings(database, products, today_of(desk))
    return {ProductId(product): known for product, known in found.items()}


def move(desk: Desk, actor: OperatorId, moved: StockMove) -> Changes:
    """Books one move by hand; a correction says why. Raises QuantityWrong, FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if moved.kind is StockMoveKind.CORRECTION and not moved.text.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        add_move(unit, replace(moved, operator=actor))
    return unit.changes


def count(unit: UnitOfWork, product: bytes, told: Decimal, text: str = "") -> bytes | None:
    """Brings what is on hand in line with a count or another program; None where it was right already."""
    known = queries.standings(unit.database, [product], unit.now.date())[product]
    difference = told - known.on_hand
    if not difference:
        return None
    return add_move(unit, StockMove(ProductId(product), StockMoveKind.CORRECTION, difference, text=text))


def put_count(batch: Batch, product: bytes, told: Decimal, at: datetime | None = None) -> None:
    """Gathers what another program counted of a new product."""
    if told:
        batch.put(
            tables.StockMove,
            at,
            product=product,
            kind=StockMoveKind.CORRECTION.value,
            quantity=told,
            text=batch.source,
            occurred_at=at or batch.unit.now,
            stamp=batch.unit.stamp(),
        )


def stores_of(desk: Desk, actor: OperatorId, product: ProductId) -> tuple[StoreStock, ...]:
    """What each store holds of a product."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return tuple(StoreStock(name, held) for name, held in queries.by_store(database, product))


def stores(desk: Desk, actor: OperatorId) -> tuple[str, ...]:
    """The names of all stores."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        rows = database.rows("SELECT name FROM store WHERE is_hidden = 0 ORDER BY position, name")
    return tuple(row[0] for row in rows)


def move_in(desk: Desk, actor: OperatorId, moved: StockMove, store: str) -> Changes:
    """Books a move in the store of a name, which is made where nobody knew it. Raises QuantityWrong, FieldMissing."""
    with desk.reading() as database:
        row = database.row("SELECT id FROM store WHERE name = ? AND is_hidden = 0", store.strip())
    if not store.strip():
        return move(desk, actor, moved)
    return move(desk, actor, replace(moved, store=bytes(row[0]) if row else add_store(desk, actor, store)))


def add_store(desk: Desk, actor: OperatorId, name: str) -> bytes:
    """Adds a store under a name. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not name.strip():
        raise FieldMissing("name")
    with desk.work() as unit:
        return bytes(unit.add(tables.Store, name=name.strip()).id)


def to_be_settled(desk: Desk, actor: OperatorId) -> tuple[Unsettled, ...]:
    """Products below zero, on hand or in what was promised, worst first."""
    ask(desk, actor, Action.SEE)
    today = today_of(desk)
    with desk.reading() as database:
        below = {bytes(row[0]) for row in database.rows("SELECT id FROM product WHERE stock < 0")}
        known = queries.standings(database, below | set(queries.promised_products(database, today)), today)
        wrong = [(product, found) for product, found in known.items() if found.is_to_be_settled]
        names = {
            product: row[0]
            for product, _found in wrong
            if (row := database.row("SELECT name FROM product WHERE id = ?", product))
        }
    found = [Unsettled(ProductId(product), names.get(product, ""), known) for product, known in wrong]
    return tuple(sorted(found, key=_worst))


def today_of(desk: Desk) -> date:
    """The day where the company is."""
    return desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date()


def _worst(found: Unsettled) -> tuple[Decimal, str]:
    return found.standing.free, found.name
