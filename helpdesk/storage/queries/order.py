"""The read side of orders: what the tracker lists and what the order pane shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from helpdesk.domain.event import Event
from helpdesk.domain.identity import CustomerId, OrderId, ProductId, RequestId, instant
from helpdesk.domain.number import is_mistyped
from helpdesk.domain.order import OrderCard, OrderKind, OrderLine, OrderRow, OrderStage, OwedStage
from helpdesk.domain.order_standing import OrderStanding, order_standing
from helpdesk.errors import NumberMistyped, RecordMissing
from helpdesk.storage.database import Database
from helpdesk.storage.events import events_of, marks
from helpdesk.storage.merging import NAMED_CUSTOMER
from helpdesk.storage.queries.order_list import Present

_AT_ONCE = 500
_COLUMNS = (
    "r.id, r.alias, r.number, coalesce(c.id, r.customer), coalesce(c.name, ''), r.title, r.line_count, r.stage,"
    " r.ordered_at, r.requested_on, r.confirmed_on, r.shipped_on, r.delivered_on, r.stage_since, r.total_minor,"
    " r.promised_on, r.kind, r.stage_code, r.is_open, r.missed_first, r.owed_event,"
    " (SELECT t.department FROM task t WHERE t.subject = r.id AND t.is_hidden = 0 AND t.answered_at IS NULL"
    " ORDER BY t.asked_at LIMIT 1)"
)
_CARD = "r.delivery, r.note, r.window_from, r.window_to, r.carrier, r.tracking_number, r.request, r.quote"
_FROM = f"FROM customer_order r {NAMED_CUSTOMER}"


def rows(database: Database, wanted: Sequence[int], present: Present) -> tuple[OrderRow, ...]:
    """Orders under their aliases, in that order; those that are gone are left out."""
    found: dict[int, OrderRow] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = list(wanted[start : start + _AT_ONCE])
        sql = f"SELECT {_COLUMNS} {_FROM} WHERE r.is_hidden = 0 AND r.alias IN ({marks(part)})"
        found.update((row[1], _row(row, present)) for row in database.rows(sql, *part))
    return tuple(found[alias] for alias in wanted if alias in found)


def card(database: Database, order: OrderId, present: Present) -> OrderCard:
    """Everything that the order pane shows. Raises RecordMissing."""
    row = database.row(f"SELECT {_COLUMNS}, {_CARD} {_FROM} WHERE r.id = ?", order)
    if row is None:
        raise RecordMissing("order", order.hex()[:8])
    delivery, note, window_from, window_to, carrier, tracking, request, quote = row[-8:]
    history = tuple(events_of(database, [order]).get(order, ()))
    own = lines(database, order)
    standing = order_standing(history, {line.id: line.quantity for line in own})
    return OrderCard(
        row=_row(row[:-8], present),
        first_confirmed_on=standing.first_confirmed_on,
        delivery=delivery,
        note=note,
        lines=tuple(replace(line, way=standing.lines[line.id]) for line in own),
        events=history,
        leaving_on=standing.leaving_on,
        window_from=window_from,
        window_to=window_to,
        carrier=carrier,
        tracking_number=tracking,
        request=RequestId(bytes(request)) if request else None,
        quote=bytes(quote) if quote else None,
        owed=_owed(standing, history),
    )


def _owed(standing: OrderStanding, history: tuple[Event, ...]) -> OwedStage | None:
    if standing.owed_event is None:
        return None
    stage = next((event.state for event in history if event.id == standing.owed_event), standing.stage_code)
    return OwedStage(standing.owed_event, stage)


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
            _day(requested_on),
        )
        for line, product, title, quantity, price, discount, reduction, vat, unit, requested_on in database.rows(
            "SELECT l.id, l.product, coalesce(nullif(l.title, ''), p.name, ''), l.quantity, l.price_minor, l.discount,"
            " l.reduction_minor, l.vat, coalesce(nullif(l.unit, ''), p.unit, ''), l.requested_on"
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


def _row(row: tuple[Any, ...], present: Present) -> OrderRow:
    identity, alias, number, customer, name, title, line_count, stage, ordered_at = row[:9]
    requested_on, confirmed_on, shipped_on, delivered_on, stage_since, total_minor, promised_on = row[9:16]
    kind, code, is_open, missed, owed, asked = row[16:]
    known = present.words(kind, code)
    day, began = present.day
    is_wanted = is_open and stage != OrderStage.SHIPPED and shipped_on is None
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
        # An order taken today is not late yet, whatever day was wanted.
        is_late=bool(is_wanted and promised_on is not None and promised_on < day and ordered_at < began),
        kind=OrderKind(kind),
        stage_code=code,
        promised_on=_day(promised_on),
        has_missed_first=bool(missed),
        is_owed=owed is not None,
        department=asked or (known.department if is_open else ""),
        risk=present.risk((kind, code), stage_since) if is_open else None,
        stage_names=known.names,
        way=known.way,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
