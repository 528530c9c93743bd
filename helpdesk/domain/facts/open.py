"""What the report on open and overdue requests is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.request import RequestState


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request that is open at the cut-off; `left` is business time to its due time, negative when overrun.

    `age` counts working days since creation; `next_step` is what was promised or agreed last, with its time.
    """

    number: str
    created_at: datetime
    subject: str
    customer: str
    owner: str
    state: str
    due_at: datetime | None
    left: int | None
    is_paused: bool
    age: int
    next_step: str
    next_at: datetime | None
    alias: int


@dataclass(frozen=True, slots=True)
class OpenFacts:
    """Everything open at the cut-off, by owner and due time; `ages` as in `flow.AGE_LIMITS`."""

    requests: tuple[OpenRequest, ...]
    ages: tuple[int, ...]
    states: Mapping[str, RequestState]
