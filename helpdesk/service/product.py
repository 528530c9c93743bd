"""What operators do with products: look them up, write them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.permission import Action
from helpdesk.domain.product import Product
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.stock import count
from helpdesk.storage import tables
from helpdesk.storage.queries import product as queries

CELLS = frozenset(
    (
        *("code", "name", "group", "unit", "price_minor", "stock", "description", "is_discontinued", "kind", "vat"),
        *("characteristics", "barcodes", "pictures", "goes_with", "replaces", "terms", "capacity"),
    )
)


@dataclass(frozen=True, slots=True)
class SavedProduct:
    """A product that was written: its identity, what was touched."""

    id: ProductId
    changes: Changes


def search(desk: Desk, actor: OperatorId, text: str, limit: int = 20) -> tuple[Product, ...]:
    """Products that answer a text, those still sold first."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.find(database, text, limit)


def card(desk: Desk, actor: OperatorId, product: ProductId) -> Product:
    """One product. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.product(database, product)


def save(desk: Desk, actor: OperatorId, *, id: ProductId | None = None, **cells: Any) -> SavedProduct:
    """Writes a new product, or the given cells of one (`stock`: as counted). Raises FieldMissing, RecordMissing."""
    ask(desk, actor, Action.WRITE)
    if unknown := set(cells) - CELLS:
        raise ValueError(f"not cells of a product: {sorted(unknown)}")
    if not str(cells.get("name", "" if id is None else "-")).strip():
        raise FieldMissing("name")
    told = cells.pop("stock", None)
    with desk.work() as unit:
        if id is None:
            row = unit.add(tables.Product, **cells)
        else:
            row = unit.get(tables.Product, id)
            unit.change(row, **cells)
        if told is not None:
            count(unit, row.id, told)
    return SavedProduct(ProductId(row.id), unit.changes)
