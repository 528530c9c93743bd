from __future__ import annotations

import json
import tracemalloc
from collections import Counter
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain.defuse import defuse
from helpdesk.errors import FileUnwritable
from helpdesk.transfer.form import TableForm
from helpdesk.transfer.mapping import parse_mapping
from helpdesk.transfer.rejects import Rejects
from helpdesk.transfer.rows import phone_warning, read_rows
from helpdesk.transfer.source import open_table
from helpdesk.transfer.value import Reading, Refused, flag
from tests.transfer.builders import MOSCOW, SHARED, a_file, bad, good, needs_shared, rows_of


def reading(dates: str = "ymd", decimal: str = ".", zone: ZoneInfo = MOSCOW) -> Reading:
    return Reading(TableForm("utf-8", ",", True, dates, decimal), zone)


@needs_shared
def test_the_lines_of_northwind_give_the_known_sums() -> None:
    lines = good(rows_of(SHARED / "northwind/order_details.csv", "order-lines"))
    gross = [line.values["unit_price"] * line.values["quantity"] for line in lines]
    net = [
        (sum_ * (1 - line.values["discount"])).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for sum_, line in zip(gross, lines, strict=True)
    ]

    assert len(lines) == len({line.key for line in lines}) == 2155
    assert sum(net) == Decimal("1265793.29")
    assert sum(gross) == Decimal("1354458.59")


@needs_shared
@pytest.mark.parametrize(
    ("name", "kind", "count"), [("customers", "customers", 91), ("products", "products", 77), ("orders", "orders", 830)]
)
def test_northwind_goes_in_as_it_is(name: str, kind: str, count: int) -> None:
    rows = rows_of(SHARED / f"northwind/{name}.csv", kind)

    assert not bad(rows)
    assert len({row.key for row in good(rows)}) == count


@needs_shared
def test_the_orders_of_northwind_have_their_days() -> None:
    orders = [row.values for row in good(rows_of(SHARED / "northwind/orders.csv", "orders"))]

    assert sum("shipped_on" not in order for order in orders) == 21
    assert sum(order["shipped_on"] > order["required_on"] for order in orders if "shipped_on" in order) == 37
    assert orders[0]["freight"] == Decimal("32.38")


@needs_shared
def test_repeated_rows_of_the_helpdesk_log_all_count_under_keys_that_stay() -> None:
    first = good(rows_of(SHARED / "helpdesk_log_simplified.csv", "events"))
    second = good(rows_of(SHARED / "helpdesk_log_simplified.csv", "events"))

    assert len(first) == len({row.key for row in first}) == 13710
    assert [row.key for row in first] == [row.key for row in second]
    assert len({row.values["request"] for row in first}) == 3804
    assert sum(not row.key.endswith(":1") for row in first) == 91


@needs_shared
def test_the_office_table_becomes_products_by_a_mapping() -> None:
    mapping = parse_mapping('{"0": "section", "1": "code", "2": "name"}', "products")
    rows = rows_of(SHARED / "cp1251/okved2_part.csv", "products", mapping)

    assert len({row.key for row in good(rows)}) == len(rows) == 814
    assert good(rows)[1].values == {
        "group": "A",
        "code": "01",
        "name": "Растениеводство и животноводство, охота и предоставление соответствующих услуг в этих областях",
    }


@needs_shared
def test_naughty_strings_come_in_as_they_went_out(tmp_path: Path) -> None:
    import csv

    naughty = [text for text in json.loads((SHARED / "blns.json").read_text("utf-8")) if text]
    path = tmp_path / "out.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [["id", "name", "note"], *([str(n), defuse(t), defuse(t)] for n, t in enumerate(naughty))]
        )

    rows = rows_of(path, "customers")

    # Cells of white space alone make no blank row here: the number stands beside them.
    assert [row.values.get("name") for row in good(rows)] == naughty
    assert [row.values.get("note") for row in good(rows)] == naughty


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("12", ".", "12"), ("1,234.50", ".", "1234.50"), ("1.234,50", ",", "1234.50"), ("1 234,5", ",", "1234.5"),
        ("1\u00a0234\u00a0567,89 ₽", ",", "1234567.89"), ("$1,299.99", ".", "1299.99"), ("10,50 руб.", ",", "10.50"),
        ("-5", ".", "-5"), ("−5,5", ",", "-5.5"), ("(12.30)", ".", "-12.30"), ("1.5", ",", "1.5"), ("1,5", ".", "1.5"),
        ("1,234", ".", "1234"), ("1,234", ",", "1.234"), ("1.234", ",", "1234"), ("1.234", ".", "1.234"),
        ("1.234.567", ".", "1234567"), ("1,234.5", ",", "1234.5"), ("1e3", ".", "1000"),
        ("EUR 7", ".", "7"), (" 8 ", ".", "8"),
        ("1'000'000", ".", "1000000"), (".5", ".", "0.5"), ("5 шт.", ".", "5"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, decimal: str, value: str) -> None:
    assert reading(decimal=decimal).number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["abc", "12abc", "1.2.3", "NaN", "Infinity", "--5", "1 2", "12,34,5", "(5", "1e99", "9" * 40, "5 5 5", ".", ","],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        reading().number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("32.3800011", "32.38"), ("9.80000019", "9.80"), ("0.005", "0.01"), ("14", "14.00"), ("-0.005", "-0.01")],
)
def test_money_is_rounded_half_up_to_minor_units(text: str, value: str) -> None:
    assert str(reading().money(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.0500000007", "0.0500"),
        ("0.25", "0.2500"),
        ("15", "0.1500"),
        ("5%", "0.0500"),
        ("1", "1.0000"),
        ("0", "0.0000"),
        ("0.00005", "0.0001"),
        ("0.5 %", "0.0050"),
    ],
)
def test_a_discount_is_a_fraction_or_percent(text: str, value: str) -> None:
    assert str(reading().fraction(text)) == value


@pytest.mark.parametrize("text", ["101", "-1", "many"])
def test_an_impossible_discount_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        reading().fraction(text)


@pytest.mark.parametrize(
    ("text", "dates", "at"),
    [
        ("2012-04-03 16:55:38", "ymd", datetime(2012, 4, 3, 12, 55, 38, tzinfo=UTC)),
        ("2026-11-23", "ymd", datetime(2026, 11, 22, 21, tzinfo=UTC)),
        ("2026-11-23T10:00:00Z", "ymd", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-23 10:00:00+05:00", "dmy", datetime(2026, 11, 23, 5, tzinfo=UTC)),
        ("2026/11/23 9:05", "dmy", datetime(2026, 11, 23, 6, 5, tzinfo=UTC)),
        ("23.11.2026 9:05:07", "dmy", datetime(2026, 11, 23, 6, 5, 7, tzinfo=UTC)),
        ("23.11.26", "dmy", datetime(2026, 11, 22, 21, tzinfo=UTC)),
        ("11/23/2026 2:05 PM", "mdy", datetime(2026, 11, 23, 11, 5, tzinfo=UTC)),
        ("11/23/2026, 12:05 am", "mdy", datetime(2026, 11, 22, 21, 5, tzinfo=UTC)),
        ("23/11/2026 09:05", "dmy", datetime(2026, 11, 23, 6, 5, tzinfo=UTC)),
        ("2026-11-23 10:00:00 UTC", "ymd", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-23 10:00:00 +0300", "ymd", datetime(2026, 11, 23, 7, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_instants_are_of_the_company_clock_unless_they_name_a_zone(text: str, dates: str, at: datetime) -> None:
    assert reading(dates).instant(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "2026-02-30",
        "31.02.2026",
        "2026-13-01",
        "23.11.2026 25:00",
        "99/99/9999",
        "9999-12-31T23:59-10:00",
        "2026-11-23 13:00 PM",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        reading("dmy", zone=ZoneInfo("Asia/Tokyo")).instant(text)


@pytest.mark.parametrize("text", ["", " ", "0000-00-00 00:00:00", "01.01.0001 0:00:00"])
def test_empty_dates_of_databases_are_empty(text: str) -> None:
    assert reading().instant(text) is None


def test_a_day_is_the_one_on_the_company_clock() -> None:
    assert reading().day("2026-11-23T22:00:00Z") == date(2026, 11, 24)
    assert reading().day("2026-11-23 22:00:00") == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "value"),
    [("да", True), ("Yes", True), ("1", True), ("нет", False), ("0", False), ("FALSE", False), ("", None)],
)
def test_flags_are_read_in_both_languages(text: str, value: bool | None) -> None:
    assert flag(text) is value


def read_every_way(text: str) -> None:
    for read in (
        reading().number,
        reading().money,
        reading().fraction,
        reading("dmy").instant,
        reading("mdy").day,
        flag,
    ):
        try:
            read(text)
        except Refused as refused:
            assert refused.sentence.format(field="f", value="v")


@given(st.text(max_size=40) | st.text("0123456789.,-:/ TZ+eE%()₽", max_size=24))
def test_no_cell_makes_a_reader_fail_otherwise_than_by_refusing(text: str) -> None:
    read_every_way(text)


def test_a_bad_row_says_which_field_and_value(tmp_path: Path) -> None:
    rows = rows_of(a_file(tmp_path, "id,name,price\n1,Chair,cheap\n2,,5\n3\n4,Table,5,extra\n5,Lamp,6,\n"), "products")

    assert [(row.line, row.reason) for row in bad(rows)] == [
        (2, "“Price”: “cheap” is not a number."),
        (3, "“Name” is empty."),
        (4, "The row has only 1 cells of 3."),
        (5, "The row has 4 cells, the table 3."),
    ]
    assert [row.values["name"] for row in good(rows)] == ["Lamp"]


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    assert len(rows_of(a_file(tmp_path, "id,name\n1,Ann\n,\n\n  ,\n2,Bob\n"), "customers")) == 2


def test_null_of_a_database_is_empty_but_a_single_one_may_be_a_name(tmp_path: Path) -> None:
    dump = a_file(tmp_path, "id,name,region,created_at\n1,Ann,NULL,NULL\n2,Bob,NULL,2026-01-01\n", name="dump.csv")
    people = a_file(tmp_path, "id,name,created_at\n1,Ann,2026-01-01\n2,NULL,NULL\n3,Cid,\n", name="people.csv")

    assert "region" not in good(rows_of(dump, "customers"))[0].values
    assert good(rows_of(people, "customers"))[1].values == {"id": "2", "name": "NULL"}


def test_a_wrong_mail_is_a_warning_and_a_wrong_phone_is_left_to_who_knows(tmp_path: Path) -> None:
    [row] = good(rows_of(a_file(tmp_path, "id,name,phone,mail\n1,Ann,call me,ann at home\n"), "customers"))

    assert row.values["phone"] == "call me"
    assert [warning.field for warning in row.warnings] == ["mail"]
    assert phone_warning(row.line, "phone", "call me").sentence == (
        "Line 2: “call me” is not a phone number; it is kept as it was typed."
    )


def test_a_name_is_joined_of_its_parts_as_its_language_wants(tmp_path: Path) -> None:
    text = "Фамилия;Имя;Отчество;Телефон\nПетрова;Анна;Ильинична;1\nSmith;Ann;;2\n"

    assert [row.values["name"] for row in good(rows_of(a_file(tmp_path, text), "customers"))] == [
        "Петрова Анна Ильинична",
        "Ann Smith",
    ]


def test_keys_are_ids_or_the_whole_row_with_its_occurrence(tmp_path: Path) -> None:
    ids = a_file(tmp_path, "id,name\nA,Ann\nB,Bob\nA,Anna\n", name="ids.csv")
    none = a_file(tmp_path, "name,city\nAnn,Tver\nAnn,Tver\nBob,Tver\n", name="none.csv")

    assert [row.key for row in good(rows_of(ids, "customers"))] == ["A", "B", "A"]
    digests = Counter(row.key.rpartition(":")[0] for row in good(rows_of(none, "customers")))
    assert sorted(digests.values()) == [1, 2]


def test_order_lines_are_told_by_order_product_and_occurrence(tmp_path: Path) -> None:
    path = a_file(tmp_path, "order,product,quantity\n7,A,1\n7,A,2\n7,B,1\n")

    assert [row.key for row in good(rows_of(path, "order-lines"))] == ["7\tA\t1", "7\tA\t2", "7\tB\t1"]


def test_rejects_are_mended_and_read_again_with_the_same_mapping(tmp_path: Path) -> None:
    mapping = parse_mapping(
        '{"Код": "id", "Имя": "name", "Цена": "price", "options": {"encoding": "cp1251"}}', "products"
    )
    text = 'Код;Имя;Цена\n1;Стол;дорого\n2;=1+1;нет\n3;Стул;5,5\n4;"Шкаф;7\n'
    path = a_file(tmp_path, text, "cp1251", "товары.csv")
    table = open_table(path, mapping.options)
    with Rejects(table, tmp_path) as rejects:
        for row in bad(list(read_rows(table, "products", mapping, time_zone=MOSCOW))):
            rejects.write(row)
    assert rejects.file == tmp_path / "товары.rejects.csv"
    written = rejects.file.read_bytes().decode("utf-8-sig")
    assert rejects.file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in written
    rejects.file.write_text(
        written.replace("дорого", "9,5").replace("нет", "8").replace('"""Шкаф"', "Шкаф"), "utf-8-sig"
    )

    again = rows_of(rejects.file, "products", mapping)

    assert [(row.key, row.values["name"], row.values["price"]) for row in good(again)] == [
        ("1", "Стол", Decimal("9.50")),
        ("2", "=1+1", Decimal("8.00")),
        ("4", "Шкаф", Decimal("7.00")),
    ]


def test_rejects_of_a_table_without_header_keep_their_indexes(tmp_path: Path) -> None:
    mapping = parse_mapping('{"0": "code", "1": "name", "2": "price"}', "products")
    table = open_table(a_file(tmp_path, "1;Стол;x\n2;Стул;5\n"), mapping.options)
    with Rejects(table, tmp_path) as rejects:
        for row in bad(list(read_rows(table, "products", mapping, time_zone=MOSCOW))):
            rejects.write(row)
    assert rejects.file
    rejects.file.write_text(rejects.file.read_text("utf-8-sig").replace(";x", ";7"), "utf-8-sig")

    [row] = good(rows_of(rejects.file, "products", mapping))

    assert row.values == {"code": "1", "name": "Стол", "price": Decimal("7.00")}


def test_without_bad_rows_there_is_no_rejects_file(tmp_path: Path) -> None:
    with Rejects(open_table(a_file(tmp_path, "id,name\n1,Ann\n")), tmp_path) as rejects:
        pass

    assert rejects.file is None
    assert not list(tmp_path.glob("*.rejects.csv"))


def test_rejects_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    path = a_file(tmp_path, "id,name,price\n1,Ann,x\n")
    table = open_table(path)
    [row] = bad(rows_of(path, "products"))

    with Rejects(table, tmp_path / "missing") as rejects, pytest.raises(FileUnwritable):
        rejects.write(row)


def test_mending_a_rejects_file_does_not_overwrite_it_while_it_is_read(tmp_path: Path) -> None:
    path = a_file(tmp_path, "rejected_line,rejected_reason,id,name,price\n2,why,1,Ann,x\n", name="table.rejects.csv")
    table = open_table(path)

    with Rejects(table, tmp_path) as rejects:
        rejects.write(bad(rows_of(path, "products"))[0])

    assert rejects.file != path


def test_a_hundred_thousand_rows_are_streamed_in_little_memory(tmp_path: Path) -> None:
    path = a_file(tmp_path, "id,name,phone\n" + "".join(f"{n},Ann {n},+7 495 {n:07d}\n" for n in range(100_000)))
    table = open_table(path)

    tracemalloc.start()
    count = sum(1 for _row in read_rows(table, "customers", time_zone=MOSCOW))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 100_000
    assert peak < 4_000_000
