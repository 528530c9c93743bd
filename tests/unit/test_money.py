from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.money import Money, exponent, line_total, total

NORTHWIND = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "northwind"

sums = st.integers(-(10**12), 10**12).map(lambda minor: Money(minor, "RUB"))
discounts = st.decimals(0, 1, places=4)


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("1.005", "RUB", 101),
        ("1.004999", "RUB", 100),
        ("-1.005", "RUB", -101),
        ("9.80000019", "USD", 980),
        ("1499.5", "JPY", 1500),
        ("1.2345", "KWD", 1235),
        ("0", "EUR", 0),
        (7, "EUR", 700),
        (Decimal("1E+3"), "EUR", 100_000),
        (Decimal("1E-999"), "EUR", 0),
    ],
)
def test_an_amount_is_rounded_half_up_to_its_minor_unit(amount, currency, minor):
    assert Money.of(amount, currency).minor == minor


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1E+999999", "99999999999999999999", "", "twelve"])
def test_what_cannot_be_stored_is_no_money(amount):
    with pytest.raises(ValueError, match="sum of money"):
        Money.of(amount, "RUB")


def test_the_minor_unit_follows_the_currency():
    assert [exponent(currency) for currency in ("RUB", "EUR", "USD", "JPY", "KWD")] == [2, 2, 2, 0, 3]


def test_two_currencies_do_not_add_up():
    for act in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b):
        with pytest.raises(ValueError, match="do not add up"):
            act(Money(1, "RUB"), Money(1, "EUR"))


@given(sums, sums)
def test_adding_and_taking_away_are_exact(one, other):
    assert one + other - other == one
    assert (one - other) == -(other - one)
    assert (one < other) == (one.amount < other.amount)


@given(st.lists(sums))
def test_the_sum_of_the_lines_is_the_total_to_the_kopeck(lines):
    assert total(lines, "RUB").amount == sum((line.amount for line in lines), Decimal(0))


@given(st.sampled_from(["RUB", "JPY", "KWD"]), st.integers(-(10**15), 10**15))
def test_an_amount_reads_back_from_its_major_units(currency, minor):
    money = Money(minor, currency)
    assert Money.of(money.amount, currency) == money
    assert Money.of(str(money.amount), currency) == money


@given(sums, st.decimals(0, 10_000, places=3), discounts)
def test_a_line_is_within_half_a_kopeck_of_the_exact_product(price, quantity, discount):
    exact = price.minor * quantity * (1 - discount)
    assert abs(line_total(price, quantity, discount).minor - exact) <= Decimal("0.5")


@given(sums, st.integers(0, 1_000))
def test_a_line_without_discount_is_its_price_times_whole_pieces(price, pieces):
    assert line_total(price, Decimal(pieces)) == Money(price.minor * pieces, "RUB")


def test_half_a_kopeck_of_a_line_goes_up():
    assert line_total(Money(101, "RUB"), Decimal("0.5")) == Money(51, "RUB")
    assert line_total(Money(1_000, "RUB"), Decimal(1), Decimal("0.15000001")) == Money(850, "RUB")


@pytest.mark.skipif(not NORTHWIND.exists(), reason="shared data missing")
def test_the_orders_of_a_real_wholesaler_sum_to_the_known_figures():
    with (NORTHWIND / "order_details.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    prices = [Money.of(row["unit_price"], "USD") for row in rows]
    quantities = [Decimal(row["quantity"]) for row in rows]
    net = [line_total(p, q, Decimal(row["discount"])) for p, q, row in zip(prices, quantities, rows, strict=True)]
    gross = [line_total(p, q) for p, q in zip(prices, quantities, strict=True)]
    assert total(net, "USD").amount == Decimal("1265793.29")
    assert total(gross, "USD").amount == Decimal("1354458.59")
