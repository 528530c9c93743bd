"""What is derived and kept is what a rebuild computes."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.service import checking
from helpdesk.storage import tables
from helpdesk.storage.derived import rebuild
from helpdesk.storage.events import add_event
from tests.builders import MORNING, a_clock, a_desk, an_operator

COURSE = ("in_work", "waiting_customer", "in_work", "solved", "closed")


@pytest.fixture
def desk(tmp_path):
    clock = a_clock()
    desk = a_desk(tmp_path, clock)
    states = list(desk.states)
    with desk.work() as unit:
        person = unit.add(tables.Customer, name="Вера Лис", created_at=MORNING)
        unit.add(tables.Contact, customer=person.id, kind="phone", typed="8 (921) 555-01-23", normal="+79215550123")
        unit.add(tables.Product, name="Oak shelf", code="SH-1", price_minor=125_000)
        order = unit.add(tables.Order, number="1-00050-1", customer=person.id)
        add_event(unit, SubjectKind.ORDER, order.id, EventKind.CREATED, state="registered")
        unit.add(
            tables.OrderLine,
            order=order.id,
            title="Oak shelf",
            quantity=Decimal(2),
            price_minor=125_000,
            discount=Decimal(0),
        )
        requests = [a_request(unit, at, person.id) for at in range(12)]
    for hour, state in enumerate(COURSE, start=1):
        clock.instant = MORNING + timedelta(hours=hour)
        with desk.work() as unit:
            for identity in requests[hour:]:
                if state in states:
                    add_event(unit, SubjectKind.REQUEST, identity, EventKind.STATE, state=state)
    return desk


def a_request(unit, at: int, customer: bytes) -> bytes:
    row = unit.add(
        tables.Request,
        number=f"1-{at + 1:05}-0",
        kind="complaint" if at % 2 else "service",
        subject=f"Lamp {at}",
        channel="mail",
        priority="normal",
        customer=customer,
    )
    add_event(
        unit,
        SubjectKind.REQUEST,
        row.id,
        EventKind.CREATED,
        state="received",
        channel="mail",
        detail={"kind": row.kind, "priority": "normal"},
    )
    return row.id


def kept(database) -> dict[str, list]:
    names = ("request", "customer_order", "contact", "product", "customer")
    found = {name: database.rows(f"SELECT * FROM {name} ORDER BY alias") for name in names}
    for kind in ("request", "customer", "customer_order", "product"):
        for part in ("words", "digits"):
            found[f"{kind}_{part}"] = database.rows(f"SELECT rowid FROM {kind}_{part} ORDER BY rowid")
    found["by phone"] = database.rows("SELECT rowid FROM request_digits WHERE request_digits MATCH '5550123'")
    return found


def test_a_rebuild_gives_what_was_kept_all_along(desk):
    with desk.reading() as database:
        before = kept(database)
    assert len(before["by phone"]) == 12

    with desk.database.writing() as database:
        rebuild(database, desk.rules)

    with desk.reading() as database:
        assert kept(database) == before


def test_a_check_finds_nothing_wrong_and_changes_nothing(desk):
    with desk.reading() as database:
        before = kept(database), database.rows("SELECT * FROM change ORDER BY seq")

    found = checking.check(desk, an_operator(desk))

    assert found.is_sound and found.counts["requests"] == 12 and found.counts["order_lines"] == 1
    with desk.reading() as database:
        assert (kept(database), database.rows("SELECT * FROM change ORDER BY seq")) == before


def test_a_check_sees_a_derived_column_that_went_astray(desk):
    with desk.database.writing() as database:
        database.execute_sql("UPDATE request SET state = 'closed' WHERE number = '1-00001-0'")

    found = checking.check(desk, an_operator(desk))

    assert (found.integrity, found.stale_derived) == ("stale_derived", 1)


def test_a_check_sees_a_number_borne_by_two_records(desk):
    with desk.work() as unit:
        unit.change(next(iter(tables.Order.select().execute(unit.database))), number="1-00001-0")

    assert checking.check(desk, an_operator(desk)).repeated_numbers == 1


def test_a_check_counts_rows_whose_record_is_missing_and_blames_nothing(desk):
    with desk.work() as unit:
        unit.add(
            tables.OrderLine, order=b"\x01" * 16, title="Lost", quantity=Decimal(1), price_minor=1, discount=Decimal(0)
        )

    found = checking.check(desk, an_operator(desk))

    assert found.is_sound and found.orphans == 1
