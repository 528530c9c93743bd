"""What became of promises and when requests were open: the same on every station that saw the same events."""

from __future__ import annotations

import random
from datetime import datetime

from helpdesk.clock import FixedClock
from helpdesk.storage import derived, tables
from tests.builders import a_desk, an_operator
from tests.service.report_log import MOSCOW, generated, put

TABLES = ("request_target", "request_spell")


def outcomes(desk) -> dict[str, list[tuple]]:
    with desk.reading() as database:
        return {
            name: database.rows(
                f"SELECT r.number, t.* FROM {name} t JOIN request r ON r.alias = t.request ORDER BY r.number, t.place"
            )
            for name in TABLES
        }


def test_a_breach_stands_at_the_same_instant_whoever_computes_it_and_when(tmp_path):
    log = generated(40, seed=5)
    shuffled = random.Random(2).sample(log, len(log))
    found = []
    for name, told, month in (("first", log, 11), ("second", shuffled, 12)):
        desk = a_desk(tmp_path / name, FixedClock(datetime(2026, month, 28, tzinfo=MOSCOW)))
        put(desk, told, [an_operator(desk)] * 4)
        rows = outcomes(desk)
        skipped = {"request_target": (1,), "request_spell": (1, 8)}
        found.append(
            {key: [[c for at, c in enumerate(row) if at not in skipped[key]] for row in rows[key]] for key in rows}
        )

    assert found[0] == found[1]


def test_a_rebuild_changes_nothing_and_a_hidden_request_counts_nowhere(tmp_path):
    desk = a_desk(tmp_path / "w", FixedClock(datetime(2026, 11, 28, tzinfo=MOSCOW)))
    put(desk, generated(30, seed=6), [an_operator(desk)] * 4)
    before = outcomes(desk)

    with desk.database.writing():
        derived.rebuild(desk.database, desk.rules)
    assert outcomes(desk) == before

    with desk.work() as unit:
        row = next(iter(tables.Request.select().execute(unit.database)))
        unit.change(row, is_hidden=True)
    assert all(number != row.number for rows in outcomes(desk).values() for number, *_cells in rows)
