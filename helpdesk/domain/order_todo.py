"""What to do now about orders: one line a thing, the most pressing kinds first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.order import OrderRow


class TodoKind(StrEnum):
    """Why an order wants somebody's hand now, in the order of pressing."""

    LATE = "late"
    ANSWER = "answer"
    REMEDY = "remedy"
    RISK = "risk"
    CONFIRM = "confirm"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do; `what` is a task's or a remedy's own text, `due_at` when it should have been done."""

    kind: TodoKind
    row: OrderRow
    what: str = ""
    department: str = ""
    due_at: datetime | None = None
