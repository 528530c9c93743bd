"""Tasks of departments, with the numbers of what they belong to."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.event import SubjectKind
from helpdesk.domain.identity import OperatorId, instant
from helpdesk.domain.task import Task, TaskId
from helpdesk.storage.database import Database

_TASK = (
    "SELECT t.id, t.subject_kind, t.subject, coalesce(r.number, o.number, ''), t.department, t.what, t.due_at, t.owner,"
    " coalesce(p.name, ''), t.asked_at, t.answered_at, t.answer FROM task t"
    " LEFT JOIN request r ON r.id = t.subject LEFT JOIN customer_order o ON o.id = t.subject"
    " LEFT JOIN operator p ON p.id = t.owner WHERE t.is_hidden = 0"
)
_SUBJECTS = "SELECT ? UNION ALL SELECT id FROM request WHERE merged_into = ?"
"""A request and what was merged into it."""


def of_subject(database: Database, subject: bytes) -> tuple[Task, ...]:
    """The tasks of a request or an order, the oldest first."""
    return tuple(
        map(
            _task,
            database.rows(f"{_TASK} AND t.subject IN ({_SUBJECTS}) ORDER BY t.asked_at, t.alias", subject, subject),
        )
    )


def open_ones(database: Database, department: str = "") -> tuple[Task, ...]:
    """Tasks without an answer, the most urgent first, of one department or of all."""
    clause, values = (" AND t.department = ?", (department,)) if department else ("", ())
    sql = f"{_TASK} AND t.answered_at IS NULL{clause} ORDER BY t.due_at IS NULL, t.due_at, t.asked_at"
    return tuple(map(_task, database.rows(sql, *values)))


def departments(database: Database) -> tuple[str, ...]:
    """Every department that a task, a stage or an operator names."""
    return tuple(
        row[0]
        for row in database.rows(
            "SELECT department FROM task WHERE is_hidden = 0 UNION SELECT department FROM order_stage"
            " WHERE is_hidden = 0 UNION SELECT department FROM operator WHERE is_hidden = 0 ORDER BY 1"
        )
        if row[0]
    )


def has_open(database: Database, subject: bytes) -> bool:
    """Whether a department still owes an answer."""
    sql = f"SELECT 1 FROM task WHERE subject IN ({_SUBJECTS}) AND is_hidden = 0 AND answered_at IS NULL LIMIT 1"
    return database.row(sql, subject, subject) is not None


def _task(cells: tuple[Any, ...]) -> Task:
    id, kind, subject, number, department, what, due_at, owner, owner_name, asked_at, answered_at, answer = cells
    return Task(
        id=TaskId(bytes(id)),
        subject_kind=SubjectKind(kind),
        subject=bytes(subject),
        number=number,
        department=department,
        what=what,
        due_at=None if due_at is None else instant(due_at),
        owner=OperatorId(bytes(owner)) if owner else None,
        owner_name=owner_name,
        asked_at=instant(asked_at),
        answered_at=None if answered_at is None else instant(answered_at),
        answer=answer,
    )
