"""The course of one request as its clocks see it: folded from the events, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import datetime
from enum import Enum, StrEnum
from operator import attrgetter
from typing import NamedTuple

from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.service_policy import ServiceGoals, ServicePolicy
from helpdesk.lazily import dataclass


class ServiceEventKind(StrEnum):
    """What happened to a request, as far as promises go.

    REPLY is a public message of an operator; CONVERSATION a call or visit, which answers itself; NOTE also stands for
    automatic mail; MOVED for a change of owner, queue or department; CLASSIFIED for a change of kind or priority;
    DUE_SET for a due date set or (without one) taken back by hand.
    """

    CREATED = "created"
    STATE = "state"
    REPLY = "reply"
    CONVERSATION = "conversation"
    CUSTOMER_WORD = "customer_word"
    NOTE = "note"
    MOVED = "moved"
    CLASSIFIED = "classified"
    DUE_SET = "due_set"


@dataclass(frozen=True)
class ServiceEvent:
    """One event of a request: CREATED and STATE carry the category, CREATED and CLASSIFIED kind and priority."""

    kind: ServiceEventKind
    at: datetime
    category: Category | None = None
    waiting_for: WaitingReason | None = None
    request_kind: str | None = None
    priority: str | None = None
    due_at: datetime | None = None


class ClockRule(StrEnum):
    """Why a clock ran or stood in an interval."""

    NEW = "new"
    IN_WORK = "in_work"
    WAITING = "waiting"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_DEPARTMENT = "waiting_department"
    WAITING_SUPPLIER = "waiting_supplier"
    WAITING_DATE = "waiting_date"
    SOLVED = "solved"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    FIXED_DUE = "fixed_due"
    OVERDUE = "overdue"


class Gait(Enum):
    """What a clock does in a phase of the request."""

    RUNS = 1
    PAUSED = 2
    STOPPED = 3


class Phase(NamedTuple):
    """A stretch of the request's life, until the next one begins."""

    at: datetime
    rule: ClockRule
    gait: Gait


@dataclass
class Course:
    """Phases, talk, classifications and fixed due dates of a request, each in time order."""

    started_at: datetime
    policy: ServicePolicy
    phases: list[Phase] = field(default_factory=list)
    talk: list[tuple[datetime, bool]] = field(default_factory=list)
    classes: list[tuple[datetime, str, str]] = field(default_factory=list)
    fixed: list[tuple[datetime, datetime | None]] = field(default_factory=list)

    @property
    def is_stopped(self) -> bool:
        """Whether the request is solved, closed or cancelled."""
        return self.phases[-1].gait is Gait.STOPPED

    @property
    def solved_at(self) -> datetime | None:
        """When the present solution was reported; None while there is none."""
        last = self.phases[-1]
        return last.at if last.rule in (ClockRule.SOLVED, ClockRule.CLOSED) else None

    @property
    def first_answer_at(self) -> datetime | None:
        """When an operator first answered; a conversation that led to the request answers it at once."""
        return next((max(at, self.started_at) for at, is_answer in self.talk if is_answer), None)

    def class_at(self, until: datetime | None) -> tuple[datetime, str, str]:
        """Since when the request had which kind and priority, as of an instant or now."""
        return next((entry for entry in reversed(self.classes) if until is None or entry[0] <= until), self.classes[0])

    def goals(self, until: datetime | None) -> ServiceGoals:
        """The goals by the classification at an instant, or the present one."""
        _, kind, priority = self.class_at(until)
        return self.policy.goals_for(kind, priority)

    def fixed_due(self, until: datetime | None) -> tuple[datetime, datetime] | None:
        """When a due date was last set by hand, and that date, as of an instant or now."""
        for at, due_at in reversed(self.fixed):
            if until is None or at <= until:
                return (at, due_at) if due_at is not None else None
        return None

    def spans(self, start: datetime, end: datetime | None) -> Iterator[tuple[datetime, datetime | None, Phase]]:
        """The phases cut to [start, end); the end of the last is None where it still lasts."""
        last = len(self.phases) - 1
        for i, phase in enumerate(self.phases):
            begin = max(phase.at, start)
            upto = self.phases[i + 1].at if i < last else end
            if end is not None and upto is not None and upto > end:
                upto = end
            if upto is None or begin < upto:
                yield begin, upto, phase


def course_of(events: Iterable[ServiceEvent], policy: ServicePolicy) -> Course | None:
    """Folds the events of one request; None where there are none."""
    ordered = sorted(events, key=attrgetter("at"))
    if not ordered:
        return None
    created = next((event for event in ordered if event.kind is ServiceEventKind.CREATED), ordered[0])
    course = Course(created.at, policy)
    course.phases.append(Phase(created.at, ClockRule.NEW, Gait.RUNS))
    course.classes.append((created.at, created.request_kind or "", created.priority or ""))
    for event in ordered:
        _take(course, event)
    return course


def _take(course: Course, event: ServiceEvent) -> None:
    kind = event.kind
    if event.category is not None:
        _enter(course, event)
    if kind in (ServiceEventKind.REPLY, ServiceEventKind.CONVERSATION):
        course.talk.append((event.at, True))
    elif kind is ServiceEventKind.CUSTOMER_WORD:
        course.talk.append((event.at, False))
    elif kind is ServiceEventKind.CLASSIFIED:
        _, request_kind, priority = course.classes[-1]
        course.classes.append((event.at, event.request_kind or request_kind, event.priority or priority))
    elif kind is ServiceEventKind.DUE_SET:
        course.fixed.append((event.at, event.due_at))


def _enter(course: Course, event: ServiceEvent) -> None:
    last, category = course.phases[-1], event.category
    rule, gait = _MEANING[category] if category in _MEANING else _waiting(event, course.policy)
    if gait is Gait.STOPPED and last.gait is Gait.STOPPED and category is Category.CLOSED:
        return
    if gait is not Gait.STOPPED and last.gait is Gait.STOPPED and gait is Gait.RUNS:
        rule = ClockRule.REOPENED
    at = max(event.at, last.at)
    if at == last.at:
        course.phases.pop()
    if not course.phases or course.phases[-1].rule is not rule:
        course.phases.append(Phase(at, rule, gait))


def _waiting(event: ServiceEvent, policy: ServicePolicy) -> tuple[ClockRule, Gait]:
    reason = event.waiting_for
    rule = ClockRule[f"WAITING_{reason.name}"] if reason is not None else ClockRule.WAITING
    return rule, Gait.PAUSED if reason in policy.pausing else Gait.RUNS


_MEANING = {
    Category.NEW: (ClockRule.NEW, Gait.RUNS),
    Category.OPEN: (ClockRule.IN_WORK, Gait.RUNS),
    Category.SOLVED: (ClockRule.SOLVED, Gait.STOPPED),
    Category.CLOSED: (ClockRule.CLOSED, Gait.STOPPED),
    Category.CANCELLED: (ClockRule.CANCELLED, Gait.STOPPED),
}
