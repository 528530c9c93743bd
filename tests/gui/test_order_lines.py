"""The lines of an order: numbers as people type them, sums to the minor unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from helpdesk.domain.order import OrderLine
from ui.formatting import Locale
from ui.panes.order_lines import OrderLines, read_number


@pytest.mark.parametrize(
    ("typed_text", "number"),
    [("1,5", Decimal("1.5")), ("1 299.90", Decimal("1299.90")), ("15%", Decimal(15)), ("two", None), ("-1", None)],
)
def test_numbers_are_read_as_people_type_them(typed_text, number):
    assert read_number(typed_text) == number


def test_the_lines_are_a_sound_model_and_refuse_nonsense(qtmodeltester):
    lines = OrderLines(Locale(), is_editable=True)
    lines.add(OrderLine("Kettle", Decimal(1), 100))
    qtmodeltester.check(lines)

    assert not lines.setData(lines.index(0, 1), "0")
    assert not lines.setData(lines.index(0, 3), "101")
    assert lines.setData(lines.index(0, 2), "12,345")
    assert lines.lines[0].price_minor == 1235
