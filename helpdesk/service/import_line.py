"""Order lines out of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from helpdesk.domain.money import Money, line_total
from helpdesk.service.import_batch import Batch, Unfit, short, text_of
from helpdesk.service.import_reference import References
from helpdesk.storage import tables
from helpdesk.storage.events import chunks, marks
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

# So that the sum of an order fits however many lines it has.
_LARGEST_TOTAL = 10**15
_ONE = Decimal(1)
_NOTHING = Decimal(0)


class LineIntake:
    """Makes order lines of rows; a line without its order is unfit, one without its product keeps its words."""

    def __init__(self) -> None:
        self._orders = References("orders")
        self._products = References("products")
        self._titles: dict[bytes, tuple[str, int | None]] = {}
        self._positions: Counter[bytes] = Counter()

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        self._orders.learn(batch, (text_of(row, "order") for row in rows))
        self._products.learn(batch, (text_of(row, "product") for row in rows))
        self._learn_titles(rows)
        self._learn_positions(rows)

    def add(self, row: ImportRow) -> bytes:
        order = self._order(row)
        cells = self._cells(row)
        self._positions[order] += 1
        position = row.values.get("position")
        place = int(position) if isinstance(position, Decimal) else self._positions[order]
        return self._batch.put(tables.OrderLine, order=order, position=place, **cells)

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        return unit.change(unit.get(tables.OrderLine, record), order=self._order(row), **self._cells(row))

    def _order(self, row: ImportRow) -> bytes:
        called = text_of(row, "order")
        order = self._orders.get(called)
        if order is None:
            raise Unfit(
                _("No order is known as “{value}”. Import the orders first, then this file again.").format(
                    value=short(called)
                )
            )
        return order

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        called = text_of(row, "product")
        product = self._products.get(called) if called else None
        title, price = self._titles.get(product, ("", None)) if product else (called, None)
        if called and product is None:
            sentence = _("Line {line}: no product is known as “{value}”; the line is kept with these words.")
            self._batch.warn(row, sentence, value=short(called))
        if "unit_price" in row.values:
            price = self._batch.minor(row.values["unit_price"])
        quantity, discount = row.values.get("quantity", _ONE), row.values.get("discount", _NOTHING)
        assert isinstance(quantity, Decimal) and isinstance(discount, Decimal)
        currency = self._batch.desk.company.currency
        try:
            total = line_total(Money(price or 0, currency), quantity, discount).minor
        except ValueError:
            total = _LARGEST_TOTAL
        if abs(total) >= _LARGEST_TOTAL:
            raise Unfit(_("The sum of the line is too large. Check quantity and price."))
        return {
            "product": product,
            "title": text_of(row, "title") or title,
            "quantity": quantity,
            "price_minor": price or 0,
            "discount": discount,
        }

    def _learn_titles(self, rows: Sequence[ImportRow]) -> None:
        products = {self._products.get(text_of(row, "product")) for row in rows} - {None} - set(self._titles)
        for part in chunks(product for product in products if product):
            for identity, name, price in self._batch.database.rows(
                f"SELECT id, name, price_minor FROM product WHERE id IN ({marks(part)})", *part
            ):
                self._titles[bytes(identity)] = (name, price)

    def _learn_positions(self, rows: Sequence[ImportRow]) -> None:
        orders = {self._orders.get(text_of(row, "order")) for row in rows} - {None} - set(self._positions)
        for part in chunks(order for order in orders if order):
            for identity, last in self._batch.database.rows(
                f'SELECT "order", max(position) FROM order_line WHERE "order" IN ({marks(part)}) GROUP BY 1', *part
            ):
                self._positions[bytes(identity)] = last
