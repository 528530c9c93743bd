"""Two cards of one customer become one and two again, on a real file and on several stations (S80)."""

from __future__ import annotations

from itertools import permutations

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.customer import Contact, ContactKind, CustomerForm
from helpdesk.domain.identity import CustomerId
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.domain.listing import RequestQuery, View
from helpdesk.domain.merging import Taken
from helpdesk.domain.order import OrderForm
from helpdesk.errors import MergeRefused
from helpdesk.service import call, customer, find, merging, order, promise, request, request_list
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from helpdesk.storage.derived import rebuild
from helpdesk.storage.merging import roots_of
from tests.builders import MORNING, a_customer, a_desk, a_mail, a_phone, a_request, an_operator


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


@pytest.fixture
def petr(desk):
    return saved(desk, a_customer("Пётр Ивашов", "8 921 555-01-23", city="Тверь", tags=("опт",)))


@pytest.fixture
def twin(desk):
    form = a_customer("Ивашов П. С.", "8 495 000-11-22", "ivashov@polyana.example", company="Поляна", tags=("долг",))
    return saved(desk, form)


def of_customer(desk, me, id):
    return [row.id for row in request_list.first_page(desk, me, RequestQuery(view=View.CUSTOMER, customer=id))]


def test_everything_of_both_cards_is_found_under_the_survivor(desk, me, clock, petr, twin):
    """S80, S5."""
    asked = request.register(desk, me, a_request("Lamp", customer=twin)).id
    order.register(desk, me, OrderForm(customer=twin, note="Oak shelf"))
    promise.make(desk, me, PromiseForm(PromiseKind.PROMISE, "a price", clock.now(), twin))
    spoken = call.start(desk, me, "8 495 000-11-22")
    call.choose_customer(desk, me, spoken.id, twin)

    merging.merge(desk, me, petr, twin)

    card = customer.card(desk, me, petr)
    assert {contact.normal for contact in card.form.contacts} == {
        "+79215550123",
        "+74950001122",
        "ivashov@polyana.example",
    }
    assert (card.form.company, card.form.city, card.form.tags) == ("Поляна", "Тверь", ("опт", "долг"))
    assert {line.kind for line in card.history} == {"request", "order", "call"}
    assert (card.open_requests, len(card.orders), len(card.promises)) == (1, 1, 1)
    assert of_customer(desk, me, petr) == of_customer(desk, me, twin) == [asked]
    assert [row.name for row in customer.rows(desk, me)] == ["Пётр Ивашов"]
    assert customer.rows(desk, me)[0].open_requests == 1
    assert request.card(desk, me, asked).row.customer_name == "Пётр Ивашов"


def test_the_other_card_finds_the_survivor_for_ever(desk, me, petr, twin):
    asked = request.register(desk, me, a_request("Lamp", customer=twin)).id

    merging.merge(desk, me, petr, twin)

    assert customer.card(desk, me, twin).id == petr
    for text in ("Ивашов П. С.", "000-11-22", "ivashov@polyana.example"):
        assert petr in {found.record for found in find.find(desk, me, text)}, text
        assert twin not in {found.record for found in find.find(desk, me, text)}, text
    assert [one.row.id for one in call.candidates(desk, me, "+7 495 000-11-22")] == [petr]
    assert [one.row.id for one in call.candidates(desk, me, "0001122")] == [petr]
    assert call.candidates(desk, me, "+7 495 000-11-22")[0].latest_request == asked
    later = request.register(desk, me, a_request("Shelf", customer=twin)).id
    assert of_customer(desk, me, petr) == [later, asked]


def test_a_merge_is_undone_and_each_card_has_its_own_again(desk, me, petr, twin):
    before = customer.card(desk, me, petr), customer.card(desk, me, twin)
    done = merging.merge(desk, me, petr, twin, {"name": Taken.THEIRS})
    assert customer.card(desk, me, petr).form.name == "Ивашов П. С."

    changes = merging.separate(desk, me, done.id)

    assert (customer.card(desk, me, petr), customer.card(desk, me, twin)) == before
    assert {petr, twin} <= changes.customers
    assert {row.id for row in customer.rows(desk, me)} == {petr, twin}
    assert merging.merged(desk, me, petr) == ()


def test_undoing_leaves_alone_what_was_written_since(desk, me, petr, twin):
    done = merging.merge(desk, me, petr, twin)
    form = customer.card(desk, me, petr).form
    customer.save(desk, me, CustomerForm(**{**_cells(form), "company": "Роща", "tags": (*form.tags, "vip")}), id=petr)

    merging.separate(desk, me, done.id)

    kept = customer.card(desk, me, petr).form
    assert (kept.company, kept.tags) == ("Роща", ("опт", "vip"))


def _cells(form):
    return {name: getattr(form, name) for name in CustomerForm.__dataclass_fields__}


def test_a_phone_that_both_cards_had_is_shown_once_and_each_keeps_it_when_separated(desk, me, petr):
    same = saved(desk, a_customer("П. Ивашов", "+7 921 5550123"))
    done = merging.merge(desk, me, petr, same)
    form = customer.card(desk, me, petr).form
    assert len(form.contacts) == 1

    customer.save(desk, me, CustomerForm(**{**_cells(form), "note": "Звонить утром"}), id=petr)
    merging.separate(desk, me, done.id)

    assert [len(customer.card(desk, me, id).form.contacts) for id in (petr, same)] == [1, 1]


def test_a_contact_removed_from_the_merged_card_does_not_come_back_from_the_other(desk, me, petr):
    same = saved(desk, a_customer("П. Ивашов", "+7 921 5550123", "petr@polyana.example"))
    merging.merge(desk, me, petr, same)
    form = customer.card(desk, me, petr).form

    left = tuple(contact for contact in form.contacts if contact.kind is ContactKind.MAIL)
    customer.save(desk, me, CustomerForm(**{**_cells(form), "contacts": left}), id=petr)

    assert customer.card(desk, me, petr).form.contacts == left


def test_cards_that_are_one_already_are_not_merged_again(desk, me, petr, twin):
    merging.merge(desk, me, petr, twin)

    with pytest.raises(MergeRefused):
        merging.merge(desk, me, twin, petr)
    with pytest.raises(MergeRefused):
        merging.preview(desk, me, petr, petr)


def test_the_preview_says_what_comes_along(desk, me, petr, twin):
    request.register(desk, me, a_request("Lamp", customer=twin))

    seen = merging.preview(desk, me, petr, twin)

    assert (seen.contacts, seen.requests, seen.orders, seen.tags) == (2, 1, 0, ("опт", "долг"))
    assert [choice.name for choice in seen.fields if choice.is_open] == ["name"]


def test_a_merged_card_is_no_duplicate_of_its_survivor_and_answers_for_its_phones(desk, me, petr, twin):
    merging.merge(desk, me, petr, twin)

    form = customer.card(desk, me, petr).form
    assert customer.duplicates(desk, me, form, but=petr) == ()
    found = customer.duplicates(desk, me, a_customer("Somebody", contacts=(a_phone("8 495 000-11-22"),)))
    assert [one.row.id for one in found] == [petr]


def test_what_is_derived_of_merges_is_what_a_rebuild_computes(desk, me, petr, twin):
    third = saved(desk, a_customer("Ивашов", contacts=(a_mail("third@polyana.example"),)))
    merging.merge(desk, me, petr, twin)
    done = merging.merge(desk, me, third, petr)
    merging.merge(desk, me, petr, saved(desk, a_customer("Фёдор Лис")))
    merging.separate(desk, me, done.id)

    with desk.database.writing():
        kept = _merged(desk)
        words = desk.database.rows("SELECT rowid FROM customer_words ORDER BY rowid")
        rebuild(desk.database, desk.rules)
        assert _merged(desk) == kept
        assert desk.database.rows("SELECT rowid FROM customer_words ORDER BY rowid") == words


def _merged(desk):
    return desk.database.rows("SELECT id, merged_into FROM customer ORDER BY id")


def test_merges_of_several_stations_end_alike_in_every_order_of_arrival(tmp_path):
    """SYNC: concurrent merges of customers converge; rows that wait for their record count when it comes."""
    ids = [bytes([one]) * 16 for one in range(1, 5)]
    a, b, c, d = ids
    rows = [
        (tables.Merge, {"id": b"m" * 16, "record": a, "survivor": b, "stamp": 5}),
        (tables.Merge, {"id": b"n" * 16, "record": b, "survivor": a, "stamp": 4}),
        (tables.Merge, {"id": b"o" * 16, "record": a, "survivor": c, "stamp": 7}),
        (tables.Merge, {"id": b"p" * 16, "record": d, "survivor": b, "stamp": 6}),
        (tables.Separation, {"id": b"q" * 16, "merge": b"o" * 16}),
    ]
    stations = []
    for number, order_of_arrival in enumerate(list(permutations(rows))[::17]):
        desk = a_desk(tmp_path / str(number))
        for place, (table, cells) in enumerate(order_of_arrival):
            _receive(desk, table, cells)
            if place == 2:
                for id in ids:
                    _receive(desk, tables.Customer, {"id": id, "name": f"Card {id[0]}"})
        with desk.reading() as database:
            stations.append(roots_of(database, "customer", ids))

    assert len(stations) > 5
    assert all(found == {b: a, d: a} for found in stations)


def _receive(desk: Desk, table: type[tables.Record], cells: dict[str, object]) -> None:
    with desk.work() as unit:
        if table is tables.Merge:
            cells = {"kind": "customer", "merged_at": unit.now, **cells}
        elif table is tables.Separation:
            cells = {"separated_at": unit.now, **cells}
        else:
            cells = {"created_at": unit.now, **cells}
        unit.add(table, **cells)


def test_a_contact_added_to_a_merged_card_belongs_to_the_survivor(desk, me, petr, twin):
    done = merging.merge(desk, me, petr, twin)
    form = customer.card(desk, me, twin).form

    added = (*form.contacts, Contact(ContactKind.MAIL, "new@polyana.example"))
    customer.save(desk, me, CustomerForm(**{**_cells(form), "contacts": added}), id=twin)
    merging.separate(desk, me, done.id)

    assert "new@polyana.example" in [one.typed for one in customer.card(desk, me, petr).form.contacts]
