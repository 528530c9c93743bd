"""The life of a request: registered, taken, told, solved, judged, reopened (S30-S40)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel, EventKind, NotificationWay
from helpdesk.domain.request import Notice, Priority, RequestKind, Satisfaction
from helpdesk.domain.service_level import ServiceState
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.errors import FieldMissing, NumberMistyped, RecordMissing, StateRefused
from helpdesk.service import customer, number
from helpdesk.service import request as requests
from tests.builders import MORNING, a_clock, a_customer, a_desk, a_request, an_operator

BY_MAIL = {"channel": Channel.MAIL}


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def anna(desk):
    return an_operator(desk)


def test_the_number_exists_before_saving_and_stays_s32(desk, anna):
    reserved = number.reserve(desk, anna)
    made = requests.register(desk, anna, a_request(number=reserved))
    assert made.number == reserved
    assert requests.by_number(desk, anna, reserved.replace("-", "")) == made.id


def test_numbers_are_given_without_gaps(desk, anna):
    given = [number.reserve(desk, anna) for _ in range(3)]
    given.append(requests.register(desk, anna, a_request()).number)
    assert [text.split("-")[1] for text in given] == ["00001", "00002", "00003", "00004"]


def test_a_mistyped_number_says_so_and_an_unknown_one_too(desk, anna):
    made = requests.register(desk, anna, a_request())
    wrong = made.number[:-1] + str((int(made.number[-1]) + 1) % 10)
    with pytest.raises(NumberMistyped):
        requests.by_number(desk, anna, wrong)
    with pytest.raises(RecordMissing):
        requests.by_number(desk, anna, "no such thing")
    assert number.explain(desk, wrong) == "mistyped"
    assert number.explain(desk, made.number) is None
    assert number.explain(desk, "1-00099-9") in ("unknown", "mistyped")


def test_a_request_without_a_subject_is_refused_and_nothing_is_kept(desk, anna):
    with pytest.raises(FieldMissing):
        requests.register(desk, anna, a_request(subject="  "))
    with desk.reading() as database:
        assert database.rows("SELECT 1 FROM request") == []


def test_everything_of_the_form_is_kept_s31(desk, anna):
    who = customer.save(desk, anna, a_customer()).id
    wanted = MORNING + timedelta(days=2)
    form = a_request(
        description="since Friday",
        kind=RequestKind.COMPLAINT,
        priority=Priority.HIGH,
        customer=who,
        wanted_at=wanted,
        **BY_MAIL,
    )
    card = requests.card(desk, anna, requests.register(desk, anna, form).id)
    assert (card.row.kind, card.row.priority, card.row.channel) == (
        RequestKind.COMPLAINT,
        Priority.HIGH,
        Channel.MAIL,
    )
    assert (card.description, card.wanted_at, card.row.customer) == ("since Friday", wanted, who)
    assert card.events[0].operator == anna


def test_a_call_answers_itself_and_a_letter_waits_for_the_first_response(desk, anna):
    called = requests.register(desk, anna, a_request())
    wrote = requests.register(desk, anna, a_request(**BY_MAIL))
    assert requests.card(desk, anna, called.id).row.due_target is ServiceTarget.SOLUTION
    assert requests.card(desk, anna, wrote.id).row.due_target is ServiceTarget.FIRST_RESPONSE


def test_a_complaint_by_mail_is_to_be_answered_within_a_working_hour(desk, anna):
    made = requests.register(desk, anna, a_request(kind=RequestKind.COMPLAINT, **BY_MAIL))
    assert requests.card(desk, anna, made.id).row.due_at == MORNING + timedelta(hours=1)


def test_waiting_for_the_customer_stops_the_clock_and_the_customers_word_starts_it(desk, anna, clock):
    made = requests.register(desk, anna, a_request())
    requests.change_state(desk, anna, [made.id], "waiting_customer")
    paused = requests.card(desk, anna, made.id).row
    clock.instant += timedelta(hours=3)
    requests.customer_said(desk, anna, made.id, "It is the red one", Channel.MAIL)
    running = requests.card(desk, anna, made.id).row
    assert paused.due_at is None
    assert paused.paused_left is not None
    assert running.state == "in_work"
    assert running.due_at is not None


def test_why_lists_every_interval_of_the_promise(desk, anna, clock):
    made = requests.register(desk, anna, a_request(**BY_MAIL))
    clock.instant += timedelta(hours=1)
    requests.take(desk, anna, [made.id])
    first = next(c for c in requests.clocks(desk, anna, made.id) if c.target is ServiceTarget.FIRST_RESPONSE)
    assert first.state in (ServiceState.ON_TRACK, ServiceState.AT_RISK)
    assert first.intervals[0].working == timedelta(hours=1)
    assert first.intervals[-1].end == first.due_at


def test_each_stage_owes_a_notification_until_told_s38(desk, anna):
    made = requests.register(desk, anna, a_request(**BY_MAIL))
    first = requests.card(desk, anna, made.id)
    requests.notify(desk, anna, made.id, Notice(first.owed.event, NotificationWay.MAILED))
    told = requests.card(desk, anna, made.id)
    requests.take(desk, anna, [made.id])
    again = requests.card(desk, anna, made.id)
    assert first.owed.state == "received"
    assert first.row.number in first.owed.text
    assert told.owed is None
    assert again.owed.state == "in_work"


def test_a_request_told_in_the_conversation_owes_nothing(desk, anna):
    made = requests.register(desk, anna, a_request(channel=Channel.PHONE))
    assert requests.card(desk, anna, made.id).owed is None


def test_a_waiver_needs_its_reason(desk, anna):
    made = requests.register(desk, anna, a_request(**BY_MAIL))
    event = requests.card(desk, anna, made.id).owed.event
    with pytest.raises(FieldMissing):
        requests.notify(desk, anna, made.id, Notice(event, NotificationWay.WAIVED))
    requests.notify(desk, anna, made.id, Notice(event, NotificationWay.WAIVED, "asked not to be told"))
    assert requests.card(desk, anna, made.id).owed is None


def test_a_letter_speaks_the_customers_language(desk, anna):
    who = customer.save(desk, anna, a_customer("Maria Lund", language="en")).id
    made = requests.register(desk, anna, a_request(customer=who, **BY_MAIL))
    text = requests.mail_text(desk, anna, made.id, requests.card(desk, anna, made.id).owed.event)
    assert "Good day, Maria Lund!" in text
    assert made.number in text


def test_closing_waits_for_the_solution_and_for_the_customer_to_be_told(desk, anna):
    made = requests.register(desk, anna, a_request())
    with pytest.raises(StateRefused):
        requests.close(desk, anna, [made.id])
    requests.solve(desk, anna, made.id, "replaced")
    with pytest.raises(StateRefused):
        requests.close(desk, anna, [made.id])
    event = requests.card(desk, anna, made.id).owed.event
    requests.notify(desk, anna, made.id, Notice(event, NotificationWay.SAID))
    requests.close(desk, anna, [made.id])
    assert requests.card(desk, anna, made.id).row.category is Category.CLOSED


def test_a_refused_bulk_change_moves_none(desk, anna):
    solved = requests.register(desk, anna, a_request())
    fresh = requests.register(desk, anna, a_request())
    requests.solve(desk, anna, solved.id, "done", told=NotificationWay.SAID)
    with pytest.raises(StateRefused):
        requests.close(desk, anna, [solved.id, fresh.id])
    assert requests.card(desk, anna, solved.id).row.state == "solved"


def test_not_satisfied_goes_back_to_work_under_the_same_number_s40(desk, anna, clock):
    made = requests.register(desk, anna, a_request())
    requests.solve(desk, anna, made.id, "replaced", told=NotificationWay.SAID)
    clock.instant += timedelta(hours=2)
    bad = Satisfaction(2, "cracked again", "Maria", Channel.PHONE)
    with pytest.raises(FieldMissing):
        requests.rate(desk, anna, made.id, bad, is_satisfied=False)
    requests.rate(desk, anna, made.id, bad, is_satisfied=False, reason="a new crack")
    card = requests.card(desk, anna, made.id)
    assert (card.row.state, card.row.number, card.row.solved_at) == ("in_work", made.number, None)
    assert card.satisfaction == bad


def test_a_score_says_who_gave_it_and_who_entered_it_s39(desk, anna):
    made = requests.register(desk, anna, a_request())
    requests.solve(desk, anna, made.id, "done", told=NotificationWay.SAID)
    requests.rate(desk, anna, made.id, Satisfaction(5, "quick", "Maria", Channel.MAIL), is_satisfied=True)
    event = next(e for e in requests.card(desk, anna, made.id).events if e.kind is EventKind.SATISFACTION)
    assert (event.author, event.channel, event.operator, event.score) == ("Maria", Channel.MAIL, anna, 5)


def test_the_queue_gives_out_what_is_due_first(desk, anna):
    requests.register(desk, anna, a_request("later"))
    urgent = requests.register(desk, anna, a_request("now", priority=Priority.URGENT))
    assert requests.take_next(desk, anna).id == urgent.id
    assert requests.card(desk, anna, urgent.id).row.owner == anna


def test_an_empty_queue_gives_nothing(desk, anna):
    assert requests.take_next(desk, anna).id is None


def test_a_due_time_set_by_hand_beats_the_policy_and_can_be_taken_back(desk, anna):
    made = requests.register(desk, anna, a_request())
    by_policy = requests.card(desk, anna, made.id).row.due_at
    requests.set_due(desk, anna, made.id, MORNING + timedelta(minutes=30), "promised by the director")
    assert requests.card(desk, anna, made.id).row.due_at == MORNING + timedelta(minutes=30)
    requests.set_due(desk, anna, made.id, None, "")
    assert requests.card(desk, anna, made.id).row.due_at == by_policy


def test_a_new_priority_moves_the_due_time_and_is_an_event(desk, anna):
    made = requests.register(desk, anna, a_request())
    before = requests.card(desk, anna, made.id).row.due_at
    requests.edit(desk, anna, made.id, priority=Priority.URGENT)
    card = requests.card(desk, anna, made.id)
    assert card.row.due_at < before
    assert card.events[-1].kind is EventKind.CLASSIFIED


def test_a_cell_that_did_not_change_is_not_written(desk, anna):
    made = requests.register(desk, anna, a_request(subject="as it was"))
    with desk.reading() as database:
        turn = database.row("SELECT turn FROM journal_state")
    assert not requests.edit(desk, anna, made.id, subject="as it was").requests
    with desk.reading() as database:
        assert database.row("SELECT count(*) FROM change WHERE turn > ?", turn[0]) == (0,)


def test_words_to_the_customer_count_as_first_response_and_notes_do_not(desk, anna, clock):
    made = requests.register(desk, anna, a_request(**BY_MAIL))
    clock.instant += timedelta(minutes=20)
    requests.add_note(desk, anna, made.id, "ask the warehouse")
    assert requests.card(desk, anna, made.id).row.due_target is ServiceTarget.FIRST_RESPONSE
    requests.say_to_customer(desk, anna, made.id, "We look into it", Channel.MAIL)
    assert requests.card(desk, anna, made.id).row.due_target is ServiceTarget.SOLUTION
    with desk.reading() as database:
        assert database.row("SELECT first_response_seconds FROM request") == (1200,)


def test_handing_over_to_the_queue_leaves_no_owner(desk, anna):
    made = requests.register(desk, anna, a_request(owner=anna))
    requests.assign(desk, anna, [made.id], None)
    assert requests.card(desk, anna, made.id).row.owner is None


def test_instants_are_kept_in_utc(desk, anna):
    made = requests.register(desk, anna, a_request())
    created = requests.card(desk, anna, made.id).row.created_at
    assert created == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    assert created.tzinfo is UTC
