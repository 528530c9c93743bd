"""The read side of promotions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from helpdesk.domain.identity import ProductId
from helpdesk.domain.promotion import Promotion, PromotionKind
from helpdesk.storage.database import Database
from helpdesk.storage.fields import quantity_of
from helpdesk.storage.queries.price import day_of


def promotions(database: Database) -> tuple[Promotion, ...]:
    """Every promotion that was not withdrawn, by name."""
    rows = database.rows(
        "SELECT name, kind, groups, products, valid_from, valid_to, share, amount_minor, threshold_minor, quantity,"
        " gift, is_stackable, id FROM promotion WHERE is_hidden = 0 ORDER BY name"
    )
    return tuple(map(_promotion, rows))


def _promotion(row: Sequence[Any]) -> Promotion:
    name, kind, groups, products, first, last, share, amount, threshold, count, gift, is_stackable, identity = row
    return Promotion(
        name=name,
        kind=PromotionKind(kind),
        groups=tuple(json.loads(groups)),
        products=tuple(ProductId(bytes.fromhex(one)) for one in json.loads(products)),
        valid_from=day_of(first),
        valid_to=day_of(last),
        share=None if share is None else Decimal(share),
        amount_minor=amount,
        threshold_minor=threshold,
        quantity=None if count is None else quantity_of(count),
        gift=ProductId(bytes(gift)) if gift else None,
        is_stackable=bool(is_stackable),
        id=bytes(identity),
    )
