"""The read side of products."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from helpdesk.domain.identity import ProductId
from helpdesk.domain.product import Product, ProductKind
from helpdesk.domain.query import plan
from helpdesk.errors import RecordMissing
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.fields import quantity_of

_COLUMNS = (
    'r.id, r.code, r.name, r."group", r.unit, r.price_minor, r.stock, r.description, r.is_discontinued, r.kind, r.vat,'
    " r.characteristics, r.barcodes, r.pictures, r.goes_with, r.replaces, r.terms, r.capacity"
)


def find(database: Database, text: str, limit: int, *, group: str = "") -> tuple[Product, ...]:
    """Products that answer a text, those still sold first; without a text the first by name."""
    of_group = (' AND r."group" = ?', (group,)) if group else ("", ())
    wanted = plan(text)
    if wanted.is_empty:
        where = f"r.is_hidden = 0{of_group[0]}"
        sql = f"SELECT {_COLUMNS} FROM product r WHERE {where} ORDER BY r.is_discontinued, r.name LIMIT ?"
        return tuple(map(_product, database.rows(sql, *of_group[1], limit)))
    coded = [
        row[0] for row in database.rows("SELECT alias FROM product r WHERE code = ? AND is_hidden = 0", text.strip())
    ]
    matching = search.matching(database, "product", wanted, limit=limit, condition="r.is_hidden = 0")
    aliases = list(dict.fromkeys((*coded, *matching)))[:limit]
    sql = f"SELECT {_COLUMNS}, r.alias FROM product r WHERE r.alias IN ({marks(aliases)}){of_group[0]}"
    found = {row[-1]: _product(row[:-1]) for row in database.rows(sql, *aliases, *of_group[1])}
    ranked = [found[alias] for alias in aliases if alias in found]
    return tuple(sorted(ranked, key=lambda product: product.is_discontinued))


def products(database: Database, ids: Sequence[ProductId]) -> tuple[Product, ...]:
    """The products under identities that are there, in that order."""
    sql = f"SELECT {_COLUMNS} FROM product r WHERE r.id IN ({marks(ids)}) AND r.is_hidden = 0"
    found = {product.id: product for product in map(_product, database.rows(sql, *ids))}
    return tuple(found[identity] for identity in ids if identity in found)


def groups(database: Database) -> tuple[str, ...]:
    """The names of groups that products stand in."""
    sql = 'SELECT DISTINCT "group" FROM product WHERE is_hidden = 0 AND "group" <> \'\' ORDER BY 1'
    return tuple(row[0] for row in database.rows(sql))


def replacing(database: Database, identity: ProductId) -> tuple[ProductId, ...]:
    """Products that say that they replace this one."""
    rows = database.rows(
        "SELECT id FROM product WHERE replaces LIKE ? AND is_hidden = 0 ORDER BY name", f'%"{identity.hex()}"%'
    )
    return tuple(ProductId(bytes(row[0])) for row in rows)


def product(database: Database, identity: ProductId) -> Product:
    """The product under an identity. Raises RecordMissing."""
    row = database.row(f"SELECT {_COLUMNS} FROM product r WHERE r.id = ?", identity)
    if row is None:
        raise RecordMissing("product", identity.hex()[:8])
    return _product(row)


def _product(row: tuple[Any, ...]) -> Product:
    identity, code, name, group, unit, price, stock, description, is_discontinued = row[:9]
    kind, vat, characteristics, barcodes, pictures, goes_with, replaces, terms, capacity = row[9:]
    return Product(
        ProductId(bytes(identity)),
        code,
        name,
        group,
        unit,
        price,
        quantity_of(stock) if stock is not None else None,
        description,
        bool(is_discontinued),
        ProductKind(kind),
        vat,
        tuple((str(name), str(value)) for name, value in json.loads(characteristics)),
        tuple(json.loads(barcodes)),
        tuple(json.loads(pictures)),
        _products(goes_with),
        _products(replaces),
        json.loads(terms),
        quantity_of(capacity) if capacity is not None else None,
    )


def _products(listed: str) -> tuple[ProductId, ...]:
    return tuple(ProductId(bytes.fromhex(identity)) for identity in json.loads(listed))
