"""The request list: views, filters, search as you type, windows of rows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpdesk.domain.event import Channel
from helpdesk.domain.listing import RequestQuery, Sort, View
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.errors import FieldMissing
from helpdesk.service import customer
from helpdesk.service import request as requests
from helpdesk.service import request_list as lists
from tests.builders import MORNING, a_clock, a_customer, a_desk, a_request, an_operator


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def anna(desk):
    return an_operator(desk)


def subjects(desk, anna, **query):
    return [row.subject for row in lists.first_page(desk, anna, RequestQuery(**query))]


@pytest.mark.parametrize(
    "typed",
    ["чайник", "чай", "чайники", "ЧАЙНИКОВ", "xfqybr", "треснул", "chajnik", "щеголева", "Щёголева", "obtotdf", "4567"],
)
def test_a_request_is_found_by_what_is_spoken(desk, anna, typed):
    who = customer.save(desk, anna, a_customer("Щёголева Мария", phone="8 (921) 123-45-67")).id
    requests.register(desk, anna, a_request("Чайник треснул", customer=who))
    requests.register(desk, anna, a_request("Принтер не печатает"))
    typed = {"obtotdf": "otujktdf"}.get(typed, typed)
    assert subjects(desk, anna, text=typed) == ["Чайник треснул"]


def test_any_part_of_a_number_finds_it_s32(desk, anna):
    made = requests.register(desk, anna, a_request("the one"))
    for part in (made.number, made.number.replace("-", ""), made.number[2:7], made.number[:7]):
        assert subjects(desk, anna, text=part) == ["the one"]


def test_a_renamed_customer_is_found_under_the_new_name(desk, anna):
    who = customer.save(desk, anna, a_customer("Old Name")).id
    requests.register(desk, anna, a_request("the one", customer=who))
    customer.save(desk, anna, a_customer("Brand New"), id=who)
    assert subjects(desk, anna, text="brand") == ["the one"]
    assert subjects(desk, anna, text="old") == []


def test_views_hold_what_their_names_say(desk, anna, clock):
    requests.register(desk, anna, a_request("mine", owner=anna))
    requests.register(desk, anna, a_request("queued"))
    waiting = requests.register(desk, anna, a_request("waits", owner=anna))
    requests.change_state(desk, anna, [waiting.id], "waiting_customer")
    done = requests.register(desk, anna, a_request("done", owner=anna))
    requests.solve(desk, anna, done.id, "so")
    clock.instant += timedelta(days=7)
    assert subjects(desk, anna, view=View.MINE) == ["mine", "waits"]
    assert subjects(desk, anna, view=View.QUEUE) == ["queued"]
    assert subjects(desk, anna, view=View.WAITING) == ["waits"]
    assert set(subjects(desk, anna, view=View.OVERDUE)) == {"mine", "queued"}
    assert len(subjects(desk, anna, view=View.ALL)) == 4
    counted = lists.counts(desk, anna)
    assert counted == {
        View.MINE: 2,
        View.TODAY: 2,
        View.QUEUE: 1,
        View.WAITING: 1,
        View.OVERDUE: 2,
        View.ALL: 4,
    }


def test_the_earliest_due_comes_first_and_newest_first_on_demand(desk, anna, clock):
    requests.register(desk, anna, a_request("slow", priority=Priority.LOW))
    clock.instant += timedelta(minutes=1)
    requests.register(desk, anna, a_request("urgent", priority=Priority.URGENT))
    clock.instant += timedelta(minutes=1)
    requests.register(desk, anna, a_request("plain"))
    assert subjects(desk, anna, view=View.QUEUE) == ["urgent", "plain", "slow"]
    assert subjects(desk, anna, view=View.QUEUE, sort=Sort.NEWEST) == ["plain", "urgent", "slow"]
    assert subjects(desk, anna, view=View.QUEUE, sort=Sort.OLDEST) == ["slow", "urgent", "plain"]


def test_filters_narrow_a_view_and_a_search(desk, anna):
    requests.register(desk, anna, a_request("lamp one", kind=RequestKind.COMPLAINT))
    requests.register(desk, anna, a_request("lamp two", channel=Channel.MAIL))
    chips = {"kinds": frozenset({RequestKind.COMPLAINT}), "view": View.ALL}
    assert subjects(desk, anna, **chips) == ["lamp one"]
    assert subjects(desk, anna, text="lamp", **chips) == ["lamp one"]
    assert subjects(desk, anna, view=View.ALL, created_to=date(2026, 11, 22)) == []
    assert len(subjects(desk, anna, view=View.ALL, created_from=date(2026, 11, 23), created_to=date(2026, 11, 23))) == 2


def test_a_window_of_rows_is_read_by_aliases_in_their_order(desk, anna, clock):
    for step in range(30):
        clock.instant = MORNING + timedelta(seconds=step)
        requests.register(desk, anna, a_request(f"request {step}"))
    query = RequestQuery(view=View.ALL)
    whole = lists.aliases(desk, anna, query)
    window = lists.rows(desk, anna, whole[10:15])
    assert len(whole) == 30
    assert [row.subject for row in window] == [f"request {step}" for step in (19, 18, 17, 16, 15)]
    assert [row.alias for row in lists.first_page(desk, anna, query, 5)] == list(whole[:5])


def test_a_view_is_saved_found_and_dropped(desk, anna):
    query = RequestQuery(
        view=View.ALL, kinds=frozenset({RequestKind.SERVICE}), owner=anna, created_from=date(2026, 1, 1)
    )
    lists.save_view(desk, anna, "service", query)
    assert [(view.name, view.query) for view in lists.saved_views(desk, anna)] == [("service", query)]
    lists.drop_view(desk, anna, "service")
    assert lists.saved_views(desk, anna) == ()
    with pytest.raises(FieldMissing):
        lists.save_view(desk, anna, " ", query)
