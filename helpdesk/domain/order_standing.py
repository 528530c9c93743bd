"""Where an order stands: its event log folded, for the whole order and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from helpdesk.domain.event import Event, EventKind
from helpdesk.domain.identity import EventId
from helpdesk.domain.order import LineWay, OrderDate, OrderStage

Quantities = Mapping[bytes, Decimal]


@dataclass(slots=True)
class OrderStanding:
    """The present of an order as its history tells it; the first confirmed day is kept for ever."""

    stage: OrderStage = OrderStage.REGISTERED
    stage_code: str = OrderStage.REGISTERED.value
    stage_since: datetime | None = None
    ordered_at: datetime | None = None
    owed_event: EventId | None = None
    whole: LineWay = field(default_factory=LineWay)
    lines: dict[bytes, LineWay] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether goods are still owed."""
        return not self.stage.is_over

    @property
    def confirmed_on(self) -> date | None:
        """The day by which everything confirmed is promised: the last of its lines."""
        return self._last("confirmed_on")

    @property
    def first_confirmed_on(self) -> date | None:
        """The day first promised, whatever was agreed later."""
        return self._last("first_confirmed_on")

    @property
    def leaving_on(self) -> date | None:
        """The day on which the last of it shall leave."""
        return self._last("leaving_on")

    @property
    def shipped_on(self) -> date | None:
        """The day on which the last of it left; None while some of it is here."""
        return self._when_all("shipped_on")

    @property
    def delivered_on(self) -> date | None:
        """The day on which the last of it arrived; None while some of it is under way."""
        return self._when_all("delivered_on")

    def _last(self, name: str) -> date | None:
        ways = self.lines.values() or (self.whole,)
        return max((day for way in ways if (day := getattr(way, name)) is not None), default=None)

    def _when_all(self, name: str) -> date | None:
        ways = self.lines.values() or (self.whole,)
        days = [getattr(way, name) for way in ways]
        return None if None in days else max(days)


def order_standing(events: Sequence[Event], quantities: Quantities | None = None) -> OrderStanding:
    """Folds events in order; `quantities` names the lines of the order and how much of each was ordered.

    A stage event may carry its day; DATED events carry `which` and `on` in their detail, `lines` where only some lines
    are meant, `parts` (line, quantity) where only some of the goods left or arrived. What names no line means all.
    """
    ordered = quantities or {}
    found = OrderStanding(lines=dict.fromkeys(ordered, LineWay()))
    for event in events:
        if event.kind is EventKind.CREATED:
            found.ordered_at = event.occurred_at
        if event.kind is EventKind.NOTIFIED:
            found.owed_event = None
        if event.state:
            _enter(found, event)
        if event.detail.get("which"):
            _date(found, event, ordered)
    return found


def missed_first(standing: OrderStanding, requested_on: date | None) -> bool:
    """Whether the goods left after the day first promised, or wanted where none was; a later promise does not help."""
    promised = standing.first_confirmed_on or requested_on
    left = standing.shipped_on or standing.delivered_on
    return promised is not None and left is not None and left > promised


def stage_of(event: Event) -> OrderStage | None:
    """The meaning of the stage that an event entered: events of stages named by the company carry it with them."""
    known = set(OrderStage)
    for told in (event.detail.get("category"), event.state):
        if told in known:
            return OrderStage(told)
    return None


def _enter(found: OrderStanding, event: Event) -> None:
    stage = stage_of(event)
    if stage is None:
        return
    if event.state != found.stage_code or found.stage_since is None:
        found.owed_event = None if event.detail.get("told") else event.id
    found.stage, found.stage_code, found.stage_since = stage, event.state, event.occurred_at


def _date(found: OrderStanding, event: Event, ordered: Quantities) -> None:
    detail = event.detail
    which, written = OrderDate(detail["which"]), detail.get("on")
    day = date.fromisoformat(written) if written else None
    parts = {bytes.fromhex(line): Decimal(amount) for line, amount in detail.get("parts", {}).items()}
    named = [bytes.fromhex(line) for line in detail.get("lines", ())]
    if not parts and not named:
        found.whole = _dated(found.whole, which, day, None)
    for line in parts or named or found.lines:
        if line in found.lines:
            found.lines[line] = _dated(found.lines[line], which, day, (parts.get(line), ordered[line]))


def _dated(way: LineWay, which: OrderDate, day: date | None, amounts: tuple[Decimal | None, Decimal] | None) -> LineWay:
    match which:
        case OrderDate.CONFIRMED:
            return replace(way, confirmed_on=day, first_confirmed_on=way.first_confirmed_on or day)
        case OrderDate.LEAVING:
            return replace(way, leaving_on=day)
        case OrderDate.SHIPPED:
            on, shipped = _moved(way.shipped, day, amounts)
            return replace(way, shipped_on=on, shipped=shipped)
    on, delivered = _moved(way.delivered, day, amounts)
    return replace(way, delivered_on=on, delivered=delivered)


def _moved(
    done: Decimal, day: date | None, amounts: tuple[Decimal | None, Decimal] | None
) -> tuple[date | None, Decimal]:
    """The day on which all of a line has moved, and how much of it has."""
    if amounts is None:
        return day, done
    part, ordered = amounts
    if day is None:
        return None, Decimal(0)
    done = ordered if part is None else min(ordered, done + part)
    return (day if done >= ordered else None), done


def promised_by(standing: OrderStanding, requested: Iterable[date | None]) -> date | None:
    """The day that lateness is judged by: what was confirmed last, or else the last day wanted."""
    return standing.confirmed_on or max((day for day in requested if day is not None), default=None)
