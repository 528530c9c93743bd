"""The one box on a real file: a number, a phone or words lead to the record (S32, S33)."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.order import OrderForm
from helpdesk.service import customer, find, order, request
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from tests.builders import a_clock, a_customer, a_desk, a_request, an_operator

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def me(desk):
    return an_operator(desk)


def saved(desk: Desk, name: str, phone: str = "", **fields: str) -> CustomerId:
    return customer.save(desk, an_operator(desk), a_customer(name, phone=phone, **fields)).id


def kinds(desk: Desk, me: OperatorId, text: str) -> list[str]:
    return [one.kind for one in find.find(desk, me, text)]


def test_a_number_with_or_without_dashes_comes_first(desk, me):
    """S32, S33."""
    made = request.register(desk, me, a_request())
    bought = order.register(desk, me, OrderForm(note="One lamp"))
    saved(desk, "Digits", phone=f"+7 921 {made.number.replace('-', '')}")

    for spelling in (made.number, made.number.replace("-", ""), made.number.replace("-", " "), f"№ {made.number}"):
        found = find.find(desk, me, spelling)
        assert (found[0].kind, found[0].number, found[0].record) == ("request", made.number, made.id)
    assert find.find(desk, me, bought.number.replace("-", ""))[0].record == bought.id


def test_a_number_of_another_program_comes_first(desk, me):
    """S33."""
    request.register(desk, me, a_request("About 10248"))
    with desk.work() as unit:
        foreign = unit.add(
            tables.Order, number="1-00099-9", foreign_number="10248", ordered_at=unit.now, stage_since=unit.now
        )
        product = unit.add(tables.Product, code="LMP-7", name="Lamp")

    assert find.find(desk, me, "10248")[0].record == foreign.id
    assert find.find(desk, me, " LMP-7 ")[0].record == product.id


@pytest.mark.parametrize("typed", ["+7 921 555-01-23", "89215550123", "555-01-23", "0123", "тел. 8 (921) 555 01 23"])
def test_a_phone_or_a_part_of_it_finds_the_customer_and_the_requests(desk, me, typed):
    """S33."""
    whose = saved(desk, "Anna Belova", "+7 921 555-01-23", city="Пермь")
    request.register(desk, me, a_request(customer=whose))
    saved(desk, "Somebody", "+7 921 555-99-99")

    customer_found, request_found = find.find(desk, me, typed)

    assert (customer_found.record, customer_found.number) == (whose, "+79215550123")
    assert (customer_found.title, customer_found.detail) == ("Anna Belova", "Пермь")
    assert (request_found.kind, request_found.detail) == ("request", "Anna Belova")


@pytest.mark.parametrize("typed", ["ёлкин", "елки", "Tkrby", "elkin", "ЁЛКИН пётр", "петр елкин"])
def test_letters_layout_and_script_do_not_matter(desk, me, typed):
    saved(desk, "Ёлкин Пётр")

    assert kinds(desk, me, typed) == ["customer"]


def test_a_name_that_begins_so_comes_before_everything_else(desk, me, clock):
    begins = saved(desk, "Lamp Trade")
    for number in range(3):
        clock.instant += timedelta(minutes=1)
        saved(desk, f"Big {number} Lamp")
        request.register(desk, me, a_request("A lamp"))

    found = find.find(desk, me, "lamp")

    assert found[0].record == begins
    assert [one.kind for one in found[:4]] == ["customer", "customer", "request", "customer"]


def test_kinds_are_mixed_so_that_none_hides_another(desk, me):
    with desk.work() as unit:
        unit.add(tables.Product, code="7", name="Desk lamp")
    for number in range(30):
        request.register(desk, me, a_request(f"The lamp {number}"))
    whose = saved(desk, "Bright Lamp")
    order.register(desk, me, OrderForm(customer=whose, note="Two lamps"))

    found = kinds(desk, me, "lamp")

    assert len(found) == 20
    assert set(found[:4]) == {"customer", "request", "order", "product"}


def test_open_requests_come_before_closed_ones(desk, me, clock):
    open_one = request.register(desk, me, a_request("Lamp, old and open"))
    clock.instant += timedelta(minutes=1)
    closed = request.register(desk, me, a_request("Lamp, new and cancelled"))
    request.change_state(desk, me, [closed.id], "cancelled", reason="a mistake")

    assert [one.record for one in find.find(desk, me, "lamp")] == [open_one.id, closed.id]


def test_each_record_is_shown_once_and_hidden_ones_never(desk, me):
    made = request.register(desk, me, a_request("1-00001-5"))
    hidden = saved(desk, "Hidden")
    customer.hide(desk, me, hidden)

    assert [one.record for one in find.find(desk, me, made.number)] == [made.id]
    assert find.find(desk, me, "hidden") == ()


def test_nothing_typed_finds_nothing(desk, me):
    saved(desk, "Anna")

    assert find.find(desk, me, "") == find.find(desk, me, "   ") == ()


def test_a_name_that_nobody_sees_is_found_by_its_signs(desk, me):
    whose = saved(desk, "\u200b\u200b")

    (found,) = find.find(desk, me, "\u200b\u200b")

    assert (found.record, found.title) == (whose, "\u200b\u200b")


@pytest.mark.skipif(not (SHARED / "blns.json").exists(), reason="the shared test data is not here")
def test_no_string_breaks_the_box(desk, me):
    saved(desk, "Anna", "+7 921 555-01-23")

    for text in json.loads((SHARED / "blns.json").read_text(encoding="utf-8")):
        find.find(desk, me, text)
