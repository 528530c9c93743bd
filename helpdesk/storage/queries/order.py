"""The read side of orders: what the tracker lists and what the order pane shows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import CustomerId, OrderId, ProductId, instant, milliseconds
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.number import is_mistyped
from helpdesk.domain.order import OrderCard, OrderLine, OrderRow, OrderStage
from helpdesk.domain.query import plan
from helpdesk.errors import NumberMistyped, RecordMissing
from helpdesk.storage import search
from helpdesk.storage.database import Database
from helpdesk.storage.events import events_of, marks

FOUND_AT_MOST = 500
_AT_ONCE = 500
_COLUMNS = (
    "r.id, r.alias, r.number, r.customer, coalesce(c.name, ''), r.title, r.line_count, r.stage, r.ordered_at,"
    " r.requested_on, r.confirmed_on, r.shipped_on, r.delivered_on, r.stage_since, r.total_minor, r.promised_on"
)
_FROM = "FROM customer_order r LEFT JOIN customer c ON c.id = r.customer"
_UNSHIPPED = ("registered", "confirmed", "assembling")
_WANTED = "r.is_open = 1 AND r.stage IN ('registered', 'confirmed', 'assembling')"
_LATE = f"{_WANTED} AND coalesce(r.promised_on, '9999') < ? AND r.ordered_at < ?"
_BY_PROMISE = "ORDER BY coalesce(r.promised_on, '9999'), r.alias"
_NEWEST = "ORDER BY r.alias DESC"


@dataclass(frozen=True, slots=True)
class Today:
    """The company's calendar day and the instant at which it began: what lateness is judged by."""

    on: date
    began_at: datetime

    @classmethod
    def of(cls, now: datetime, time_zone: str) -> Today:
        zone = ZoneInfo(time_zone)
        on = now.astimezone(zone).date()
        return cls(on, datetime.combine(on, time(), zone))

    @property
    def _values(self) -> tuple[str, int]:
        return self.on.isoformat(), milliseconds(self.began_at)

    def condition(self, view: OrderView) -> tuple[str, tuple[Any, ...], str]:
        """What a view holds, as SQL with its values and its order."""
        if view is OrderView.LATE:
            return f"r.is_hidden = 0 AND {_LATE}", self._values, _BY_PROMISE
        if view is OrderView.OPEN:
            return f"r.is_hidden = 0 AND {_WANTED}", (), _BY_PROMISE
        if view is OrderView.SHIPPED:
            return "r.is_hidden = 0 AND r.stage = 'shipped'", (), _NEWEST
        return "r.is_hidden = 0", (), _NEWEST

    def is_late(self, stage: str, promised_on: str | None, ordered_at: int) -> bool:
        """Whether goods that should be on their way are not; an order taken today is not late yet."""
        today, began = self._values
        return stage in _UNSHIPPED and promised_on is not None and promised_on < today and ordered_at < began


def aliases(database: Database, query: OrderQuery, today: Today, limit: int = -1) -> array[int]:
    """The orders of a view, in its order; with a text the likeliest, at most 500."""
    condition, values, order = today.condition(query.view)
    if query.customer is not None:
        condition, values = f"{condition} AND r.customer = ?", (*values, query.customer)
    wanted = plan(query.text)
    if not wanted.is_empty:
        most = FOUND_AT_MOST if limit < 0 else min(limit, FOUND_AT_MOST)
        return array(
            "q", search.matching(database, "customer_order", wanted, limit=most, condition=condition, values=values)
        )
    sql = f"SELECT r.alias FROM customer_order r WHERE {condition} {order} LIMIT ?"
    return array("q", (row[0] for row in database.rows(sql, *values, limit)))


def rows(database: Database, wanted: Sequence[int], today: Today) -> tuple[OrderRow, ...]:
    """Orders under their aliases, in that order; those that are gone are left out."""
    found: dict[int, OrderRow] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = list(wanted[start : start + _AT_ONCE])
        sql = f"SELECT {_COLUMNS} {_FROM} WHERE r.is_hidden = 0 AND r.alias IN ({marks(part)})"
        found.update((row[1], _row(row, today)) for row in database.rows(sql, *part))
    return tuple(found[alias] for alias in wanted if alias in found)


def counts(database: Database, today: Today) -> dict[OrderView, int]:
    """How many orders each view holds."""
    found = {}
    for view in OrderView:
        condition, values, _order = today.condition(view)
        row = database.row(f"SELECT count(*) FROM customer_order r WHERE {condition}", *values)
        found[view] = int(row[0]) if row else 0
    return found


def card(database: Database, order: OrderId, today: Today) -> OrderCard:
    """Everything that the order pane shows. Raises RecordMissing."""
    row = database.row(f"SELECT {_COLUMNS}, r.first_confirmed_on, r.delivery, r.note {_FROM} WHERE r.id = ?", order)
    if row is None:
        raise RecordMissing("order", order.hex()[:8])
    first_confirmed_on, delivery, note = row[-3:]
    history = tuple(events_of(database, [order]).get(order, ()))
    return OrderCard(_row(row[:-3], today), _day(first_confirmed_on), delivery, note, lines(database, order), history)


def lines(database: Database, order: OrderId) -> tuple[OrderLine, ...]:
    """The lines of an order in their order."""
    return tuple(
        OrderLine(
            title,
            Decimal(quantity),
            price,
            Decimal(discount),
            ProductId(bytes(product)) if product else None,
            bytes(line),
            reduction,
            Decimal(vat) if vat is not None else None,
            unit,
        )
        for line, product, title, quantity, price, discount, reduction, vat, unit in database.rows(
            "SELECT l.id, l.product, coalesce(nullif(l.title, ''), p.name, ''), l.quantity, l.price_minor, l.discount,"
            " l.reduction_minor, l.vat, coalesce(nullif(l.unit, ''), p.unit, '')"
            " FROM order_line l LEFT JOIN product p ON p.id = l.product"
            ' WHERE l.is_hidden = 0 AND l."order" = ? ORDER BY l.position, l.alias',
            order,
        )
    )


def by_number(database: Database, number: str) -> OrderId:
    """The order under its own or its foreign number. Raises NumberMistyped, RecordMissing."""
    row = database.row(
        "SELECT id FROM customer_order WHERE number = ?1 OR foreign_number = ?1 ORDER BY number = ?1 DESC LIMIT 1",
        number.strip(),
    )
    if row is not None:
        return OrderId(bytes(row[0]))
    if is_mistyped(number):
        raise NumberMistyped(number)
    raise RecordMissing("order", number)


def _row(row: tuple[Any, ...], today: Today) -> OrderRow:
    identity, alias, number, customer, name, title, line_count, stage, ordered_at = row[:9]
    requested_on, confirmed_on, shipped_on, delivered_on, stage_since, total_minor, promised_on = row[9:]
    return OrderRow(
        id=OrderId(bytes(identity)),
        alias=alias,
        number=number,
        customer=CustomerId(bytes(customer)) if customer else None,
        customer_name=name,
        title=title,
        lines=line_count,
        stage=OrderStage(stage),
        ordered_at=instant(ordered_at),
        requested_on=_day(requested_on),
        confirmed_on=_day(confirmed_on),
        shipped_on=_day(shipped_on),
        delivered_on=_day(delivered_on),
        stage_since=instant(stage_since),
        total_minor=total_minor,
        is_late=today.is_late(stage, promised_on, ordered_at),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
