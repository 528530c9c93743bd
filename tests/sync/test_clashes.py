"""Deeds that no cell can settle become visible on every station, until somebody who saw both decides (SYNC.md)."""

from __future__ import annotations

import pytest

from helpdesk.clock import SystemClock
from helpdesk.domain.clash import ClashKind
from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.service import company, request, sync, sync_clash
from helpdesk.storage import tables
from helpdesk.storage.events import add_event
from tests.builders import a_request
from tests.sync.office_desks import a_founder, a_newcomer, a_place, exchange


@pytest.fixture
def place():
    return a_place()


@pytest.fixture
def desks(tmp_path, place):
    first = a_founder(tmp_path, place, SystemClock())
    second = a_newcomer(tmp_path, place, "second", SystemClock())
    exchange(first, place)
    return first, second


def rounds(place, *desks):
    for _ in range(2):
        for desk in desks:
            exchange(desk, place)


def people(desk):
    return {one.name: one.id for one in company.operators(desk)}


def found(desk):
    return [(one.kind, one.subject) for one in sync_clash.to_be_settled(desk, b"")]


def test_a_request_that_two_took_at_once_is_shown_at_both_until_one_of_them_hands_it_over(place, desks):
    first, second = desks
    anna, boris = people(first)["Anna Belova"], people(first)["second"]
    made = request.register(first, anna, a_request()).id
    rounds(place, first, second)

    request.take(first, anna, [made])
    request.take(second, boris, [made])
    rounds(place, first, second)
    assert found(first) == found(second) == [(ClashKind.TAKEN_TWICE, made)]

    request.assign(first, anna, [made], boris)
    rounds(place, first, second)
    assert found(first) == found(second) == []
    assert sync.digest(first, anna) == sync.digest(second, boris)


def test_a_request_taken_by_one_after_the_other_is_no_clash(place, desks):
    first, second = desks
    anna, boris = people(first)["Anna Belova"], people(first)["second"]
    made = request.register(first, anna, a_request()).id
    request.take(first, anna, [made])
    rounds(place, first, second)
    request.take(second, boris, [made])
    rounds(place, first, second)

    assert found(first) == found(second) == []


def test_an_order_cancelled_by_one_while_another_confirmed_it_is_shown_at_both(place, desks):
    first, second = desks
    with first.work() as unit:
        order = unit.add(tables.Order, number="1-00077-1").id
        add_event(unit, SubjectKind.ORDER, order, EventKind.CREATED, state="registered")
    rounds(place, first, second)

    for desk, state in ((first, "confirmed"), (second, "cancelled")):
        with desk.work() as unit:
            add_event(unit, SubjectKind.ORDER, order, EventKind.STATE, state=state)
    rounds(place, first, second)

    assert found(first) == found(second) == [(ClashKind.CANCELLED_BESIDES, order)]
    stages = []
    for desk in desks:
        with desk.reading() as database:
            stages.append(database.row("SELECT stage FROM customer_order WHERE id = ?", order)[0])
    assert len(set(stages)) == 1
