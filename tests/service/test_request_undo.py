"""Undo of take, assign and state: compensating events, the log keeps both."""

from __future__ import annotations

from functools import partial

import pytest

from helpdesk.domain.event import Channel, EventKind, NotificationWay
from helpdesk.domain.request import Notice
from helpdesk.service import company, request_undo
from helpdesk.service import request as requests
from tests.builders import a_desk, a_request, an_operator


@pytest.fixture
def desk(tmp_path):
    return a_desk(tmp_path)


@pytest.fixture
def anna(desk):
    return an_operator(desk)


def made(desk, anna, **cells):
    return requests.register(desk, anna, a_request(**cells)).id


def row(desk, anna, request):
    return requests.card(desk, anna, request).row


def test_taking_is_taken_back_and_the_log_keeps_both(desk, anna):
    request = made(desk, anna)

    step = request_undo.stepped(desk, anna, requests.take, [request])
    changes = request_undo.take_back(desk, anna, step)

    assert (row(desk, anna, request).owner, row(desk, anna, request).state) == (None, "received")
    kinds = [event.kind for event in requests.card(desk, anna, request).events]
    assert kinds == [EventKind.CREATED, EventKind.ASSIGNED, EventKind.STATE, EventKind.ASSIGNED, EventKind.STATE]
    assert request in changes.requests


def test_handing_over_many_is_taken_back_to_each_owner(desk, anna):
    boris = company.add_operator(desk, anna, "Boris").id
    hers, free = made(desk, anna), made(desk, anna)
    requests.take(desk, anna, [hers])

    step = request_undo.stepped(desk, anna, requests.assign, [hers, free], boris)
    assert {row(desk, anna, one).owner for one in (hers, free)} == {boris}
    request_undo.take_back(desk, anna, step)

    assert [row(desk, anna, one).owner for one in (hers, free)] == [anna, None]


def test_a_request_that_moved_on_is_left_as_it_stands(desk, anna):
    boris = company.add_operator(desk, anna, "Boris").id
    request = made(desk, anna)
    step = request_undo.stepped(desk, anna, requests.take, [request])
    requests.assign(desk, anna, [request], boris)

    changes = request_undo.take_back(desk, anna, step)

    assert row(desk, anna, request).owner == boris
    assert not changes.requests


def test_a_customer_who_was_told_is_not_owed_the_old_state_again(desk, anna):
    request = made(desk, anna, channel=Channel.MAIL)
    owed = requests.card(desk, anna, request).owed
    requests.notify(desk, anna, request, Notice(owed.event, NotificationWay.SAID))

    step = request_undo.stepped(desk, anna, requests.change_state, [request], "waiting_customer")
    assert row(desk, anna, request).is_owed
    request_undo.take_back(desk, anna, step)

    assert (row(desk, anna, request).state, row(desk, anna, request).is_owed) == ("received", False)


def test_a_customer_who_was_not_told_is_still_owed(desk, anna):
    request = made(desk, anna, channel=Channel.MAIL)

    step = request_undo.stepped(desk, anna, partial(requests.change_state, reason="by mistake"), [request], "cancelled")
    request_undo.take_back(desk, anna, step)

    assert (row(desk, anna, request).state, row(desk, anna, request).is_owed) == ("received", True)


def test_what_a_step_left_alone_is_not_taken_back(desk, anna):
    request = made(desk, anna)
    requests.take(desk, anna, [request])

    assert request_undo.stepped(desk, anna, requests.take, [request]).moved == ()
