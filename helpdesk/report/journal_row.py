"""A request as the journal lists it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One request created in the period; spam, tests and merged secondaries are left out by the caller.

    Texts are already words. `first_response_seconds` is business time (None: unanswered). Neither open nor solved means
    cancelled: counted as created and left out of times. `is_overdue` is true of open requests past their due instant.
    """

    number: str
    created_at: datetime
    channel: str
    kind: str
    subject: str
    customer: str
    owner: str
    state: str
    due_at: datetime | None = None
    first_response_seconds: int | None = None
    solved_at: datetime | None = None
    score: int | None = None
    is_open: bool = False
    is_solved: bool = False
    is_overdue: bool = False
