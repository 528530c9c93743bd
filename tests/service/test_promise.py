"""What was promised to customers, on a real file (S2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.errors import FieldMissing, RecordMissing
from helpdesk.service import customer, promise, request
from tests.builders import MORNING, a_clock, a_customer, a_desk, a_request, an_operator

HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


def test_the_nearest_promise_comes_first_with_whom_and_what_it_concerns(desk, me):
    whose = customer.save(desk, me, a_customer(phone="8 921 555-01-23")).id
    made = request.register(desk, me, a_request(customer=whose))
    promise.make(desk, me, PromiseForm(PromiseKind.CALLBACK, "", MORNING + 2 * HOUR, phone="+79215550199"))
    promise.make(desk, me, PromiseForm(PromiseKind.PROMISE, "Send the invoice", MORNING + HOUR, whose, made.id))

    invoice, callback = promise.open_ones(desk, me)

    assert (invoice.what, invoice.customer, invoice.customer_name) == (
        "Send the invoice",
        whose,
        "Пётр Сергеевич Ивашов",
    )
    assert (invoice.phone, invoice.request_number, invoice.operator) == ("+79215550123", made.number, me)
    assert (callback.customer, callback.phone) == (None, "+79215550199")


def test_only_promises_due_before_an_instant_can_be_asked_for(desk, me):
    for hours in (1, 2, 3):
        promise.make(desk, me, PromiseForm(PromiseKind.CALLBACK, str(hours), MORNING + hours * HOUR))

    found = promise.open_ones(desk, me, due_before=MORNING + 3 * HOUR)

    assert [one.what for one in found] == ["1", "2"]


def test_a_kept_promise_is_open_no_more_and_stays_kept(desk, me, clock):
    whose = customer.save(desk, me, a_customer()).id
    made = promise.make(desk, me, PromiseForm(PromiseKind.CALLBACK, "", MORNING - HOUR, whose))
    (owed,) = customer.card(desk, me, whose).promises

    kept = promise.keep(desk, me, owed.id)
    clock.instant += HOUR
    again = promise.keep(desk, me, owed.id)

    assert made.promises and kept.promises and kept.customers == {whose}
    assert not again.promises
    assert promise.open_ones(desk, me) == () == customer.card(desk, me, whose).promises
    assert promise.counts(desk, me) == promise.PromiseCounts(0, 0)


def test_overdue_promises_and_callbacks_are_counted(desk, me, clock):
    promise.make(desk, me, PromiseForm(PromiseKind.CALLBACK, "", MORNING + HOUR))
    promise.make(desk, me, PromiseForm(PromiseKind.PROMISE, "Send", MORNING + HOUR))
    promise.make(desk, me, PromiseForm(PromiseKind.CALLBACK, "", MORNING + 3 * HOUR))
    before = promise.counts(desk, me)

    clock.instant += 2 * HOUR

    assert before == promise.PromiseCounts(overdue=0, callbacks=2)
    assert promise.counts(desk, me) == promise.PromiseCounts(overdue=2, callbacks=2)


def test_a_promise_must_say_what_was_promised(desk, me):
    with pytest.raises(FieldMissing):
        promise.make(desk, me, PromiseForm(PromiseKind.PROMISE, "  ", MORNING))


def test_a_promise_that_is_not_there_cannot_be_kept(desk, me):
    with pytest.raises(RecordMissing):
        promise.keep(desk, me, b"0" * 16)
