"""Problems with orders, and the deadlines of demands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from helpdesk.domain.identity import OrderId, RequestId
from helpdesk.domain.remedy import DemandRule, Remedy, RemedyCause, RemedyId, RemedyKind, RemedyOutcome
from helpdesk.storage.database import Database

_REMEDY = (
    "SELECT m.id, m.number, m.\"order\", o.number, m.line, coalesce(nullif(l.title, ''), p.name, o.title, ''),"
    " m.demand, m.cause, m.kind, m.quantity, m.returned, m.defect, m.amount_minor, m.cost_minor, m.department,"
    " m.demanded_on, m.due_on, m.target_on, m.rule, m.decision, m.settled_on, m.outcome, m.new_order,"
    " coalesce(n.number, ''), m.request FROM remedy m JOIN customer_order o ON o.id = m.\"order\""
    " LEFT JOIN order_line l ON l.id = m.line LEFT JOIN product p ON p.id = l.product"
    " LEFT JOIN customer_order n ON n.id = m.new_order WHERE m.is_hidden = 0"
)


def of_order(database: Database, order: bytes) -> tuple[Remedy, ...]:
    """The problems of an order, the oldest first."""
    return tuple(map(_remedy, database.rows(f'{_REMEDY} AND m."order" = ? ORDER BY m.created_at, m.alias', order)))


def one(database: Database, remedy: bytes) -> Remedy | None:
    """One problem."""
    row = database.row(f"{_REMEDY} AND m.id = ?", remedy)
    return _remedy(row) if row else None


def complaints(database: Database, order: bytes) -> tuple[tuple[RequestId, str], ...]:
    """The requests about an order, the newest first, with number and subject in one line."""
    return tuple(
        (RequestId(bytes(identity)), f"{number} {subject}")
        for identity, number, subject in database.rows(
            'SELECT r.id, r.number, r.subject FROM request r WHERE r."order" = ? AND r.is_hidden = 0'
            " AND r.merged_into IS NULL ORDER BY r.alias DESC LIMIT 20",
            order,
        )
    )


def returned(database: Database, line: bytes, but: bytes = b"") -> Decimal:
    """How much of a line has come back or is about to, refused demands left out."""
    rows = database.rows(
        "SELECT returned FROM remedy WHERE line = ? AND id <> ? AND is_hidden = 0"
        " AND outcome NOT IN ('refused', 'withdrawn')",
        line,
        but,
    )
    return sum((Decimal(row[0]) for row in rows), Decimal(0))


def rules(database: Database) -> tuple[DemandRule, ...]:
    """Every deadline that is or was in force."""
    found = database.rows(
        "SELECT code, name_en, name_ru, days, unit, window_days, window_unit, source, valid_from, valid_to, position,"
        " id FROM demand_rule WHERE is_hidden = 0 ORDER BY position, valid_from"
    )
    return tuple(map(_rule, found))


def _rule(cells: tuple[Any, ...]) -> DemandRule:
    code, name_en, name_ru, days, unit, window_days, window_unit, source, first, last, position, id = cells
    return DemandRule(
        code=code,
        name_en=name_en,
        name_ru=name_ru,
        days=days,
        unit=unit,
        window_days=window_days,
        window_unit=window_unit,
        source=source,
        valid_from=_day(first),
        valid_to=_day(last),
        position=position,
        id=bytes(id),
    )


def sums_by_cause(database: Database, first: date, last: date) -> dict[RemedyCause, tuple[int, int, int]]:
    """Of the demands of some days: how many, what customers got, what it cost us, by cause."""
    return {
        RemedyCause(cause): (count, amount, cost)
        for cause, count, amount, cost in database.rows(
            "SELECT cause, count(*), sum(amount_minor), sum(cost_minor) FROM remedy WHERE is_hidden = 0"
            " AND demanded_on BETWEEN ? AND ? AND outcome NOT IN ('refused', 'withdrawn') GROUP BY cause",
            first.isoformat(),
            last.isoformat(),
        )
    }


def _remedy(cells: tuple[Any, ...]) -> Remedy:
    id, number, order, order_number, line, title, demand, cause, kind, quantity, back, defect = cells[:12]
    amount, cost, department, demanded, due, target, source, decision, settled, outcome = cells[12:22]
    new_order, new_number, request = cells[22:]
    return Remedy(
        id=RemedyId(bytes(id)),
        number=number,
        order=OrderId(bytes(order)),
        order_number=order_number,
        line=bytes(line) if line else None,
        title=title,
        demand=demand,
        cause=RemedyCause(cause),
        kind=RemedyKind(kind),
        quantity=Decimal(quantity),
        returned=Decimal(back or 0),
        defect=defect,
        amount_minor=amount,
        cost_minor=cost,
        department=department,
        demanded_on=date.fromisoformat(demanded),
        due_on=_day(due),
        target_on=_day(target),
        source=source,
        decision=decision,
        settled_on=_day(settled),
        outcome=RemedyOutcome(outcome) if outcome else None,
        new_order=OrderId(bytes(new_order)) if new_order else None,
        new_order_number=new_number,
        request=RequestId(bytes(request)) if request else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
