"""Service clocks: what holds for any course of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.business_hours import default_business_hours
from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.default_policy import DEFAULT_POLICY
from helpdesk.domain.service_course import ClockRule, ServiceEvent, ServiceEventKind
from helpdesk.domain.service_level import ServiceState, clocks, due, earliest
from helpdesk.domain.service_policy import Allowance, ServiceGoals, ServicePolicy

HOUR = timedelta(hours=1)
KIND = ServiceEventKind
HOURS = default_business_hours("Europe/Moscow")
EIGHT_HOURS = ServicePolicy("eight hours", goals={("", ""): ServiceGoals(solution=Allowance(8 * 3600))})
START = datetime(2026, 10, 1, tzinfo=UTC)
CATEGORIES = st.sampled_from(list(Category))
POLICIES = st.sampled_from([DEFAULT_POLICY, EIGHT_HOURS, replace(DEFAULT_POLICY, pausing=frozenset(WaitingReason))])
moments = st.integers(0, 60 * 24 * 40).map(lambda minute: START + timedelta(minutes=minute))


@st.composite
def courses(draw) -> list[ServiceEvent]:
    events = [
        ServiceEvent(KIND.CREATED, draw(moments), Category.NEW, None, "complaint", draw(st.sampled_from(["low", ""])))
    ]
    for when in draw(st.lists(moments, max_size=8)):
        kind = draw(st.sampled_from([KIND.STATE, KIND.STATE, KIND.REPLY, KIND.CUSTOMER_WORD, KIND.NOTE]))
        category = draw(CATEGORIES) if kind is KIND.STATE else None
        reason = draw(st.sampled_from(list(WaitingReason))) if category is Category.WAITING else None
        events.append(ServiceEvent(kind, max(when, events[0].at), category, reason))
    return events


@settings(deadline=None)
@given(courses(), POLICIES, moments)
def test_running_stretches_add_up_to_the_promise(events, policy, now):
    for found in clocks(events, policy, HOURS, now):
        ran = sum((i.working for i in found.intervals if i.running and i.reason is not ClockRule.OVERDUE), timedelta(0))
        over = sum((i.working for i in found.intervals if i.reason is ClockRule.OVERDUE), timedelta(0))
        assert found.state is not ServiceState.BREACHED or over == -found.remaining
        assert all(a.end == b.start for a, b in zip(found.intervals, found.intervals[1:], strict=False))
        if policy is EIGHT_HOURS and (found.breached_at or (found.is_owed and found.due_at)):
            assert ran == 8 * HOUR
        assert (found.state is ServiceState.BREACHED) == (found.breached_at is not None)
        assert found.state is not ServiceState.PAUSED or (found.due_at is None and found.remaining >= timedelta(0))


@settings(deadline=None)
@given(courses(), POLICIES, st.integers(0, 60 * 24 * 20))
def test_stored_due_agrees_with_the_clocks_at_any_later_instant(events, policy, later):
    now = max(event.at for event in events) + timedelta(minutes=later)
    stored, shown = due(events, policy, HOURS), earliest(clocks(events, policy, HOURS, now))
    assert (stored is None) == (shown is None)
    if stored is not None and shown is not None and shown.due_at is not None:
        assert (stored.due_at, stored.paused_since) == (shown.due_at, shown.paused_since)
    if stored is not None and stored.target is shown.target:
        assert stored.remaining_at(now, HOURS) == shown.remaining


@settings(deadline=None)
@given(moments, moments, st.integers(1, 60 * 24 * 9), st.sampled_from(["complaint", "service"]))
def test_pause_never_brings_the_due_time_earlier(start, pause, minutes, kind):
    goals = MappingProxyType({key: replace(value, first_response=None) for key, value in DEFAULT_POLICY.goals.items()})
    policy = ServicePolicy("solution only", goals=goals)
    paused_at = max(start, pause)
    resumed_at = paused_at + timedelta(minutes=minutes)
    events = [ServiceEvent(KIND.CREATED, start, Category.NEW, None, kind, "normal")]
    pausing = [
        ServiceEvent(KIND.STATE, paused_at, Category.WAITING, WaitingReason.CUSTOMER),
        ServiceEvent(KIND.STATE, resumed_at, Category.OPEN),
    ]
    without, with_pause = due(events, policy, HOURS), due([*events, *pausing], policy, HOURS)
    assert with_pause.due_at >= without.due_at
    granted = HOURS.working_time(paused_at, resumed_at)
    if paused_at <= without.due_at and granted:
        assert HOURS.working_time(without.due_at, with_pause.due_at) == granted


@settings(deadline=None)
@given(courses(), POLICIES)
def test_order_of_arrival_does_not_matter(events, policy):
    now = START + timedelta(days=60)
    if len({event.at for event in events}) == len(events):
        assert clocks(list(reversed(events)), policy, HOURS, now) == clocks(events, policy, HOURS, now)
