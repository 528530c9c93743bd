"""What the request journal is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from helpdesk.domain.request import RequestState


class JournalEntry(NamedTuple):
    """A request as the table holds it: codes, and instants in milliseconds since 1970."""

    alias: int
    number: str
    created_at: int
    channel: str
    kind: str
    subject: str
    customer: str
    owner: str
    queue: str
    state: str
    category: str
    due_at: int | None
    first_response_seconds: int | None
    solved_at: int | None
    score: int | None


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """The requests of the period, the oldest first, and what their states are called."""

    entries: list[JournalEntry]
    states: Mapping[str, RequestState]
    as_of: datetime
