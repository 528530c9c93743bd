"""From a quote in versions to an order and an invoice that is paid (S50-S53)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.invoice import InvoiceState
from helpdesk.domain.paper import PaperLine
from helpdesk.domain.price import Price
from helpdesk.domain.quote import DifferenceKind, QuoteForm, QuoteState, differences
from helpdesk.domain.requisite import Requisites
from helpdesk.domain.vat import VatRate
from helpdesk.errors import DiscountTooGreat, FieldMissing, QuoteOrdered, RecordMissing
from helpdesk.service import checking, customer, find, invoice, number, order, paper, pricing, product, quote, requisite
from tests.builders import MORNING, a_clock, a_customer, a_desk, an_operator

TODAY = date(2026, 11, 23)
DESK_LINE = PaperLine(
    "Oak desk", Decimal(2), 2_149_900, Decimal("0.1"), 5_000, Decimal(22), "pcs", why=("Autumn sale",)
)
HOURS = PaperLine("Assembly", Decimal("1.5"), 180_033, unit="h")


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def actor(desk):
    return an_operator(desk)


@pytest.fixture
def person(desk, actor):
    return customer.save(desk, actor, a_customer(phone="+7 921 555-01-23", inn="500100732259", city="Тверь")).id


def a_quote(desk, actor, **cells):
    form = {"lines": (DESK_LINE, HOURS), "valid_until": TODAY + timedelta(days=14), **cells}
    return quote.save(desk, actor, QuoteForm(**form))


def test_versions_of_a_quote_stay_and_tell_what_differs(desk, actor, person, clock):
    first = a_quote(desk, actor, customer=person)
    clock.instant = MORNING + timedelta(hours=1)
    cheaper = replace(DESK_LINE, discount=Decimal("0.15"), quantity=Decimal(3))
    quote.save(desk, actor, QuoteForm(lines=(cheaper,), valid_until=TODAY, terms={"delivery": "In a week"}), first.id)

    known = quote.card(desk, actor, first.id)

    assert (known.number, known.customer_name, [version.place for version in known.versions]) == (
        first.number,
        "Пётр Сергеевич Ивашов",
        [1, 2],
    )
    assert known.versions[0].lines == (DESK_LINE, HOURS)
    assert [(found.kind, found.title) for found in differences(*known.versions)] == [
        (DifferenceKind.QUANTITY, "Oak desk"),
        (DifferenceKind.DISCOUNT, "Oak desk"),
        (DifferenceKind.REMOVED, "Assembly"),
        (DifferenceKind.VALID_UNTIL, ""),
        (DifferenceKind.TERMS, "delivery"),
    ]


def test_what_was_agreed_by_whom_and_when_is_kept(desk, actor, clock):
    made = a_quote(desk, actor)
    clock.instant = MORNING + timedelta(hours=2)
    quote.agree(desk, actor, made.id, made.version, "Pyotr, by phone")

    standing = quote.card(desk, actor, made.id).standing

    assert (standing.state, standing.said_by, standing.version) == (QuoteState.AGREED, "Pyotr, by phone", made.version)
    assert standing.since == clock.instant
    with pytest.raises(FieldMissing):
        quote.agree(desk, actor, made.id, made.version, " ")


def test_an_order_takes_the_agreed_version_to_the_kopeck_though_prices_moved(desk, actor, person, clock):
    made = a_quote(desk, actor, customer=person)
    quote.agree(desk, actor, made.id, made.version, "Pyotr")
    clock.instant = MORNING + timedelta(hours=1)
    dearer = replace(DESK_LINE, price_minor=3_000_000)
    quote.save(desk, actor, QuoteForm(lines=(dearer,)), made.id)

    ordered = quote.to_order(desk, actor, made.id, requested_on=TODAY)

    version = quote.card(desk, actor, made.id).versions[0]
    placed = order.card(desk, actor, ordered.order.id)
    assert placed.row.total_minor == version.totals.total.minor == 2 * 2_149_900 * 9 // 10 - 5_000 + 270_050
    assert placed.lines[0].vat == 22 and placed.row.customer == person
    assert not ordered.was_expired
    with pytest.raises(QuoteOrdered):
        quote.to_order(desk, actor, made.id)


def test_an_expired_quote_is_ordered_with_a_warning(desk, actor, clock):
    made = a_quote(desk, actor, valid_until=TODAY)
    clock.instant = MORNING + timedelta(days=1)

    assert quote.to_order(desk, actor, made.id).was_expired


def test_a_declined_quote_says_why_and_may_be_agreed_later(desk, actor, clock):
    made = a_quote(desk, actor)
    quote.decline(desk, actor, made.id, "Too dear")
    assert quote.card(desk, actor, made.id).standing.said_by == "Too dear"
    clock.instant = MORNING + timedelta(minutes=5)
    quote.agree(desk, actor, made.id, made.version, "Pyotr")
    assert quote.card(desk, actor, made.id).standing.state is QuoteState.AGREED


def test_numbers_come_from_the_one_sequence_of_the_station(desk, actor):
    reserved = number.reserve(desk, actor)
    first = a_quote(desk, actor, number=reserved)
    second = invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, first.id))

    assert (first.number, second.number[:7]) == (reserved, "1-00002")
    assert number.explain(desk, second.number) is None
    assert quote.by_number(desk, actor, reserved) == first.id
    assert [(one.kind, one.record) for one in find.find(desk, actor, second.number)] == [("invoice", second.id)]
    assert find.find(desk, actor, reserved)[0].record == first.id
    with pytest.raises(RecordMissing):
        quote.by_number(desk, actor, "1-00099-9")


def test_a_discount_beyond_the_limit_needs_somebody_who_approved_it(desk, actor):
    pricing.set_discount_limits(desk, actor, {pricing.EVERYBODY: Decimal("0.05")})
    with pytest.raises(DiscountTooGreat):
        a_quote(desk, actor)

    made = a_quote(desk, actor, approved_by="Olga Petrova")

    assert quote.card(desk, actor, made.id).newest.terms == {"approved_by": "Olga Petrova"}
    assert pricing.discount_limit(desk, actor) == Decimal("0.05")


def test_quotes_are_listed_by_customer(desk, actor, person):
    made = a_quote(desk, actor, customer=person)
    a_quote(desk, actor)

    assert [one.id for one in quote.listed(desk, actor, customer=person)] == [made.id]
    assert len(quote.listed(desk, actor)) == 2


def test_an_invoice_keeps_the_requisites_and_prices_of_its_day(desk, actor, person):
    requisite.put(desk, actor, Requisites(name="Polyana Trade", inn="7707083893"))
    made = a_quote(desk, actor, customer=person)
    issued = invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, made.id))
    requisite.put(desk, actor, Requisites(name="Renamed", inn="1"))

    found = invoice.card(desk, actor, issued.id)

    assert (found.invoice.seller.name, found.invoice.buyer.inn) == ("Polyana Trade", "500100732259")
    assert found.invoice.totals == quote.card(desk, actor, made.id).newest.totals
    assert found.state is InvoiceState.UNPAID
    assert requisite.get(desk, actor).name == "Renamed"


def test_payments_add_up_and_are_booked_back_with_words(desk, actor):
    made = a_quote(desk, actor)
    issued = invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, made.id))
    total = invoice.card(desk, actor, issued.id).invoice.totals.total.minor
    for amount, state in (
        (100, InvoiceState.PART_PAID),
        (total - 100, InvoiceState.PAID),
        (1, InvoiceState.OVERPAID),
    ):
        invoice.pay(desk, actor, issued.id, amount)
        assert invoice.card(desk, actor, issued.id).state is state
    with pytest.raises(FieldMissing):
        invoice.pay(desk, actor, issued.id, -1)
    invoice.pay(desk, actor, issued.id, -1, text="counted twice")
    assert invoice.card(desk, actor, issued.id).state is InvoiceState.PAID


def test_an_invoice_of_an_order_takes_the_rate_that_holds_now(desk, actor):
    shelf = product.save(desk, actor, name="Oak shelf", vat="reduced").id
    lines = (replace(HOURS.order_line(), product=shelf), HOURS.order_line())
    placed = order.register(desk, actor, order.OrderForm(lines=lines))

    form = invoice.form_of_order(desk, actor, placed.id)

    assert [line.vat for line in form.lines] == [10, 22]
    assert placed.number in form.ground


def test_rates_are_dated_rows_that_a_company_edits(desk, actor):
    (old, new) = [rate for rate in pricing.vat_rates(desk, actor) if rate.code == "standard"]
    assert (old.percent, new.percent, new.valid_from) == (20, 22, date(2026, 1, 1))

    pricing.end_vat_rate(desk, actor, new.id, date(2026, 11, 30))
    pricing.add_vat_rate(desk, actor, VatRate("standard", Decimal(25), date(2026, 12, 1)))

    shelf = product.save(desk, actor, name="Oak shelf").id
    card = product.card(desk, actor, shelf)
    with desk.reading() as database:
        answers = [pricing.answer(database, desk, card, day).vat for day in (date(2026, 11, 30), date(2026, 12, 1))]
    assert [answer.percent for answer in answers] == [22, 25]


def test_a_price_of_a_list_is_answered_before_the_companys_own(desk, actor):
    shelf = product.save(desk, actor, name="Oak shelf", price_minor=100).id
    pricing.add_price(desk, actor, shelf, Price(90, "RUB", "", TODAY, TODAY))
    pricing.add_price(desk, actor, shelf, Price(70, "RUB", "Dealers"))
    card = product.card(desk, actor, shelf)

    with desk.reading() as database:
        asked = [(TODAY, ""), (TODAY, "Dealers"), (TODAY + timedelta(days=1), "")]
        answers = [pricing.answer(database, desk, card, day, name) for day, name in asked]
    assert [answer.price_minor for answer in answers] == [90, 70, 100]
    assert pricing.price_lists(desk, actor) == ("Dealers",)


def test_papers_speak_the_customers_language_and_a_workplace_with_them_is_sound(desk, actor, person, tmp_path):
    made = a_quote(desk, actor, customer=person)
    issued = invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, made.id))
    customer.save(desk, actor, replace(customer.card(desk, actor, person).form, language="en"), id=person)

    assert quote.language_for(desk, person) == "en"
    assert paper.offer_pdf(desk, actor, made.id).startswith(b"%PDF")
    file = paper.write_pdf(paper.invoice_pdf(desk, actor, issued.id), tmp_path, f"Invoice_{issued.number}")
    assert file.name == f"Invoice_{issued.number}.pdf" and file.stat().st_size > 5_000
    assert checking.check(desk, actor).is_sound
