"""A request's present follows from its history alone, in whatever order the history arrived."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel, Direction, Event, EventKind
from helpdesk.domain.request import RequestState
from helpdesk.domain.standing import in_order, service_events, standing_of

START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
STATES = {
    code: RequestState(code, category, None, code, code, 0)
    for code, category in (
        ("received", Category.NEW),
        ("in_work", Category.OPEN),
        ("solved", Category.SOLVED),
        ("closed", Category.CLOSED),
    )
}


def an_event(minute: int, kind: EventKind = EventKind.STATE, **cells) -> Event:
    return Event(bytes([minute]) * 16, kind, START + timedelta(minutes=minute), minute, **cells)


def a_history(*later: Event) -> list[Event]:
    return [an_event(0, EventKind.CREATED, state="received", channel=Channel.MAIL), *later]


def test_the_last_state_stands_and_the_solve_is_remembered_through_closing():
    found = standing_of(a_history(an_event(5, state="solved"), an_event(9, state="closed")), STATES)
    assert (found.state, found.category) == ("closed", Category.CLOSED)
    assert found.solved_at == START + timedelta(minutes=5)


def test_reopening_forgets_the_solve():
    found = standing_of(a_history(an_event(5, state="solved"), an_event(9, state="in_work")), STATES)
    assert found.solved_at is None


def test_a_history_that_names_no_state_is_in_work():
    found = standing_of([an_event(0, EventKind.ACTIVITY, text="6"), an_event(3, EventKind.ACTIVITY, text="9")], STATES)
    assert (found.state, found.category) == ("in_work", Category.OPEN)
    assert (found.created_at, found.changed_at) == (START, START + timedelta(minutes=3))


def test_telling_covers_every_stage_owed_before_it():
    told = an_event(9, EventKind.NOTIFIED, detail={"way": "said"})
    assert standing_of(a_history(an_event(5, state="in_work")), STATES).owed_event == bytes([5]) * 16
    assert standing_of(a_history(an_event(5, state="in_work"), told), STATES).owed_event is None


def test_the_first_public_word_of_ours_is_the_first_response_and_a_note_is_not():
    note = an_event(2, EventKind.NOTE, text="ask")
    theirs = an_event(3, EventKind.MESSAGE, direction=Direction.INCOMING, text="well?")
    ours = an_event(4, EventKind.MESSAGE, direction=Direction.OUTGOING, text="yes")
    found = standing_of(a_history(note, theirs, ours), STATES)
    assert found.first_response_at == START + timedelta(minutes=4)


@given(st.permutations(range(1, 7)))
def test_the_order_of_arrival_does_not_matter(arrival):
    codes = ["in_work", "solved", "closed", "in_work", "solved", "in_work"]
    history = a_history(*(an_event(step, state=code) for step, code in enumerate(codes, start=1)))
    shuffled = [history[step] for step in arrival] + history[:1]
    assert standing_of(in_order(shuffled), STATES) == standing_of(history, STATES)


def test_the_clocks_read_kind_and_priority_as_they_were_at_each_moment():
    history = [
        an_event(0, EventKind.CREATED, state="received", detail={"kind": "complaint", "priority": "low"}),
        an_event(1, EventKind.CLASSIFIED, detail={"kind": "service", "priority": "urgent"}),
    ]
    read = service_events(history, STATES, "service", "urgent")
    assert [(event.request_kind, event.priority) for event in read] == [("complaint", "low"), ("service", "urgent")]
