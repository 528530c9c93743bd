"""Tasks to departments: ask, answer, hand over, take back; for requests and orders alike (S35, S65)."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.category import Category
from helpdesk.domain.changes import Changes
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.permission import Action
from helpdesk.domain.task import Task, TaskForm, TaskId
from helpdesk.errors import FieldMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask as ask_permission
from helpdesk.service.request_state import enter
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from helpdesk.storage.queries import task as queries
from helpdesk.storage.unit import UnitOfWork

WAITING, WORKING = "waiting_department", "in_work"


def of_subject(desk: Desk, actor: OperatorId, subject: bytes) -> tuple[Task, ...]:
    """The tasks of a request or an order, the oldest first."""
    ask_permission(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.of_subject(database, subject)


def open_ones(desk: Desk, actor: OperatorId, department: str = "") -> tuple[Task, ...]:
    """Tasks without an answer, the most urgent first."""
    ask_permission(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.open_ones(database, department)


def departments(desk: Desk, actor: OperatorId) -> tuple[str, ...]:
    """Every department that is known by name."""
    ask_permission(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.departments(database)


def ask(desk: Desk, actor: OperatorId, kind: SubjectKind, subject: bytes, form: TaskForm) -> Changes:
    """Asks a department for something; an open request then waits for it. Raises FieldMissing."""
    ask_permission(desk, actor, Action.WRITE)
    with desk.work() as unit:
        ask_in(unit, actor, kind, subject, form)
        if kind is SubjectKind.REQUEST:
            _wait(unit, desk, actor, RequestId(subject))
    return unit.changes


def ask_in(unit: UnitOfWork, actor: OperatorId, kind: SubjectKind, subject: bytes, form: TaskForm) -> tables.Task:
    """Adds a task inside a larger unit of work. Raises FieldMissing."""
    if not form.department.strip():
        raise FieldMissing("department")
    if not form.what.strip():
        raise FieldMissing("what")
    row = unit.add(
        tables.Task,
        subject_kind=kind.value,
        subject=subject,
        department=form.department.strip(),
        what=form.what.strip(),
        due_at=form.due_at,
        owner=form.owner,
        asked_by=actor or None,
        asked_at=unit.now,
    )
    due = {"due_at": form.due_at.isoformat()} if form.due_at else {}
    _tell(unit, actor, row, EventKind.TASK, text=row.what, detail=due)
    return row


def answer(desk: Desk, actor: OperatorId, task: TaskId, text: str) -> Changes:
    """Keeps a department's answer; with the last one a waiting request goes back to work. Raises FieldMissing."""
    ask_permission(desk, actor, Action.WRITE)
    if not text.strip():
        raise FieldMissing("answer")
    with desk.work() as unit:
        row = unit.get(tables.Task, task)
        if row.answered_at is not None:
            return unit.changes
        unit.change(row, answered_at=unit.now, answered_by=actor or None, answer=text.strip())
        waited = {"waited_seconds": int((unit.now - row.asked_at).total_seconds())}
        _tell(unit, actor, row, EventKind.TASK_ANSWERED, text=text.strip(), detail=waited)
        is_last = not queries.has_open(unit.database, row.subject)
        if row.subject_kind == SubjectKind.REQUEST and is_last:
            _go_on(unit, desk, actor, RequestId(row.subject))
    return unit.changes


def hand_over(desk: Desk, actor: OperatorId, task: TaskId, **cells: Any) -> Changes:
    """Changes who answers (`owner`, `department`) or until when (`due_at`)."""
    ask_permission(desk, actor, Action.WRITE)
    if unknown := set(cells) - {"owner", "department", "due_at"}:
        raise ValueError(f"not cells of a task: {sorted(unknown)}")
    with desk.work() as unit:
        row = unit.get(tables.Task, task)
        if unit.change(row, **cells):
            due = {"due_at": row.due_at.isoformat()} if row.due_at else {}
            _tell(unit, actor, row, EventKind.TASK, text=row.what, detail={**due, "is_changed": True})
    return unit.changes


def _tell(unit: UnitOfWork, actor: OperatorId, row: tables.Task, kind: EventKind, **cells: Any) -> None:
    # The event names its subject, so that the record's derived columns follow in the same transaction.
    detail = {"task": row.id.hex(), "department": row.department, **cells.pop("detail", {})}
    add_event(unit, SubjectKind(row.subject_kind), row.subject, kind, operator=actor or None, detail=detail, **cells)


def _wait(unit: UnitOfWork, desk: Desk, actor: OperatorId, request: RequestId) -> None:
    row = unit.get(tables.Request, request)
    if row.category in (Category.NEW, Category.OPEN) and WAITING in desk.states:
        enter(unit, desk, actor, request, WAITING)


def _go_on(unit: UnitOfWork, desk: Desk, actor: OperatorId, request: RequestId) -> None:
    if unit.get(tables.Request, request).state == WAITING and WORKING in desk.states:
        enter(unit, desk, actor, request, WORKING)
