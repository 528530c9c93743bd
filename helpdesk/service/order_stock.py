"""What steps of an order move in stock: goods that leave, that come back, that are kept for the customer no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from helpdesk.domain.identity import OperatorId, OrderId, ProductId
from helpdesk.domain.order import OrderLine
from helpdesk.domain.order_standing import order_standing
from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.service.stock import add_move
from helpdesk.storage import tables
from helpdesk.storage.events import events_of
from helpdesk.storage.queries import order as queries
from helpdesk.storage.unit import UnitOfWork

HELD_FOR = timedelta(days=14)
"""How long beyond the day wanted goods are kept for an order; then they free themselves."""


def reserve(unit: UnitOfWork, actor: OperatorId, order: OrderId, today: date) -> None:
    """Keeps what an order needs and has not left yet; where there is too little, it is seen as to be settled."""
    shipped = _shipped(unit, order)
    row = unit.get(tables.Order, order)
    for line in queries.lines(unit.database, order):
        wanted = line.quantity - shipped.get(line.id, Decimal(0))
        if line.product is not None and wanted > 0 and _is_kept(unit, line.product):
            until = max(line.requested_on or row.requested_on or today, today) + HELD_FOR
            kept = StockMove(line.product, StockMoveKind.RESERVATION, wanted, order=order, until=until, operator=actor)
            add_move(unit, kept)


def _shipped(unit: UnitOfWork, order: OrderId) -> dict[bytes, Decimal]:
    ordered = {line.id: line.quantity for line in queries.lines(unit.database, order)}
    standing = order_standing(events_of(unit.database, [order]).get(order, []), ordered)
    return {line: way.shipped for line, way in standing.lines.items()}


def issue(unit: UnitOfWork, actor: OperatorId, order: OrderId, parts: Mapping[bytes, Decimal]) -> None:
    """Books what left for the customer; it uses up what was reserved for the order."""
    _move(unit, actor, order, parts, StockMoveKind.ISSUE)


def take_back(unit: UnitOfWork, actor: OperatorId, order: OrderId, parts: Mapping[bytes, Decimal]) -> None:
    """Books what came back from the customer."""
    _move(unit, actor, order, parts, StockMoveKind.RETURN)


def release(unit: UnitOfWork, actor: OperatorId, order: OrderId) -> None:
    """Frees what is reserved for an order that will not leave."""
    reserved = unit.database.rows(
        'SELECT DISTINCT product FROM stock_move WHERE "order" = ? AND kind = ? AND is_hidden = 0',
        order,
        StockMoveKind.RESERVATION.value,
    )
    wanted = {bytes(row[0]) for row in reserved}
    for line in queries.lines(unit.database, order):
        if line.product in wanted:
            _book(unit, actor, order, (line, line.quantity), StockMoveKind.RELEASE)


def set_aside(unit: UnitOfWork, actor: OperatorId, line: OrderLine, amount: Decimal, why: str) -> None:
    """Takes what came back broken out of what can be sold."""
    if line.product is not None and _is_kept(unit, line.product):
        add_move(unit, StockMove(line.product, StockMoveKind.CORRECTION, -amount, text=why, operator=actor))


def _move(
    unit: UnitOfWork, actor: OperatorId, order: OrderId, parts: Mapping[bytes, Decimal], kind: StockMoveKind
) -> None:
    for line in queries.lines(unit.database, order):
        amount = parts.get(line.id, Decimal(0))
        if amount > 0:
            _book(unit, actor, order, (line, amount), kind)


def _book(
    unit: UnitOfWork, actor: OperatorId, order: OrderId, moved: tuple[OrderLine, Decimal], kind: StockMoveKind
) -> None:
    line, amount = moved
    if line.product is not None and _is_kept(unit, line.product):
        add_move(unit, StockMove(line.product, kind, amount, order=order, operator=actor))


def _is_kept(unit: UnitOfWork, product: ProductId) -> bool:
    # Services, and goods whose stock nobody counts, move nothing: a first issue would only make them fall below zero.
    row = unit.database.row("SELECT 1 FROM stock_move WHERE product = ? AND is_hidden = 0 LIMIT 1", product)
    return row is not None
