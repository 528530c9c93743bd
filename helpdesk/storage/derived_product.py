"""What is derived of a product: what is on hand of it, the words and digits that find it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from helpdesk.domain.folding import digits, index_text
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.queries.stock import SIGNED


def derive_products(database: Database, ids: Iterable[bytes]) -> None:
    """Adds up what is on hand of products and indexes them."""
    for part in chunks(ids):
        database.execute_sql(
            f"UPDATE product SET stock = (SELECT sum({SIGNED}) FROM stock_move m WHERE m.product = product.id"
            f" AND m.is_hidden = 0) WHERE id IN ({marks(part)})",
            part,
        )
        search.put(
            database,
            "product",
            [
                (alias, "", "") if is_hidden else _words(alias, *cells)
                for alias, is_hidden, *cells in database.rows(
                    'SELECT alias, is_hidden, code, name, "group", description, barcodes, characteristics FROM product'
                    f" WHERE id IN ({marks(part)})",
                    *part,
                )
            ],
        )


def _words(alias: int, *cells: str) -> tuple[int, str, str]:
    code, name, group, description, barcodes, characteristics = cells
    told = (str(part) for pair in json.loads(characteristics) for part in pair)
    return (
        alias,
        index_text(code, name, group, description, *told),
        " ".join((digits(code), *map(digits, json.loads(barcodes)))),
    )
