"""Order histories fold line by line, the same for every order of partial steps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.event import Event, EventKind
from helpdesk.domain.order import OrderLine, OrderStage
from helpdesk.domain.order_change import corrections
from helpdesk.domain.order_risk import learn, p90
from helpdesk.domain.order_standing import missed_first, order_standing

BORN = datetime(2026, 11, 23, 9, tzinfo=UTC)
ONE, TWO = b"1" * 16, b"2" * 16
ORDERED = {ONE: Decimal(3), TWO: Decimal(2)}


def happened(*steps: dict, kind: EventKind = EventKind.DATED) -> list[Event]:
    made = [Event(b"0" * 16, EventKind.CREATED, BORN, state="registered")]
    for hour, step in enumerate(steps, start=1):
        state = step.pop("state", "")
        told = EventKind.STATE if state else kind
        made.append(Event(bytes([hour]) * 16, told, BORN + timedelta(hours=hour), state=state, detail=step))
    return made


def test_a_day_confirmed_for_one_line_leaves_the_others_alone_and_the_order_has_the_last_of_them():
    """S53: requested, promised and actual dates kept apart, line by line."""
    found = order_standing(
        happened(
            {"which": "confirmed", "on": "2026-11-27"},
            {"which": "confirmed", "on": "2026-12-04", "lines": [TWO.hex()]},
        ),
        ORDERED,
    )

    assert found.lines[ONE].confirmed_on == date(2026, 11, 27)
    assert found.lines[TWO].first_confirmed_on == date(2026, 11, 27)
    assert (found.confirmed_on, found.first_confirmed_on) == (date(2026, 12, 4), date(2026, 11, 27))


def test_goods_that_left_in_parts_have_left_only_with_the_last_part():
    first = {"which": "shipped", "on": "2026-11-25", "parts": {ONE.hex(): "3", TWO.hex(): "1"}}
    second = {"which": "shipped", "on": "2026-11-26", "parts": {TWO.hex(): "1"}}

    assert order_standing(happened(dict(first)), ORDERED).shipped_on is None
    found = order_standing(happened(dict(first), second), ORDERED)
    assert found.shipped_on == date(2026, 11, 26)
    assert found.lines[ONE].shipped_on == date(2026, 11, 25)


def test_a_redated_order_counts_late_against_the_day_first_promised():
    found = order_standing(
        happened(
            {"which": "confirmed", "on": "2026-11-25", "state": "confirmed"},
            {"which": "confirmed", "on": "2026-12-01"},
            {"which": "shipped", "on": "2026-11-30", "state": "shipped"},
        ),
        ORDERED,
    )

    assert missed_first(found, None)
    assert found.confirmed_on == date(2026, 12, 1)


def test_a_stage_named_by_the_company_carries_its_meaning_and_owes_the_customer_a_word():
    """S38: at every stage the customer is told."""
    found = order_standing(happened({"state": "paint_shop", "category": "production"}), ORDERED)

    assert (found.stage, found.stage_code) == (OrderStage.PRODUCTION, "paint_shop")
    assert found.owed_event == bytes([1]) * 16


def test_a_stage_that_nobody_knows_changes_nothing():
    found = order_standing(happened({"state": "teleported"}), ORDERED)

    assert found.stage is OrderStage.REGISTERED


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from((ONE, TWO)), st.integers(1, 4)), max_size=8))
def test_no_line_ever_ships_more_than_was_ordered_and_the_order_only_when_all_did(moves):
    steps = [{"which": "shipped", "on": "2026-11-25", "parts": {line.hex(): str(amount)}} for line, amount in moves]

    found = order_standing(happened(*steps), ORDERED)

    moved = {line: sum(amount for which, amount in moves if which == line) for line in ORDERED}
    assert {line: way.shipped for line, way in found.lines.items()} == {
        line: min(ORDERED[line], Decimal(moved[line])) for line in ORDERED
    }
    assert (found.shipped_on is not None) == all(moved[line] >= ORDERED[line] for line in ORDERED)


LINES = st.lists(
    st.builds(
        OrderLine,
        title=st.sampled_from(("Shelf", "Lamp")),
        quantity=st.integers(1, 5).map(Decimal),
        price_minor=st.integers(1, 900),
        id=st.sampled_from([bytes([number]) * 16 for number in range(1, 6)]),
    ),
    max_size=5,
    unique_by=lambda line: line.id,
)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_corrections_name_every_difference_and_nothing_else(before, after):
    """S61: differences recorded and corrected."""
    found = corrections(before, after)

    old, new = {line.id: line for line in before}, {line.id: line for line in after}
    assert (not found) == (old == new)
    assert {one.line for one in found if one.field == "line"} == set(old) ^ set(new)
    for one in found:
        if one.field == "quantity":
            assert Decimal(one.after) == new[one.line].quantity


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds)), min_size=1, max_size=60))
def test_nine_of_ten_stays_are_not_longer_than_their_p90(stays):
    limit = p90(stays)

    assert limit in stays
    assert sum(stay <= limit for stay in stays) * 10 >= 9 * len(stays)


def test_a_stage_that_few_orders_have_left_teaches_nothing():
    assert learn({("goods", "confirmed"): [timedelta(hours=1)] * 3}) == {}
