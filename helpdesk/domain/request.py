"""Requests (заявки): what a customer wants, from the first word to the confirmation of satisfaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.event import Channel, Event, NotificationWay
from helpdesk.domain.identity import CustomerId, EventId, OperatorId, OrderId, RequestId
from helpdesk.domain.reason import ReasonId
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.lazily import dataclass


class RequestKind(StrEnum):
    """What is asked for (S30)."""

    CONSULTATION = "consultation"
    PURCHASE = "purchase"
    ORDER_CHANGE = "order_change"
    COMPLAINT = "complaint"
    SERVICE = "service"


class Priority(StrEnum):
    """How urgent a request is."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True)
class RequestState:
    """A state that the company names freely, with its fixed category."""

    code: str
    category: Category
    waiting_for: WaitingReason | None
    name_en: str
    name_ru: str
    position: int

    def name(self, language: str) -> str:
        """The state's name in "en" or "ru"."""
        return self.name_ru if language == "ru" else self.name_en


@dataclass(frozen=True)
class RequestForm:
    """A request as typed, before or at saving; `number` was given at the first keystroke."""

    kind: RequestKind = RequestKind.CONSULTATION
    subject: str = ""
    description: str = ""
    customer: CustomerId | None = None
    channel: Channel = Channel.PHONE
    priority: Priority = Priority.NORMAL
    wanted_at: datetime | None = None
    owner: OperatorId | None = None
    number: str = ""
    order: OrderId | None = None
    reason: ReasonId | None = None


@dataclass(frozen=True)
class RequestRow:
    """A request as a list shows it."""

    id: RequestId
    alias: int
    number: str
    kind: RequestKind
    subject: str
    customer: CustomerId | None
    customer_name: str
    channel: Channel
    priority: Priority
    state: str
    category: Category
    owner: OperatorId | None
    owner_name: str
    created_at: datetime
    due_at: datetime | None
    due_target: ServiceTarget | None
    paused_left: timedelta | None
    is_owed: bool
    solved_at: datetime | None


@dataclass(frozen=True)
class OwedNotification:
    """A stage that the customer has not been told of yet, with the words to tell (S38)."""

    event: EventId
    state: str
    text: str


@dataclass(frozen=True)
class Satisfaction:
    """A score of 1 to 5 with words: who gave it, by which channel (S39).

    `recommend` is the answer, 0 to 10, to whether the customer would recommend the company; None where nobody asked.
    """

    score: int
    words: str = ""
    given_by: str = ""
    channel: Channel = Channel.PHONE
    recommend: int | None = None


@dataclass(frozen=True)
class RequestCard:
    """A request as its pane shows it: the row, the words, the history."""

    row: RequestRow
    description: str
    wanted_at: datetime | None
    foreign_number: str
    events: tuple[Event, ...]
    owed: OwedNotification | None
    satisfaction: Satisfaction | None
    order: OrderId | None
    order_number: str
    readout: str
    reason: ReasonId | None = None


@dataclass(frozen=True)
class Notice:
    """How the customer was told of a stage; a waiver needs its reason."""

    event: EventId
    way: NotificationWay
    reason: str = ""
