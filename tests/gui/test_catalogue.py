"""The catalogue on a real desk: found while typing, compared, quoted, agreed, ordered, invoiced, paid; by keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.invoice import InvoiceState
from helpdesk.domain.price import Price
from helpdesk.domain.promotion import Promotion, PromotionKind
from helpdesk.domain.quote import QuoteState
from helpdesk.domain.stock import StockMove, StockMoveKind
from helpdesk.service import company_setting, draft, invoice, order, pricing, product, promotion, quote, stock
from tests.gui.main_window_desk import filled_desk, window_on
from ui.dialogs.waive import ReasonDialog
from ui.models.shelf_table import ShelfColumn, ShelfTable
from ui.panes.catalogue import CataloguePane
from ui.panes.invoice_view import PaymentDialog
from ui.widgets import LinkButton

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(tmp_path):
    made = filled_desk(tmp_path / "workplace")
    yield made
    made.workplace.close()


@pytest.fixture
def goods(filled):
    seat = filled.seat

    def add(name, **cells):
        return product.save(seat.desk, seat.operator.id, name=name, unit="pcs", **cells).id

    lamp = add("Lamp", code="L-1", price_minor=50_000, stock=Decimal(3))
    oak = add(
        "Oak desk",
        code="D-1",
        group="Desks",
        price_minor=2_000_000,
        stock=Decimal(5),
        goes_with=[lamp.hex()],
        characteristics=[["Wood", "oak"]],
    )
    promotion.save(
        seat.desk,
        seat.operator.id,
        Promotion("Autumn sale", PromotionKind.PERCENT, groups=("Desks",), share=Decimal("0.1")),
    )
    return {"lamp": lamp, "oak": oak}


@pytest.fixture
def pane(filled, goods, shown):
    made = CataloguePane(filled.seat)
    made.changed.connect(made.refresh)
    return shown(made, 1368, 800)


def press(key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def quoted(filled, goods, **cells):
    seat = filled.seat
    line = promotion.line_for(seat.desk, seat.operator.id, goods["oak"])
    form = quote.QuoteForm(lines=promotion.priced(seat.desk, seat.operator.id, (line,)).lines, **cells)
    return quote.save(seat.desk, seat.operator.id, form)


def test_the_list_is_a_sound_model_that_says_price_and_what_is_free(qtmodeltester, filled, goods, pane):
    table = pane.list.table
    assert isinstance(table, ShelfTable)
    row = table.row_of(goods["oak"])

    shown = [table.index(row, column).data() for column in ShelfColumn]

    assert shown == ["Oak desk", "D-1", "18,000.00", "5"]
    assert "instead of 20,000.00: Autumn sale" in table.index(row, ShelfColumn.PRICE).data(Qt.ItemDataRole.ToolTipRole)
    qtmodeltester.check(table)


def test_a_product_is_found_while_typing_and_its_sheet_says_all(pane, goods, typed, qtbot):
    pane.list.box.setFocus()
    typed(pane.list.box, "щфл")
    qtbot.waitUntil(lambda: pane.list.table.rowCount() == 1)

    assert pane.sheet.name.text() == "Oak desk"
    assert "18,000" in pane.sheet.price.text()
    assert "instead of 20,000.00: Autumn sale" in pane.sheet.instead.text()
    assert "with VAT 22 %" in pane.sheet.instead.text()
    assert "In all stores: free 5 of 5 pcs" in pane.sheet.lines
    assert "Wood: oak" in pane.sheet.lines


def test_stock_below_zero_is_announced_over_the_list_and_on_the_sheet(filled, goods, pane, qtbot):
    seat = filled.seat
    changes = stock.move(seat.desk, seat.operator.id, StockMove(goods["lamp"], StockMoveKind.ISSUE, Decimal(4)))
    pane.refresh(changes)

    qtbot.waitUntil(pane.list.unsettled.isVisible)
    pane.list._show_unsettled()
    assert pane.sheet.name.text() == "Lamp" and pane.sheet.unsettled.isVisible()


def test_two_products_stand_side_by_side_until_esc(pane, goods, qtbot):
    for name in ("lamp", "oak"):
        pane.show_product(goods[name])
        qtbot.mouseClick(pane.sheet.compare, Qt.MouseButton.LeftButton)

    rows = pane.compare.rows
    assert ["Lamp", "Oak desk"] in rows
    assert ["Wood", "—", "oak"] in rows
    press(Qt.Key.Key_Escape)
    assert not pane.compare.isVisible()


def test_a_quote_is_made_agreed_ordered_invoiced_and_paid(filled, goods, pane, typed, qtbot):
    seat = filled.seat
    pane.show_product(goods["oak"])
    pane.sheet.quote.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    editor = pane.papers.editor
    cell = QApplication.focusWidget()
    cell.selectAll()
    typed(cell, "2")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "36,000" in editor.fields.total.text())
    assert "Autumn sale: −4000.00 RUB" in editor.fields.why.text()
    editor.fields.customer.setFocus()
    typed(editor.fields.customer, "щёголева")
    press(Qt.Key.Key_Return)
    editor.fields.product.setFocus()
    press(Qt.Key.Key_Return, CTRL)

    (known,) = quote.listed(seat.desk, seat.operator.id)
    assert known.customer == filled.customer and known.number == editor.number_given
    assert draft.load(seat.desk, seat.operator.id, "quote/new") is None

    qtbot.mouseClick(editor.steps.agree, Qt.MouseButton.LeftButton)
    dialog = editor.steps.findChild(ReasonDialog)
    dialog.line.setText("Maria, by phone")
    dialog.take()
    assert "Maria, by phone" in editor.steps.said.text()

    ordered = []
    pane.order_opened.connect(ordered.append)
    qtbot.mouseClick(editor.steps.order, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.steps.open_order, Qt.MouseButton.LeftButton)
    assert order.card(seat.desk, seat.operator.id, ordered[0]).row.total_minor == 3_600_000
    assert quote.card(seat.desk, seat.operator.id, known.id).standing.state is QuoteState.ORDERED
    assert editor.steps.order.isHidden()

    qtbot.mouseClick(editor.steps.invoice, Qt.MouseButton.LeftButton)
    view = pane.papers.invoice
    assert view.isVisible() and view.preview.pdf.startswith(b"%PDF")
    qtbot.mouseClick(view.pay, Qt.MouseButton.LeftButton)
    view.findChild(PaymentDialog).take()
    (card,) = invoice.listed(seat.desk, seat.operator.id)
    assert card.state is InvoiceState.PAID and "cash receipt" in view.paid.text()


def test_a_discount_beyond_the_limit_asks_who_approved_it(filled, goods, pane):
    seat = filled.seat
    pricing.set_discount_limits(seat.desk, seat.operator.id, {pricing.EVERYBODY: Decimal("0.05")})
    made = quoted(filled, goods, customer=filled.customer)
    pane.show_quote(made.id)
    editor = pane.papers.editor
    assert "up to 5 %" in editor.steps.limit.text()
    editor.fields.lines.setData(editor.fields.lines.index(0, 3), "20")

    editor.send()
    assert editor.fields.approved_by.isVisible()
    editor.fields.approved_by.setText("Olga")
    editor.send()

    versions = quote.card(seat.desk, seat.operator.id, made.id).versions
    assert [version.lines[0].discount for version in versions] == [0, Decimal("0.2")]
    assert "Discount — → 20 %" in editor.steps.differ.text() or "discount 0 % → 20 %" in editor.steps.differ.text()


def test_what_is_typed_in_a_quote_survives_a_power_cut(filled, goods, pane, shown):
    pane.new_quote(filled.customer, None, "Two desks")
    pane.papers.editor.add_product(goods["lamp"])
    QApplication.focusWidget().clearFocus()
    pane.flush()

    again = CataloguePane(filled.seat)
    shown(again, 1200, 760)
    again.new_quote()

    fields = again.papers.editor.fields
    assert fields.need.text() == "Two desks"
    assert [line.title for line in fields.lines.lines] == ["Lamp"]
    assert fields.customer.text() == "Щёголева Мария"


def test_a_version_of_before_is_shown_again_with_what_differs(filled, goods, pane):
    made = quoted(filled, goods, need="One desk", valid_until=date(2026, 12, 1))
    pane.show_quote(made.id)
    editor = pane.papers.editor
    editor.fields.lines.setData(editor.fields.lines.index(0, 1), "3")
    editor.send()

    assert "quantity 1 → 3" in editor.steps.differ.text()
    editor.steps.versions.setCurrentIndex(1)
    editor.steps._choose_version()
    assert editor.fields.lines.lines[0].quantity == 1


def test_the_drawer_answers_while_one_writes_and_enter_writes_it_down(filled, goods, shown, typed, qtbot):
    company_setting.put(filled.seat.desk, filled.seat.operator.id, "terms", {"delivery": "In three days"})
    window = window_on(filled)
    shown(window, 1440, 900)
    window.open_request(filled.request)
    window.place("requests").request.focus_composer()
    writing = QApplication.focusWidget()

    press(Qt.Key.Key_F5)
    drawer = window.prices.drawer
    assert drawer.isVisible() and QApplication.focusWidget() is drawer.box
    typed(drawer.box, "oak")
    qtbot.waitUntil(lambda: drawer.table.rowCount() == 1)
    assert "Delivery: In three days" in drawer.terms.text()
    press(Qt.Key.Key_Return)

    assert not drawer.isVisible() and QApplication.focusWidget() is writing
    assert "Oak desk" in writing.toPlainText() and "free 5 of 5 pcs" in writing.toPlainText()


def test_a_request_and_a_customers_card_begin_a_quote(filled, goods, shown):
    window = window_on(filled)
    shown(window, 1440, 900)
    window.open_request(filled.request)
    window.place("requests").request.view.head.quote_wanted.emit()
    fields = window.place("catalogue").papers.editor.fields

    assert fields.customer.text() == "Щёголева Мария" and fields.need.text() == "Чайник пришёл с трещиной"
    assert window.rail.current == "catalogue"
    made = quoted(filled, goods, customer=filled.customer)
    window.spread(made.changes)
    papers = window.place("requests").card.view.papers
    papers.opened.emit(made.id)
    assert window.place("catalogue").current_number == made.number


def test_what_goes_with_the_lines_is_offered_and_a_list_gives_its_price(filled, goods, pane, qtbot):
    seat = filled.seat
    pricing.add_price(seat.desk, seat.operator.id, goods["lamp"], Price(40_000, "RUB", "Dealers"))
    pane.new_quote(None, None, "oak desk for the office")
    fields = pane.papers.editor.fields
    offered = [link.text() for link in fields._offers.findChildren(LinkButton)]
    assert offered[0].startswith("+ Oak desk")

    pane.papers.editor.add_product(goods["oak"])
    qtbot.waitUntil(lambda: any("Lamp" in link.text() for link in fields._offers.findChildren(LinkButton)))
    fields.list.setCurrentIndex(fields.list.findData("Dealers"))
    offer = next(link for link in fields._offers.findChildren(LinkButton) if "Lamp" in link.text())
    offer.click()

    assert [(line.title, line.price_minor) for line in fields.lines.lines] == [
        ("Oak desk", 2_000_000),
        ("Lamp", 40_000),
    ]
    assert "Dealers" in fields.lines.lines[1].why[0]
