"""Order fulfilment: promises by the first confirmed day, against orders with known answers (S53, S82)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import RequestKind
from helpdesk.report.output import write
from helpdesk.service import importing, order, report_rows, reporting, request
from tests.builders import a_desk, a_request, an_operator

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "northwind"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not here")
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
FIRST = datetime(2026, 11, 2, 9, tzinfo=UTC)
LATER = datetime(2027, 1, 31, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    return a_desk(tmp_path / "desk", FixedClock(FIRST), language="en")


def on(day: int, month: int = 11) -> date:
    return date(2026, month, day)


def an_order(desk, promised: date | None, price: int = 100_00, **form) -> bytes:
    desk.clock.instant = FIRST
    line = OrderLine("Lamp", Decimal(1), price)
    made = order.register(desk, an_operator(desk), OrderForm(lines=(line,), **form))
    if promised:
        order.advance(desk, an_operator(desk), made.id, OrderStage.CONFIRMED, on=promised)
    return made.id


def reach(desk, one: bytes, stage: OrderStage, day: date | None = None, reason: str = "") -> None:
    if day:
        desk.clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    order.advance(desk, an_operator(desk), one, stage, on=day, reason=reason)


def deliver(desk, one: bytes, day: date) -> None:
    reach(desk, one, OrderStage.SHIPPED, day)
    reach(desk, one, OrderStage.DELIVERED, day)


def told(desk, period=NOVEMBER, at: datetime = LATER, **asked) -> dict[str, object]:
    desk.clock.instant = at
    content = reporting.content(desk, an_operator(desk), "fulfilment", *period, **asked)
    stream = BytesIO()
    write(content, "json", stream)
    return {name: figure["value"] for name, figure in json.loads(stream.getvalue())["figures"].items()}


def import_northwind(desk) -> None:
    for file, kind in (
        ("customers.csv", "customers"),
        ("products.csv", "products"),
        ("orders.csv", "orders"),
        ("order_details.csv", "order-lines"),
    ):
        importing.run(desk, an_operator(desk), SHARED / file, kind)


@needs_shared
def test_northwind_has_the_figures_of_its_readme(desk):
    import_northwind(desk)

    found = told(desk, (date(1996, 7, 1), date(1998, 5, 31)))

    assert found["orders"] == 830
    assert found["net"] == "1265793.29"
    assert (found["shipped_late"], found["not_shipped"]) == (37, 21)
    assert told(desk, (date(1996, 7, 1), date(1998, 6, 30)))["missed"] == 58


def test_a_later_promise_does_not_make_an_order_punctual(desk):
    punctual, moved = an_order(desk, on(10)), an_order(desk, on(10))
    deliver(desk, punctual, on(10))
    operator = an_operator(desk)
    order.set_date(desk, operator, moved, OrderDate.CONFIRMED, on(20), "The warehouse is late", customer_agreed=True)
    deliver(desk, moved, on(15))

    found = told(desk)

    assert found["on_time_in_full"] == 0.5
    assert (found["missed"], found["shipped_late"]) == (1, 1)


def test_owed_and_cancelled_orders_are_misses_and_those_not_due_yet_are_not_judged(desk):
    an_order(desk, on(10))
    cancelled = an_order(desk, on(12))
    reach(desk, cancelled, OrderStage.CANCELLED, reason="Out of stock")
    an_order(desk, on(28))
    an_order(desk, None)

    found = told(desk, at=datetime(2026, 11, 20, 12, tzinfo=UTC))

    assert (found["orders"], found["missed"], found["not_shipped"]) == (4, 2, 3)
    assert found["on_time_in_full"] == 0.0


def test_promises_count_in_the_month_of_the_promise_and_orders_in_that_of_their_registration(desk):
    deliver(desk, an_order(desk, on(3, 12)), on(1, 12))

    november, december = told(desk), told(desk, (on(1, 12), on(31, 12)))

    assert (november["orders"], november["on_time_in_full"]) == (1, None)
    assert (december["orders"], december["on_time_in_full"]) == (0, 1.0)


def test_a_complaint_within_two_weeks_spoils_a_perfect_order(desk):
    quiet, soon, late = (an_order(desk, on(10)) for _order in range(3))
    for one in (quiet, soon, late):
        deliver(desk, one, on(9))
    for one, days in ((soon, 13), (late, 16)):
        desk.clock.instant = datetime(2026, 11, 9, 12, tzinfo=UTC) + timedelta(days=days)
        request.register(desk, an_operator(desk), a_request(kind=RequestKind.COMPLAINT, order=one))

    found = told(desk)

    assert found["on_time_in_full"] == 1.0
    assert found["perfect"] == pytest.approx(2 / 3)
    assert told(desk, at=datetime(2026, 11, 20, tzinfo=UTC))["perfect"] is None


def test_the_cycle_runs_from_registering_to_delivery_less_the_wait_that_the_customer_wanted(desk):
    plain = an_order(desk, on(10))
    deliver(desk, plain, on(9))
    wanted_later = an_order(desk, on(20), requested_on=on(20))
    reach(desk, wanted_later, OrderStage.ASSEMBLING, on(12))
    deliver(desk, wanted_later, on(19))

    content = reporting.content(desk, an_operator(desk), "fulfilment", *NOVEMBER)

    (cycle,) = [figure for figure in content.figures if figure.name == "median_cycle_days"]
    assert (cycle.n, cycle.value) == (2, Decimal("7"))


def test_the_reason_of_a_miss_is_the_one_noted(desk):
    moved = an_order(desk, on(10))
    order.set_date(desk, an_operator(desk), moved, OrderDate.CONFIRMED, on(20), "Paint ran out")
    an_order(desk, on(11))
    desk.clock.instant = LATER

    content = reporting.content(desk, an_operator(desk), "fulfilment", *NOVEMBER)

    reasons = {row[0]: row[1] for row in next(table for table in content.tables if table.name == "reasons").rows}
    assert reasons == {"Paint ran out": 1, "not shipped yet": 1}


def test_what_was_entered_after_the_cut_off_is_not_seen(tmp_path):
    # Far ahead: stamps never fall behind the computer's own clock.
    clock = FixedClock(datetime(2040, 11, 2, 9, tzinfo=UTC))
    desk = a_desk(tmp_path / "desk", clock, language="en")
    operator, period = an_operator(desk), (date(2040, 11, 1), date(2040, 11, 30))
    one = order.register(desk, operator, OrderForm(note="a lamp")).id
    order.advance(desk, operator, one, OrderStage.CONFIRMED, on=date(2040, 11, 10))
    before = datetime(2040, 11, 20, tzinfo=UTC)
    clock.instant = datetime(2040, 11, 21, tzinfo=UTC)
    order.advance(desk, operator, one, OrderStage.SHIPPED, on=date(2040, 11, 9))
    order.register(desk, operator, OrderForm(note="a shelf"))

    now = told(desk, period, clock.instant)
    cut = told(desk, period, clock.instant, as_of=before)

    assert (now["orders"], now["not_shipped"], now["missed"]) == (2, 1, 0)
    assert (cut["orders"], cut["not_shipped"], cut["missed"]) == (1, 1, 1)


def test_a_figure_opens_its_orders(desk):
    an_order(desk, on(10))
    deliver(desk, an_order(desk, on(10)), on(9))
    desk.clock.instant = LATER
    content = reporting.content(desk, an_operator(desk), "fulfilment", *NOVEMBER)
    scope = reporting.scope_of(desk, *NOVEMBER)

    counts = {
        name: len(report_rows.rows_content(desk, an_operator(desk), content, scope, name).tables[0].rows)
        for name in ("orders", "missed", "not_shipped", "on_time_in_full", "carriers:1")
    }

    assert counts == {"orders": 2, "missed": 1, "not_shipped": 1, "on_time_in_full": 2, "carriers:1": 2}


def test_a_product_filter_counts_its_orders_alone(desk):
    an_order(desk, on(10))

    assert told(desk, filters=ReportFilter(product="Lamp"))["orders"] == 1
    assert told(desk, filters=ReportFilter(product="Shelf"))["orders"] == 0
    assert told(desk, filters=ReportFilter(carrier="Swift"))["orders"] == 0


def test_an_empty_period_has_no_shares(desk):
    found = told(desk, (date(2020, 1, 1), date(2020, 1, 31)))

    assert (found["orders"], found["on_time_in_full"], found["net"]) == (0, None, "0.00")
