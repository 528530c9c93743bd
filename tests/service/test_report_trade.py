"""Complaints, sales and audit: what fails, what leaks, who took what out (S13, S63, S82)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from helpdesk.clock import FixedClock
from helpdesk.domain.order import OrderDate, OrderForm, OrderLine, OrderStage
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.domain.request import RequestKind
from helpdesk.service import audit, customer, importing, order, report_rows, reporting, request
from helpdesk.storage import tables
from tests.builders import a_customer, a_desk, a_request, an_operator

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "northwind"
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
FIRST = datetime(2026, 11, 2, 9, tzinfo=UTC)
LATER = datetime(2026, 12, 31, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    return a_desk(tmp_path / "desk", FixedClock(FIRST), language="en")


def report(desk, name, at=LATER, period=NOVEMBER, **asked):
    desk.clock.instant = at
    return reporting.content(desk, an_operator(desk), name, *period, **asked)


def values(content) -> dict[str, object]:
    return {figure.name: figure.value for figure in content.figures}


def rows(content, name) -> list[tuple]:
    return list(next(table for table in content.tables if table.name == name).rows)


def an_order(desk, *lines: OrderLine, delivered: bool = True) -> bytes:
    desk.clock.instant = FIRST
    chosen = lines or (OrderLine("Lamp", Decimal(1), 100_00),)
    made = order.register(desk, an_operator(desk), OrderForm(lines=chosen))
    if delivered:
        for stage in (OrderStage.SHIPPED, OrderStage.DELIVERED):
            order.advance(desk, an_operator(desk), made.id, stage, on=date(2026, 11, 10))
    return made.id


def a_claim(desk, one: bytes, **cells) -> None:
    with desk.work() as unit:
        unit.add(
            tables.Remedy,
            number="1",
            order=one,
            quantity=Decimal(1),
            demanded_on=date(2026, 11, 12),
            created_at=datetime(2026, 11, 12, 9, tzinfo=UTC),
            **{"cause": "damaged", "demand": "refund", "kind": "refund", "due_on": date(2026, 11, 22), **cells},
        )


def test_complaints_count_by_cause_with_deadlines_and_what_they_cost(desk):
    ordered = [an_order(desk) for _number in range(4)]
    a_claim(desk, ordered[0], outcome="done", settled_on=date(2026, 11, 22), amount_minor=500_00, cost_minor=700_00)
    a_claim(desk, ordered[1], outcome="done", settled_on=date(2026, 11, 23), cause="late")
    a_claim(desk, ordered[2])
    a_claim(desk, ordered[3], outcome="refused", settled_on=date(2026, 11, 15), kind="")
    request.register(desk, an_operator(desk), a_request(kind=RequestKind.COMPLAINT))

    content = report(desk, "complaints")

    told = values(content)
    assert (told["complaints"], told["justified"], told["open"]) == (5, 3, 2)
    assert told["rate_per_100"] == Decimal("125.00")
    assert told["deadline_kept"] == Decimal(2) / 4
    assert (told["compensation"], told["cost"]) == (Decimal("500.00"), Decimal("700.00"))
    assert [row[:2] for row in rows(content, "causes")] == [
        ("damaged on the way", 3),
        ("late", 1),
        ("no cause noted", 1),
    ]
    assert rows(content, "causes")[-1][3] == 1
    assert (
        content.finding == "2 deadlines by law were broken; the commonest cause of complaints is “damaged on the way”."
    )


def test_a_deadline_that_is_still_ahead_is_not_judged(desk):
    a_claim(desk, an_order(desk))

    assert values(report(desk, "complaints", datetime(2026, 11, 20, tzinfo=UTC)))["deadline_kept"] is None
    assert values(report(desk, "complaints", datetime(2026, 11, 24, tzinfo=UTC)))["deadline_kept"] == 0


def test_a_complaint_with_a_demand_counts_once(desk):
    made = request.register(desk, an_operator(desk), a_request(kind=RequestKind.COMPLAINT))
    a_claim(desk, an_order(desk), request=made.id)

    content = report(desk, "complaints")

    assert values(content)["complaints"] == 1
    scope = reporting.scope_of(desk, *NOVEMBER)
    listed = report_rows.rows_content(desk, an_operator(desk), content, scope, "complaints")
    assert [row[0] for row in listed.tables[0].rows] == [made.number]


def test_orders_of_which_goods_came_back_count_as_returned_and_not_as_perfect(desk):
    returned = an_order(desk)
    an_order(desk)
    a_claim(desk, returned, kind="exchange")
    for one in rows_of(desk, "SELECT id FROM customer_order"):
        order.set_date(desk, an_operator(desk), one, OrderDate.CONFIRMED, date(2026, 11, 20), "")

    told = values(report(desk, "fulfilment"))

    assert (told["returned"], told["on_time_in_full"], told["perfect"]) == (Decimal("0.5"), 1, Decimal("0.5"))


def rows_of(desk, sql) -> list[bytes]:
    with desk.reading() as database:
        return [bytes(row[0]) for row in database.rows(sql)]


def test_sales_band_lines_by_what_was_taken_off(desk):
    lines = (
        OrderLine("Lamp", Decimal(2), 100_00),
        OrderLine("Shelf", Decimal(1), 200_00, Decimal("0.05")),
        OrderLine("Table", Decimal(1), 1000_00, Decimal("0.25")),
    )
    an_order(desk, *lines)
    order.advance(desk, an_operator(desk), an_order(desk, delivered=False), OrderStage.CANCELLED, reason="by mistake")

    content = report(desk, "sales")

    assert (values(content)["orders"], values(content)["net"]) == (1, Decimal("1140.00"))
    assert values(content)["discount_share"] == 1 - Decimal(1140) / 1400
    assert [row[:2] for row in rows(content, "bands")] == [
        ("full price", 1),
        ("up to 5%", 1),
        ("up to 10%", 0),
        ("up to 20%", 0),
        ("above 20%", 1),
    ]
    assert rows(content, "sellers")[0][:2] == ("Anna Belova", 1)
    assert rows(content, "products")[0][0] == "Table"


def test_a_promotion_stands_beside_as_many_days_before_it(desk):
    an_order(desk)
    desk.clock.instant = FIRST + timedelta(days=7)
    order.register(desk, an_operator(desk), OrderForm(lines=(OrderLine("Lamp", Decimal(3), 100_00),)))
    with desk.work() as unit:
        days = {"valid_from": date(2026, 11, 8), "valid_to": date(2026, 11, 14)}
        unit.add(tables.Promotion, name="Light week", kind="share", share=Decimal("0.1"), **days)

    (row,) = rows(report(desk, "sales"), "promotions")

    assert (row[0], row[2:6]) == ("Light week", (1, 1, Decimal("300.00"), Decimal("100.00")))
    assert row[6] == 2


def test_quotes_are_followed_from_offer_to_order(desk):
    from helpdesk.domain.paper import PaperLine
    from helpdesk.domain.quote import QuoteForm
    from helpdesk.service import quote

    lines = (PaperLine("Lamp", Decimal(1), 100_00),)
    made = [quote.save(desk, an_operator(desk), QuoteForm(lines=lines)) for _quote in range(3)]
    quote.decline(desk, an_operator(desk), made[0].id, "too dear")
    ordered = quote.to_order(desk, an_operator(desk), made[1].id).order.id
    order.advance(desk, an_operator(desk), ordered, OrderStage.DELIVERED, on=date(2026, 11, 5))

    content = report(desk, "sales")

    steps = {row[0]: row[1] for row in rows(content, "funnel")}
    assert [steps[step] for step in ("Quote made", "Agreed", "Ordered", "Delivered", "Paid")] == [3, 1, 1, 1, 0]
    assert rows(content, "declined")[0][:2] == ("too dear", 1)
    assert content.finding == "1 of 3 quotes became an order."


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not here")
def test_northwind_sells_gross_and_net_as_its_readme_says(desk):
    for file, kind in (("orders.csv", "orders"), ("order_details.csv", "order-lines")):
        importing.run(desk, an_operator(desk), SHARED / file, kind)

    content = report(desk, "sales", period=(date(1996, 7, 1), date(1998, 5, 31)))

    assert values(content)["net"] == Decimal("1265793.29")
    total = next(table for table in content.tables if table.name == "bands").total
    assert (total[1], total[2], total[4]) == (2155, Decimal("1354458.59"), Decimal("1265793.29"))


def test_exports_prints_and_shown_contacts_are_noted_with_who_and_how_many_rows(desk, tmp_path):
    person = customer.save(desk, an_operator(desk), a_customer(phone="+7 921 555-01-23")).id
    customer.shown_contacts(desk, an_operator(desk), person)
    request.register(desk, an_operator(desk), a_request())
    journal = reporting.content(desk, an_operator(desk), "journal", *NOVEMBER)
    reporting.render(desk, an_operator(desk), journal, "csv", tmp_path / "out")
    audit.printed(desk, an_operator(desk), "journal", 1)

    content = report(desk, "audit")

    told = values(content)
    assert (told["shown"], told["exported"], told["printed"], told["rows_exported"]) == (1, 1, 1, 1)
    assert sorted((row[1], row[2], row[4]) for row in rows(content, "log")) == [
        ("Anna Belova", "exported", 1),
        ("Anna Belova", "printed", 1),
        ("Anna Belova", "saw contacts", 1),
    ]
    assert rows(content, "people")[0][0] == "Anna Belova"
    other = ReportFilter(owner=b"x" * 16)
    assert values(report(desk, "audit", filters=other))["exported"] == 0


@pytest.mark.parametrize("name", ["complaints", "sales", "audit", "fulfilment", "bottlenecks"])
def test_an_empty_desk_has_empty_reports(desk, name):
    content = report(desk, name)

    assert all(not figure.value for figure in content.figures)
    assert content.finding.endswith(".")
