"""Rules that two people broke at once because neither saw the other: found in the history, settled by people.

An event that says what its author saw is held against what stood there in the common order of events, so that
every station finds the same without asking when what arrived where.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from helpdesk.domain.event import Event, EventKind, SubjectKind
from helpdesk.domain.order import OrderStage
from helpdesk.lazily import dataclass


class ClashKind(StrEnum):
    """What two people did at once."""

    TAKEN_TWICE = "taken_twice"
    STATES_APART = "states_apart"
    ORDER_CANCELLED = "order_cancelled"
    STOCK_SHORT = "stock_short"
    NUMBER_TWICE = "number_twice"


@dataclass(frozen=True)
class Clash:
    """Two events of one subject whose authors did not see each other; `second` is the one that holds."""

    kind: ClashKind
    first: Event
    second: Event


def clashes_of(history: Iterable[Event], subject: SubjectKind) -> list[Clash]:
    """The clashes in a history in the order of folding, of each kind the latest."""
    found: dict[ClashKind, Clash] = {}
    last: dict[EventKind, Event] = {}
    for event in history:
        if event.kind is not EventKind.STATE and event.kind is not EventKind.ASSIGNED:
            continue
        before = last.get(event.kind)
        last[event.kind] = event
        if before is None or not _is_blind(before, event):
            continue
        if (kind := _kind(before, event, subject)) is not None:
            found[kind] = Clash(kind, before, event)
    return list(found.values())


def _is_blind(before: Event, event: Event) -> bool:
    seen = _seen(event)
    if seen is None or before.operator == event.operator:
        return False
    reached, left = _value(event), _value(before)
    # A clock that lags puts an event before the one that its author saw.
    return seen != left and _seen(before) != reached and reached != left


def _seen(event: Event) -> str | None:
    """What its author left: of a request's state it is called "from"."""
    found = event.detail.get("left", event.detail.get("from"))
    return None if found is None else str(found)


def _value(event: Event) -> str:
    if event.kind is EventKind.STATE:
        return event.state
    return event.owner.hex() if event.owner else ""


def _kind(before: Event, event: Event, subject: SubjectKind) -> ClashKind | None:
    if event.kind is EventKind.ASSIGNED:
        return ClashKind.TAKEN_TWICE if before.owner and event.owner else None
    if subject is SubjectKind.REQUEST:
        return ClashKind.STATES_APART
    is_cancelled = OrderStage.CANCELLED in (_stage(before), _stage(event))
    return ClashKind.ORDER_CANCELLED if is_cancelled else None


def _stage(event: Event) -> str:
    return str(event.detail.get("category") or event.state)
