"""What is written in the catalogue: products, stock moves, promotions; each in a dialog that hinders nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.identity import ProductId
from helpdesk.domain.product import Product
from helpdesk.domain.vat import VatRate
from helpdesk.service import pricing
from helpdesk.service.catalogue import ShelfRow
from ui.seat import Seat


class CatalogueSteps(QObject):
    """Opens the dialogs and tells what they wrote."""

    changed = Signal(object)
    saved = Signal(bytes)

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat, self._parent = seat, parent
        self.dialog: Any = None

    def add(self) -> None:
        """Opens the card of a new product."""
        self._open_card(None)

    def edit(self, product: bytes) -> None:
        """Opens the card of a product."""
        self._open_card(ProductId(product))

    def move(self, row: ShelfRow) -> None:
        """Opens a stock move."""
        from ui.dialogs.stock_move import StockMoveDialog

        self.dialog = dialog = StockMoveDialog(self._seat, row, self._parent)
        dialog.saved.connect(self.changed)
        dialog.open()

    def set_prices(self, product: Product) -> None:
        """Opens the prices of a product by list and days."""
        from ui.dialogs.prices import PricesDialog

        self.dialog = dialog = PricesDialog(self._seat, product, self._parent)
        dialog.changed.connect(self.changed)
        dialog.open()

    def open_promotions(self) -> None:
        """Opens the promotions."""
        from ui.dialogs.promotions import PromotionsDialog

        self.dialog = dialog = PromotionsDialog(self._seat, self._parent)
        dialog.changed.connect(self.changed)
        dialog.open()

    def _open_card(self, product: ProductId | None) -> None:
        seat = self._seat
        opened = partial(self._show_card, product)
        seat.tasks.read(pricing.vat_rates, seat.desk, seat.operator.id, on_success=opened)

    def _show_card(self, product: ProductId | None, rates: tuple[VatRate, ...]) -> None:
        from ui.dialogs.product import ProductDialog

        self.dialog = dialog = ProductDialog(self._seat, rates, product, self._parent)
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self, made: Any) -> None:
        self.changed.emit(made.changes)
        self.saved.emit(made.id)
