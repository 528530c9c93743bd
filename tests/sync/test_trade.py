"""Two stations that trade apart: every move of stock counts, every version and payment stays (S50-S52)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from helpdesk.domain.invoice import InvoiceState
from helpdesk.domain.paper import PaperLine
from helpdesk.domain.quote import QuoteForm, QuoteState
from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.service import company_setting, invoice, product, quote, stock
from tests.builders import MORNING, a_clock, an_operator
from tests.sync.office_desks import a_founder, a_newcomer, a_place, exchange

TODAY = date(2026, 11, 23)
KINDS = StockMoveKind


def two_desks(tmp_path):
    place, clock = a_place(), a_clock()
    first = a_founder(tmp_path, place, clock)
    actor = an_operator(first)
    shelf = product.save(first, actor, name="Oak shelf", price_minor=100, stock=Decimal(10)).id
    exchange(first, place)
    second = a_newcomer(tmp_path, place, "second", clock)
    return place, clock, first, second, actor, shelf


def meet(place, *desks) -> None:
    for _round in range(2):
        for desk in desks:
            exchange(desk, place)


def standing(desk, shelf):
    with desk.reading() as database:
        return stock.standing(database, shelf, TODAY)


def test_moves_made_apart_add_up_on_both_and_below_zero_is_seen_by_both(tmp_path):
    place, _clock, first, second, actor, shelf = two_desks(tmp_path)
    stock.move(first, actor, StockMove(shelf, KINDS.ISSUE, Decimal(7)))
    stock.move(second, actor, StockMove(shelf, KINDS.ISSUE, Decimal(6)))
    stock.move(second, actor, StockMove(shelf, KINDS.RESERVATION, Decimal(2), until=TODAY + timedelta(days=1)))

    meet(place, first, second)

    assert standing(first, shelf) == standing(second, shelf)
    assert (standing(first, shelf).on_hand, standing(first, shelf).free) == (-3, -5)
    for desk in (first, second):
        assert product.card(desk, actor, shelf).stock == -3
        assert [one.name for one in stock.to_be_settled(desk, actor)] == ["Oak shelf"]


def test_two_versions_of_one_quote_made_apart_both_stay_in_one_order(tmp_path):
    place, clock, first, second, actor, _shelf = two_desks(tmp_path)
    made = quote.save(first, actor, QuoteForm(lines=(PaperLine("Oak shelf", Decimal(1), 100),)))
    meet(place, first, second)
    clock.instant = MORNING + timedelta(minutes=1)
    quote.save(first, actor, QuoteForm(lines=(PaperLine("Oak shelf", Decimal(2), 100),)), made.id)
    clock.instant = MORNING + timedelta(minutes=2)
    theirs = quote.save(second, actor, QuoteForm(lines=(PaperLine("Oak shelf", Decimal(3), 100),)), made.id)
    quote.agree(second, actor, made.id, theirs.version, "Vera")

    meet(place, first, second)

    cards = [quote.card(desk, actor, made.id) for desk in (first, second)]
    assert cards[0] == cards[1]
    assert [version.lines[0].quantity for version in cards[0].versions] == [1, 2, 3]
    assert cards[0].standing.state is QuoteState.AGREED and quote.agreed_version(cards[0]).place == 3


def test_payments_and_rules_of_the_company_reach_both(tmp_path):
    place, _clock, first, second, actor, _shelf = two_desks(tmp_path)
    made = quote.save(first, actor, QuoteForm(lines=(PaperLine("Oak shelf", Decimal(1), 100),)))
    issued = invoice.issue(first, actor, invoice.form_of_quote(first, actor, made.id))
    company_setting.put(first, actor, "terms", {"delivery": "In three days"})
    meet(place, first, second)
    invoice.pay(first, actor, issued.id, 60)
    invoice.pay(second, actor, issued.id, 40)
    company_setting.put(second, actor, "terms", {"delivery": "In two days"})

    meet(place, first, second)

    for desk in (first, second):
        assert invoice.card(desk, actor, issued.id).state is InvoiceState.PAID
        assert company_setting.get(desk, "terms", {}) == {"delivery": "In two days"}
