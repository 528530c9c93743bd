"""The model of the request list: honest length, rows where one looks, patches instead of resets."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt

from helpdesk.domain.business_hours import default_business_hours
from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import RequestId
from helpdesk.domain.request import Priority, RequestKind, RequestRow, RequestState
from tests.builders import MORNING
from ui.delegates import ROW
from ui.formatting import Locale
from ui.models.request_columns import as_table, columns
from ui.models.request_table import RequestTable
from ui.models.request_words import Reading, due_word, row_text
from ui.theme import Tone

STATES = {
    "in_work": RequestState("in_work", Category.OPEN, None, "In work", "В работе", 2),
    "waiting": RequestState("waiting", Category.WAITING, WaitingReason.CUSTOMER, "Waiting", "Ждём", 3),
}
READING = Reading(Locale(), MORNING, default_business_hours("Europe/Moscow"), STATES)


def a_row(alias: int = 1, **cells) -> RequestRow:
    row = RequestRow(
        id=RequestId(alias.to_bytes(16, "big")),
        alias=alias,
        number=f"1-{alias:05}-0",
        kind=RequestKind.COMPLAINT,
        subject=f"Kettle {alias}",
        customer=None,
        customer_name="Ivashov Pyotr",
        channel=Channel.PHONE,
        priority=Priority.NORMAL,
        state="in_work",
        category=Category.OPEN,
        owner=None,
        owner_name="",
        created_at=MORNING,
        due_at=None,
        due_target=None,
        paused_left=None,
        is_owed=False,
        solved_at=None,
    )
    return replace(row, **cells)


def a_table(count: int = 30, loaded: int = 10) -> RequestTable:
    table = RequestTable(READING)
    table.show(array("q", range(1, count + 1)), [a_row(alias) for alias in range(1, loaded + 1)])
    return table


def test_the_model_passes_the_tester_while_it_is_patched(qtmodeltester):
    table = a_table()
    qtmodeltester.check(table)
    table.patch(array("q", [5, *range(2, 40)]))
    table.patch(array("q", []))
    table.patch(array("q", [7, 8]))
    assert table.rowCount() == 2


def test_a_row_that_is_not_loaded_says_so_and_asks_nothing(theme):
    table = a_table(100_000, 10)
    shown = table.index(99_999, 0).data(ROW)
    assert table.rowCount() == 100_000
    assert shown.title == "…"
    assert table.index(99_999, 1).data() == "…"


def test_only_what_is_looked_at_and_not_loaded_is_missing():
    assert a_table().missing(5, 14) == (11, 12, 13, 14, 15)


def test_forgotten_rows_are_missing_again_but_still_shown():
    table = a_table()
    table.forget([a_row(3).id])
    assert table.missing(0, 9) == (3,)
    assert table.index(2, 0).data(ROW).title == "Kettle 3"


def test_what_came_after_the_first_page_is_added_without_a_reset(qtbot):
    table = a_table(10, 10)
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.rowsInserted) as told:
        table.patch(array("q", range(1, 101)))
    assert told.args[1:3] == [10, 99]


def test_a_row_that_moved_leaves_the_ends_alone(qtbot):
    table = a_table(10, 10)
    removed: list[tuple[int, int]] = []
    table.rowsRemoved.connect(lambda parent, first, last: removed.append((first, last)))
    table.patch(array("q", [1, 2, 4, 5, 3, 6, 7, 8, 9, 10]))
    assert removed == [(2, 4)]
    assert list(table.aliases_at(range(10))) == [1, 2, 4, 5, 3, 6, 7, 8, 9, 10]


def test_places_are_found_for_few_and_for_many():
    table = a_table(30)
    assert table.places_of([30, 2]) == [29, 1]
    assert table.places_of(list(range(1, 31))) == list(range(30))


@pytest.mark.parametrize(
    ("cells", "word", "tone"),
    [
        ({"due_at": MORNING + timedelta(minutes=40)}, "40\u00a0min", Tone.WARN),
        ({"due_at": MORNING + timedelta(hours=5)}, "5\u00a0h", Tone.MUTED),
        ({"due_at": MORNING - timedelta(minutes=30)}, "overdue by 30\u00a0min", Tone.BAD),
        ({"due_at": MORNING - timedelta(days=2)}, "overdue by 1\u00a0h", Tone.BAD),
        ({"paused_left": timedelta(hours=3), "category": Category.WAITING}, "paused", Tone.MUTED),
        ({"due_at": MORNING, "category": Category.SOLVED}, "", Tone.MUTED),
        ({}, "", Tone.MUTED),
    ],
)
def test_the_due_badge_tells_business_time_and_its_tone(cells, word, tone):
    assert due_word(a_row(**cells), READING) == (word, tone)


def test_a_request_that_the_customer_was_not_told_of_says_so_in_words():
    assert row_text(a_row(is_owed=True), READING).state == "In work · not told"


def test_an_urgent_request_says_so_in_words():
    assert row_text(a_row(priority=Priority.URGENT), READING).who == "Ivashov Pyotr · complaint · urgent"


def test_another_minute_puts_the_badges_into_other_words():
    table = RequestTable(READING)
    table.show(array("q", [1]), [a_row(due_at=MORNING + timedelta(minutes=40))])
    before = table.index(0, 0).data(ROW).due
    table.read_as(replace(READING, now=MORNING + timedelta(minutes=10)))
    assert (before, table.index(0, 0).data(ROW).due) == ("40\u00a0min", "30\u00a0min")


def test_a_screen_reader_hears_a_row_as_one_sentence():
    table = a_table()
    said = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Kettle 1, 1-00001-0, Ivashov Pyotr · complaint, In work"


def test_type_ahead_finds_loaded_rows_and_walks_no_placeholders():
    table = a_table(100_000, 10)
    found = table.match(table.index(0, 0), Qt.ItemDataRole.DisplayRole, "kettle 7")
    assert [index.row() for index in found] == [6]
    assert table.match(table.index(0, 0), Qt.ItemDataRole.DisplayRole, "pump") == []


def test_selected_rows_are_copied_with_heads_and_escaped():
    shown = [column for column in columns() if column.key in ("number", "subject")]
    text, page = as_table([a_row(subject="<b>\tpot")], shown, READING)
    assert text == "Number\tSubject\n1-00001-0\t<b> pot"
    assert "<td>&lt;b&gt; pot</td>" in page


def test_the_model_answers_nothing_outside_of_itself():
    table = a_table()
    assert table.data(QModelIndex(), ROW) is None
    assert table.rowCount(table.index(0, 0)) == 0
