"""What the sheets of a shift and of a person are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.facts.measure import Share
from helpdesk.domain.facts.open import OpenRequest
from helpdesk.domain.facts.operators import OperatorFacts, OperatorsFacts


@dataclass(frozen=True, slots=True)
class DuePromise:
    """A promise that is not kept yet."""

    due_at: datetime
    what: str
    customer: str
    phone: str
    number: str
    operator: str


@dataclass(frozen=True, slots=True)
class OpenTask:
    """What a department has not answered yet."""

    asked_at: datetime
    due_at: datetime | None
    department: str
    what: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftFacts:
    """What happened in the shift, and what the next one takes over; `owed` customers were not told of a stage."""

    created: int
    solved: int
    calls: int
    owed: int
    requests: tuple[OpenRequest, ...]
    promises: tuple[DuePromise, ...]
    tasks: tuple[OpenTask, ...]
    states: dict[str, tuple[str, str]]
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """One operator's own results beside the whole team's; `own` is None where nothing was done."""

    name: str
    own: OperatorFacts | None
    team: OperatorsFacts
    promises: Share
    requests: tuple[OpenRequest, ...]
    states: dict[str, tuple[str, str]]
    as_of: datetime
