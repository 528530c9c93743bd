"""What happened to a request or an order: append-only, the only source of clocks, histories and figures."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.identity import EventId, OperatorId
from helpdesk.lazily import dataclass


class SubjectKind(StrEnum):
    """What an event happened to."""

    REQUEST = "request"
    ORDER = "order"
    QUOTE = "quote"
    INVOICE = "invoice"


class EventKind(StrEnum):
    """What happened."""

    CREATED = "created"
    STATE = "state"
    ASSIGNED = "assigned"
    MESSAGE = "message"
    NOTE = "note"
    CALL_NOTE = "call_note"
    CLASSIFIED = "classified"
    DUE_SET = "due_set"
    NOTIFIED = "notified"
    SATISFACTION = "satisfaction"
    DATED = "dated"
    ACTIVITY = "activity"
    CHECKED = "checked"
    CORRECTED = "corrected"
    OFFERED = "offered"
    TASK = "task"
    TASK_ANSWERED = "task_answered"
    REMEDY = "remedy"
    READ_OUT = "read_out"


class Channel(StrEnum):
    """How a contact came or went (S16)."""

    PHONE = "phone"
    MAIL = "mail"
    CHAT = "chat"
    VISIT = "visit"
    OTHER = "other"

    @property
    def is_conversation(self) -> bool:
        """Whether both sides speak at once, so that a question is answered as it is asked."""
        return self in (Channel.PHONE, Channel.VISIT, Channel.CHAT)


class Direction(StrEnum):
    """Who began: the customer (incoming) or we (outgoing)."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class NotificationWay(StrEnum):
    """How a customer was told of a stage, or why not (S38)."""

    SAID = "said"
    MAILED = "mailed"
    PRINTED = "printed"
    WAIVED = "waived"


@dataclass(frozen=True)
class Event:
    """One thing that happened; instants are UTC.

    `state` is the state after it, `about` the state event that a notification answers, `detail` whatever the kind
    adds (notification way, score's giver, date moved, source of an import). Order of folding: occurred_at, stamp, id.
    """

    id: EventId
    kind: EventKind
    occurred_at: datetime
    stamp: int = 0
    operator: OperatorId | None = None
    author: str = ""
    channel: Channel | None = None
    direction: Direction | None = None
    state: str = ""
    owner: OperatorId | None = None
    queue: str = ""
    text: str = ""
    about: EventId | None = None
    score: int | None = None
    detail: dict[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[datetime, int, bytes]:
        """The place of the event in its record's history, the same on every station."""
        return self.occurred_at, self.stamp, self.id
