"""Offers and invoices on paper: blocks in their order, sums in words, kept together (S51, S54)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.domain.invoice import Invoice
from helpdesk.domain.money import Money
from helpdesk.domain.paper import PaperLine, totals
from helpdesk.domain.quote import QuoteVersion
from helpdesk.domain.requisite import Buyer, Requisites
from helpdesk.report.document.invoice import InvoicePaper, write_invoice
from helpdesk.report.document.offer import Offer, write_offer
from helpdesk.report.document.square_code import modules
from helpdesk.report.sum_in_words import sum_in_words
from tests.report.reading import page_count, pages_of

SELLER = Requisites(
    name="ООО «Поляна Трейд»",
    inn="7707083893",
    kpp="773601001",
    bank="ПАО «Образцовый банк»",
    bic="044525225",
    account="40702810938000060473",
    correspondent="30101810400000000225",
    director="Белова А. С.",
    accountant="Ильина М. В.",
)
LINES = (
    PaperLine("Стол «Дуб»", Decimal(2), 2_149_900, Decimal("0.1"), vat=Decimal(22), unit="шт."),
    PaperLine("Сборка", Decimal("1.5"), 180_033, vat=Decimal(22), unit="ч"),
)


def an_invoice(lines=LINES, **cells) -> Invoice:
    days = {"issued_on": date(2026, 11, 23), "valid_until": date(2026, 11, 28), "pay_by": date(2026, 11, 28)}
    fields = {"currency": "RUB", "is_net": False, "ground": "Заказ 1-00456-4", "terms": "Доставка до двери."}
    buyer = Buyer("ООО «Сосновый бор»", "500100732259", "Тверь")
    return Invoice(
        **{
            "id": b"",
            "number": "1-00457-2",
            "lines": lines,
            "seller": SELLER,
            "buyer": buyer,
            **days,
            **fields,
            **cells,
        }
    )


def printed(invoice: Invoice, language: str = "ru", **cells) -> bytes:
    stream = BytesIO()
    write_invoice(InvoicePaper(invoice, language, "Europe/Moscow", **cells), stream, invariant=True)
    return stream.getvalue()


def words_of(pdf: bytes) -> str:
    return "\n".join(line for page in pages_of(pdf) for line in page).replace("\u00a0", " ")


def test_an_invoice_says_its_blocks_in_the_order_that_accountants_know():
    text = words_of(printed(an_invoice()))

    said = (
        "Счёт действителен до 28 ноября 2026 г.",
        "ПАО «Образцовый банк»",
        "Счёт на оплату № 1-00457-2 от 23 ноября 2026 г.",
        "ООО «Сосновый бор», ИНН 500100732259, Тверь",
        "Стол «Дуб»",
        "В том числе НДС 22 %",
        "Всего к оплате",
        "Всего наименований 2, на сумму 41 398,70 ₽",
        "Сорок одна тысяча триста девяносто восемь рублей 70 копеек",
        "Доставка до двери.",
        "Руководитель",
        "Бухгалтер",
    )
    places = [text.find(part) for part in said]
    assert -1 not in places and places == sorted(places)
    assert "7 465,34" in text


def test_a_sole_trader_signs_alone_and_an_exempt_invoice_says_so():
    seller = Requisites(name="ИП Лис В. А.", is_sole_trader=True, director="Лис В. А.")
    text = words_of(printed(an_invoice((PaperLine("Совет", Decimal(1), 100),), seller=seller)))

    assert "Предприниматель" in text and "Бухгалтер" not in text
    assert "Без налога (НДС)" in text


def test_an_english_invoice_adds_vat_on_top_of_net_lines():
    seller = Requisites(name="Polyana GmbH", iban="DE89 3704 0044 0532 0130 00", vat_number="DE123456789")
    lines = (PaperLine("Oak desk", Decimal(3), 10_000, vat=Decimal(20)),)
    text = words_of(printed(an_invoice(lines, seller=seller, currency="EUR", is_net=True), "en"))

    assert "Invoice for payment no. 1-00457-2 of 23 November 2026" in text
    assert "Net total" in text and "VAT 20%" in text and "€360.00" in text
    assert "DE89 3704 0044 0532 0130 00" in text


@pytest.mark.parametrize("count", [1, 2, 20, 23, 24, 25, 26, 27, 28, 29, 60])
def test_sums_words_terms_and_signatures_stand_on_one_page_with_the_last_line(count):
    lines = tuple(PaperLine(f"Позиция {at}", Decimal(1), 100, unit="шт.") for at in range(1, count + 1))
    pages = ["\n".join(page) for page in pages_of(printed(an_invoice(lines)))]

    last = pages[-1]
    assert f"Позиция {count}" in last
    assert all(part in last for part in ("Итого", "Всего наименований", "Доставка до двери.", "Бухгалтер"))
    assert all("Цена" in page for page in pages)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.builds(
            PaperLine,
            title=st.text(max_size=30),
            quantity=st.integers(1, 99_999).map(lambda count: Decimal(count) / 100),
            price_minor=st.integers(0, 10**8),
            discount=st.integers(0, 100).map(lambda share: Decimal(share) / 100),
            vat=st.sampled_from([None, Decimal(10), Decimal(22)]),
        ),
        min_size=1,
        max_size=40,
    ),
    st.booleans(),
)
def test_any_lines_are_printed_with_their_exact_sums(lines, is_net):
    text = words_of(printed(an_invoice(tuple(lines), is_net=is_net)))

    found = totals(lines, "RUB", is_net=is_net)
    amounts = [f"{sum.amount:,.2f}".replace(",", " ").replace(".", ",") for sum in (*found.lines, found.total)]
    assert [amount for amount in amounts if amount not in text] == []


def test_a_code_of_the_greatest_length_still_fits_a_square():
    assert len(modules("ST00012|" + "Ж" * 146)) <= 77


def test_an_offer_says_need_validity_terms_and_whom_to_ask():
    version = QuoteVersion(
        id=b"",
        place=2,
        made_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        operator=None,
        valid_until=date(2026, 12, 7),
        currency="RUB",
        is_net=False,
        lines=LINES,
        need="Два рабочих места",
        terms={"delivery": "За три дня", "warranty": "24 месяца"},
        note="",
    )
    stream = BytesIO()
    offer = Offer(
        number="1-00457-2",
        version=version,
        seller=SELLER,
        addressee="Пётр Ивашов",
        author="Анна Белова",
        language="ru",
        time_zone="Europe/Moscow",
    )

    write_offer(offer, stream)

    text = words_of(stream.getvalue())
    for said in (
        "Коммерческое предложение № 1-00457-2 от 23 ноября 2026 г.",
        "Два рабочих места",
        "7 декабря 2026 г.",
        "За три дня",
        "24 месяца",
        "Анна Белова",
        "41 398,70",
    ):
        assert said in text
    assert page_count(stream.getvalue()) == 1


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1", "Один рубль 00 копеек"),
        ("2", "Два рубля 00 копеек"),
        ("5", "Пять рублей 00 копеек"),
        ("11", "Одиннадцать рублей 00 копеек"),
        ("21", "Двадцать один рубль 00 копеек"),
        ("111", "Сто одиннадцать рублей 00 копеек"),
        ("1000", "Одна тысяча рублей 00 копеек"),
        ("1002.51", "Одна тысяча два рубля 51 копейка"),
        ("2000", "Две тысячи рублей 00 копеек"),
        ("1000000", "Один миллион рублей 00 копеек"),
        ("0.02", "Ноль рублей 02 копейки"),
    ],
)
def test_roubles_are_said_as_papers_say_them(amount, words):
    assert sum_in_words(Money.of(amount, "RUB"), "ru") == words


def test_other_currencies_are_said_too():
    assert sum_in_words(Money.of("21.01", "EUR"), "en") == "Twenty-one euro and 01 cent"
    assert sum_in_words(Money.of("1000", "JPY"), "en") == "One thousand JPY"
    assert sum_in_words(Money.of("1.234", "KWD"), "ru") == "Один 234/1000 KWD"
