"""Do you have it, what does it cost, when can I get it, what goes with it (S3, S9, S24)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from helpdesk.domain.price import Price
from helpdesk.domain.promotion import Promotion, PromotionKind
from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.errors import FieldMissing, PeriodReversed
from helpdesk.service import catalogue, company_setting, pricing, product, promotion, stock
from tests.builders import a_clock, a_desk, an_operator

TODAY = date(2026, 11, 23)
AUTUMN = Promotion("Autumn sale", PromotionKind.PERCENT, groups=("Desks",), share=Decimal("0.1"))


@pytest.fixture
def clock():
    return a_clock()


@pytest.fixture
def desk(tmp_path, clock):
    return a_desk(tmp_path, clock)


@pytest.fixture
def actor(desk):
    return an_operator(desk)


@pytest.fixture
def goods(desk, actor):
    def add(name, **cells):
        return product.save(desk, actor, name=name, **cells).id

    lamp = add("Lamp", price_minor=50_000, stock=Decimal(3))
    old = add("Old desk", group="Desks", price_minor=1_000_000, is_discontinued=True)
    desk_id = add(
        "Oak desk",
        code="D-1",
        group="Desks",
        price_minor=2_000_000,
        stock=Decimal(5),
        barcodes=["4601234567893"],
        characteristics=[["Width", "140 cm"], ["Wood", "Oak"]],
        goes_with=[lamp.hex()],
        replaces=[old.hex()],
        terms={"warranty": "24 months"},
    )
    return {"lamp": lamp, "old": old, "desk": desk_id}


def test_a_row_answers_price_promotion_and_free_stock_at_once(desk, actor, goods):
    promotion.save(desk, actor, AUTUMN)
    stock.move(desk, actor, StockMove(goods["desk"], StockMoveKind.RESERVATION, Decimal(2), until=TODAY))

    (row,) = catalogue.shelf(desk, actor, "oak")

    assert (row.price_minor, row.reduced_minor, row.promotions) == (2_000_000, 1_800_000, ("Autumn sale",))
    assert (row.standing.on_hand, row.standing.free) == (5, 3)


@pytest.mark.parametrize("text", ["4601234567893", "D-1", "140 cm", "oak", "щфл"])
def test_a_product_is_found_by_barcode_code_characteristic_and_name(desk, actor, goods, text):
    assert [row.product.id for row in catalogue.shelf(desk, actor, text)][:1] == [goods["desk"]]


def test_a_list_is_narrowed_to_a_group(desk, actor, goods):
    assert catalogue.groups(desk, actor) == ("Desks",)
    assert [row.product.name for row in catalogue.shelf(desk, actor, group="Desks")] == ["Oak desk", "Old desk"]


def test_a_sheet_says_everything_that_a_customer_asks(desk, actor, goods):
    company_setting.put(desk, actor, catalogue.TERMS_KEY, {"delivery": "In three days", "warranty": "12 months"})
    pricing.add_price(desk, actor, goods["desk"], Price(1_900_000, "RUB", "", TODAY))

    sheet = catalogue.sheet(desk, actor, goods["desk"])

    assert sheet.row.price_minor == 1_900_000 and sheet.vat.percent == 22
    assert (sheet.terms["delivery"], sheet.terms["warranty"]) == ("In three days", "24 months")
    assert [row.product.name for row in (*sheet.goes_with, *sheet.replaces)] == ["Lamp", "Old desk"]
    assert [row.product.name for row in catalogue.sheet(desk, actor, goods["old"]).replaced_by] == ["Oak desk"]


def test_three_are_compared_by_what_any_of_them_has(desk, actor, goods):
    chair = product.save(desk, actor, name="Chair", characteristics=[["Colour", "Grey"], ["Wood", "Ash"]]).id

    sheets = catalogue.compare(desk, actor, [goods["desk"], chair, goods["lamp"], goods["old"]])

    assert len(sheets) == 3
    assert catalogue.characteristics(sheets) == (
        ("Width", ("140 cm", "", "")),
        ("Wood", ("Oak", "Ash", "")),
        ("Colour", ("", "Grey", "")),
    )


def test_what_goes_with_an_order_is_recommended_unless_it_is_inside(desk, actor, goods):
    assert [row.product.name for row in catalogue.recommend(desk, actor, [goods["desk"]])] == ["Lamp"]
    assert catalogue.recommend(desk, actor, [goods["desk"], goods["lamp"]]) == ()


def test_a_services_days_fill_up(desk, actor):
    visit = product.save(desk, actor, name="Assembly", kind="service", capacity=Decimal(4)).id
    tomorrow = TODAY + timedelta(days=1)
    stock.move(desk, actor, StockMove(visit, StockMoveKind.RESERVATION, Decimal(3), until=tomorrow))
    stock.move(desk, actor, StockMove(visit, StockMoveKind.CORRECTION, Decimal(-4), until=TODAY, text="day off"))

    days = catalogue.sheet(desk, actor, visit).days

    assert [(found.day, found.free) for found in days[:3]] == [(TODAY, 0), (tomorrow, 1), (TODAY + timedelta(2), 4)]


def test_lines_carry_the_reasons_of_their_prices(desk, actor, goods):
    promotion.save(desk, actor, AUTUMN)
    gift = Promotion("A lamp", PromotionKind.GIFT, products=(goods["desk"],), gift=goods["lamp"])
    promotion.save(desk, actor, gift)

    line = promotion.line_for(desk, actor, goods["desk"], Decimal(2))
    priced = promotion.priced(desk, actor, [line])

    assert priced.lines[0].sum("RUB").minor == 3_600_000
    assert priced.lines[0].why == ("Price of the catalogue", "Autumn sale: −4000.00 RUB")
    assert priced.gifts == ((goods["lamp"], Decimal(2)),)
    assert promotion.priced(desk, actor, priced.lines).lines == priced.lines


def test_a_promotion_must_give_something_and_may_be_withdrawn(desk, actor):
    with pytest.raises(FieldMissing):
        promotion.save(desk, actor, Promotion("Nothing", PromotionKind.PERCENT))
    with pytest.raises(PeriodReversed):
        promotion.save(desk, actor, Promotion("x", PromotionKind.SUM, (), (), TODAY, date(2026, 1, 1), amount_minor=1))
    promotion.save(desk, actor, AUTUMN)
    (kept,) = promotion.listed(desk, actor)

    promotion.withdraw(desk, actor, kept.id)

    assert promotion.listed(desk, actor) == ()


def test_a_need_in_words_is_answered_with_products_that_share_them(desk, actor, goods):
    assert [row.product.name for row in catalogue.for_need(desk, actor, "a lamp for my oak desk")] == [
        "Oak desk",
        "Lamp",
    ]
    assert catalogue.for_need(desk, actor, "is it") == ()
