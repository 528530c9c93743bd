"""The lines of a registered order put right: quantities, products added or taken off; each is kept as a correction."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from helpdesk.domain.order import OrderCard, OrderLine, Product
from ui.dialogs.request_dialog import RequestDialog
from ui.panes.order_find import FindField
from ui.panes.order_lines import LineColumn, OrderLines, OrderLinesView
from ui.panes.order_offers import find_products
from ui.seat import Seat
from ui.widgets import FormGrid, Text


class CorrectDialog(RequestDialog):
    """Lines as when the order was taken down; the price of what was agreed stays."""

    given = Signal(dict)

    def __init__(self, seat: Seat, card: OrderCard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Correct the order"), self.tr("Keep"), parent, width=640)
        self.product = FindField(seat, find_products, self.tr("Product or code; Enter adds it"))
        self.lines = OrderLines(seat.locale, is_editable=True, parent=self)
        self.lines.show_lines(card.lines)
        self.view = OrderLinesView(self.lines)
        self.words = QLineEdit()
        form = FormGrid()
        form.add("product", self.tr("Add a product"), self.product)
        self.body.addWidget(form)
        self.body.addWidget(self.view)
        self.body.addWidget(Text(self.tr("Enter goes on, Delete takes a line away"), "note"))
        why = FormGrid()
        why.add("words", self.tr("Why, in a few words"), self.words)
        self.body.addWidget(why)
        self.product.taken.connect(self._add)
        self.view.setFocus()

    def _add(self, product: Product) -> None:
        line = OrderLine(product.name, Decimal(1), product.price_minor or 0, product=product.id, unit=product.unit)
        row = self.lines.add(line)
        self.view.setCurrentIndex(self.lines.index(row, LineColumn.QUANTITY))
        self.view.setFocus()

    def take(self) -> None:
        self.yes.setFocus()
        if not self.lines.lines:
            self.refuse(self.tr("At least one line must stay; else cancel the order."), self.view)
            return
        words = " ".join(self.words.text().split())
        self.given.emit({"lines": self.lines.lines, "words": words})
        self.accept()
