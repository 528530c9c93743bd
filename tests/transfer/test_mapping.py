from __future__ import annotations

from dataclasses import fields as dataclass_fields
from pathlib import Path

import pytest

from helpdesk.errors import (
    ColumnUnknown,
    FieldsUnmapped,
    FieldTwice,
    FieldUnknown,
    FileUnreadable,
    KindUnknown,
    MappingBroken,
    OptionUnknown,
    OptionWrong,
    UserError,
)
from helpdesk.transfer.field import KINDS, kind_named
from helpdesk.transfer.form import TableOptions
from helpdesk.transfer.heading import guess_fields, guess_kind
from helpdesk.transfer.mapping import (
    FieldMapping,
    bind_columns,
    guess_mapping,
    mapping_file_text,
    mapping_of,
    parse_mapping,
    read_mapping,
)
from helpdesk.transfer.preview import preview
from helpdesk.transfer.source import open_table
from helpdesk.transfer.synonym import SYNONYMS
from helpdesk.words.errors import sentence
from tests.transfer.builders import SHARED, a_file, good, needs_shared, rows_of


def guessed(kind: str, headings: str) -> dict[str, str]:
    names = headings.split("|")
    return {names[column]: field for column, field in guess_fields(kind, names).items()}


@needs_shared
@pytest.mark.parametrize(
    ("file", "kind", "fields"),
    [
        (
            "northwind/customers.csv",
            "customers",
            "id company contact_name contact_title address city region postal_code country phone fax",
        ),
        ("northwind/products.csv", "products", "id name group unit price stock discontinued"),
        (
            "northwind/orders.csv",
            "orders",
            "id customer ordered_at required_on shipped_on carrier freight"
            " ship_name ship_address ship_city ship_country",
        ),
        ("northwind/order_details.csv", "order-lines", "order product unit_price quantity discount"),
        ("helpdesk_log_simplified.csv", "events", "request activity at"),
    ],
)
def test_the_headings_of_known_tables_are_guessed_and_tell_the_kind(file: str, kind: str, fields: str) -> None:
    seen = preview(SHARED / file)

    assert seen.kind == kind
    assert list(seen.fields.values()) == fields.split()


@pytest.mark.parametrize(
    ("kind", "headings", "expected"),
    [
        ("customers", "ID|Фамилия|Имя|Отчество|Рабочий телефон|Мобильный телефон|Рабочий e-mail|Компания|Должность",
         "id last_name first_name middle_name phone phone2 mail company contact_title"),
        ("customers", "Код|Наименование|ИНН|Юридический адрес|Телефон|Электронная почта|Комментарий",
         "id name inn address phone mail note"),
        ("customers", "Full name|Title|Company|Email|Work phone|Mobile phone|Address|Time zone|Language|Tags",
         "name contact_title company mail phone phone2 address language tags"),
        ("products", "Артикул|Наименование|Код|Ед. изм.|Цена, руб.|Остаток (шт)|Группа",
         "code name id unit price stock group"),
        ("products", "SKU|Product Name|Unit Price|Category", "code name price group"),
        ("orders", "Номер заказа|Дата заказа|Клиент|Дата отгрузки|Дата доставки|Статус|Стоимость доставки",
         "number ordered_at customer shipped_on delivered_on state freight"),
        ("order-lines", "Заказ|Товар|Количество|Цена|Скидка, %|№ п/п",
         "order product quantity unit_price discount position"),
        ("requests", "Заявка|Тема|Описание|Клиент|Приоритет|Статус|Ответственный|Дата создания|Срок",
         "number subject description customer priority state owner created_at wanted_on"),
        ("requests", "Ticket ID|Subject|Status|Priority|Source|Type|Agent|Created time"
         "|Due by Time|Resolved time|Full name",
         "id subject state priority channel kind owner created_at wanted_on solved_at customer"),
        ("requests", "Ticket Number|Date Created|Subject|From|Priority|Help Topic"
         "|Source|Current Status|Due Date|Closed Date|Agent Assigned",
         "number created_at subject customer priority kind channel state wanted_on solved_at owner"),
        ("requests", "#|Title|State|Priority|Owner|Customer|Created at|Close at",
         "number subject state priority owner customer created_at solved_at"),
        ("events", "Номер заявки|Событие|Дата и время|Сотрудник|Комментарий", "request activity at operator text"),
    ],
)  # fmt: skip
def test_headings_of_other_programs_are_guessed(kind: str, headings: str, expected: str) -> None:
    assert list(guessed(kind, headings).values()) == expected.split()


@pytest.mark.parametrize(
    "heading", ["order_date", "OrderDate", "orderDate", "ORDER DATE", "Order-date", " order  date "]
)
def test_snake_camel_and_spaces_are_alike(heading: str) -> None:
    assert guess_fields("orders", [heading]) == {0: "ordered_at"}


def test_the_closest_word_takes_the_field_and_none_is_given_twice() -> None:
    assert guessed("products", "Код|Артикул|Штрихкод") == {"Код": "id", "Артикул": "code", "Штрихкод": "barcode"}


def test_russian_headings_tell_the_kind() -> None:
    assert guess_kind(["Заявка", "Тема", "Описание", "Клиент"]) == "requests"
    assert guess_kind(["Артикул", "Наименование", "Цена", "Остаток"]) == "products"


def test_every_synonym_belongs_to_a_field_and_every_need_too() -> None:
    for kind in KINDS.values():
        names = {field.name for field in kind.fields}
        assert set(SYNONYMS[kind.name]) <= names
        assert {name for need in kind.needs for name in need} | set(kind.keys) | set(kind.told_by) <= names
        assert {field.name for field in kind.fields if field.required} <= {need[0] for need in kind.needs}


def test_a_mapping_by_headings_takes_only_what_it_names_and_implies_a_header(tmp_path: Path) -> None:
    mapping = parse_mapping('{"Wer": "customer name", "Nummer": "id", "Ort": null}', "customers")
    rows = good(rows_of(a_file(tmp_path, "Nummer,Wer,Ort,phone\nA1,Ann,Bonn,5\n"), "customers", mapping))

    assert mapping.options.header is True
    assert [(row.key, row.values) for row in rows] == [("A1", {"id": "A1", "name": "Ann"})]


@pytest.mark.parametrize(
    "columns", ['"0": "section", "1": "code", "2": "title"', '"1": "section", "2": "sku", "3": "name"']
)
def test_indexes_count_from_zero_or_from_one(tmp_path: Path, columns: str) -> None:
    mapping = parse_mapping("{" + columns + "}", "products")
    table = open_table(a_file(tmp_path, "A;01;Wheat\nA;02;Rye\n"), mapping.options)

    assert bind_columns(mapping, table, "products") == {0: "group", 1: "code", 2: "name"}


def test_a_heading_of_digits_wins_over_an_index(tmp_path: Path) -> None:
    mapping = parse_mapping('{"1": "name", "options": {"header": true}}', "products")
    table = open_table(a_file(tmp_path, "2,1\nTable,Chair\n"), mapping.options)

    assert bind_columns(mapping, table, "products") == {1: "name"}


def test_two_phones_are_two_fields(tmp_path: Path) -> None:
    mapping = parse_mapping('{"Имя": "name", "Тел1": "phone", "Тел2": "телефон"}', "customers")

    assert list(mapping.columns.values()) == ["name", "phone", "phone2"]


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ('{"delimiter": "tab"}', TableOptions(delimiter="\t")),
        ('{"delimiter": ";", "encoding": "CP1251"}', TableOptions(";", "cp1251")),
        ('{"dates": "DD.MM.YYYY"}', TableOptions(dates="dmy")),
        ('{"dates": "%m/%d/%Y"}', TableOptions(dates="mdy")),
        ('{"dates": "MM/DD/YYYY HH:MM"}', TableOptions(dates="mdy")),
        ('{"dates": "iso"}', TableOptions(dates="ymd")),
        ('{"decimal": "comma", "header": false}', TableOptions(decimal=",", header=False)),
        ('{"encoding": "utf-16", "source": "old desk"}', TableOptions(encoding="utf-16", source="old desk")),
        ('{"encoding": null, "dates": ""}', TableOptions()),
        ("null", TableOptions()),
    ],
)
def test_options_are_taken_as_people_write_them(written: str, options: TableOptions) -> None:
    assert parse_mapping('{"options": ' + written + "}", "customers").options == options


@pytest.mark.parametrize(
    ("written", "error", "said"),
    [
        ("{", MappingBroken, "line 1"),
        ("[1]", MappingBroken, "column"),
        ('{"options": 5}', MappingBroken, "options"),
        ("[" * 100_000, MappingBroken, "mapping"),
        ('{"Name": "nonsense"}', FieldUnknown, "contact_name"),
        ('{"Name": 5}', FieldUnknown, "contact_name"),
        ('{"options": {"colour": "red"}}', OptionUnknown, "delimiter"),
        ('{"options": {"delimiter": "ab"}}', OptionWrong, "tab"),
        ('{"options": {"encoding": "klingon"}}', OptionWrong, "windows-1251"),
        ('{"options": {"encoding": "base64"}}', OptionWrong, "windows-1251"),
        ('{"options": {"dates": "soon"}}', OptionWrong, "DD.MM.YYYY"),
        ('{"options": {"decimal": ";"}}', OptionWrong, ","),
        ('{"options": {"header": "maybe"}}', OptionWrong, "true"),
    ],
)
def test_a_wrong_mapping_is_refused_in_words_that_say_what_is_right(
    written: str, error: type[UserError], said: str
) -> None:
    with pytest.raises(error) as refused:
        parse_mapping(written, "customers")

    assert said in sentence(refused.value)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ('{"Nmae": "name"}', ColumnUnknown),
        ('{"7": "name"}', ColumnUnknown),
        ('{"0": "name", "name": "name", "note": "name"}', FieldTwice),
        ('{"note": "note"}', FieldsUnmapped),
    ],
)
def test_a_mapping_that_does_not_fit_the_table_is_refused(tmp_path: Path, written: str, error: type[UserError]) -> None:
    table = open_table(a_file(tmp_path, "id,name,note\n1,Ann,x\n"))

    with pytest.raises(error) as refused:
        bind_columns(parse_mapping(written, "customers"), table, "customers")

    assert "id, name, note" in sentence(refused.value) or error is FieldTwice


def test_a_table_without_a_known_heading_is_refused_before_the_first_row(tmp_path: Path) -> None:
    with pytest.raises(FieldsUnmapped):
        rows_of(a_file(tmp_path, "1;2;3\n4;5;6\n"), "products")


def test_an_unknown_kind_lists_the_known() -> None:
    with pytest.raises(KindUnknown) as refused:
        kind_named("tickets")

    assert "order-lines" in sentence(refused.value)


def test_a_missing_mapping_file_and_one_in_another_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_mapping(tmp_path / "none.json", "customers")
    with pytest.raises(MappingBroken):
        read_mapping(a_file(tmp_path, '{"Имя": "name"}', "cp1251"), "customers")


def test_a_saved_mapping_is_read_back_equal(tmp_path: Path) -> None:
    mapping = FieldMapping({"Имя": "name", "3": "phone"}, TableOptions(";", "cp1251", "dmy", ",", True, "desk"))

    assert read_mapping(a_file(tmp_path, mapping_file_text(mapping), name="m.json"), "customers") == mapping


def test_a_heading_that_stands_twice_is_mapped_by_its_index() -> None:
    assert mapping_of({0: "phone", 1: "phone2", 2: "name"}, ["Тел", "Тел", "Имя"]).columns == {
        "0": "phone",
        "1": "phone2",
        "Имя": "name",
    }
    assert guess_mapping("customers", ["Имя", "Телефон"]).columns == {"Имя": "first_name", "Телефон": "phone"}


def test_the_preview_shows_the_form_the_first_rows_and_the_guess(tmp_path: Path) -> None:
    text = "Наименование;Цена;Дата\n" + "".join(f"Стол {n};1,5;01.02.2026\n" for n in range(30))

    seen = preview(a_file(tmp_path, text, "cp1251"), kind="products")

    assert (seen.encoding, seen.delimiter, seen.header, seen.dates, seen.decimal) == (
        "windows-1251",
        ";",
        True,
        "dmy",
        ",",
    )
    assert len(seen.rows) == 20
    assert seen.mapping.columns == {"Наименование": "name", "Цена": "price"}
    assert read_mapping(a_file(tmp_path, mapping_file_text(seen.mapping), name="m.json"), "products") == seen.mapping


def test_every_option_has_a_place_in_the_mapping_file() -> None:
    from helpdesk.transfer.form import OPTION_NAMES

    assert tuple(field.name for field in dataclass_fields(TableOptions)) == OPTION_NAMES
