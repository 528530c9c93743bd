"""Calls on a real file: the caller's card (S1), the record that outlives a crash, the wrap-up in one go (S25, S75)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.bootstrap import open_workplace
from helpdesk.clock import FixedClock
from helpdesk.domain.customer import CustomerForm
from helpdesk.domain.event import Direction, EventKind
from helpdesk.domain.identity import CustomerId
from helpdesk.domain.interaction import CallOutcome, PromiseForm, PromiseKind, WrapUp
from helpdesk.domain.order import OrderForm
from helpdesk.domain.phone import PhoneMatch
from helpdesk.errors import CallWrappedUp, FieldMissing, RecordMissing
from helpdesk.service import call, customer, order, promise, request
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from tests.builders import MORNING, a_customer, a_desk, a_phone, a_request, an_operator

PHONE = "+7 921 555-01-23"


@pytest.fixture
def clock():
    return FixedClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


def saved(desk: Desk, form: CustomerForm) -> CustomerId:
    return customer.save(desk, an_operator(desk), form).id


def interaction(desk: Desk, id: bytes) -> tables.Interaction:
    with desk.reading() as database:
        return next(iter(tables.Interaction.select().where(tables.Interaction.id == id).execute(database)))


@pytest.mark.parametrize(
    ("kept", "calling", "match"),
    [
        (PHONE, "89215550123", PhoneMatch.EXACT),
        (PHONE, "+7 (921) 555 01 23", PhoneMatch.EXACT),
        (PHONE + " доб. 12", PHONE + " доб. 12", PhoneMatch.EXACT),
        (PHONE + " доб. 12", PHONE, PhoneMatch.EXACT),
        (PHONE + " доб. 12", PHONE + " доб. 13", PhoneMatch.TAIL),
        ("+375 29 555-01-23", "+7 529 555-01-23", PhoneMatch.TAIL),
        (PHONE, "555-01-23", PhoneMatch.SHORT),
        ("555-01-23", PHONE, PhoneMatch.SHORT),
        ("1234", "1234", PhoneMatch.SHORT),
        ("1234", "+7 921 555-12-34", None),
        (PHONE, "0123", None),
        (PHONE, "", None),
        (PHONE, "the secretary", None),
        (PHONE, '"*; DROP', None),
    ],
)
def test_a_caller_is_known_by_the_number(desk, me, kept, calling, match):
    """S1."""
    saved(desk, a_customer(phone=kept))

    assert [one.match for one in call.candidates(desk, me, calling)] == ([match] if match else [])


def test_everybody_who_shares_a_company_phone_may_be_calling(desk, me):
    """S1."""
    everybody = {saved(desk, a_customer(name, phone=PHONE)) for name in ("Anna", "Boris", "Clara")}

    found = call.candidates(desk, me, PHONE)

    assert {one.row.id for one in found} == everybody
    assert len(call.candidates(desk, me, PHONE, limit=2)) == 2


def test_the_surest_comes_first_then_an_open_request_then_the_last_contact(desk, me, clock):
    """S1."""
    on_extension = saved(desk, a_customer("Extension", phone=PHONE + " доб. 7"))
    silent = saved(desk, a_customer("Silent", phone=PHONE))
    recent = saved(desk, a_customer("Recent", phone=PHONE))
    waiting = saved(desk, a_customer("Waiting", phone=PHONE))
    request.register(desk, me, a_request(customer=waiting))
    clock.instant += timedelta(hours=1)
    ringing = call.start(desk, me, PHONE)
    call.choose_customer(desk, me, ringing.id, recent)

    found = call.candidates(desk, me, PHONE + " доб. 5")
    assert {one.row.id: one.match for one in found}[on_extension] is PhoneMatch.TAIL
    assert [one.row.id for one in found] == [waiting, recent, silent, on_extension]


def test_a_candidate_shows_the_newest_open_request_else_an_open_order(desk, me, clock):
    """S1, S70."""
    asking = saved(desk, a_customer("Asking", phone=PHONE))
    buying = saved(desk, a_customer("Buying", phone="+7 921 555-01-24"))
    request.register(desk, me, a_request(customer=asking))
    clock.instant += timedelta(minutes=1)
    newest = request.register(desk, me, a_request(customer=asking))
    bought = order.register(desk, me, OrderForm(customer=buying, note="One lamp"))

    (first,) = call.candidates(desk, me, PHONE)
    (second,) = call.candidates(desk, me, "+7 921 555-01-24")

    assert (first.latest_request, first.latest_number, first.row.open_requests) == (newest.id, newest.number, 2)
    assert (second.latest_request, second.latest_number) == (None, bought.number)


def test_one_customer_with_a_number_twice_is_one_candidate(desk, me):
    saved(desk, a_customer(contacts=(a_phone(PHONE), a_phone("89215550123 доб. 5"), a_phone("555-01-23"))))

    assert [one.match for one in call.candidates(desk, me, PHONE)] == [PhoneMatch.EXACT]


def test_a_call_is_recorded_at_once_with_start_and_answer(desk, me):
    """S1."""
    known = saved(desk, a_customer(phone=PHONE))

    ringing = call.start(desk, me, "89215550123")

    row = interaction(desk, ringing.id)
    assert (row.started_at, row.answered_at, row.ended_at, row.operator) == (MORNING, MORNING, None, me)
    assert [one.row.id for one in ringing.candidates] == [known]
    assert ringing.customer is None


def test_an_outgoing_call_is_not_called_answered(desk, me):
    ringing = call.start(desk, me, PHONE, Direction.OUTGOING)

    assert interaction(desk, ringing.id).answered_at is None
    assert ringing.direction is Direction.OUTGOING


def test_a_call_that_was_not_wrapped_up_is_found_after_a_crash(desk, me, clock):
    call.start(desk, me, "+7 921 555-01-24")
    clock.instant += timedelta(minutes=1)
    ringing = call.start(desk, me, PHONE)
    chosen = saved(desk, a_customer())
    call.choose_customer(desk, me, ringing.id, chosen)

    again = open_workplace(desk.folder, clock=clock).desk

    found = call.unfinished(again, me)
    assert found is not None
    assert (found.id, found.phone, found.customer) == (ringing.id, PHONE, chosen)


def test_a_wrapped_up_call_and_another_operators_call_are_not_unfinished(desk, me):
    ringing = call.start(desk, me, PHONE)
    call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.WRONG_NUMBER, ""))
    call.start(desk, type(me)(b"1" * 16), PHONE)

    assert call.unfinished(desk, me) is None


def test_hanging_up_keeps_the_first_end(desk, me, clock):
    ringing = call.start(desk, me, PHONE)
    clock.instant += timedelta(minutes=3)
    ended = call.hang_up(desk, me, ringing.id)
    clock.instant += timedelta(minutes=3)

    call.hang_up(desk, me, ringing.id)
    call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.SOLVED, "Told the price"))

    row = interaction(desk, ringing.id)
    assert ended.ended_at == row.ended_at == MORNING + timedelta(minutes=3)
    assert row.wrapped_at == MORNING + timedelta(minutes=6)


def test_wrapping_up_leaves_request_notes_callback_and_history_in_one_go(desk, me):
    """S25, S75."""
    whose = saved(desk, a_customer(phone=PHONE))
    ringing = call.start(desk, me, PHONE)
    wrap = WrapUp(
        CallOutcome.REGISTERED,
        "The lamp is dark",
        next_step="Send a fitter",
        notes="Since Friday",
        customer=whose,
        new_request=a_request(),
        promise=PromiseForm(PromiseKind.CALLBACK, "", MORNING + timedelta(hours=2)),
    )

    done = call.wrap_up(desk, me, ringing.id, wrap)

    card = request.card(desk, me, done.request)
    assert (card.row.number, card.row.customer) == (done.number, whose)
    notes = [event.text for event in card.events if event.kind is EventKind.CALL_NOTE]
    assert notes == ["Since Friday"]
    (owed,) = promise.open_ones(desk, me)
    assert (owed.customer, owed.phone, owed.request_number) == (whose, PHONE, done.number)
    assert [(line.kind, line.number) for line in customer.card(desk, me, whose).history] == [
        ("request", done.number),
        ("call", done.number),
    ]
    row = interaction(desk, ringing.id)
    assert (row.outcome, row.summary, row.next_step, row.notes) == (
        "registered",
        "The lamp is dark",
        "Send a fitter",
        "Since Friday",
    )
    assert done.changes.requests == {done.request}
    assert done.changes.customers == {whose}
    assert done.changes.promises and done.changes.calls


def test_a_call_about_an_open_request_is_noted_on_it(desk, me):
    whose = saved(desk, a_customer())
    made = request.register(desk, me, a_request(customer=whose))
    ringing = call.start(desk, me, PHONE)
    call.choose_customer(desk, me, ringing.id, whose)

    done = call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.SOLVED, "Asked when", request=made.id))

    assert (done.request, done.number) == (made.id, made.number)
    assert request.card(desk, me, made.id).events[-1].text == "Asked when"
    assert interaction(desk, ringing.id).customer == whose


def test_a_wrap_up_that_fails_stores_nothing_and_can_be_repeated(desk, me):
    ringing = call.start(desk, me, PHONE)
    with pytest.raises(FieldMissing):
        call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.REGISTERED, "x", new_request=a_request("")))
    broken = WrapUp(
        CallOutcome.REGISTERED,
        "x",
        new_request=a_request(),
        promise=PromiseForm(PromiseKind.PROMISE, "", MORNING),
    )
    with pytest.raises(FieldMissing):
        call.wrap_up(desk, me, ringing.id, broken)

    with desk.reading() as database:
        assert database.row("SELECT count(*) FROM request") == (0,)
    assert call.unfinished(desk, me) is not None
    done = call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.REGISTERED, "x", new_request=a_request()))
    assert done.number == "1-00001-5"


def test_a_call_is_wrapped_up_once(desk, me):
    ringing = call.start(desk, me, PHONE)
    call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.SOLVED, ""))

    with pytest.raises(CallWrappedUp):
        call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.REGISTERED, "", new_request=a_request()))


def test_nobody_answered_where_nobody_was_reached(desk, me):
    ringing = call.start(desk, me, PHONE)

    call.wrap_up(desk, me, ringing.id, WrapUp(CallOutcome.NOT_REACHED, ""))

    assert interaction(desk, ringing.id).answered_at is None


def test_an_unknown_customer_cannot_be_chosen(desk, me):
    ringing = call.start(desk, me, PHONE)

    with pytest.raises(RecordMissing):
        call.choose_customer(desk, me, ringing.id, CustomerId(b"0" * 16))
