"""Service clocks: every rule of pauses, reopening, answers, due dates by hand, and what lists store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from helpdesk.domain.business_hours import BusinessHours, default_business_hours, in_force
from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.default_policy import DEFAULT_POLICY
from helpdesk.domain.service_course import ClockRule, ServiceEvent, ServiceEventKind
from helpdesk.domain.service_level import ServiceState, TargetClock, clocks, due, earliest
from helpdesk.domain.service_policy import Allowance, ServiceGoals, ServicePolicy, ServiceTarget

HOUR = timedelta(hours=1)
KIND = ServiceEventKind
HOURS = default_business_hours("Europe/Moscow")
EIGHT_HOURS = ServicePolicy("eight hours", goals={("", ""): ServiceGoals(solution=Allowance(8 * 3600))})
FIRST, UPDATE, SOLUTION = ServiceTarget.FIRST_RESPONSE, ServiceTarget.NEXT_UPDATE, ServiceTarget.SOLUTION


def at(text: str) -> datetime:
    """A day of November 2026 and Moscow time, as "23 10:00"; the 23rd is a Monday."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-11-{day}T{clock}+03:00").astimezone(UTC)


def created(when: str, kind: str = "consultation", priority: str = "normal") -> ServiceEvent:
    return ServiceEvent(KIND.CREATED, at(when), Category.NEW, request_kind=kind, priority=priority)


def state(when: str, category: Category, waiting_for: WaitingReason | None = None) -> ServiceEvent:
    return ServiceEvent(KIND.STATE, at(when), category, waiting_for)


def waits(when: str) -> ServiceEvent:
    return state(when, Category.WAITING, WaitingReason.CUSTOMER)


def works(when: str) -> ServiceEvent:
    return state(when, Category.OPEN)


def solved(when: str) -> ServiceEvent:
    return state(when, Category.SOLVED)


def said(kind: ServiceEventKind, when: str) -> ServiceEvent:
    return ServiceEvent(kind, at(when))


def clock(events, now: str, policy=EIGHT_HOURS, target=SOLUTION) -> TargetClock:
    return next(c for c in clocks(events, policy, HOURS, at(now)) if c.target is target)


def test_hours_run_by_the_clock_of_the_calendar():
    found = clock([created("23 16:00")], "23 17:00")
    assert (found.state, found.due_at, found.remaining) == (ServiceState.ON_TRACK, at("24 15:00"), 7 * HOUR)


def test_days_are_due_at_the_end_of_the_last_one():
    found = clock([created("20 16:00")], "23 10:00", DEFAULT_POLICY)
    assert found.due_at == at("24 18:00")


def test_all_pauses_count_and_in_business_time():
    events = [created("23 09:00"), waits("23 10:00"), works("23 12:00"), waits("23 17:00"), works("24 10:00")]
    found = clock(events, "24 10:00")
    assert found.remaining == 2 * HOUR
    assert found.due_at == at("24 12:00")


def test_night_in_waiting_moves_nothing():
    events = [created("23 16:00"), waits("23 18:00"), works("24 09:00")]
    assert clock(events, "24 09:00").due_at == at("24 15:00")


def test_paused_clock_has_no_due_time_and_shows_what_is_left():
    found = clock([created("23 09:00"), waits("23 10:00")], "25 12:00")
    assert (found.state, found.due_at, found.remaining) == (ServiceState.PAUSED, None, 7 * HOUR)
    assert found.paused_since == at("23 10:00")


def test_waiting_for_a_department_pauses_only_where_the_policy_says_so():
    events = [created("23 09:00"), state("23 10:00", Category.WAITING, WaitingReason.DEPARTMENT)]
    pausing = replace(EIGHT_HOURS, pausing=frozenset(WaitingReason))
    assert clock(events, "23 12:00").state is ServiceState.ON_TRACK
    assert clock(events, "23 12:00", pausing).state is ServiceState.PAUSED


def test_overrun_stands_still_while_paused():
    events = [created("23 09:00"), waits("24 10:00")]
    early, late = clock(events, "24 11:00"), clock(events, "30 11:00")
    assert early.state is late.state is ServiceState.BREACHED
    assert early.remaining == late.remaining == -2 * HOUR
    assert early.breached_at == early.due_at == at("23 17:00")


def test_overrun_grows_on_after_the_pause_and_the_breach_keeps_its_instant():
    found = clock([created("23 09:00"), waits("24 10:00"), works("25 10:00")], "25 11:00")
    assert found.remaining == -3 * HOUR
    assert found.breached_at == at("23 17:00")


def test_breach_is_the_due_instant_even_while_the_request_is_open():
    assert clock([created("23 09:00")], "23 17:00").state is ServiceState.AT_RISK
    found = clock([created("23 09:00")], "23 17:01")
    assert (found.state, found.breached_at, found.met_at) == (ServiceState.BREACHED, at("23 17:00"), None)


def test_due_at_closing_time_is_missed_by_an_answer_in_the_evening():
    found = clock([created("23 10:00"), solved("23 19:00")], "24 12:00")
    assert (found.state, found.breached_at, found.met_at) == (ServiceState.BREACHED, at("23 18:00"), at("23 19:00"))


def test_solved_on_the_due_instant_is_met():
    found = clock([created("23 09:00"), solved("23 17:00")], "30 12:00")
    assert (found.state, found.met_at, found.due_at) == (ServiceState.MET, at("23 17:00"), at("23 17:00"))
    assert not found.is_owed


def test_gap_between_solved_and_reopened_counts_as_pause():
    events = [created("23 09:00"), solved("23 12:00"), works("25 12:00")]
    found = clock(events, "25 13:00")
    assert (found.remaining, found.due_at, found.met_at) == (4 * HOUR, at("25 17:00"), None)
    assert [i.reason for i in found.intervals] == [ClockRule.NEW, ClockRule.SOLVED, ClockRule.REOPENED]


def test_closing_what_is_solved_keeps_the_instant_of_the_solution():
    events = [created("23 09:00"), solved("23 12:00"), state("30 12:00", Category.CLOSED)]
    assert clock(events, "30 13:00").met_at == at("23 12:00")


def test_cancelled_request_owes_nothing_and_keeps_only_its_breaches():
    events = [created("23 09:00"), state("23 12:00", Category.CANCELLED)]
    late = [created("23 09:00"), state("25 12:00", Category.CANCELLED)]
    assert clocks(events, DEFAULT_POLICY, HOURS, at("30 12:00")) == ()
    assert due(events, DEFAULT_POLICY, HOURS) is None
    found = clocks(late, DEFAULT_POLICY, HOURS, at("30 12:00"))
    assert [(c.target, c.state, c.is_owed) for c in found] == [(FIRST, ServiceState.BREACHED, False)]


def test_call_answers_itself_even_if_it_began_before_the_request():
    events = [said(KIND.CONVERSATION, "23 20:55"), created("23 21:00")]
    found = clock(events, "23 22:00", DEFAULT_POLICY, FIRST)
    assert (found.state, found.met_at, found.remaining) == (ServiceState.MET, at("23 21:00"), 4 * HOUR)


def test_public_message_answers_and_note_does_not():
    events = [created("23 09:00"), said(KIND.NOTE, "23 09:10"), said(KIND.MOVED, "23 09:20")]
    assert clock(events, "23 10:00", DEFAULT_POLICY, FIRST).met_at is None
    answered = [*events, said(KIND.REPLY, "23 09:30")]
    assert clock(answered, "23 10:00", DEFAULT_POLICY, FIRST).met_at == at("23 09:30")


def test_moving_the_request_never_resets_the_first_response():
    events = [created("23 09:00"), said(KIND.MOVED, "23 12:00")]
    assert clock(events, "23 12:30", DEFAULT_POLICY, FIRST).due_at == at("23 13:00")


def test_first_response_never_restarts():
    events = [created("23 09:00"), said(KIND.REPLY, "23 10:00"), solved("23 11:00"), works("24 11:00")]
    found = clock(events, "30 12:00", DEFAULT_POLICY, FIRST)
    assert (found.state, found.met_at) == (ServiceState.MET, at("23 10:00"))


def test_next_update_runs_from_the_last_unanswered_word_of_the_customer():
    events = [
        created("23 09:00"),
        said(KIND.REPLY, "23 09:30"),
        said(KIND.CUSTOMER_WORD, "23 10:00"),
        said(KIND.CUSTOMER_WORD, "23 11:00"),
    ]
    found = clock(events, "23 12:00", DEFAULT_POLICY, UPDATE)
    assert (found.started_at, found.due_at) == (at("23 11:00"), at("24 10:00"))
    answered = [*events, said(KIND.CONVERSATION, "23 12:00")]
    assert clock(answered, "23 13:00", DEFAULT_POLICY, UPDATE).met_at == at("23 12:00")


def test_another_word_does_not_excuse_a_missed_update():
    events = [created("23 09:00"), said(KIND.REPLY, "23 09:30"), said(KIND.CUSTOMER_WORD, "23 10:00")]
    again = [*events, said(KIND.CUSTOMER_WORD, "25 11:00")]
    found = clock(again, "25 12:00", DEFAULT_POLICY, UPDATE)
    assert (found.state, found.breached_at) == (ServiceState.BREACHED, at("23 18:00"))


def test_every_cycle_of_updates_is_kept():
    events = [created("23 09:00"), said(KIND.REPLY, "23 09:30")]
    events += [said(KIND.CUSTOMER_WORD, "23 10:00"), said(KIND.REPLY, "23 10:30")]
    events += [said(KIND.CUSTOMER_WORD, "23 11:00")]
    found = [c for c in clocks(events, DEFAULT_POLICY, HOURS, at("23 12:00")) if c.target is UPDATE]
    assert [c.state for c in found] == [ServiceState.MET, ServiceState.ON_TRACK]


def test_policy_may_owe_an_update_after_every_answer():
    regular = replace(DEFAULT_POLICY, updates_regularly=True)
    events = [created("23 09:00"), said(KIND.REPLY, "23 10:00")]
    assert clock(events, "23 12:00", regular, UPDATE).due_at == at("23 18:00")


def test_due_date_by_hand_beats_the_policy_and_knows_no_pause():
    fixed = ServiceEvent(KIND.DUE_SET, at("23 10:00"), due_at=at("23 12:00"))
    events = [created("23 09:00"), fixed, waits("23 11:00")]
    found = clock(events, "23 11:30")
    assert (found.due_at, found.remaining, found.state) == (at("23 12:00"), HOUR / 2, ServiceState.ON_TRACK)
    assert found.intervals[0].reason is ClockRule.FIXED_DUE
    assert clock(events, "23 14:00").breached_at == at("23 12:00")
    assert due(events, EIGHT_HOURS, HOURS).due_at == at("23 12:00")


def test_due_date_taken_back_leaves_the_policy():
    fixed = ServiceEvent(KIND.DUE_SET, at("23 10:00"), due_at=at("23 12:00"))
    events = [created("23 09:00"), fixed, ServiceEvent(KIND.DUE_SET, at("23 10:30"))]
    assert clock(events, "23 11:30").due_at == at("23 17:00")


def test_due_date_by_hand_that_passed_while_solved_is_missed_on_reopening():
    fixed = ServiceEvent(KIND.DUE_SET, at("23 10:00"), due_at=at("24 12:00"))
    events = [created("23 09:00"), fixed, solved("23 11:00")]
    assert clock(events, "25 12:00").state is ServiceState.MET
    assert clock([*events, works("25 13:00")], "25 14:00").breached_at == at("25 13:00")
    assert clock([*events, works("25 13:00"), solved("25 15:00")], "25 16:00").breached_at == at("25 13:00")


def test_priority_raised_later_counts_from_the_beginning():
    raised = ServiceEvent(KIND.CLASSIFIED, at("23 10:00"), priority="urgent")
    found = clock([created("23 09:00"), raised], "23 10:30", DEFAULT_POLICY)
    assert found.due_at == at("23 13:00")


def test_answer_is_judged_by_the_goals_of_its_time():
    raised = ServiceEvent(KIND.CLASSIFIED, at("23 13:00"), priority="urgent")
    events = [created("23 09:00"), said(KIND.REPLY, "23 12:00"), raised]
    assert clock(events, "23 14:00", DEFAULT_POLICY, FIRST).state is ServiceState.MET


@pytest.mark.parametrize(
    ("kind", "response", "solution"),
    [("complaint", "23 10:00", "26 18:00"), ("purchase", "23 13:00", "25 18:00")],
)
def test_default_policy_promises(kind, response, solution):
    events = [created("23 09:00", kind)]
    assert clock(events, "23 09:00", DEFAULT_POLICY, FIRST).due_at == at(response)
    assert clock(events, "23 09:00", DEFAULT_POLICY).due_at == at(solution)


def test_earliest_owed_promise_is_shown():
    events = [created("23 09:00")]
    assert earliest(clocks(events, DEFAULT_POLICY, HOURS, at("23 09:30"))).target is FIRST
    events.append(said(KIND.REPLY, "23 09:40"))
    assert earliest(clocks(events, DEFAULT_POLICY, HOURS, at("23 10:00"))).target is SOLUTION
    events.append(solved("23 11:00"))
    assert earliest(clocks(events, DEFAULT_POLICY, HOURS, at("23 12:00"))) is None


def test_clock_is_at_risk_in_its_last_fifth():
    assert clock([created("23 09:00")], "23 15:23").state is ServiceState.ON_TRACK
    assert clock([created("23 09:00")], "23 15:24").state is ServiceState.AT_RISK


def test_intervals_name_rule_and_calendar_version():
    hours = replace(HOURS, version=7)
    events = [created("23 09:00"), waits("23 10:00"), works("23 12:00")]
    (found,) = clocks(events, EIGHT_HOURS, hours, at("24 12:00"))
    assert [(i.reason, i.running, i.working / HOUR) for i in found.intervals] == [
        (ClockRule.NEW, True, 1),
        (ClockRule.WAITING_CUSTOMER, False, 2),
        (ClockRule.IN_WORK, True, 7),
        (ClockRule.OVERDUE, True, 2),
    ]
    assert {i.calendar_version for i in found.intervals} == {7}


def test_events_after_the_instant_asked_for_are_not_known_yet():
    events = [created("23 09:00"), solved("23 12:00")]
    assert clock(events, "23 10:00").state is ServiceState.ON_TRACK
    assert clocks(events, EIGHT_HOURS, HOURS, at("20 10:00")) == ()


def test_without_a_policy_or_an_open_calendar_nothing_is_promised():
    never = BusinessHours("UTC", ((),) * 7)
    assert clocks([created("23 09:00")], ServicePolicy("none"), HOURS, at("23 10:00")) == ()
    assert due([created("23 09:00")], DEFAULT_POLICY, never) is None
    assert due([], DEFAULT_POLICY, HOURS) is None


def test_policy_in_force_is_chosen_like_the_hours():
    newer = replace(DEFAULT_POLICY, version=2, effective_on=date(2026, 7, 1))
    assert in_force([DEFAULT_POLICY, newer], date(2026, 8, 1)) is newer
