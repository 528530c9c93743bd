"""Tasks of departments: what a request or an order waits for from colleagues (S35, S65)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from helpdesk.domain.event import SubjectKind
from helpdesk.domain.identity import OperatorId

TaskId = NewType("TaskId", bytes)


@dataclass(frozen=True, slots=True)
class TaskForm:
    """What a department is asked for, and until when."""

    department: str
    what: str
    due_at: datetime | None = None
    owner: OperatorId | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A task with its answer, if there is one, and what it belongs to."""

    id: TaskId
    subject_kind: SubjectKind
    subject: bytes
    number: str
    department: str
    what: str
    due_at: datetime | None
    owner: OperatorId | None
    owner_name: str
    asked_at: datetime
    answered_at: datetime | None
    answer: str

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.answered_at is None

    def waited(self, now: datetime) -> timedelta:
        """How long the answer took, or has been waited for until now."""
        return (self.answered_at or now) - self.asked_at

    def is_overdue(self, now: datetime) -> bool:
        """Whether the answer should have been there."""
        return self.is_open and self.due_at is not None and self.due_at < now
