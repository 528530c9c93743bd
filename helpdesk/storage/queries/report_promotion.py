"""Reads what promotions did: sales of their goods on their days, beside as many days before they began."""

from __future__ import annotations

import json
from datetime import date, timedelta

from helpdesk.domain.facts.sales import PromotionEffect
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks

_PROMOTIONS = """SELECT name, groups, products, valid_from, valid_to FROM promotion WHERE is_hidden = 0
 AND coalesce(valid_from, '0001-01-01') <= ? AND coalesce(valid_to, '9999-12-31') >= ? ORDER BY valid_from, name"""
_SOLD = """SELECT count(DISTINCT o.id), coalesce(sum(CAST(round(l.price_minor * CAST(l.quantity AS REAL)
 * (1 - CAST(l.discount AS REAL))) AS INTEGER) - coalesce(l.reduction_minor, 0)), 0)
 FROM customer_order o JOIN order_line l ON l."order" = o.id LEFT JOIN product p ON p.id = l.product
 WHERE o.is_hidden = 0 AND l.is_hidden = 0 AND o.stage <> 'cancelled' AND o.ordered_at >= ? AND o.ordered_at < ?"""


def effects(database: Database, scope: ReportScope) -> tuple[PromotionEffect, ...]:
    """Every promotion that ran in the period; one without goods of its own is about all goods."""
    period = scope.period
    found = []
    for name, groups, products, valid_from, valid_to in database.rows(
        _PROMOTIONS, period.last.isoformat(), period.first.isoformat()
    ):
        first = max(period.first, _day(valid_from) or period.first)
        last = min(period.last, _day(valid_to) or period.last)
        length = (last - first).days + 1
        began = _day(valid_from) or first
        before = Period(began - timedelta(days=length), began - timedelta(days=1))
        goods = _goods(json.loads(groups or "[]"), json.loads(products or "[]"))
        sold, sold_before = (_sold(database, scope, days, goods) for days in (Period(first, last), before))
        found.append(PromotionEffect(name, first, last, *sold, *sold_before))
    return tuple(found)


def _goods(groups: list[str], products: list[str]) -> tuple[str, list[str | bytes]]:
    conditions, values = [], []
    if groups:
        conditions.append(f'p."group" IN ({marks(groups)})')
        values.extend(groups)
    if products:
        conditions.append(f"lower(hex(p.id)) IN ({marks(products)})")
        values.extend(str(product).lower() for product in products)
    return (f" AND ({' OR '.join(conditions)})" if conditions else ""), list(values)


def _sold(
    database: Database, scope: ReportScope, days: Period, goods: tuple[str, list[str | bytes]]
) -> tuple[int, int]:
    start, end = (milliseconds(at) for at in days.bounds(scope.zone))
    row = database.row(_SOLD + goods[0], start, end, *goods[1])
    return (int(row[0]), int(row[1])) if row else (0, 0)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
