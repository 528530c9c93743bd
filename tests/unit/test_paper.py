"""Money on papers is exact: lines add up to the total, to the kopeck (S51)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.money import Money
from helpdesk.domain.paper import PaperLine, from_plain, plain, totals
from helpdesk.domain.price import Price, price_on
from helpdesk.domain.vat import VatRate, rate_on, vat_on_top, vat_within

percents = st.sampled_from([None, *map(Decimal, ("0", "5", "7", "10", "20", "22", "5.5"))])
lines = st.builds(
    PaperLine,
    title=st.text(max_size=8),
    quantity=st.integers(1, 10_000_000).map(lambda thousandths: Decimal(thousandths) / 1000),
    price_minor=st.integers(0, 10**9),
    discount=st.integers(0, 10_000).map(lambda parts: Decimal(parts) / 10_000),
    reduction_minor=st.integers(0, 10**6),
    vat=percents,
)
currencies = st.sampled_from(["RUB", "EUR", "JPY", "KWD"])


@settings(max_examples=150)
@given(st.lists(lines, max_size=12), currencies, st.booleans())
def test_lines_add_up_to_the_total_whatever_discounts_rates_and_currency(listed, currency, is_net):
    found = totals(listed, currency, is_net=is_net)

    assert sum(line.minor for line in found.lines) == (found.net if is_net else found.total).minor
    assert found.net.minor + found.vat.minor == found.total.minor
    assert sum(share.net.minor for share in found.shares) == found.net.minor
    assert sum(share.vat.minor for share in found.shares) == found.vat.minor
    assert [line.sum(currency) for line in listed] == list(found.lines)


@settings(max_examples=100)
@given(st.lists(lines, max_size=6), currencies)
def test_a_line_comes_back_from_where_it_is_kept_as_it_was_and_an_order_holds_the_same_sum(listed, currency):
    assert [from_plain(plain(line)) for line in listed] == listed
    assert [line.order_line().sum(currency) for line in listed] == [line.sum(currency) for line in listed]


@given(st.integers(0, 10**12), percents)
def test_vat_within_a_sum_is_the_vat_on_top_of_its_net_within_a_minor_unit(minor, percent):
    sum = Money(minor, "RUB")
    within = vat_within(sum, percent)

    assert abs(vat_on_top(sum - within, percent).minor - within.minor) <= 1


@pytest.mark.parametrize(
    ("minor", "percent", "vat"), [(12_200, "22", 2_200), (100, "22", 18), (1, "20", 0), (3, "20", 1)]
)
def test_vat_is_rounded_half_up(minor, percent, vat):
    assert vat_within(Money(minor, "RUB"), Decimal(percent)).minor == vat


def test_the_rate_of_a_day_is_the_one_that_began_last():
    old = VatRate("standard", Decimal(20), date(2019, 1, 1), date(2025, 12, 31))
    new = VatRate("standard", Decimal(22), date(2026, 1, 1))
    exempt = VatRate("exempt", None)

    assert rate_on((old, new, exempt), "standard", date(2025, 12, 31)) == old
    assert rate_on((old, new, exempt), "standard", date(2026, 1, 1)) == new
    assert rate_on((old, new), "exempt", date(2026, 1, 1)) is None


def test_a_price_holds_between_its_days_and_the_later_one_wins():
    usual, autumn = Price(100, "RUB"), Price(90, "RUB", "", date(2026, 9, 1), date(2026, 11, 30))
    dealers = Price(70, "RUB", "Dealers")

    known = (usual, autumn, dealers, Price(1, "EUR"))
    assert price_on(known, "", "RUB", date(2026, 11, 24)) == autumn
    assert price_on(known, "", "RUB", date(2026, 12, 1)) == usual
    assert price_on(known, "Dealers", "RUB", date(2026, 12, 1)) == dealers
    assert price_on(known, "Nobody", "RUB", date(2026, 12, 1)) is None
