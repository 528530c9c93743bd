from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpdesk.domain.listing import OrderView
from helpdesk.errors import WorkplaceNotEmpty
from helpdesk.service import example, order
from helpdesk.service.desk import Desk
from tests.builders import a_desk, an_operator

DAY = date(2026, 11, 23)


def filled(folder: Path, **options: object) -> Desk:
    desk = a_desk(folder)
    example.fill(desk, an_operator(desk), as_of=DAY, **options)
    return desk


def content(desk: Desk) -> list[list[tuple[object, ...]]]:
    with desk.reading() as database:
        return [
            database.rows(sql)
            for sql in (
                "SELECT number, subject, description, state, created_at, changed_at, due_at FROM request ORDER BY number",
                "SELECT number, title, total_minor, stage, promised_on FROM customer_order ORDER BY number",
                "SELECT name, city, tags FROM customer ORDER BY name, city, created_at",
                "SELECT kind, occurred_at, state, text FROM event ORDER BY occurred_at, stamp",
                "SELECT what, due_at FROM promise ORDER BY due_at, what",
            )
        ]


def test_the_same_seed_and_day_give_the_same_content(tmp_path: Path) -> None:
    first = content(filled(tmp_path / "one"))

    assert content(filled(tmp_path / "two")) == first
    assert content(filled(tmp_path / "three", seed=2)) != first


def test_example_data_shows_every_sight_of_the_desk(tmp_path: Path) -> None:
    desk = filled(tmp_path / "desk")

    with desk.reading() as database:
        categories = {row[0] for row in database.rows("SELECT DISTINCT category FROM request")}
        languages = {row[0] for row in database.rows("SELECT DISTINCT language FROM customer")}
        owed = database.rows("SELECT count(*) FROM request WHERE owed_event IS NOT NULL")[0][0]
        counted = [database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("request", "customer")]
        late = database.rows("SELECT count(*) FROM request WHERE due_at < ?", int(desk.clock.now().timestamp() * 1000))
    assert {"new", "open", "waiting", "solved", "closed"} <= categories
    assert languages == {"ru", "en"}
    assert counted == [60, 25]
    assert owed > 0 and late[0][0] > 0
    assert order.counts(desk, an_operator(desk))[OrderView.LATE] > 0


def test_nothing_happens_after_the_day_on_which_the_data_ends(tmp_path: Path) -> None:
    desk = filled(tmp_path / "desk", requests=200)

    with desk.reading() as database:
        last = database.rows("SELECT max(occurred_at) FROM event")[0][0]
    assert last < 1_000 * 1_795_381_200  # midnight of the day in Moscow


def test_a_workplace_with_records_is_refused(tmp_path: Path) -> None:
    desk = filled(tmp_path / "desk", requests=5)

    with pytest.raises(WorkplaceNotEmpty):
        example.fill(desk, an_operator(desk))
