"""Requests merged, separated, split and linked on a real file (SERVICE: merge, split, link)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.event import Channel, EventKind, NotificationWay
from helpdesk.domain.identity import RequestId
from helpdesk.domain.listing import RequestQuery, View
from helpdesk.domain.request_link import LinkKind
from helpdesk.errors import FieldMissing, LinkRefused, MergeRefused, StateRefused
from helpdesk.service import checking, customer, find, request, request_list, request_merging
from helpdesk.service.request_merging import link, linked, merge, merged, separate, split, unlink
from tests.builders import MORNING, a_customer, a_desk, a_request, an_operator


@pytest.fixture
def clock():
    return FixedClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


@pytest.fixture
def lamp(desk, me):
    return RequestId(request.register(desk, me, a_request("The lamp does not light")).id)


@pytest.fixture
def again(desk, me, clock):
    clock.instant += timedelta(minutes=5)
    ivashov = customer.save(desk, me, a_customer(phone="8 921 555-01-23")).id
    return RequestId(request.register(desk, me, a_request("Torch is dark again", customer=ivashov)).id)


def all_of(desk, me):
    return [row.id for row in request_list.first_page(desk, me, RequestQuery(view=View.ALL))]


def test_the_number_and_the_words_of_a_merged_request_find_the_survivor_for_ever(desk, me, lamp, again):
    number = request.card(desk, me, again).row.number

    merge(desk, me, lamp, [again])

    assert request.by_number(desk, me, number) == lamp
    assert request.card(desk, me, again).row.id == lamp
    for text in (number, "torch", "555-01-23"):
        found = {one.record for one in find.find(desk, me, text) if one.kind == "request"}
        assert found == {lamp}, text
    assert all_of(desk, me) == [lamp]
    assert request_list.counts(desk, me)[View.QUEUE] == 1
    assert checking.tally(desk, me)["requests"] == 1


def test_the_events_of_both_are_seen_in_the_order_of_time(desk, me, clock, lamp, again):
    clock.instant += timedelta(minutes=5)
    request.customer_said(desk, me, lamp, "Still dark", Channel.MAIL)
    merge(desk, me, lamp, [again])
    clock.instant += timedelta(minutes=5)
    request.add_note(desk, me, again, "From the other station")

    events = request.card(desk, me, lamp).events

    kinds = [event.kind for event in events]
    assert kinds == [EventKind.CREATED, EventKind.CREATED, EventKind.MESSAGE, EventKind.NOTE]
    assert [event.occurred_at for event in events] == sorted(event.occurred_at for event in events)


def test_blanks_are_filled_and_emptied_again_when_it_is_undone(desk, me, lamp, again):
    before = request.card(desk, me, lamp), request.card(desk, me, again)
    done = merge(desk, me, lamp, [again])
    assert request.card(desk, me, lamp).row.customer == before[1].row.customer

    separate(desk, me, done.ids)

    assert (request.card(desk, me, lamp), request.card(desk, me, again)) == before
    assert all_of(desk, me) == [again, lamp]
    assert merged(desk, me, lamp) == ()


def test_several_requests_are_taken_into_one_and_each_comes_out_alone(desk, me, lamp, again):
    third = RequestId(request.register(desk, me, a_request("Third")).id)
    done = merge(desk, me, lamp, [again, third])

    separate(desk, me, done.ids[:1])

    assert {one.record for one in merged(desk, me, lamp)} == {third}
    assert set(all_of(desk, me)) == {lamp, again}


def test_one_request_is_not_merged_with_itself(desk, me, lamp, again):
    with pytest.raises(MergeRefused):
        merge(desk, me, lamp, [lamp])
    with pytest.raises(MergeRefused):
        merge(desk, me, lamp, [])


def test_a_part_is_split_off_and_linked_both_ways(desk, me, again):
    request.customer_said(desk, me, again, "And the kettle leaks.\nWhen can you come?", Channel.MAIL)
    said = request.card(desk, me, again).events[-1]

    made = split(desk, me, again, said.id)

    card = request.card(desk, me, RequestId(made.id))
    assert card.row.subject.startswith("And the kettle leaks.") and card.description == said.text
    assert card.row.customer == request.card(desk, me, again).row.customer
    ((here),) = linked(desk, me, RequestId(made.id))
    ((there),) = linked(desk, me, again)
    assert (here.kind, here.is_back, here.request) == (LinkKind.SPLIT, False, again)
    assert (there.kind, there.is_back, there.request) == (LinkKind.SPLIT, True, made.id)


def test_nothing_is_split_off_an_event_without_words(desk, me, again):
    with pytest.raises(FieldMissing):
        split(desk, me, again, request.card(desk, me, again).events[0].id)


def a_solved_one(desk, me, id):
    request.solve(desk, me, id, "Lamp replaced", told=NotificationWay.SAID)


def test_a_parent_is_not_closed_over_open_parts_unless_a_reason_is_given(desk, me, lamp, again):
    link(desk, me, again, lamp, LinkKind.PARENT)
    a_solved_one(desk, me, lamp)

    with pytest.raises(StateRefused):
        request.close(desk, me, [lamp])
    request.change_state(desk, me, [lamp], "closed", reason="The rest goes on by itself")

    assert request.card(desk, me, lamp).row.state == "closed"


def test_a_parent_is_closed_when_its_parts_are_done_or_no_longer_its_own(desk, me, lamp, again):
    link(desk, me, again, lamp, LinkKind.PARENT)
    a_solved_one(desk, me, lamp)

    unlink(desk, me, linked(desk, me, lamp)[0].link)
    request.close(desk, me, [lamp])

    assert request.card(desk, me, lamp).row.state == "closed"


def test_a_request_stands_neither_under_itself_nor_under_its_own_parts(desk, me, lamp, again):
    link(desk, me, again, lamp, LinkKind.PARENT)

    with pytest.raises(LinkRefused):
        link(desk, me, lamp, again, LinkKind.PARENT)
    with pytest.raises(LinkRefused):
        link(desk, me, lamp, lamp, LinkKind.RELATED)


def test_links_of_a_merged_request_are_its_survivors(desk, me, lamp, again):
    third = RequestId(request.register(desk, me, a_request("Third")).id)
    link(desk, me, again, third, LinkKind.RELATED)

    request_merging.merge(desk, me, lamp, [again])

    assert [one.request for one in linked(desk, me, lamp)] == [third]
    assert [one.request for one in linked(desk, me, third)] == [lamp]


def test_a_workplace_with_merges_is_sound(desk, me, lamp, again):
    merge(desk, me, lamp, [again])

    assert checking.check(desk, me).is_sound
