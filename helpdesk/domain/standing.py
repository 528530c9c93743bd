"""Where a request stands: its event log folded in the order (occurred_at, stamp, id), the same on every station."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from helpdesk.domain.category import Category
from helpdesk.domain.event import Direction, Event, EventKind
from helpdesk.domain.identity import EventId, OperatorId
from helpdesk.domain.request import RequestState
from helpdesk.domain.service_course import ServiceEvent, ServiceEventKind
from helpdesk.lazily import dataclass

IN_WORK = "in_work"
"""The state of a history that names none, as the logs of other systems do."""

_UNNAMED = RequestState("", Category.OPEN, None, "", "", 0)


@dataclass
class Standing:
    """The present of a request as its history tells it."""

    created_at: datetime
    changed_at: datetime
    state: str = ""
    category: Category = Category.NEW
    owner: OperatorId | None = None
    queue: str = ""
    solved_at: datetime | None = None
    first_response_at: datetime | None = None
    owed_event: EventId | None = None
    score: int | None = None


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in the order of folding."""
    return sorted(events, key=lambda event: event.order)


def standing_of(events: Sequence[Event], states: Mapping[str, RequestState]) -> Standing:
    """Folds events (at least one, in order)."""
    found = Standing(events[0].occurred_at, events[-1].occurred_at)
    for event in events:
        if event.state:
            _enter(found, event, states.get(event.state, _UNNAMED))
        if event.kind is EventKind.CREATED or event.kind is EventKind.ASSIGNED:
            found.owner, found.queue = event.owner, event.queue
        elif event.kind is EventKind.NOTIFIED:
            found.owed_event = None
        elif event.kind is EventKind.SATISFACTION:
            found.score = event.score
        if found.first_response_at is None and _answers(event):
            found.first_response_at = event.occurred_at
    if not found.state:
        found.state, found.category = IN_WORK, Category.OPEN
    return found


def _enter(found: Standing, event: Event, state: RequestState) -> None:
    is_new_state = event.state != found.state
    found.state, found.category = event.state, state.category
    if state.category is Category.SOLVED:
        found.solved_at = event.occurred_at
    elif not state.category.is_final:
        found.solved_at = None
    elif found.solved_at is None and state.category is Category.CLOSED:
        found.solved_at = event.occurred_at
    if is_new_state:
        found.owed_event = None if event.detail.get("told") else event.id


def _answers(event: Event) -> bool:
    if event.kind is EventKind.CREATED:
        return event.channel is not None and event.channel.is_conversation and not event.detail.get("source")
    return (
        (event.kind is EventKind.MESSAGE and event.direction is Direction.OUTGOING)
        or event.kind is EventKind.CALL_NOTE
        or _tells(event)
    )


def _tells(event: Event) -> bool:
    return event.kind is EventKind.NOTIFIED and event.detail.get("way") in ("said", "mailed")


def service_events(
    events: Iterable[Event], states: Mapping[str, RequestState], kind: str, priority: str
) -> list[ServiceEvent]:
    """The same history as the service clocks read it."""
    found: list[ServiceEvent] = []
    is_first = True
    for event in events:
        found.extend(
            _service(event, states, kind if is_first else None, priority if is_first else None, is_first=is_first)
        )
        is_first = False
    return found


def _service(
    event: Event, states: Mapping[str, RequestState], kind: str | None, priority: str | None, *, is_first: bool
) -> Iterable[ServiceEvent]:
    at, state = event.occurred_at, states.get(event.state, _UNNAMED) if event.state else None
    category = state.category if state else None
    waiting_for = state.waiting_for if state else None
    if is_first:
        kind = event.detail.get("kind", kind)
        priority = event.detail.get("priority", priority)
        yield ServiceEvent(
            ServiceEventKind.CREATED, at, category or Category.NEW, waiting_for, request_kind=kind, priority=priority
        )
        if _answers(event):
            yield ServiceEvent(ServiceEventKind.CONVERSATION, at)
        return
    if state:
        yield ServiceEvent(ServiceEventKind.STATE, at, category, waiting_for)
    if event.kind is EventKind.MESSAGE:
        is_ours = event.direction is Direction.OUTGOING
        yield ServiceEvent(ServiceEventKind.REPLY if is_ours else ServiceEventKind.CUSTOMER_WORD, at)
    elif _tells(event):
        yield ServiceEvent(ServiceEventKind.REPLY, at)
    elif event.kind is EventKind.CALL_NOTE:
        yield ServiceEvent(ServiceEventKind.CONVERSATION, at)
    elif event.kind is EventKind.CLASSIFIED:
        yield ServiceEvent(
            ServiceEventKind.CLASSIFIED,
            at,
            request_kind=event.detail.get("kind", kind),
            priority=event.detail.get("priority", priority),
        )
    elif event.kind is EventKind.DUE_SET:
        due = event.detail.get("due_at")
        yield ServiceEvent(ServiceEventKind.DUE_SET, at, due_at=datetime.fromisoformat(due) if due else None)
