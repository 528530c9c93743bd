"""Reads sales: orders with their lines and discounts, the way from quote to payment, promotions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.sales import Band, SalesFacts, Seller
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.money import Money, line_total
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import report_paper, report_promotion

BANDS = (Decimal(0), Decimal("0.05"), Decimal("0.1"), Decimal("0.2"))
MOST_PRODUCTS = 20
_ORDERS = """FROM customer_order o WHERE o.is_hidden = 0 AND o.stage <> 'cancelled'
 AND o.ordered_at >= ?1 AND o.ordered_at < ?2 AND (?3 IS NULL OR EXISTS (SELECT 1 FROM event e
 WHERE e.subject = o.id AND e.kind = 'created' AND e.operator = ?3))"""
_LINES = f"""SELECT o.alias, coalesce(nullif(l.title, ''), p.name, ''), l.quantity, l.price_minor, l.discount,
 l.reduction_minor FROM order_line l JOIN (SELECT o.id, o.alias {_ORDERS}) o ON o.id = l."order"
 LEFT JOIN product p ON p.id = l.product WHERE l.is_hidden = 0"""
_SELLERS = f"""SELECT o.alias, coalesce((SELECT coalesce(w.name, nullif(e.author, ''), '') FROM event e
 LEFT JOIN operator w ON w.id = e.operator WHERE e.subject = o.id AND e.kind = 'created' LIMIT 1), '') {_ORDERS}"""


class _Line(NamedTuple):
    order: int
    title: str
    gross_minor: int
    net_minor: int

    @property
    def share_off(self) -> Decimal:
        """How much was taken off, as a share of one."""
        return 1 - Decimal(self.net_minor) / self.gross_minor if self.gross_minor else Decimal(0)


def facts(database: Database, scope: ReportScope) -> SalesFacts:
    """What was offered, ordered, invoiced and paid in the period."""
    lines = _lines(database, scope)
    orders, net = _orders(database, scope, scope.period)
    orders_before, net_before = _orders(database, scope, scope.period.before)
    funnel, declined = report_paper.funnel(database, scope)
    return SalesFacts(
        funnel=funnel,
        papers=report_paper.papers(database, scope),
        bands=_bands(lines),
        sellers=_sellers(database, scope, lines),
        products=_products(lines),
        promotions=report_promotion.effects(database, scope),
        orders=orders,
        net_minor=net,
        gross_minor=sum(line.gross_minor for line in lines),
        orders_before=orders_before,
        net_before_minor=net_before,
        declined=declined,
        currency=scope.currency,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The orders of the period, the oldest first."""
    sql = f"SELECT o.alias {_ORDERS} ORDER BY o.ordered_at, o.alias"
    return [row[0] for row in database.rows(sql, *_values(scope, scope.period))]


def _values(scope: ReportScope, period: Period) -> tuple[Any, ...]:
    start, end = (milliseconds(at) for at in period.bounds(scope.zone))
    return start, min(end, milliseconds(scope.as_of) + 1), scope.filters.owner


def _orders(database: Database, scope: ReportScope, period: Period) -> tuple[int, int]:
    sql = f"SELECT count(*), coalesce(sum(o.total_minor), 0) {_ORDERS}"
    row = database.row(sql, *_values(scope, period))
    return (int(row[0]), int(row[1])) if row else (0, 0)


def _lines(database: Database, scope: ReportScope) -> list[_Line]:
    found = []
    for order, title, quantity, price, discount, reduction in database.rows(_LINES, *_values(scope, scope.period)):
        amount, full = Decimal(str(quantity)), Money(price, scope.currency)
        net = line_total(full, amount, Decimal(str(discount or 0))).minor - (reduction or 0)
        found.append(_Line(order, title, line_total(full, amount).minor, net))
    return found


def _bands(lines: Iterable[_Line]) -> tuple[Band, ...]:
    found: dict[Decimal | None, list[_Line]] = {bound: [] for bound in (*BANDS, None)}
    for line in lines:
        found[next((bound for bound in BANDS if line.share_off <= bound), None)].append(line)
    return tuple(
        Band(bound, len(own), sum(line.gross_minor for line in own), sum(line.net_minor for line in own))
        for bound, own in found.items()
    )


def _sellers(database: Database, scope: ReportScope, lines: Iterable[_Line]) -> tuple[Seller, ...]:
    names = dict(database.rows(_SELLERS, *_values(scope, scope.period)))
    orders = Counter(names.values())
    gross: Counter[str] = Counter()
    net: Counter[str] = Counter()
    for line in lines:
        gross[names.get(line.order, "")] += line.gross_minor
        net[names.get(line.order, "")] += line.net_minor
    found = [Seller(name, count, gross[name], net[name]) for name, count in orders.items()]
    return tuple(sorted(found, key=_best))


def _best(seller: Seller) -> tuple[int, str]:
    return -seller.net_minor, seller.name


def _products(lines: Iterable[_Line]) -> tuple[tuple[str, int, int], ...]:
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for line in lines:
        counts[line.title] += 1
        sums[line.title] += line.net_minor
    best = sorted(sums, key=lambda title: (-sums[title], title))[:MOST_PRODUCTS]
    return tuple((title, counts[title], sums[title]) for title in best)
