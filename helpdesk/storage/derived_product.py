"""What is derived of a product: the words and digits that find it."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.domain.folding import digits, index_text
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks


def derive_products(database: Database, ids: Iterable[bytes]) -> None:
    """Indexes products."""
    for part in chunks(ids):
        search.put(
            database,
            "product",
            [
                (alias, "", "") if is_hidden else (alias, index_text(code, name, group, description), digits(code))
                for alias, is_hidden, code, name, group, description in database.rows(
                    'SELECT alias, is_hidden, code, name, "group", description FROM product'
                    f" WHERE id IN ({marks(part)})",
                    *part,
                )
            ],
        )
