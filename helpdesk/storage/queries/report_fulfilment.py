"""Reads orders with the days that they promised and kept, in sets; a cut-off folds anew those that changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.fulfilment import FulfilmentFacts, OrderCourse
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.period import Period, day_end, day_start
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries import order_at, report_remedy
from helpdesk.storage.queries.cutoff import stamp_limit

_FIELDS = (
    "o.id, o.alias, o.number, coalesce(nullif(c.name, ''), c.company, ''), o.carrier, o.ordered_at, o.requested_on,"
    " o.first_confirmed_on, o.shipped_on, o.delivered_on, o.stage, o.total_minor, o.stage_since"
)
_CHOSEN = """FROM customer_order o LEFT JOIN customer c ON c.id = o.customer WHERE o.is_hidden = 0
 AND ((o.ordered_at >= ?1 AND o.ordered_at < ?2) OR (o.requested_on BETWEEN ?3 AND ?4)
 OR (o.first_confirmed_on BETWEEN ?3 AND ?4) OR (o.delivered_on BETWEEN ?3 AND ?4) OR (o.shipped_on BETWEEN ?3 AND ?4)
 OR (o.stage IN ('delivered', 'shipped') AND o.stage_since >= ?1 AND o.stage_since < ?2))"""
_REASONS = """SELECT e.subject, e.text, coalesce(json_extract(e.detail, '$.department'), ''),
 coalesce(json_extract(e.detail, '$.by'), json_extract(e.detail, '$.asked_by'), '')
 FROM event e JOIN chosen k ON k.id = e.subject WHERE e.is_hidden = 0 AND e.stamp < ?
 AND (e.kind = 'dated' OR e.state = 'cancelled') ORDER BY e.occurred_at, e.stamp, e.id"""
_WAITS = """SELECT e.subject, min(e.occurred_at) FILTER (WHERE e.state = 'confirmed'),
 min(e.occurred_at) FILTER (WHERE e.state IN ('production', 'assembling', 'shipped'))
 FROM event e JOIN chosen k ON k.id = e.subject WHERE e.is_hidden = 0 AND e.stamp < ? AND e.state <> '' GROUP BY 1"""
_COMPLAINTS = """SELECT r."order", min(r.created_at) FROM request r WHERE r.is_hidden = 0 AND r.kind = 'complaint'
 AND r."order" IS NOT NULL AND r.created_at >= ? AND r.created_at < ? GROUP BY 1"""


class _Row(NamedTuple):
    id: bytes
    alias: int
    number: str
    customer: str
    carrier: str
    ordered_at: int
    requested_on: str | None
    first_confirmed_on: str | None
    shipped_on: str | None
    delivered_on: str | None
    stage: str
    total_minor: int
    stage_since: int


def facts(database: Database, scope: ReportScope) -> FulfilmentFacts:
    """The orders of the period and of the one before, each once."""
    before = scope.period.before
    found = _chosen(database, scope, Period(before.first, scope.period.last))
    return FulfilmentFacts(
        orders=_courses(database, scope, found),
        first=scope.period.first,
        last=scope.period.last,
        before_first=before.first,
        before_last=before.last,
        today=_day_of(scope, milliseconds(scope.as_of)),
        currency=scope.currency,
        knows_returns=report_remedy.is_kept(database),
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The orders behind a figure, the oldest first."""
    told = facts(database, scope)
    chosen = drill.value("carrier")
    return [
        order.alias
        for order in sorted(told.orders, key=_age)
        if _is_in(told, order, drill.name) and (chosen is None or order.carrier == chosen)
    ]


def _age(order: OrderCourse) -> tuple[date, str]:
    return order.ordered_on, order.number


def _is_in(told: FulfilmentFacts, order: OrderCourse, name: str) -> bool:
    is_registered = told.first <= order.ordered_on <= told.last
    is_promised = order.promised_on is not None and told.first <= order.promised_on <= told.last
    verdict = order.verdict(told.today)
    match name:
        case "orders":
            return is_registered
        case "shipped_late":
            return is_registered and order.is_shipped_late
        case "not_shipped":
            return is_registered and order.is_unshipped
        case "missed":
            return is_promised and verdict.is_miss
        case _:
            return is_promised and verdict.is_judged


def _chosen(database: Database, scope: ReportScope, period: Period) -> list[_Row]:
    start, end = milliseconds(day_start(period.first, scope.zone)), milliseconds(day_end(period.last, scope.zone))
    condition, values = _conditions(scope)
    sql = f"SELECT {_FIELDS} {_CHOSEN}{condition} ORDER BY o.ordered_at, o.alias"
    rows = database.rows(sql, start, end, period.first.isoformat(), period.last.isoformat(), *values)
    return [_Row._make((bytes(row[0]), *row[1:])) for row in rows]


def _conditions(scope: ReportScope) -> tuple[str, list[Any]]:
    sql, values = "", []
    if scope.filters.carrier:
        sql += " AND o.carrier = ?5"
        values.append(scope.filters.carrier)
    if scope.filters.product:
        place = 5 + len(values)
        sql += (
            ' AND EXISTS (SELECT 1 FROM order_line l LEFT JOIN product p ON p.id = l.product WHERE l."order" = o.id'
            f' AND l.is_hidden = 0 AND ?{place} IN (l.title, p.name, p.code, p."group"))'
        )
        values.append(scope.filters.product)
    return sql, values


def _courses(database: Database, scope: ReportScope, rows: Sequence[_Row]) -> list[OrderCourse]:
    limit = stamp_limit(scope)
    with order_at.chosen(database, (row.id for row in rows)):
        later = order_at.standings_before(database, limit)
        reasons = {
            bytes(order): (text, department, by)
            for order, text, department, by in database.rows(_REASONS, limit)
            if text or by
        }
        waits = {bytes(order): (first, second) for order, first, second in database.rows(_WAITS, limit)}
    complaints = _complaints(database, scope, rows)
    returned = report_remedy.returned_orders(database, scope)
    found = []
    for row in rows:
        told = order_at.as_of(row, later) if row.id in later else row
        if told is None:
            continue
        reason, department, by = reasons.get(row.id, ("", "", ""))
        found.append(
            OrderCourse(
                alias=row.alias,
                number=row.number,
                customer=row.customer,
                carrier=row.carrier,
                ordered_on=_day_of(scope, told.ordered_at),
                requested_on=_day(row.requested_on),
                first_confirmed_on=_day(told.first_confirmed_on),
                shipped_on=_reached(scope, told, told.shipped_on, "shipped"),
                delivered_on=_reached(scope, told, told.delivered_on, "delivered"),
                stage=told.stage,
                total_minor=row.total_minor,
                reason=": ".join(filter(None, (department, reason))),
                waited_days=_waited(scope, told, waits.get(row.id)),
                is_excused=by == "customer",
                complained_on=complaints.get(row.id),
                is_returned=row.id in returned,
            )
        )
    return found


def _reached(scope: ReportScope, row: Any, on: str | None, stage: str) -> date | None:
    """The day of a stage: the one told, or that of its event where none was told."""
    if on is None and row.stage == stage and row.stage_since:
        return _day_of(scope, row.stage_since)
    return _day(on)


def _waited(scope: ReportScope, row: Any, wait: tuple[int | None, int | None] | None) -> int:
    """Whole days between confirming and beginning, where the customer wanted a later day than that of beginning."""
    confirmed_at, begun_at = wait or (None, None)
    wanted = _day(row.requested_on)
    if confirmed_at is None or begun_at is None or wanted is None:
        return 0
    confirmed_on, begun_on = _day_of(scope, confirmed_at), _day_of(scope, begun_at)
    return max(0, (begun_on - confirmed_on).days) if wanted > begun_on else 0


def _complaints(database: Database, scope: ReportScope, rows: Iterable[_Row]) -> dict[bytes, date]:
    first = min((row.ordered_at for row in rows), default=0)
    end = milliseconds(scope.as_of) + 1
    found = {bytes(order): _day_of(scope, created_at) for order, created_at in database.rows(_COMPLAINTS, first, end)}
    for order, on in report_remedy.first_claims(database, scope).items():
        found[order] = min(on, found.get(order, on))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_of(scope: ReportScope, at: int) -> date:
    moment: datetime = instant(at)
    return moment.astimezone(scope.zone).date()
