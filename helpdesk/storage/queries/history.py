"""What lies behind a customer: one history over all channels, and the orders (S5)."""

from __future__ import annotations

from datetime import date

from helpdesk.domain.customer import CustomerOrder, HistoryLine
from helpdesk.domain.identity import instant
from helpdesk.domain.order import OrderKind, OrderStage
from helpdesk.domain.visible import one_line
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.merging import group_of
from helpdesk.storage.queries.order_stage import plan

_LEFT = (OrderStage.SHIPPED, OrderStage.DELIVERED, OrderStage.RETURNED, OrderStage.CANCELLED)

# Each part: when, kind, title, number, record.
_PARTS = (
    "SELECT created_at AS at, 'request' AS kind, subject AS title, number, id AS record FROM request"
    " WHERE customer IN ({group}) AND is_hidden = 0 AND merged_into IS NULL",
    "SELECT ordered_at, 'order', title, number, id FROM customer_order WHERE customer IN ({group}) AND is_hidden = 0",
    "SELECT i.started_at, iif(i.channel = 'phone', 'call', 'message'),"
    " coalesce(nullif(i.summary, ''), nullif(i.notes, ''), i.next_step), coalesce(r.number, ''), i.id"
    " FROM interaction i LEFT JOIN request r ON r.id = i.request WHERE i.customer IN ({group}) AND i.is_hidden = 0",
    "SELECT e.occurred_at, 'message', e.text, r.number, r.id FROM request r JOIN event e ON e.subject = r.id"
    " WHERE r.customer IN ({group}) AND r.is_hidden = 0 AND e.kind = 'message' AND e.is_hidden = 0",
)


def history_of(database: Database, customer: bytes, limit: int) -> tuple[HistoryLine, ...]:
    """Requests, orders, calls and messages of a customer, the newest first."""
    lines = []
    group = group_of(database, "customer", customer)
    for part in _PARTS:
        sql = f"{part.format(group=marks(group))} ORDER BY 1 DESC LIMIT ?"
        for at, kind, title, number, record in database.rows(sql, *group, limit):
            lines.append(HistoryLine(instant(at), kind, one_line(title or ""), number, bytes(record)))
    lines.sort(key=lambda line: line.at, reverse=True)
    return tuple(lines[:limit])


def orders_of(database: Database, customer: bytes, today: date, limit: int) -> tuple[CustomerOrder, ...]:
    """Orders of a customer, the open ones first, each the newest first."""
    group = group_of(database, "customer", customer)
    stages = plan(database)
    return tuple(
        CustomerOrder(
            id=bytes(identity),
            number=number,
            title=title,
            stage=stage,
            done=stages.done(OrderKind(kind), code)[0],
            total=stages.done(OrderKind(kind), code)[1],
            is_late=bool(promised) and promised < today.isoformat() and OrderStage(stage) not in _LEFT and not gone,
            promised_on=promised or "",
        )
        for identity, number, title, stage, promised, gone, kind, code in database.rows(
            "SELECT id, number, title, stage, promised_on, coalesce(shipped_on, delivered_on), kind, stage_code"
            f" FROM customer_order WHERE customer IN ({marks(group)}) AND is_hidden = 0"
            " ORDER BY is_open DESC, alias DESC LIMIT ?",
            *group,
            limit,
        )
    )
