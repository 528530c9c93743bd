"""Invented orders with lines, stages and dates, some of them late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.order import OrderStage
from helpdesk.service.example_request import Cast
from helpdesk.service.example_story import Chance, Story
from helpdesk.service.import_batch import Batch
from helpdesk.storage import tables

_DISCOUNTS = (*[Decimal(0)] * 4, Decimal("0.05"), Decimal("0.1"))
_WAY = (
    (OrderStage.CONFIRMED, "confirmed", 5.0),
    (OrderStage.ASSEMBLING, "", 26.0),
    (OrderStage.SHIPPED, "shipped", 50.0),
    (OrderStage.DELIVERED, "delivered", 72.0),
)


def put_order(batch: Batch, chance: Chance, cast: Cast, number: str, at: datetime) -> None:
    """Adds one order with its lines and its history."""
    person, operator = chance.of(cast.people), chance.of(cast.operators)
    requested_on = at.astimezone(chance.zone).date() + timedelta(days=chance.between(4, 16))
    order = batch.put(
        tables.Order,
        at,
        number=number,
        customer=person.id,
        requested_on=requested_on,
        delivery=f"{chance.of(person.words.streets)}, {chance.between(1, 90)}",
        note=chance.of(person.words.descriptions) if chance.happens(0.3) else "",
    )
    for position in range(1, chance.between(1, 4) + 1):
        goods = chance.of(cast.goods)
        batch.put(
            tables.OrderLine,
            at,
            order=order,
            product=goods.id,
            title=goods.title(person.language),
            quantity=Decimal(chance.between(1, 8)),
            price_minor=goods.price_minor,
            discount=chance.of(_DISCOUNTS),
            position=position,
        )
    story = Story(batch, chance, SubjectKind.ORDER, order, at)
    _tell(story, chance, operator, requested_on, person.words.reasons)


def _tell(story: Story, chance: Chance, operator: bytes, requested_on: date, reasons: Sequence[str]) -> None:
    at = story.at
    story.tell(EventKind.CREATED, operator=operator, state=OrderStage.REGISTERED.value)
    if chance.happens(0.04) and story.goes_on(8):
        reason = chance.of(reasons)
        story.tell(EventKind.STATE, operator=operator, state=OrderStage.CANCELLED.value, text=reason)
        return
    is_recent = at > chance.ends_at - timedelta(days=30)
    is_stuck = chance.happens(0.3 if is_recent else 0.005)
    for stage, which, hours in _WAY:
        if (is_stuck and stage is OrderStage.SHIPPED) or not story.goes_on(hours):
            return
        on = story.at.date()
        if stage is OrderStage.CONFIRMED:
            on = requested_on + timedelta(days=chance.of((0, 0, 0, 1, 3)))
        detail = {"which": which, "on": on.isoformat()} if which else {}
        story.tell(EventKind.STATE, operator=operator, state=stage.value, detail=detail)
