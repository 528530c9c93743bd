"""Records behind a figure, as a list shows and exports them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DrilledRequest:
    """A request behind a figure; `alias` opens it."""

    alias: int
    number: str
    created_at: datetime
    kind: str
    channel: str
    subject: str
    customer: str
    owner: str
    state: str
    due_at: datetime | None
    solved_at: datetime | None


@dataclass(frozen=True, slots=True)
class DrilledCall:
    """A call behind a figure."""

    alias: int
    started_at: datetime
    line: str
    caller: str
    operator: str
    result: str
    waited_seconds: int | None
    talked_seconds: int | None


@dataclass(frozen=True, slots=True)
class DrilledOrder:
    """An order behind a figure; `alias` opens it."""

    alias: int
    number: str
    ordered_at: datetime
    title: str
    customer: str
    stage: str
    total_minor: int
