"""Deadlines of demands as the law counts them, and what may come back at all."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.business_hours import default_business_hours
from helpdesk.domain.remedy import DemandRule, may_return, rule_on, target_on

HOURS = default_business_hours("Europe/Moscow")
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "unit", "expected"),
    [(10, "days", date(2026, 11, 30)), (1, "months", date(2026, 12, 20)), (None, "days", None)],
)
def test_counting_starts_on_the_next_day_and_no_day_off_moves_it(days, unit, expected):
    assert DemandRule("refund", "", "", days, unit).due_on(FRIDAY) == expected


def test_a_month_ends_where_the_month_has_no_such_day():
    assert DemandRule("exchange", "", "", 1, "months").due_on(date(2027, 1, 31)) == date(2027, 2, 28)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(1, 45))
def test_our_own_target_is_a_working_day_before_the_deadline_or_the_day_of_the_demand(demanded_on, days):
    due = demanded_on + timedelta(days=days)

    target = target_on(due, demanded_on, HOURS.is_working_day)

    assert demanded_on <= target
    assert target == demanded_on or (target <= due - timedelta(days=2) and HOURS.is_working_day(target))


def test_of_two_rules_the_one_in_force_on_the_day_of_the_demand_counts():
    old = DemandRule("refund", "", "", 10, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    new = DemandRule("refund", "", "", 7, valid_from=date(2027, 1, 1))

    assert rule_on((old, new), "refund", date(2026, 12, 31)) is old
    assert rule_on((old, new), "refund", date(2027, 1, 1)) is new
    assert rule_on((old, new), "refund", date(2025, 1, 1)) is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9), st.lists(st.integers(0, 4), max_size=6))
def test_never_more_comes_back_than_was_delivered(delivered, wishes):
    back = Decimal(0)
    for wish in map(Decimal, wishes):
        if may_return(Decimal(delivered), back, wish):
            back += wish

    assert back <= delivered
