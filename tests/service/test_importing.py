from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.domain.order import OrderStage
from helpdesk.errors import KindUnknown
from helpdesk.service import importing, order
from helpdesk.service.desk import Desk
from helpdesk.service.importing import ImportResult
from tests.builders import a_desk, an_operator

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")

Run = Callable[..., ImportResult]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "desk", language="en")


@pytest.fixture
def take(desk: Desk, tmp_path: Path) -> Run:
    def run(text: str, kind: str, **options: object) -> ImportResult:
        file = tmp_path / "table.csv"
        file.write_text(text, encoding="utf-8")
        return importing.run(desk, an_operator(desk), file, kind, **options)

    return run


def told(result: ImportResult) -> tuple[int, int, int, int, int]:
    return result.read, result.created, result.updated, result.unchanged, result.rejected


def all_rows(desk: Desk, sql: str) -> list[tuple[object, ...]]:
    with desk.reading() as database:
        return database.rows(sql)


def count(desk: Desk, table: str) -> object:
    return all_rows(desk, f"SELECT count(*) FROM {table}")[0][0]


def import_northwind(desk: Desk, **options: object) -> list[ImportResult]:
    return [
        importing.run(desk, an_operator(desk), SHARED / "northwind" / file, kind, **options)
        for file, kind in (
            ("customers.csv", "customers"),
            ("products.csv", "products"),
            ("orders.csv", "orders"),
            ("order_details.csv", "order-lines"),
        )
    ]


@needs_shared
def test_northwind_goes_in_with_the_figures_of_its_readme(desk: Desk) -> None:
    results = import_northwind(desk)

    assert [result.created for result in results] == [91, 77, 830, 2155]
    assert all_rows(desk, "SELECT sum(total_minor) FROM customer_order") == [(126_579_329,)]
    assert all_rows(desk, "SELECT count(*) FROM customer_order WHERE shipped_on IS NULL") == [(21,)]
    assert all_rows(desk, "SELECT count(*) FROM customer_order WHERE shipped_on > requested_on") == [(37,)]
    assert order.counts(desk, an_operator(desk))[OrderView.OPEN] == 21
    assert count(desk, "customer") == 91


@needs_shared
def test_a_second_run_of_the_same_files_changes_nothing(desk: Desk) -> None:
    import_northwind(desk)
    before = [count(desk, table) for table in ("event", "customer", "contact", "order_line", "origin")]
    turn = all_rows(desk, "SELECT max(turn) FROM change")

    results = import_northwind(desk)

    assert [result.unchanged for result in results] == [91, 77, 830, 2155]
    assert [count(desk, table) for table in ("event", "customer", "contact", "order_line", "origin")] == before
    assert all_rows(desk, "SELECT max(turn) FROM change") == turn


@needs_shared
def test_an_event_log_makes_its_cases_and_invents_no_events(desk: Desk) -> None:
    log = SHARED / "helpdesk_log_simplified.csv"

    result = importing.run(desk, an_operator(desk), log, "events")

    assert told(result) == (13_710, 13_710, 0, 0, 0)
    assert (count(desk, "request"), count(desk, "event")) == (3804, 13_710)
    assert result.changes.is_everything or len(result.changes.requests) == 3804


@needs_shared
def test_products_come_from_a_russian_table_without_header(desk: Desk, tmp_path: Path) -> None:
    mapping = tmp_path / "okved.json"
    mapping.write_text('{"0": "group", "1": "code", "2": "name"}', encoding="utf-8")
    file = SHARED / "cp1251" / "okved2_part.csv"

    result = importing.run(desk, an_operator(desk), file, "products", mapping=mapping)

    assert result.read == 814 and result.rejected == 0
    assert all_rows(desk, "SELECT name FROM product WHERE code = '01.1'") == [("Выращивание однолетних культур",)]


@needs_shared
def test_naughty_strings_come_out_as_they_went_in(desk: Desk, tmp_path: Path) -> None:
    strings = [
        text for text in json.loads((SHARED / "blns.json").read_text("utf-8")) if text.strip() and "\0" not in text
    ]
    file = tmp_path / "naughty.csv"
    import csv

    with file.open("w", encoding="utf-8", newline="", errors="surrogatepass") as stream:
        table = csv.writer(stream)
        table.writerow(("id", "name", "note"))
        table.writerows((f"n{place}", "A" + text, "B" + text) for place, text in enumerate(strings))

    result = importing.run(desk, an_operator(desk), file, "customers")

    assert result.created == len(strings)
    stored = dict(all_rows(desk, "SELECT foreign_number, name || note FROM customer"))
    assert all(stored[f"n{place}"] == f"A{text}B{text}" for place, text in enumerate(strings))


def test_a_dry_run_tells_the_same_and_leaves_nothing(desk: Desk, take: Run) -> None:
    text = "id,subject\n7,Lamp\n,\n8,Desk\n"

    tried = take(text, "requests", dry_run=True)
    left = count(desk, "request"), count(desk, "origin"), count(desk, "event")
    done = take(text, "requests")

    assert left == (0, 0, 0)
    assert told(tried) == told(done) == (2, 2, 0, 0, 0)


def test_a_changed_row_updates_its_record_and_no_other(desk: Desk, take: Run) -> None:
    take("id,name,city\n1,Ivy,Leeds\n2,Maud,London\n", "customers")

    again = take("id,name,city\n1,Ivy,Bristol\n2,Maud,London\n", "customers")

    assert told(again) == (2, 0, 1, 1, 0)
    assert all_rows(desk, "SELECT name, city FROM customer ORDER BY alias") == [("Ivy", "Bristol"), ("Maud", "London")]


def test_a_key_that_stands_twice_updates_and_a_second_run_changes_nothing(desk: Desk, take: Run) -> None:
    twice = "id,name\n1,Ivy\n1,Ivy Fernley\n"

    assert told(take(twice, "customers")) == (2, 1, 1, 0, 0)
    assert told(take(twice, "customers")) == (2, 0, 0, 2, 0)
    assert told(take("id,name\n1,Ivy\n", "customers")) == (1, 0, 1, 0, 0)
    assert all_rows(desk, "SELECT name FROM customer") == [("Ivy",)]


def test_rows_without_a_number_of_their_own_all_count(desk: Desk, take: Run) -> None:
    repeated = "name,city\nIvy,Leeds\nIvy,Leeds\n"

    assert told(take(repeated, "customers")) == (2, 2, 0, 0, 0)
    assert told(take(repeated, "customers")) == (2, 0, 0, 2, 0)


def test_an_unreadable_phone_is_a_warning_and_kept_as_typed(desk: Desk, take: Run) -> None:
    result = take("id,name,phone\n1,Ivy,ask at the door\n", "customers")

    assert result.rejected == 0
    assert "ask at the door" in result.warnings[0]
    assert all_rows(desk, "SELECT typed, normal FROM contact") == [("ask at the door", "")]


def test_a_line_without_its_order_goes_to_the_rejects_with_the_reason(desk: Desk, take: Run, tmp_path: Path) -> None:
    take("id,ordered_at\n10,2026-11-02\n", "orders")

    result = take("order_id,product,unit_price,quantity\n10,Lamp,5.5,2\n11,Lamp,5.5,2\n", "order_lines")

    assert told(result) == (2, 1, 0, 0, 1)
    assert result.rejects_file is not None
    assert "11" in result.rejects_file.read_text("utf-8-sig")
    assert "Lamp" in result.warnings[0]
    assert all_rows(desk, "SELECT total_minor, title FROM customer_order") == [(1100, "Lamp")]


def test_an_order_takes_its_dates_as_events_and_a_later_file_ships_it(desk: Desk, take: Run) -> None:
    take("order id,order date,required date,shipped date\n10,2026-11-02,2026-11-09,\n", "orders")
    take("order id,order date,required date,shipped date\n10,2026-11-02,2026-11-09,2026-11-06\n", "orders")

    row = order.page(desk, an_operator(desk), OrderQuery(OrderView.ALL))[0]

    assert (row.number, row.stage, str(row.shipped_on), str(row.requested_on)) == (
        "10", OrderStage.SHIPPED, "2026-11-06", "2026-11-09",
    )  # fmt: skip
    assert count(desk, "event") == 2


def test_requests_keep_their_times_states_and_owners(desk: Desk, take: Run) -> None:
    result = take(
        "id,subject,state,priority,owner,created at,solved at\n"
        "7,Лампа,Решена,срочно,anna belova,2026-11-02 10:00,2026-11-03 12:00\n"
        "8,Desk,weird,normal,Nobody Here,2026-11-04 10:00,\n",
        "requests",
    )

    rows = all_rows(desk, "SELECT number, state, priority, owner IS NOT NULL, owed_event, solved_at FROM request")
    assert rows[0][:5] == ("7", "solved", "urgent", 1, None) and rows[0][5] is not None
    assert rows[1] == ("8", "in_work", "normal", 0, None, None)
    assert any("weird" in warning for warning in result.warnings)
    assert any("Nobody Here" in warning for warning in result.warnings)
    assert all_rows(desk, "SELECT text FROM event WHERE text <> ''") == [("weird",)]


def test_a_cancelled_import_keeps_whole_batches_and_goes_on_where_it_stopped(desk: Desk, take: Run) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    table = "id,name\n" + "".join(f"{place},Name {place}\n" for place in range(1500))
    with pytest.raises(Cancelled):
        take(table, "customers", progress=cancel)
    assert count(desk, "customer") == 1000

    assert told(take(table, "customers")) == (1500, 500, 0, 1000, 0)


def test_a_saved_mapping_comes_back_under_its_name(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("who;where\nIvy;Leeds\n", encoding="utf-8")
    seen = importing.preview(desk, file, "customers")
    mapping = importing.mapping_of(seen, {0: "name", 1: "city"})

    importing.save_mapping(desk, an_operator(desk), "Leeds list", "customers", mapping)

    kept = importing.saved_mappings(desk, "customers")["Leeds list"]
    importing.run(desk, an_operator(desk), file, "customers", mapping=kept)
    assert all_rows(desk, "SELECT name, city FROM customer") == [("Ivy", "Leeds")]


def test_an_unknown_kind_is_refused(desk: Desk, take: Run) -> None:
    with pytest.raises(KindUnknown):
        take("id,name\n1,Ivy\n", "planets")
