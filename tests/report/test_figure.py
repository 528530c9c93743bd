"""Small bases: what is printed, what is flagged, what is withheld."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from helpdesk.report.content import Figure
from helpdesk.report.figure import base_text, value_text, wilson
from helpdesk.report.notation import Notation

ENGLISH = Notation("en", ZoneInfo("UTC"), "RUB")


def a_median(n: int, **changes) -> Figure:
    return Figure(**{"name": "m", "title": "M", "value": timedelta(minutes=7), "n": n, "kind": "duration", **changes})


@pytest.mark.parametrize(
    ("n", "value", "base"),
    [
        (0, "—", "n = 0"),
        (4, "—", "n = 4"),
        (5, "7 min", "n = 5, few cases"),
        (29, "7 min", "n = 29, few cases"),
        (30, "7 min", "n = 30"),
    ],
)
def test_a_small_base_withholds_or_flags_the_value(n, value, base):
    figure = a_median(n)

    printed = value_text(figure, ENGLISH), base_text(figure, ENGLISH)

    assert [text.replace("\u00a0", " ") for text in printed] == [value, base]


def test_a_figure_with_a_base_of_its_own_waits_for_it():
    assert value_text(a_median(19, least=20), ENGLISH) == "—"


def test_a_count_needs_no_base_but_a_count_of_nothing_is_a_dash():
    three = Figure(name="c", title="C", value=3, n=10, is_count=True)
    none = Figure(name="c", title="C", value=0, n=0, is_count=True)

    assert (value_text(three, ENGLISH), base_text(three, ENGLISH)) == ("3", "of 10")
    assert value_text(none, ENGLISH) == "—"


def test_a_percentage_of_fewer_than_a_hundred_carries_its_interval():
    share = Figure(name="p", title="P", value=Decimal("0.9"), n=50, kind="percent", decimals=1)

    assert value_text(share, ENGLISH) == "90.0%"
    assert base_text(share, ENGLISH).replace("\u00a0", " ") == "n = 50, 79% – 96%"
    assert "–" not in base_text(Figure(name="p", title="P", value=Decimal("0.9"), n=100, kind="percent"), ENGLISH)


def test_wilson_stays_between_nothing_and_all():
    low, high = wilson(Decimal(1), 10)

    assert (round(low, 3), round(high, 9)) == (Decimal("0.722"), 1)


def test_money_is_printed_with_its_sign():
    bill = Figure(name="b", title="B", value=Decimal("1234.5"), n=40, kind="money")

    assert value_text(bill, Notation("ru", ZoneInfo("UTC"), "RUB")) == "1\u00a0234,50\u00a0₽"
