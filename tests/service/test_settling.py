"""Rules that two operators broke at once become matters to be settled, the same at every station (SYNC.md, S14)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.domain.clash import ClashKind
from helpdesk.domain.order import OrderForm, OrderLine
from helpdesk.service import company, customer, order, order_step, overwritten, request, settling, sync
from tests.builders import a_clock, a_customer, a_desk, a_request, an_operator

PASSPHRASE = "four words are enough"


@pytest.fixture
def desks(tmp_path: Path):
    (tmp_path / "share").mkdir()
    hub = str(tmp_path / "share" / "office.hub")
    first = a_desk(tmp_path / "first")
    sync.create(first, an_operator(first), hub, PASSPHRASE)
    made = bootstrap.join(tmp_path / "second", hub, PASSPHRASE, operator="Boris Lunin", clock=a_clock())
    exchange(made.desk, first)
    yield first, made.desk
    for desk in (first, made.desk):
        desk.database.close_all()


def exchange(*desks):
    for _ in range(2):
        for desk in desks:
            sync.now(desk, an_operator(desk))


def boris(desk):
    return next(one.id for one in company.operators(desk) if one.name == "Boris Lunin")


def anna(desk):
    return next(one.id for one in company.operators(desk) if one.name == "Anna Belova")


def test_a_request_taken_by_two_operators_at_once_is_to_be_settled_at_both_stations(desks):
    first, second = desks
    made = request.register(first, anna(first), a_request())
    exchange(first, second)
    request.take(first, anna(first), [made.id])
    request.take(second, boris(second), [made.id])
    exchange(first, second)

    found = [settling.matters(desk, anna(desk)) for desk in desks]

    assert found[0] == found[1]
    (matter,) = found[0]
    assert matter.kind is ClashKind.TAKEN_TWICE
    assert {deed.who for deed in matter.deeds} == {"Anna Belova", "Boris Lunin"}
    assert matter.opens == ("request", made.id)

    settling.settle(second, boris(second), matter.key)
    exchange(first, second)
    assert settling.matters(first, anna(first)) == ()


def test_taking_over_from_a_colleague_knowingly_is_no_clash(desks):
    first, second = desks
    made = request.register(first, anna(first), a_request())
    request.take(first, anna(first), [made.id])
    exchange(first, second)
    request.take(second, boris(second), [made.id])
    exchange(first, second)

    assert settling.matters(first, anna(first)) == ()


def test_an_order_confirmed_and_cancelled_at_once_is_to_be_settled(desks):
    first, second = desks
    form = OrderForm(lines=(OrderLine(title="Lamp", quantity=Decimal(1), price_minor=1000),))
    made = order.register(first, anna(first), form)
    exchange(first, second)
    order_step.advance(first, anna(first), made.id, "confirmed", on=first.clock.now().date())
    order_step.advance(second, boris(second), made.id, "cancelled", reason="changed his mind")
    exchange(first, second)

    found = [settling.matters(desk, anna(desk)) for desk in desks]

    assert found[0] == found[1]
    assert [matter.kind for matter in found[0]] == [ClashKind.ORDER_CANCELLED]


def test_an_overwritten_entry_is_told_in_words_and_restored_for_everybody(desks):
    first, second = desks
    saved = customer.save(first, anna(first), a_customer("Petr Ivashov", city="Moscow"))
    exchange(first, second)
    customer.save(first, anna(first), a_customer("Petr Ivashov", city="Pskov"), id=saved.id)
    second.clock.instant += timedelta(seconds=5)
    customer.save(second, boris(second), a_customer("Petr Ivashov", city="Tver"), id=saved.id)
    exchange(first, second)

    (one,) = overwritten.on_record(first, anna(first), "customer", saved.id)
    assert (one.field, one.present, one.entered) == ("City", "Tver", "Pskov")
    assert one.record == "Customer · Petr Ivashov"
    first.clock.instant += timedelta(seconds=9)
    overwritten.restore(second, boris(second), overwritten.entries(second, boris(second))[0])
    exchange(first, second)

    assert customer.card(first, anna(first), saved.id).form.city == "Pskov"
    assert overwritten.entries(first, anna(first)) == overwritten.entries(second, boris(second)) == ()


def test_a_priority_that_was_overwritten_comes_back_by_an_event(desks):
    first, second = desks
    made = request.register(first, anna(first), a_request())
    exchange(first, second)
    request.edit(first, anna(first), made.id, priority="high")
    second.clock.instant += timedelta(seconds=5)
    request.edit(second, boris(second), made.id, priority="urgent")
    exchange(first, second)

    (one,) = overwritten.on_record(first, anna(first), "request", made.id)
    assert (one.field, one.present, one.entered) == ("Priority", "Urgent", "High")
    overwritten.restore(first, anna(first), one)
    exchange(first, second)

    for desk in desks:
        assert request.card(desk, anna(desk), made.id).row.priority == "high"
        assert overwritten.entries(desk, anna(desk)) == ()
