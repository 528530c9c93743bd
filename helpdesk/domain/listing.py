"""Lists as the operator asks for them: a view, its filters, its order."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.lazily import dataclass

if TYPE_CHECKING:
    from helpdesk.domain.order import OrderKind, OrderStage


class View(StrEnum):
    """The ready views of the request list."""

    CUSTOMER = "customer"
    MINE = "mine"
    TODAY = "today"
    QUEUE = "queue"
    WAITING = "waiting"
    OVERDUE = "overdue"
    ALL = "all"


class Sort(StrEnum):
    """The order of a list."""

    DUE = "due"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class RequestQuery:
    """What the request list shows; empty filters mean any."""

    view: View = View.MINE
    sort: Sort = Sort.DUE
    kinds: frozenset[RequestKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    categories: frozenset[Category] = frozenset()
    states: frozenset[str] = frozenset()
    owner: OperatorId | None = None
    customer: CustomerId | None = None
    created_from: date | None = None
    created_to: date | None = None
    text: str = ""


class OrderView(StrEnum):
    """The ready views of the order tracker."""

    ATTENTION = "attention"
    LATE = "late"
    OPEN = "open"
    SHIPPED = "shipped"
    MISSED = "missed"
    ALL = "all"


@dataclass(frozen=True)
class OrderQuery:
    """What the order tracker shows; empty filters mean any, days are those of the promise."""

    view: OrderView = OrderView.OPEN
    customer: CustomerId | None = None
    text: str = ""
    sort: Sort = Sort.DUE
    stages: frozenset[OrderStage] = frozenset()
    kinds: frozenset[OrderKind] = frozenset()
    departments: frozenset[str] = frozenset()
    promised_from: date | None = None
    promised_to: date | None = None
    is_owed: bool = False


@dataclass(frozen=True)
class Found:
    """One answer of the one box (Ctrl+K): kind is customer, request, order or product."""

    kind: str
    number: str
    title: str
    detail: str
    record: bytes


@dataclass(frozen=True)
class SavedView:
    """A request query that an operator named."""

    name: str
    query: RequestQuery


@dataclass(frozen=True, slots=True)
class SavedOrderView:
    """An order query that an operator named."""

    name: str
    query: OrderQuery
