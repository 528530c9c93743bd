"""The tables of order fulfilment: by month, by carrier, by reason, and every promise broken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from statistics import median

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.fulfilment import FulfilmentFacts, OrderCourse, Verdict
from helpdesk.domain.money import Money
from helpdesk.domain.order import OrderStage
from helpdesk.report.content import Column, Row, Table
from helpdesk.report.fulfilment_figures import Cohorts, by_reason, reason_of, share
from helpdesk.report.notation import Notation
from helpdesk.words import _
from helpdesk.words.terms import title

SHARE_LEAST = 5


def months(now: Cohorts, facts: FulfilmentFacts, notation: Notation) -> Table:
    """What was registered and what was promised, month by month."""
    rows: list[Row] = []
    for first in month_starts(facts.first, facts.last):
        registered = [order for order in now.registered if _is_in_month(order.ordered_on, first)]
        judged = [pair for pair in now.judged if pair[0].promised_on and _is_in_month(pair[0].promised_on, first)]
        rows.append(
            (
                notation.month(first),
                len(registered),
                _net(registered, facts.currency),
                sum(order.is_shipped_late for order in registered),
                sum(order.is_unshipped for order in registered),
                *_kept(judged),
            )
        )
    columns = (
        Column(name="month", title=_("Month"), weight=30),
        Column(name="orders", title=_("Orders registered"), kind="number", weight=18),
        Column(name="net", title=_("Net, {currency}").format(currency=facts.currency), kind="money", weight=28),
        Column(name="shipped_late", title=_("Shipped late"), kind="number", weight=18),
        Column(name="not_shipped", title=_("Not shipped"), kind="number", weight=18),
        *_kept_columns(),
    )
    total: Row = (
        _("Total"),
        len(now.registered),
        now.net,
        sum(order.is_shipped_late for order in now.registered),
        sum(order.is_unshipped for order in now.registered),
        *_kept(now.judged),
    )
    return Table(name="months", title=_("By month"), columns=columns, rows=rows, total=total)


def carriers(now: Cohorts, facts: FulfilmentFacts) -> Table:
    """Promises by carrier, the busiest first."""
    found: dict[str, list[tuple[OrderCourse, Verdict]]] = {}
    for order, verdict in now.judged:
        found.setdefault(order.carrier, []).append((order, verdict))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    rows: list[Row] = [(carrier or _("no carrier noted"), *_kept(judged), _days(judged)) for carrier, judged in ordered]
    columns = (
        Column(name="carrier", title=_("Carrier"), weight=60),
        *_kept_columns(),
        Column(name="median_days", title=_("Days to shipping, median"), kind="number", weight=22, decimals=1),
    )
    drills = tuple(Drill("order", "promised", (("carrier", carrier),)) for carrier, _judged in ordered)
    return Table(name="carriers", title=_("By carrier"), columns=columns, rows=rows, drills=drills)


def reasons(now: Cohorts) -> Table:
    """Broken promises by reason, the commonest first."""
    total = len(now.missed)
    columns = (
        Column(name="reason", title=_("Reason"), weight=120, lines=2),
        Column(name="orders", title=_("Orders"), kind="number", weight=20),
        Column(name="share", title=_("Share"), kind="percent", weight=20, decimals=1),
    )
    rows: list[Row] = [(reason, count, share(count, total)) for reason, count in by_reason(now)]
    return Table(name="reasons", title=_("Broken promises by reason"), columns=columns, rows=rows)


def misses(now: Cohorts, facts: FulfilmentFacts) -> Table:
    """Every broken promise, the oldest first."""
    stages = {stage.value: title(stage) for stage in OrderStage}
    ordered = sorted(now.missed, key=_promise)
    rows: list[Row] = [
        (
            order.number,
            order.customer or None,
            order.carrier or None,
            order.ordered_on,
            order.promised_on,
            order.shipped_on,
            order.delivered_on,
            stages.get(order.stage, order.stage),
            _late_days(order, facts.today),
            reason_of(order, verdict),
        )
        for order, verdict in ordered
    ]
    columns = (
        Column(name="number", title=_("Number"), weight=18),
        Column(name="customer", title=_("Customer"), weight=40, lines=2),
        Column(name="carrier", title=_("Carrier"), weight=22),
        Column(name="ordered_on", title=_("Ordered"), kind="date", weight=18),
        Column(name="promised_on", title=_("Promised"), kind="date", weight=18),
        Column(name="shipped_on", title=_("Shipped"), kind="date", weight=18),
        Column(name="delivered_on", title=_("Delivered"), kind="date", weight=18),
        Column(name="stage", title=_("Stage"), weight=22),
        Column(name="late_days", title=_("Days late"), kind="number", weight=13),
        Column(name="reason", title=_("Reason"), weight=44, lines=2),
    )
    return Table(name="misses", title=_("Promises broken"), columns=columns, rows=rows)


def month_starts(first: date, last: date) -> list[date]:
    """The first day of every month that the days touch."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _is_in_month(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _net(orders: list[OrderCourse], currency: str) -> Decimal:
    return Money(sum(order.total_minor for order in orders), currency).amount


def _kept(judged: list[tuple[OrderCourse, Verdict]]) -> tuple[int, int, Decimal | None]:
    kept = sum(verdict is Verdict.KEPT for _order, verdict in judged)
    return len(judged), len(judged) - kept, share(kept, len(judged)) if len(judged) >= SHARE_LEAST else None


def _kept_columns() -> tuple[Column, ...]:
    return (
        Column(name="promised", title=_("Promises due"), kind="number", weight=18),
        Column(name="missed", title=_("Broken"), kind="number", weight=18),
        Column(name="on_time_in_full", title=_("On time in full"), kind="percent", weight=18, decimals=1),
    )


def _days(judged: list[tuple[OrderCourse, Verdict]]) -> Decimal | None:
    days = [(order.shipped_on - order.ordered_on).days for order, _verdict in judged if order.shipped_on]
    return Decimal(str(median(days))) if len(days) >= SHARE_LEAST else None


def _late_days(order: OrderCourse, today: date) -> int | None:
    if order.promised_on is None or order.is_cancelled:
        return None
    return ((order.received_on or today) - order.promised_on).days


def _promise(pair: tuple[OrderCourse, Verdict]) -> tuple[date, str]:
    order = pair[0]
    return order.promised_on or date.max, order.number
