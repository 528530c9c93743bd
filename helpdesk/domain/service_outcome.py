"""What became of each promise of a request, as figures count it: decided once, and at the same instant everywhere.

A promise is met at the instant of the answer or solution in time, and breached at its due instant, even while the
request is open. Which of both is known as soon as the events are, so that a breach needs no clock that ticks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.service_course import Course, Gait, ServiceEvent, course_of
from helpdesk.domain.service_level import Due, Reckoning, earliest_owed, reckonings
from helpdesk.domain.service_policy import ServicePolicy, ServiceTarget


@dataclass(frozen=True, slots=True)
class Outcome:
    """One promise from its start; lengths are business time.

    `breach_at` is when it was missed, or will be unless something happens; None while it pauses and once it was met.
    `ended_at` is the answer or solution, in time (`is_met`) or late by `overrun`. `is_promised` is false where no
    policy promises the target.
    """

    target: ServiceTarget
    started_at: datetime
    breach_at: datetime | None
    ended_at: datetime | None
    is_met: bool
    seconds: int | None
    overrun: int | None
    kind: str
    priority: str
    policy_version: int
    is_promised: bool = True


def promises(
    events: Iterable[ServiceEvent], policy: ServicePolicy, hours: BusinessHours
) -> tuple[Due | None, tuple[Outcome, ...]]:
    """The earliest owed promise for lists, and the outcome of every promise, in one pass over the events."""
    course = course_of(events, policy)
    if course is None:
        return None, ()
    found = list(reckonings(course, hours))
    outcomes = [outcome for one in found if (outcome := _outcome(one, course, hours)) is not None]
    reckoned = {one.target for one in found}
    ends = {ServiceTarget.FIRST_RESPONSE: course.first_answer_at, ServiceTarget.SOLUTION: course.solved_at}
    outcomes += [_unpromised(target, course, end, hours) for target, end in ends.items() if target not in reckoned]
    return earliest_owed(course, found), tuple(outcomes)


def _outcome(one: Reckoning, course: Course, hours: BusinessHours) -> Outcome | None:
    runs = one.end is None and one.gait is Gait.RUNS and not course.is_stopped
    breach_at = one.late_at
    if breach_at is None and runs and one.due_at is not None:
        breach_at = max(one.since, one.due_at)
    if one.end is None and course.is_stopped and breach_at is None:
        return None
    is_late = one.late_at is not None
    _at, kind, priority = course.class_at(one.end)
    return Outcome(
        one.target,
        one.start,
        breach_at,
        one.end,
        one.end is not None and not is_late,
        None if one.end is None else hours.working_seconds(one.start, one.end),
        max(0, -one.left // timedelta(seconds=1)) if one.end is not None and is_late else None,
        kind,
        priority,
        course.policy.version,
    )


def _unpromised(target: ServiceTarget, course: Course, end: datetime | None, hours: BusinessHours) -> Outcome:
    _at, kind, priority = course.class_at(end)
    seconds = None if end is None else hours.working_seconds(course.started_at, end)
    return Outcome(
        target, course.started_at, None, end, False, seconds, None, kind, priority, course.policy.version, False
    )
