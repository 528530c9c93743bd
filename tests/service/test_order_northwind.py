"""A wholesaler's whole history in the tracker: its known figures in views and counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.service import importing, order, order_present, order_todo
from tests.builders import a_desk, an_operator

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "northwind"
FILES = (
    ("customers.csv", "customers"),
    ("products.csv", "products"),
    ("orders.csv", "orders"),
    ("order_details.csv", "order-lines"),
)


@pytest.mark.skipif(not DATA.exists(), reason="the real data are not here")
def test_the_tracker_counts_830_orders_21_not_shipped_and_37_shipped_late(tmp_path):
    desk = a_desk(tmp_path, currency="USD")
    me = an_operator(desk)
    for file, kind in FILES:
        importing.run(desk, me, DATA / file, kind)
    order_present.learn_usual(desk, me)

    found = order.counts(desk, me)

    assert (found[OrderView.ALL], found[OrderView.OPEN], found[OrderView.MISSED]) == (830, 21, 37)
    assert found[OrderView.LATE] == 21
    assert len(order.page(desk, me, OrderQuery(OrderView.MISSED))) == 37
    assert len(order_todo.todo(desk, me)) == 21
    assert not any(row.is_owed for row in order.page(desk, me, OrderQuery(OrderView.ALL), 900))
