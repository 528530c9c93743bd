"""Tables over pages: groups keep their rows, totals keep the last row, sums of money are carried on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from helpdesk.report.content import Column, Group, Table
from helpdesk.report.journal import journal
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.grid import Grid
from helpdesk.report.layout.letters import fitted, printable, width, wrapped
from helpdesk.report.layout.styles import CELL, GRID, PORTRAIT
from helpdesk.report.layout.table import TableSlice, place_table
from helpdesk.report.notation import Notation
from tests.report.reading import pages_of, pdf_of
from tests.report.samples import a_frame

ENGLISH = Notation("en", ZoneInfo("UTC"), "RUB")
COLUMNS = (
    Column(name="what", title="What", weight=3, lines=2),
    Column(name="sum", title="Sum, ₽", kind="money", weight=1),
)


def a_table(count: int, **changes) -> Table:
    fields = {
        "name": "sales",
        "title": "Sales",
        "columns": COLUMNS,
        "rows": [(f"Chair {at}", Decimal(100)) for at in range(count)],
    }
    return Table(**{**fields, **changes})


def slices_of(table: Table, top: float = 0.0) -> list[TableSlice]:
    flow = Flow(PORTRAIT)
    flow.top = top
    place_table(flow, Grid(table, ENGLISH, PORTRAIT.text_width))
    return [part for page in flow.pages for _, part in page]


def printed(table: Table) -> list[list[str]]:
    return pages_of(pdf_of(replace(journal([], a_frame()), tables=(table,), landscape=False)))


@pytest.mark.parametrize("top", range(0, 720, 4))
def test_a_group_head_always_stands_above_two_of_its_rows(top):
    groups = tuple(Group(f"Day {at}", at * 5) for at in range(20))

    for part in slices_of(a_table(100, groups=groups), top):
        heads = [at for at, step in enumerate(part.steps) if step.group >= 0]
        assert all(part.steps[at + 2].row >= 0 for at in heads)


@pytest.mark.parametrize("count", range(50, 80))
def test_the_total_never_stands_alone(count):
    last = slices_of(a_table(count, total=("Total", Decimal(100 * count))))[-1]

    assert len(last.steps) >= 2
    assert last.steps[-2].row == count - 1


def test_every_row_stands_on_one_page_in_its_order():
    rows = [step.row for part in slices_of(a_table(500)) for step in part.steps]

    assert rows == list(range(500))


def test_a_group_that_goes_on_has_its_head_again():
    pages = printed(a_table(100, groups=(Group("Monday", 0, "100 rows"),)))

    assert "Monday 100 rows" in pages[0]
    assert "Monday continued" in pages[1]


def test_sums_of_money_are_carried_from_page_to_page():
    pages = printed(a_table(100, total=("Total", Decimal(10_000))))

    carried = [line for line in pages[0] if line.startswith("Carried forward")]
    brought = [line for line in pages[1] if line.startswith("Brought forward")]
    rows_before = sum(line.startswith("Chair") for line in pages[0])
    assert carried == [f"Carried forward {rows_before * 100:,}.00"]
    assert brought == [f"Brought forward {rows_before * 100:,}.00"]
    assert "Total 10,000.00" in pages[-1]


def test_a_number_wider_than_its_column_is_printed_whole():
    huge = Decimal(10) ** 24

    pages = printed(a_table(1, rows=[("Chair", huge)]))

    assert any(f"{huge:,}.00" in line for line in pages[0])


def test_rows_stand_on_the_grid_of_four_points():
    table = a_table(2, rows=[("Chair " * 60, Decimal(1)), ("Desk", Decimal(1))])

    heights = [step.height for part in slices_of(table) for step in part.steps]

    assert heights == [24, 12]
    assert all(height % GRID == 0 for height in heights)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("обычный ёлка 12 ₽ №", "обычный ёлка 12 ₽ №"),
        ("日本", "☐☐"),
        ("a\u200bb\u2060", "ab"),
        ("one\ntwo\tthree\x07", "one two three☐"),
        ("1\u202f000\u2011x", "1\u00a0000-x"),
        ("и\u0306", "й"),
        ("x\u0489\u0489", "x☐"),
        ("a\ud800", "a☐"),
        ("\u200b", "[U+200B]"),
        ("   ", "[U+0020]×3"),
    ],
)
def test_signs_that_the_font_lacks_have_a_visible_substitute(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize("text", ["i" * 3_000, "W" * 3_000, "слово " * 500, "а" * 40 + " " + "б" * 4_000])
def test_broken_and_cut_lines_never_leave_their_room(text):
    lines = [*wrapped(text, CELL, 100.0, 3), fitted(text, CELL, 100.0)]

    assert len(lines) <= 4
    assert all(width(line, CELL) <= 100.0 for line in lines)
    assert lines[-1].endswith("…")
