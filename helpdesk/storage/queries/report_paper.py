"""Reads the way of papers for the report on sales: quotes made, agreed, ordered, invoiced, paid."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from helpdesk.domain.facts.sales import Step
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.paper import from_plain, totals
from helpdesk.domain.report_scope import ReportScope
from helpdesk.storage.database import Database
from helpdesk.storage.queries.cutoff import stamp_limit

FUNNEL = ("quoted", "agreed", "invoiced", "paid", "ordered", "delivered")
_QUOTES = """SELECT q.id, (SELECT e.state FROM event e WHERE e.subject = q.id AND e.is_hidden = 0 AND e.state <> ''
 AND e.stamp < ?4 ORDER BY e.occurred_at DESC, e.stamp DESC LIMIT 1),
 (SELECT e.text FROM event e WHERE e.subject = q.id AND e.state = 'declined' AND e.is_hidden = 0
 ORDER BY e.occurred_at DESC LIMIT 1), v.currency, v.is_net, v.lines
 FROM quote q JOIN quote_version v ON v.alias = (SELECT max(w.alias) FROM quote_version w WHERE w.quote = q.id)
 WHERE q.is_hidden = 0 AND q.created_at >= ?1 AND q.created_at < ?2 AND (?3 IS NULL OR v.operator = ?3)"""
_INVOICES = """SELECT i.id, i.quote, i."order", i.currency, i.is_net, i.lines,
 (SELECT coalesce(sum(p.amount_minor), 0) FROM payment p WHERE p.invoice = i.id AND p.is_hidden = 0)
 FROM invoice i WHERE i.is_hidden = 0 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = i.id
 AND e.state = 'cancelled' AND e.is_hidden = 0)"""
_ORDERED = """SELECT o.quote, o.id, o.stage FROM customer_order o
 WHERE o.is_hidden = 0 AND o.quote IS NOT NULL AND o.stage <> 'cancelled'
 UNION SELECT e.subject, o.id, o.stage FROM event e
 JOIN customer_order o ON o.id = unhex(json_extract(e.detail, '$.order'))
 WHERE e.subject_kind = 'quote' AND e.state = 'ordered' AND e.is_hidden = 0 AND o.is_hidden = 0
 AND o.stage <> 'cancelled'"""
_PAID = """SELECT count(DISTINCT p.invoice), coalesce(sum(p.amount_minor), 0) FROM payment p
 WHERE p.is_hidden = 0 AND p.paid_on BETWEEN ?1 AND ?2 AND (?3 IS NULL OR p.operator = ?3)"""


def funnel(database: Database, scope: ReportScope) -> tuple[tuple[Step, ...], tuple[tuple[str, int], ...]]:
    """What became of the quotes made in the period, and why customers declined, the commonest reason first."""
    start, end = (milliseconds(at) for at in scope.bounds)
    values = start, min(end, milliseconds(scope.as_of) + 1), scope.filters.owner, stamp_limit(scope)
    quotes = database.rows(_QUOTES, *values)
    if not quotes:
        return (), ()
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    ordered = {bytes(quote): (bytes(order), stage) for quote, order, stage in database.rows(_ORDERED)}
    invoices = _invoices_by_quote(database, {order: quote for quote, (order, _stage) in ordered.items()})
    for identity, state, text, currency, is_net, lines in quotes:
        quote, minor = bytes(identity), _sum_of(currency, is_net, lines)
        for step in _steps(state, ordered.get(quote), invoices.get(quote)):
            counts[step] += 1
            sums[step] += minor
        if state == "declined":
            reasons[text or ""] += 1
    steps = tuple(Step(name, counts[name], sums[name]) for name in FUNNEL)
    return steps, tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def papers(database: Database, scope: ReportScope) -> tuple[Step, ...]:
    """Invoices given out and money that came in the period, whatever they belong to."""
    first, last = scope.period.first.isoformat(), scope.period.last.isoformat()
    owner = scope.filters.owner
    sql = f"{_INVOICES} AND i.issued_on BETWEEN ?1 AND ?2 AND (?3 IS NULL OR i.operator = ?3)"
    issued = [_sum_of(*row[3:6]) for row in database.rows(sql, first, last, owner)]
    paid = database.row(_PAID, first, last, owner) or (0, 0)
    return Step("invoices", len(issued), sum(issued)), Step("payments", int(paid[0]), int(paid[1]))


def _steps(state: str | None, order: tuple[bytes, str] | None, invoice: tuple[int, int] | None) -> list[str]:
    steps = ["quoted"]
    if state in ("agreed", "ordered") or order or invoice:
        steps.append("agreed")
    if invoice:
        steps.append("invoiced")
        if invoice[1] >= invoice[0]:
            steps.append("paid")
    if order or state == "ordered":
        steps.append("ordered")
        if order and order[1] == "delivered":
            steps.append("delivered")
    return steps


def _invoices_by_quote(database: Database, quotes: dict[bytes, bytes]) -> dict[bytes, tuple[int, int]]:
    """What was invoiced and paid for each quote, by itself or through its order."""
    found: dict[bytes, tuple[int, int]] = {}
    for _id, quote, order, currency, is_net, lines, paid in database.rows(_INVOICES):
        key = bytes(quote) if quote else quotes.get(bytes(order)) if order else None
        if key is not None:
            due, got = found.get(key, (0, 0))
            found[key] = due + _sum_of(currency, is_net, lines), got + paid
    return found


def _sum_of(currency: str, is_net: Any, lines: str) -> int:
    told = [from_plain(line) for line in json.loads(lines)]
    return totals(told, currency, is_net=bool(is_net)).total.minor
