"""Calls and what comes of them: the record of a call, its script, its wrap-up."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from helpdesk.domain.customer import Candidate
from helpdesk.domain.event import Direction
from helpdesk.domain.identity import CustomerId, InteractionId, RequestId
from helpdesk.domain.request import RequestForm
from helpdesk.lazily import dataclass


class CallOutcome(StrEnum):
    """How a call ended."""

    SOLVED = "solved"
    REGISTERED = "registered"
    CALLBACK = "callback"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"
    OTHER = "other"


class PromiseKind(StrEnum):
    """A call back, or anything else that was promised by a time."""

    CALLBACK = "callback"
    PROMISE = "promise"


@dataclass(frozen=True)
class ScriptStage:
    """One of the six steps of the first contact (S20-S25): its name, the words to say, a question to ask."""

    code: str
    title: str
    words: str
    question: str


@dataclass(frozen=True)
class Call:
    """A call under way or in after-call work."""

    id: InteractionId
    phone: str
    direction: Direction
    started_at: datetime
    ended_at: datetime | None
    customer: CustomerId | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class PromiseForm:
    """A promise as typed."""

    kind: PromiseKind
    what: str
    due_at: datetime
    customer: CustomerId | None = None
    request: RequestId | None = None
    phone: str = ""


@dataclass(frozen=True)
class WrapUp:
    """Everything that a finished call leaves behind, stored in one go (S25, S75)."""

    outcome: CallOutcome
    summary: str
    next_step: str = ""
    notes: str = ""
    customer: CustomerId | None = None
    request: RequestId | None = None
    new_request: RequestForm | None = None
    promise: PromiseForm | None = None
