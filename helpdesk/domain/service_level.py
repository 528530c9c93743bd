"""The service clocks of one request, derived from its events: what is due when, what stands, what was missed, and why.

Pauses count in business time; a solved request's clock stands until it is reopened; a due date set by hand beats the
policy and knows no pause. Nothing here is stored as a counter: the same events, policy and hours give the same clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.business_hours import BusinessHours, NeverOpensError
from helpdesk.domain.service_course import ClockRule, Course, Gait, ServiceEvent, course_of
from helpdesk.domain.service_policy import ServicePolicy, ServiceTarget
from helpdesk.lazily import dataclass

_NONE = timedelta(0)


class ServiceState(StrEnum):
    """How a promise stands."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BREACHED = "breached"
    PAUSED = "paused"
    MET = "met"


@dataclass(frozen=True)
class ClockInterval:
    """A stretch that explains a due time; `working` is the business time in it, used up while running, else granted."""

    start: datetime
    end: datetime
    running: bool
    working: timedelta
    reason: ClockRule
    calendar_version: int


@dataclass(frozen=True)
class TargetClock:
    """One promise: `due_at` is None while it is paused in time, `remaining` is business time and negative when overrun.

    `breached_at` is the due instant that was missed, `met_at` when the target was reached, in time or late; `is_owed`
    says that the customer still waits for it.
    """

    target: ServiceTarget
    state: ServiceState
    started_at: datetime
    due_at: datetime | None
    remaining: timedelta
    breached_at: datetime | None
    met_at: datetime | None
    paused_since: datetime | None
    is_owed: bool
    policy_version: int
    intervals: tuple[ClockInterval, ...]


@dataclass(frozen=True)
class Due:
    """What a list stores of the earliest owed promise: true at any later instant until the next event.

    Running: `remaining` was left at `running_since`. Paused: `remaining` is left, and `due_at` is None unless missed.
    """

    due_at: datetime | None
    target: ServiceTarget
    paused_since: datetime | None
    remaining: timedelta
    running_since: datetime | None

    def remaining_at(self, now: datetime, hours: BusinessHours) -> timedelta:
        """Business time left, negative when overrun; stands still while paused."""
        used = hours.working_time(self.running_since, now) if self.running_since is not None else _NONE
        return self.remaining - used


@dataclass
class Reckoning:
    """One promise, whatever the time is now: `left` is left at `since`, `late_at` a due instant missed before that."""

    target: ServiceTarget
    start: datetime
    end: datetime | None
    allowance: timedelta
    left: timedelta
    since: datetime
    gait: Gait
    late_at: datetime | None = None
    due_at: datetime | None = None
    fixed_at: datetime | None = None


def clocks(
    events: Iterable[ServiceEvent], policy: ServicePolicy, hours: BusinessHours, now: datetime
) -> tuple[TargetClock, ...]:
    """Every promise of the request as of `now`, kept and missed ones too, without those that a stop left undecided."""
    course = course_of((event for event in events if event.at <= now), policy)
    if course is None:
        return ()
    found = (_clock(reckoning, course, hours, now) for reckoning in reckonings(course, hours))
    return tuple(clock for clock in found if clock is not None)


def earliest(clocks: Iterable[TargetClock]) -> TargetClock | None:
    """The owed promise to show: the first due, else of the paused ones that with the least time left."""
    owed = [clock for clock in clocks if clock.is_owed]
    return min(owed, key=lambda clock: _urgency(clock.due_at, clock.remaining), default=None)


def due(events: Iterable[ServiceEvent], policy: ServicePolicy, hours: BusinessHours) -> Due | None:
    """The earliest owed promise for a list's columns; None where nothing is owed."""
    course = course_of(events, policy)
    if course is None or course.is_stopped:
        return None
    return earliest_owed(course, reckonings(course, hours, owed_only=True))


def earliest_owed(course: Course, found: Iterable[Reckoning]) -> Due | None:
    """The earliest owed promise among those reckoned; None where nothing is owed."""
    owed = [] if course.is_stopped else [one for one in found if one.end is None]
    if not owed:
        return None
    first = min(owed, key=lambda reckoning: _urgency(reckoning.due_at, reckoning.left))
    runs = first.gait is Gait.RUNS
    return Due(first.due_at, first.target, None if runs else first.since, first.left, first.since if runs else None)


def _urgency(due_at: datetime | None, remaining: timedelta) -> tuple[bool, float]:
    return (True, remaining.total_seconds()) if due_at is None else (False, due_at.timestamp())


def reckonings(course: Course, hours: BusinessHours, *, owed_only: bool = False) -> Iterator[Reckoning]:
    """Every promise of a course, or those that are owed, whatever the time is now."""
    for target, start, end in _spells(course, hours):
        if (end is None or not owed_only) and (found := _reckon(course, hours, target, start, end)) is not None:
            yield found


def _spells(course: Course, hours: BusinessHours) -> Iterator[tuple[ServiceTarget, datetime, datetime | None]]:
    yield ServiceTarget.FIRST_RESPONSE, course.started_at, course.first_answer_at
    asked: datetime | None = None
    for at, is_answer in course.talk:
        if at <= course.started_at:
            continue
        if is_answer:
            if asked is not None:
                yield ServiceTarget.NEXT_UPDATE, asked, at
            asked = at if course.policy.updates_regularly else None
        elif asked is None or not (course.policy.updates_regularly or _is_late(course, hours, asked, at)):
            asked = at
    if asked is not None:
        yield ServiceTarget.NEXT_UPDATE, asked, None
    yield ServiceTarget.SOLUTION, course.started_at, course.solved_at


def _is_late(course: Course, hours: BusinessHours, asked: datetime, at: datetime) -> bool:
    found = _reckon(course, hours, ServiceTarget.NEXT_UPDATE, asked, at)
    return found is not None and found.late_at is not None


def _reckon(
    course: Course, hours: BusinessHours, target: ServiceTarget, start: datetime, end: datetime | None
) -> Reckoning | None:
    if target is ServiceTarget.SOLUTION and (fixed := course.fixed_due(end)) is not None:
        return _by_hand(course, hours, fixed, end)
    promised = course.goals(end).allowance(target)
    if promised is None:
        return None
    try:
        allowance = promised.from_start(start, hours)
        reckoning = Reckoning(target, start, end, allowance, allowance, start, Gait.RUNS)
        _run(reckoning, course, hours)
    except NeverOpensError:
        return None
    return reckoning


def _run(reckoning: Reckoning, course: Course, hours: BusinessHours) -> None:
    for begin, upto, phase in course.spans(reckoning.start, reckoning.end):
        reckoning.since, reckoning.gait = begin, phase.gait
        if phase.gait is not Gait.RUNS or upto is None:
            continue
        used = hours.working_time(begin, upto)
        if reckoning.late_at is None and used >= reckoning.left:
            due_at = hours.deadline(begin, reckoning.left)
            reckoning.late_at = due_at if due_at < upto else None
        reckoning.left -= used
        reckoning.since = upto
    reckoning.due_at = reckoning.late_at
    if reckoning.due_at is None and reckoning.gait is Gait.RUNS:
        reckoning.due_at = hours.deadline(reckoning.since, reckoning.left)


def _by_hand(course: Course, hours: BusinessHours, fixed: tuple[datetime, datetime], end: datetime | None) -> Reckoning:
    fixed_at, due_at = fixed
    start = course.started_at
    total = hours.working_time(max(start, fixed_at), due_at)
    reckoning = Reckoning(ServiceTarget.SOLUTION, start, end, total, total, start, Gait.RUNS, None, due_at, fixed_at)
    for begin, upto, phase in course.spans(start, end):
        reckoning.since = begin
        reckoning.gait = Gait.STOPPED if phase.gait is Gait.STOPPED else Gait.RUNS
        if reckoning.gait is Gait.RUNS and reckoning.late_at is None and upto is not None and upto > due_at:
            reckoning.late_at = max(begin, due_at)
    since = end or reckoning.since
    reckoning.since = since
    reckoning.left = hours.working_time(since, due_at) - hours.working_time(due_at, since)
    return reckoning


def _clock(reckoning: Reckoning, course: Course, hours: BusinessHours, now: datetime) -> TargetClock | None:
    met_at, due_at, left = reckoning.end, reckoning.due_at, reckoning.left
    runs = met_at is None and reckoning.gait is Gait.RUNS
    breached_at = reckoning.late_at
    if runs:
        left -= hours.working_time(reckoning.since, now)
        if breached_at is None and due_at is not None and due_at < now:
            breached_at = max(reckoning.since, due_at)
    if met_at is None and course.is_stopped and breached_at is None:
        return None
    paused = met_at is None and reckoning.gait is Gait.PAUSED
    return TargetClock(
        reckoning.target,
        _state(reckoning, left, breached_at, course.policy),
        reckoning.start,
        due_at,
        left,
        breached_at,
        met_at,
        reckoning.since if paused else None,
        met_at is None and not course.is_stopped,
        course.policy.version,
        tuple(_intervals(reckoning, course, hours, now)),
    )


def _state(reckoning: Reckoning, left: timedelta, breached_at: datetime | None, policy: ServicePolicy) -> ServiceState:
    if breached_at is not None:
        return ServiceState.BREACHED
    if reckoning.end is not None:
        return ServiceState.MET
    if reckoning.gait is not Gait.RUNS:
        return ServiceState.PAUSED
    at_risk = left * 100 <= reckoning.allowance * policy.at_risk_percent
    return ServiceState.AT_RISK if at_risk else ServiceState.ON_TRACK


def _intervals(reckoning: Reckoning, course: Course, hours: BusinessHours, now: datetime) -> Iterator[ClockInterval]:
    for begin, end, rule, runs in _stretches(reckoning, course, now):
        if begin < end:
            working = hours.working_time(begin, end)
            yield ClockInterval(begin, end, runs, working, rule, hours.version)


def _stretches(
    reckoning: Reckoning, course: Course, now: datetime
) -> Iterator[tuple[datetime, datetime, ClockRule, bool]]:
    due_at = reckoning.due_at
    if reckoning.fixed_at is not None and due_at is not None:
        yield max(reckoning.start, reckoning.fixed_at), due_at, ClockRule.FIXED_DUE, True
        yield due_at, reckoning.end or now, ClockRule.OVERDUE, True
        return
    for begin, upto, phase in course.spans(reckoning.start, reckoning.end):
        if phase.gait is not Gait.RUNS or due_at is None:
            yield begin, upto or now, phase.rule, phase.gait is Gait.RUNS
            continue
        # What runs on is shown up to its due time, so that the running stretches add up to the promise.
        stop = upto or max(now, due_at)
        yield begin, min(stop, max(begin, due_at)), phase.rule, True
        yield max(begin, due_at), stop, ClockRule.OVERDUE, True
