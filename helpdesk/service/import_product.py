"""Products out of a file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from helpdesk.service.import_batch import Batch, text_of
from helpdesk.service.stock import count, put_count
from helpdesk.storage import tables
from helpdesk.transfer.rows import ImportRow

_EMPTY: dict[str, Any] = {
    "code": "",
    "group": "",
    "unit": "",
    "price_minor": None,
    "description": "",
    "is_discontinued": False,
    "foreign_number": "",
}


class ProductIntake:
    """Makes products of rows."""

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch

    def add(self, row: ImportRow) -> bytes:
        product = self._batch.put(tables.Product, **{**_EMPTY, **self._cells(row)})
        if isinstance(stock := row.values.get("stock"), Decimal):
            put_count(self._batch, product, stock)
        return product

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        is_changed = unit.change(unit.get(tables.Product, record), **self._cells(row))
        stock = row.values.get("stock")
        is_counted = isinstance(stock, Decimal) and count(unit, record, stock, self._batch.source) is not None
        return is_changed or is_counted

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        values = row.values
        cells: dict[str, Any] = {
            "name": text_of(row, "name"),
            "code": text_of(row, "code") or text_of(row, "id"),
            "foreign_number": text_of(row, "id"),
            "group": text_of(row, "group"),
            "unit": text_of(row, "unit"),
            "description": text_of(row, "description"),
        }
        cells = {cell: value for cell, value in cells.items() if value or cell == "name"}
        if "price" in values:
            cells["price_minor"] = self._batch.minor(values["price"])
        if "discontinued" in values:
            cells["is_discontinued"] = bool(values["discontinued"])
        return cells
