"""Where an order stands: its event log folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.domain.event import Event, EventKind
from helpdesk.domain.order import OrderDate, OrderStage


@dataclass(slots=True)
class OrderStanding:
    """The present of an order as its history tells it; the first confirmed day is kept for ever."""

    stage: OrderStage = OrderStage.REGISTERED
    stage_since: datetime | None = None
    ordered_at: datetime | None = None
    confirmed_on: date | None = None
    first_confirmed_on: date | None = None
    shipped_on: date | None = None
    delivered_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether goods are still owed."""
        return self.stage not in (OrderStage.DELIVERED, OrderStage.CANCELLED)


def order_standing(events: Sequence[Event]) -> OrderStanding:
    """Folds events in order. A stage event may carry its day; DATED events carry `which` and `on` in their detail."""
    found = OrderStanding()
    for event in events:
        if event.kind is EventKind.CREATED:
            found.ordered_at = event.occurred_at
        if event.state:
            found.stage, found.stage_since = OrderStage(event.state), event.occurred_at
        if event.detail.get("which"):
            _date(found, OrderDate(event.detail["which"]), event.detail.get("on"))
    return found


def _date(found: OrderStanding, which: OrderDate, on: str | None) -> None:
    day = date.fromisoformat(on) if on else None
    if which is OrderDate.CONFIRMED:
        found.confirmed_on = day
        found.first_confirmed_on = found.first_confirmed_on or day
    elif which is OrderDate.SHIPPED:
        found.shipped_on = day
    else:
        found.delivered_on = day
