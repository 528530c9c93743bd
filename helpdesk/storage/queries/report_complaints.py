"""Reads complaints and demands of a period: every remedy asked for, and complaints that led to none."""

from __future__ import annotations

from datetime import date
from typing import Any

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.complaints import Claim, ComplaintFacts
from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.period import Period
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database

_NAME = "coalesce(nullif(c.name, ''), c.company, '')"
_CLAIMS = f"""SELECT coalesce(r.alias, 0), 1, d.number, d.created_at, {_NAME},
 coalesce(nullif(l.title, ''), p.name, ''), d.cause, d.demand, d.kind, d.outcome, d.due_on, d.settled_on,
 d.amount_minor, d.cost_minor, d.department
 FROM remedy d LEFT JOIN request r ON r.id = d.request LEFT JOIN order_line l ON l.id = d.line
 LEFT JOIN product p ON p.id = l.product LEFT JOIN customer_order o ON o.id = d."order"
 LEFT JOIN customer c ON c.id = o.customer WHERE d.is_hidden = 0 AND d.created_at >= ?1 AND d.created_at < ?2"""
_COMPLAINTS = f"""SELECT r.alias, 0, r.number, r.created_at, {_NAME}, '', '', '', '',
 CASE WHEN r.category = 'cancelled' THEN 'withdrawn' WHEN r.category IN ('solved', 'closed') THEN 'answered'
 ELSE '' END, NULL, CASE WHEN r.category IN ('solved', 'closed') THEN r.solved_at END, 0, 0, ''
 FROM request r LEFT JOIN customer c ON c.id = r.customer
 WHERE r.is_hidden = 0 AND r.merged_into IS NULL AND r.kind = 'complaint' AND r.created_at >= ?1 AND r.created_at < ?2
 AND NOT EXISTS (SELECT 1 FROM remedy d WHERE d.request = r.id AND d.is_hidden = 0)"""
_DELIVERED = """SELECT count(*) FROM customer_order o WHERE o.is_hidden = 0
 AND (o.delivered_on BETWEEN ?1 AND ?2
 OR (o.delivered_on IS NULL AND o.shipped_on BETWEEN ?1 AND ?2 AND o.stage IN ('shipped', 'delivered', 'returned')))"""


def facts(database: Database, scope: ReportScope) -> ComplaintFacts:
    """Complaints and demands registered in the period, the oldest first."""
    before = scope.period.before
    rules = database.rows("SELECT code, name_en, name_ru FROM demand_rule WHERE is_hidden = 0")
    return ComplaintFacts(
        claims=_claims(database, scope, scope.period),
        before=len(_claims(database, scope, before)),
        delivered=_delivered(database, scope.period),
        delivered_before=_delivered(database, before),
        demands={code: (english, russian) for code, english, russian in rules},
        today=scope.as_of.astimezone(scope.zone).date(),
        currency=scope.currency,
    )


def aliases(database: Database, scope: ReportScope, drill: Drill) -> list[int]:
    """The requests behind a figure."""
    told = facts(database, scope)
    cause = drill.value("cause")
    found = []
    for claim in told.claims:
        is_in = {
            "justified": claim.is_justified,
            "open": not claim.is_settled,
            "missed": claim.kept_deadline(told.today) is False,
        }.get(drill.name, True)
        if is_in and claim.alias and cause in (None, claim.cause):
            found.append(claim.alias)
    return list(dict.fromkeys(found))


def _claims(database: Database, scope: ReportScope, period: Period) -> list[Claim]:
    start, end = (milliseconds(at) for at in period.bounds(scope.zone))
    end = min(end, milliseconds(scope.as_of) + 1)
    rows = [*database.rows(_CLAIMS, start, end), *database.rows(_COMPLAINTS, start, end)]
    found = [_claim(scope, row) for row in rows]
    if scope.filters.product:
        found = [claim for claim in found if claim.product == scope.filters.product]
    return sorted(found, key=_age)


def _age(claim: Claim) -> tuple[date, str]:
    return claim.registered_on, claim.number


def _claim(scope: ReportScope, row: tuple[Any, ...]) -> Claim:
    alias, is_claim, number, at, customer, product, cause, demand, kind, outcome, due, settled, *rest = row
    amount, cost, department = rest
    return Claim(
        alias=alias,
        is_claim=bool(is_claim),
        number=number,
        registered_on=_day_of(scope, at),
        customer=customer,
        product=product,
        cause=cause,
        demand=demand,
        remedy=kind,
        outcome=outcome,
        due_on=date.fromisoformat(due) if due else None,
        settled_on=_day_of(scope, settled) if isinstance(settled, int) else _day(settled),
        amount_minor=amount,
        cost_minor=cost,
        department=department,
    )


def _delivered(database: Database, period: Period) -> int:
    row = database.row(_DELIVERED, period.first.isoformat(), period.last.isoformat())
    return int(row[0]) if row else 0


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_of(scope: ReportScope, at: int) -> date:
    return instant(at).astimezone(scope.zone).date()
