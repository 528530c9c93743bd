"""What two people entered at once is kept, shown, restored; prefixes are settled; presence tells and locks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.service import company, customer, sync, sync_conflict, sync_station
from tests.builders import a_customer, an_operator
from tests.sync.office_desks import a_founder, a_newcomer, a_place, exchange


@pytest.fixture
def place():
    return a_place()


@pytest.fixture
def desks(tmp_path, place):
    first = a_founder(tmp_path, place)
    second = a_newcomer(tmp_path, place, "second")
    exchange(first, place)
    return first, second


def rounds(place, *desks, count=2):
    for _ in range(count):
        for desk in desks:
            exchange(desk, place)


def city(desk, identity):
    with desk.reading() as database:
        return database.row("SELECT city FROM customer WHERE id = ?", identity)[0]


def set_city(desk, identity, text):
    with desk.work() as unit:
        unit.database.execute_sql("UPDATE customer SET city = ? WHERE id = ?", (text, identity))


def a_shared_customer(place, first, second):
    identity = customer.save(first, an_operator(first), a_customer()).id
    rounds(place, first, second)
    return identity


def test_the_value_that_lost_is_shown_beside_the_record_and_one_click_restores_it_everywhere(place, desks):
    first, second = desks
    identity = a_shared_customer(place, first, second)
    set_city(first, identity, "Pskov")
    # Of two stamps of one instant the station decides, which is drawn anew each time.
    second.clock.instant += timedelta(seconds=1)
    set_city(second, identity, "Tver")
    rounds(place, first, second)
    assert city(first, identity) == city(second, identity) == "Tver"

    (kept,) = sync_conflict.conflicts(first, an_operator(first), identity)
    assert (kept.field, kept.value, kept.present) == ("city", "Pskov", "Tver")
    assert sync_conflict.conflicts(second, an_operator(second))[0].station == "first"
    changes = sync_conflict.restore(first, an_operator(first), kept)
    rounds(place, first, second)

    assert identity in changes.customers
    assert city(first, identity) == city(second, identity) == "Pskov"
    assert [sync_conflict.conflicts(desk, an_operator(desk)) for desk in desks] == [(), ()]


def test_a_later_edit_by_one_who_saw_the_first_is_no_conflict(place, desks):
    first, second = desks
    identity = a_shared_customer(place, first, second)
    set_city(first, identity, "Pskov")
    rounds(place, first, second)
    set_city(second, identity, "Tver")
    rounds(place, first, second)

    assert city(first, identity) == "Tver"
    assert sync_conflict.conflicts(first, an_operator(first)) == ()


def test_edits_of_different_cells_of_one_record_both_stay(place, desks):
    first, second = desks
    identity = a_shared_customer(place, first, second)
    set_city(first, identity, "Pskov")
    with second.work() as unit:
        unit.database.execute_sql("UPDATE customer SET note = 'evenings' WHERE id = ?", (identity,))
    rounds(place, first, second)

    for desk in desks:
        with desk.reading() as database:
            assert database.row("SELECT city, note FROM customer WHERE id = ?", identity) == ("Pskov", "evenings")


def test_of_two_stations_that_claimed_one_prefix_the_later_takes_the_next(tmp_path, place, desks):
    first, second = desks
    third, fourth = (a_newcomer(tmp_path, place.copy(), name) for name in ("third", "fourth"))
    rounds(place, third, fourth, first, second, third, fourth, count=3)

    numbers = {desk.folder.name: number(desk) for desk in (first, second, third, fourth)}
    assert sorted(numbers.values()) == [1, 2, 3, 4]


def number(desk):
    with desk.reading() as database:
        return database.row("SELECT number FROM station")[0]


def test_stations_tell_their_version_and_clock_and_what_they_have_open(place, desks):
    first, second = desks
    identity = a_shared_customer(place, first, second)

    sync_station.announce(second, an_operator(second), "customer", identity)
    rounds(place, second, first)

    known = {station.name: station for station in sync_station.stations(first, an_operator(first))}
    assert len(known) == 2 and sum(station.is_own for station in known.values()) == 1
    heard = next(station for station in known.values() if not station.is_own)
    assert heard.version and heard.heard_at == second.clock.now() and not heard.ahead
    (seen,) = sync_station.present(first, an_operator(first), identity)
    assert seen.operator == an_operator(second)
    assert sync.digest(first, b"") == sync.digest(second, b"")


def test_a_company_renamed_at_one_station_is_renamed_at_the_desk_of_another(place, desks):
    first, second = desks

    company.change_company(first, an_operator(first), name="Polyana Plus")
    rounds(place, first, second)

    assert second.company == replace(first.company, name="Polyana Plus")
