"""A price list and a bank statement taken in: prices by list, relations, payments matched with invoices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from helpdesk.domain.invoice import InvoiceState
from helpdesk.domain.paper import PaperLine
from helpdesk.domain.quote import QuoteForm
from helpdesk.service import catalogue, importing, invoice, pricing, product, quote, requisite
from tests.builders import a_desk, an_operator

PRICES = (
    "Артикул;Наименование;Цена;Вид цены;Цена действует с;НДС;Штрихкод;Характеристики;Гарантия;Подходит к;Остаток\n"
    "D-1;Стол;19 990,00;;;20%;4601234567893;Ширина: 140 см|Материал: дуб;24 месяца;L-1;5\n"
    "D-1;Стол;17 500,00;Дилеры;01.11.2026;;;;;;\n"
    "L-1;Лампа;990,00;;;без НДС;;;;;3\n"
    "X-1;Полка;10,00;;;77%;;;;нет такой;\n"
)


@pytest.fixture
def desk(tmp_path):
    return a_desk(tmp_path)


@pytest.fixture
def actor(desk):
    return an_operator(desk)


def a_file(folder, text: str, name: str = "file.csv"):
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def issued(desk, actor, minor: int):
    made = quote.save(desk, actor, QuoteForm(lines=(PaperLine("Oak desk", Decimal(1), minor),)))
    return invoice.issue(desk, actor, invoice.form_of_quote(desk, actor, made.id))


def test_a_price_list_brings_prices_vat_terms_and_relations(desk, actor, tmp_path):
    file = a_file(tmp_path, PRICES)
    tried = importing.run(desk, actor, file, "products", dry_run=True)
    assert product.search(desk, actor, "") == ()

    result = importing.run(desk, actor, file, "products")

    assert (tried.created, result.created, result.updated, result.rejected) == (3, 3, 1, 0)
    (table,) = product.search(desk, actor, "стол")
    sheet = catalogue.sheet(desk, actor, table.id)
    assert (table.price_minor, table.stock, table.barcodes) == (1_999_000, 5, ("4601234567893",))
    assert table.characteristics == (("Ширина", "140 см"), ("Материал", "дуб"))
    assert sheet.vat.percent == 22 and sheet.terms["warranty"] == "24 месяца"
    assert [row.product.name for row in sheet.goes_with] == ["Лампа"]
    assert [(price.list, price.price_minor, price.valid_from) for price in sheet.prices] == [
        ("Дилеры", 1_750_000, date(2026, 11, 1))
    ]
    (lamp,) = product.search(desk, actor, "лампа")
    assert lamp.vat == "exempt"
    assert len(result.warnings) == 2


def test_the_same_price_list_again_changes_nothing_and_a_new_count_is_a_correction(desk, actor, tmp_path):
    importing.run(desk, actor, a_file(tmp_path, PRICES), "products")

    again = importing.run(desk, actor, a_file(tmp_path, PRICES), "products")
    assert (again.created, again.updated) == (0, 0)
    importing.run(desk, actor, a_file(tmp_path, PRICES.replace(";L-1;5", ";L-1;7")), "products")

    (table,) = product.search(desk, actor, "стол")
    assert table.stock == 7
    assert len(pricing.prices_of(desk, actor, table.id)) == 1


def test_a_statement_is_matched_by_number_then_by_sum_and_the_rest_is_told_apart(desk, actor, tmp_path):
    first, second, third = (issued(desk, actor, minor) for minor in (100_000, 250_000, 250_000))
    statement = (
        "Дата операции;Поступление;Назначение платежа;Плательщик;Номер документа\n"
        f"24.11.2026;1 000,00;Оплата по счёту {first.number} от 23.11.2026;ООО Бор;1\n"
        f"24.11.2026;500,00;по сч. № {second.number.replace('-', ' - ')};Лис;2\n"
        "24.11.2026;2 500,00;за мебель;Лис;3\n"
        "24.11.2026;77,00;возврат займа;Кто-то;4\n"
        "24.11.2026;-10,00;комиссия;Банк;5\n"
    )
    file = a_file(tmp_path, statement)

    tried = importing.run(desk, actor, file, "payments", dry_run=True)
    assert tried.created == 3 and invoice.card(desk, actor, first.id).state is InvoiceState.UNPAID
    result = importing.run(desk, actor, file, "payments")

    states = [invoice.card(desk, actor, one.id).state for one in (first, second, third)]
    assert states == [InvoiceState.PAID, InvoiceState.PART_PAID, InvoiceState.PAID]
    assert (result.created, result.rejected, len(result.warnings)) == (3, 2, 2)
    assert "No open invoice fits" in result.rejects_file.read_text("utf-8")
    (payment,) = invoice.card(desk, actor, first.id).payments
    assert (payment.paid_on, "ООО Бор" in payment.text) == (date(2026, 11, 24), True)


def test_the_same_statement_again_books_nothing_twice(desk, actor, tmp_path):
    made = issued(desk, actor, 100_000)
    text = f"Date;Amount;Details\n2026-11-24;1000.00;Invoice {made.number}\n"
    importing.run(desk, actor, a_file(tmp_path, text), "payments")

    again = importing.run(desk, actor, a_file(tmp_path, text), "payments")

    assert (again.created, again.unchanged) == (0, 1)
    assert invoice.card(desk, actor, made.id).state is InvoiceState.PAID


def test_one_sum_on_two_open_invoices_is_left_to_a_human(desk, actor, tmp_path):
    for _ in range(2):
        issued(desk, actor, 100_000)

    result = importing.run(desk, actor, a_file(tmp_path, "Date;Amount;Details\n2026-11-24;1000;x\n"), "payments")

    assert (result.created, result.rejected) == (0, 1)


def test_requisites_that_look_mistyped_are_kept_and_doubted(desk, actor):
    kept = requisite.Requisites(name="Polyana", inn="7707083890")
    requisite.put(desk, actor, kept)

    assert requisite.get(desk, actor).inn == "7707083890"
    assert len(requisite.doubts(kept)) == 1
