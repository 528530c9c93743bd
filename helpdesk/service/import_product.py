"""Products out of a file, with their prices by list, VAT, terms and relations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from helpdesk.domain.identity import new_identity
from helpdesk.domain.product import ProductKind
from helpdesk.domain.vat import EXEMPT, VatRate, holds
from helpdesk.service.import_batch import Batch, short, text_of
from helpdesk.service.import_reference import References
from helpdesk.service.stock import count, put_count, today_of
from helpdesk.storage import tables
from helpdesk.storage.queries import price as price_queries
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

_EMPTY: dict[str, Any] = {
    "code": "",
    "group": "",
    "unit": "",
    "price_minor": None,
    "description": "",
    "is_discontinued": False,
    "foreign_number": "",
    "kind": ProductKind.GOODS.value,
    "vat": "",
    "barcodes": [],
    "characteristics": [],
    "terms": {},
    "goes_with": [],
    "replaces": [],
    "capacity": None,
}
_TERMS = ("delivery", "payment", "return", "warranty")
_SERVICE = ("service", "услуга", "работа")
_WITHOUT = ("exempt", "none", "no vat", "without vat", "без ндс", "без налога")
_PARTS = re.compile(r"[;|\n]")


class ProductIntake:
    """Makes products of rows; a row that names a price list writes a price of that list."""

    def __init__(self) -> None:
        self._others = References("products")
        self._coming: dict[str, bytes] = {}

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        self._rates = price_queries.vat_rates(batch.database)
        named = [name for row in rows for field in ("goes_with", "replaces") for name in _listed(row, field)]
        self._others.learn(batch, named)
        if named:
            # A product may name one that stands further down: the identities of new ones are settled first.
            for row in rows:
                identity = new_identity(batch.unit.now)
                self._coming |= {name: identity for name in _names(row) if name not in self._coming}

    def add(self, row: ImportRow) -> bytes:
        coming = next((self._coming[name] for name in _names(row) if name in self._coming), None)
        given = {"id": coming} if coming else {}
        product = self._batch.put(tables.Product, **{**_EMPTY, **self._cells(row), **given})
        if isinstance(stock := row.values.get("stock"), Decimal):
            put_count(self._batch, product, stock)
        if self._is_of_list(row):
            self._batch.put(tables.Price, product=product, **self._price(row))
        return product

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        is_changed = unit.change(unit.get(tables.Product, record), **self._cells(row))
        stock = row.values.get("stock")
        is_counted = isinstance(stock, Decimal) and count(unit, record, stock, self._batch.source) is not None
        is_priced = self._is_of_list(row) and self._put_price(row, record)
        return is_changed or is_counted or is_priced

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        values = row.values
        cells: dict[str, Any] = {
            "name": text_of(row, "name"),
            "code": text_of(row, "code") or text_of(row, "id"),
            "foreign_number": text_of(row, "id"),
            "group": text_of(row, "group"),
            "unit": text_of(row, "unit"),
            "description": text_of(row, "description"),
            "vat": self._vat(row),
            "barcodes": _listed(row, "barcode"),
            "characteristics": [[name.strip(), value.strip()] for name, value in _pairs(row)],
            "terms": {name: text for name in _TERMS if (text := text_of(row, name))},
            "goes_with": self._products(row, "goes_with"),
            "replaces": self._products(row, "replaces"),
        }
        cells = {cell: value for cell, value in cells.items() if value or cell == "name"}
        if (kind := text_of(row, "kind")) or "capacity" in values:
            is_service = kind.casefold() in _SERVICE or "capacity" in values
            cells["kind"] = (ProductKind.SERVICE if is_service else ProductKind.GOODS).value
        if "price" in values and not self._is_of_list(row):
            cells["price_minor"] = self._batch.minor(values["price"])
        if isinstance(capacity := values.get("capacity"), Decimal):
            cells["capacity"] = capacity
        if "discontinued" in values:
            cells["is_discontinued"] = bool(values["discontinued"])
        return cells

    def _is_of_list(self, row: ImportRow) -> bool:
        """Whether the price of a row is one of the price table: of a list, or with days of its own."""
        named = any(row.values.get(name) for name in ("price_list", "valid_from", "valid_to"))
        return named and "price" in row.values

    def _price(self, row: ImportRow) -> dict[str, Any]:
        first, last = row.values.get("valid_from"), row.values.get("valid_to")
        return {
            "list": text_of(row, "price_list"),
            "currency": self._batch.desk.company.currency,
            "price_minor": self._batch.minor(row.values["price"]),
            "valid_from": first if isinstance(first, date) else None,
            "valid_to": last if isinstance(last, date) else None,
        }

    def _put_price(self, row: ImportRow, product: bytes) -> bool:
        cells = self._price(row)
        known = price_queries.prices(self._batch.database, [product]).get(product, ())
        same = [
            price
            for price in known
            if (price.list, price.currency, price.valid_from) == (cells["list"], cells["currency"], cells["valid_from"])
        ]
        if not same:
            self._batch.put(tables.Price, product=product, **cells)
            return True
        unit = self._batch.unit
        return unit.change(unit.get(tables.Price, same[0].id), **cells)

    def _vat(self, row: ImportRow) -> str:
        said = text_of(row, "vat").strip()
        if not said:
            return ""
        if said.casefold() in _WITHOUT:
            return EXEMPT
        codes = {rate.code for rate in self._rates}
        if said in codes:
            return said
        try:
            percent = Decimal(said.rstrip("% \u00a0").replace(",", "."))
        except InvalidOperation:
            percent = Decimal(-1)
        # A rate of a former year means the code under which it stood.
        known = [rate for rate in self._rates if rate.percent is not None and rate.percent in (percent, percent * 100)]
        if not known:
            said_so = _("Line {line}: no VAT rate is known as “{value}”; the company's usual one is taken.")
            self._batch.warn(row, said_so, value=short(said))
            return ""
        return max(known, key=self._is_held).code

    def _is_held(self, rate: VatRate) -> bool:
        return holds(rate.valid_from, rate.valid_to, today_of(self._batch.desk))

    def _products(self, row: ImportRow, field: str) -> list[str]:
        found = []
        for name in _listed(row, field):
            product = self._others.get(name) or self._coming.get(name)
            if product is None:
                said = _("Line {line}: no product is known as “{value}”; the relation is left out.")
                self._batch.warn(row, said, value=short(name))
            else:
                found.append(product.hex())
        return found


def _listed(row: ImportRow, field: str) -> list[str]:
    return [part for text in _PARTS.split(text_of(row, field)) if (part := text.strip())]


def _names(row: ImportRow) -> list[str]:
    return [name for field in ("code", "id", "name") if (name := text_of(row, field))]


def _pairs(row: ImportRow) -> list[tuple[str, str]]:
    """Characteristics as people write them: “Width: 140 cm; Wood: oak”."""
    pairs = (text.partition(":") for text in _PARTS.split(text_of(row, "characteristics")))
    return [(name, value) for name, colon, value in pairs if colon and name.strip() and value.strip()]
