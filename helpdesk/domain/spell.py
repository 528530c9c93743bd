"""The spells in which a request was open, folded from its events: what came in, what went out, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.event import Event
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.request import RequestState

_UNNAMED = RequestState("", Category.OPEN, None, "", "", 0)


@dataclass(slots=True)
class Spell:
    """From its creation or reopening to its solution or cancelling; lengths are business seconds since creation.

    `net_seconds` leaves out waiting for the customer and the time between a solution and the reopening. `solver` is
    who solved it, `reopened_at` when the request came back after this spell.
    """

    opened_at: datetime
    is_reopening: bool
    ended_at: datetime | None = None
    is_solved: bool = False
    solver: OperatorId | None = None
    seconds: int | None = None
    net_seconds: int | None = None
    reopened_at: datetime | None = None


def spells_of(events: Iterable[Event], states: Mapping[str, RequestState], hours: BusinessHours) -> list[Spell]:
    """The spells of one request in order; events come in the order of folding, at least one."""
    found: list[Spell] = []
    worked, waits_since = 0, None
    created_at: datetime | None = None
    since: datetime | None = None
    for event in events:
        at = event.occurred_at
        if created_at is None:
            created_at = since = at
            found.append(Spell(at, is_reopening=False))
        if not event.state:
            continue
        state = states.get(event.state, _UNNAMED)
        spell, is_open = found[-1], found[-1].ended_at is None
        if is_open and since is not None:
            if waits_since is None:
                worked += hours.working_seconds(since, at)
            since = at
        waits_since = at if state.waiting_for is WaitingReason.CUSTOMER else None
        if state.category.is_final and is_open:
            spell.ended_at, spell.is_solved = at, state.category is not Category.CANCELLED
            spell.solver = (event.operator or event.owner) if spell.is_solved else None
            spell.seconds, spell.net_seconds = hours.working_seconds(created_at, at), worked
        elif not state.category.is_final and not is_open:
            spell.reopened_at = since = at
            found.append(Spell(at, is_reopening=True))
    return found
