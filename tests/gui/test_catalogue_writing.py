"""What is written in the catalogue and its settings: products, stock, promotions, requisites, VAT, limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from helpdesk.domain.promotion import PromotionKind
from helpdesk.domain.stock import StockMoveKind
from helpdesk.service import catalogue, paper_setting, pricing, product, promotion, requisite, stock
from tests.gui.main_window_desk import filled_desk
from ui.panes.catalogue import CataloguePane
from ui.panes.settings_papers import PapersSection
from ui.panes.settings_prices import RateDialog


@pytest.fixture
def filled(tmp_path):
    made = filled_desk(tmp_path / "workplace")
    yield made
    made.workplace.close()


@pytest.fixture
def seat(filled):
    return filled.seat


@pytest.fixture
def pane(seat, shown):
    product.save(seat.desk, seat.operator.id, name="Lamp", code="L-1", price_minor=50_000, stock=Decimal(3))
    made = CataloguePane(seat)
    made.changed.connect(made.refresh)
    return shown(made, 1368, 800)


@pytest.fixture
def papers(seat, shown):
    section = PapersSection(seat)
    section.changed.connect(section.read)
    return shown(section, 640, 900)


def test_a_product_is_written_down_with_what_goes_with_it_and_a_picture(seat, pane, tmp_path, qtbot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#2457C5"))
    image.save(str(tmp_path / "desk.png"))
    qtbot.mouseClick(pane.list.new, Qt.MouseButton.LeftButton)
    dialog = pane.steps.dialog
    typed = {
        "name": "Oak desk",
        "code": "D-1",
        "group": "Desks",
        "unit": "pcs",
        "price": "19 990,50",
        "barcodes": "4601; 4602",
    }
    for name, text in typed.items():
        dialog.lines[name].setText(text)
    dialog.characteristics.setPlainText("Width: 140 cm\nWood: oak")
    dialog.related["goes_with"].setText("nobody")
    dialog.vat.setCurrentIndex(dialog.vat.findData("reduced"))
    dialog.add_picture(str(tmp_path / "desk.png"))

    dialog.take()
    assert dialog.isVisible(), "a related product that nobody knows is told of"
    dialog.related["goes_with"].setText("L-1")
    dialog.take()

    made = product.search(seat.desk, seat.operator.id, "D-1")[0]
    assert (made.price_minor, made.vat, made.barcodes) == (1_999_050, "reduced", ("4601", "4602"))
    assert made.characteristics == (("Width", "140 cm"), ("Wood", "oak"))
    QApplication.processEvents()
    assert pane.sheet.name.text() == "Oak desk" and pane.sheet.pictures.isVisible()
    assert [row.product.name for row in pane.sheet.sheet.goes_with] == ["Lamp"]


def test_a_card_is_changed_and_what_was_not_touched_stays(seat, pane, qtbot):
    qtbot.mouseClick(pane.sheet.edit, Qt.MouseButton.LeftButton)
    dialog = pane.steps.dialog
    assert dialog.lines["price"].text() == "500.00"
    dialog.lines["price"].setText("x")
    dialog.take()
    assert dialog.isVisible()
    dialog.lines["price"].setText("600")
    dialog.take()

    lamp = product.search(seat.desk, seat.operator.id, "L-1")[0]
    assert (lamp.price_minor, lamp.name, lamp.stock) == (60_000, "Lamp", 3)
    assert "600" in pane.sheet.price.text()


def test_stock_is_reserved_counted_and_seen_at_once(pane, qtbot):
    qtbot.mouseClick(pane.sheet.move_stock, Qt.MouseButton.LeftButton)
    dialog = pane.steps.dialog
    dialog.kind.setCurrentIndex(dialog.kind.findData(StockMoveKind.RESERVATION))
    dialog.quantity.setText("2")
    dialog.store.setCurrentText("North")
    dialog.take()
    qtbot.waitUntil(lambda: "free 1 of 3" in " ".join(pane.sheet.lines))

    pane.steps.move(pane.sheet.sheet.row)
    dialog = pane.steps.dialog
    dialog.kind.setCurrentIndex(dialog.kind.findData("counted"))
    dialog.quantity.setText("1")
    dialog.take()
    assert dialog.isVisible(), "a correction says why"
    dialog.text.setText("broken in the store")
    dialog.take()

    qtbot.waitUntil(lambda: pane.sheet.unsettled.isVisible() and pane.list.unsettled.isVisible())
    assert stock.stores(pane._seat.desk, pane._seat.operator.id) == ("North",)
    assert "Corrected −2 · broken in the store" in " ".join(pane.sheet.lines)


def test_a_promotion_is_written_and_withdrawn(seat, pane, qtbot):
    qtbot.mouseClick(pane.list.promotions, Qt.MouseButton.LeftButton)
    dialog = pane.steps.dialog
    dialog.lines["name"].setText("Lamps")
    dialog.lines["products"].setText("L-1")
    dialog.take()
    assert promotion.listed(seat.desk, seat.operator.id) == (), "a promotion gives something"
    dialog.lines["share"].setText("10")
    dialog.take()

    (made,) = promotion.listed(seat.desk, seat.operator.id)
    assert (made.kind, made.share) == (PromotionKind.PERCENT, Decimal("0.1"))
    qtbot.waitUntil(lambda: pane.list.table.row_at(0).reduced_minor == 45_000)
    dialog._withdraw(made.id)
    assert promotion.listed(seat.desk, seat.operator.id) == ()
    dialog.reject()


def test_requisites_are_kept_as_they_are_left_and_doubts_hinder_nothing(seat, papers):
    papers.lines["inn"].setText("7707083890")
    papers.lines["inn"].editingFinished.emit()
    assert papers.doubts.isVisible() and "INN" in papers.doubts.text()
    assert requisite.get(seat.desk, seat.operator.id).inn == "7707083890"

    papers.lines["inn"].setText("7707083893")
    papers.lines["inn"].editingFinished.emit()
    papers.terms["delivery"].setText("In three days")
    papers.terms["delivery"].editingFinished.emit()
    papers.quote_days.setValue(30)
    papers.quote_days.editingFinished.emit()
    papers.code.setCurrentIndex(papers.code.findData("none"))
    papers.code.activated.emit(papers.code.currentIndex())

    found = paper_setting.read(seat.desk, seat.operator.id)
    assert papers.doubts.isHidden()
    assert (found.requisites.inn, found.quote_days, found.code) == ("7707083893", 30, "none")
    assert catalogue.usual_terms(seat.desk, seat.operator.id)["delivery"] == "In three days"


def test_a_new_rate_ends_the_one_before_and_limits_are_kept(seat, papers, qtbot):
    qtbot.mouseClick(papers.prices.add, Qt.MouseButton.LeftButton)
    dialog = papers.prices.findChild(RateDialog)
    dialog.code.setCurrentIndex(dialog.code.findText("Standard rate"))
    dialog.percent.setText("25")
    dialog.first.setDate(QDate(2027, 1, 1))
    dialog.take()
    line = papers.prices.limits[pricing.EVERYBODY]
    line.setText("7,5")
    line.editingFinished.emit()

    rates = [rate for rate in pricing.vat_rates(seat.desk, seat.operator.id) if rate.code == "standard"]
    assert [(rate.percent, rate.valid_to) for rate in rates] == [
        (20, date(2025, 12, 31)),
        (22, date(2026, 12, 31)),
        (25, None),
    ]
    assert pricing.discount_limits(seat.desk, seat.operator.id) == {pricing.EVERYBODY: Decimal("0.0750")}


def test_a_price_of_a_list_is_written_and_withdrawn(seat, pane, qtbot):
    qtbot.mouseClick(pane.sheet.set_prices, Qt.MouseButton.LeftButton)
    dialog = pane.steps.dialog
    dialog.take()
    assert dialog.isVisible() and pricing.price_lists(seat.desk, seat.operator.id) == ()
    dialog.list.setCurrentText("Dealers")
    dialog.price.setText("450,00")
    dialog.take()

    (made,) = pricing.prices_of(seat.desk, seat.operator.id, pane.sheet.sheet.row.product.id)
    assert (made.list, made.price_minor, made.valid_from, made.valid_to) == (
        "Dealers",
        45_000,
        date(2026, 11, 23),
        None,
    )
    qtbot.waitUntil(lambda: "Dealers: 450.00 RUB" in pane.sheet.lines)
    dialog._withdraw(made.id)
    assert pricing.prices_of(seat.desk, seat.operator.id, pane.sheet.sheet.row.product.id) == ()
    dialog.reject()
