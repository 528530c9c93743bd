"""A product, a stock move and a promotion as people type them: other products by their codes, shares in percent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.permission import Action
from helpdesk.domain.product import Product, ProductKind
from helpdesk.domain.promotion import Promotion
from helpdesk.errors import FieldMissing, RecordMissing
from helpdesk.service import picture, product, promotion, stock
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.database import Database
from helpdesk.storage.queries import product as queries


@dataclass(frozen=True, slots=True)
class ProductForm:
    """A product's card as typed; related products are named by code or by name."""

    name: str = ""
    code: str = ""
    group: str = ""
    unit: str = ""
    kind: ProductKind = ProductKind.GOODS
    price_minor: int | None = None
    vat: str = ""
    description: str = ""
    barcodes: tuple[str, ...] = ()
    characteristics: tuple[tuple[str, str], ...] = ()
    terms: dict[str, str] = field(default_factory=dict)
    goes_with: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    capacity: Decimal | None = None
    is_discontinued: bool = False
    pictures: tuple[Path, ...] = ()


def form_of(desk: Desk, actor: OperatorId, id: ProductId) -> ProductForm:
    """The card of a product as a form. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        known = queries.product(database, id)
        goes_with, replaces = (_codes(database, ids) for ids in (known.goes_with, known.replaces))
    return ProductForm(
        name=known.name,
        code=known.code,
        group=known.group,
        unit=known.unit,
        kind=known.kind,
        price_minor=known.price_minor,
        vat=known.vat,
        description=known.description,
        barcodes=known.barcodes,
        characteristics=known.characteristics,
        terms=known.terms,
        goes_with=goes_with,
        replaces=replaces,
        capacity=known.capacity,
        is_discontinued=known.is_discontinued,
    )


def save(desk: Desk, actor: OperatorId, form: ProductForm, id: ProductId | None = None) -> product.SavedProduct:
    """Writes the card. Raises FieldMissing, RecordMissing (a related product that nobody knows), FileUnreadable."""
    ask(desk, actor, Action.WRITE)
    with desk.reading() as database:
        goes_with, replaces = (_named(database, names) for names in (form.goes_with, form.replaces))
    cells: dict[str, Any] = {
        "name": form.name.strip(),
        "code": form.code.strip(),
        "group": form.group.strip(),
        "unit": form.unit.strip(),
        "kind": form.kind.value,
        "price_minor": form.price_minor,
        "vat": form.vat,
        "description": form.description.strip(),
        "barcodes": list(form.barcodes),
        "characteristics": [list(pair) for pair in form.characteristics],
        "terms": {name: text.strip() for name, text in form.terms.items() if text.strip()},
        "goes_with": [one.hex() for one in goes_with],
        "replaces": [one.hex() for one in replaces],
        "capacity": form.capacity,
        "is_discontinued": form.is_discontinued,
    }
    saved = product.save(desk, actor, id=id, **cells)
    changes = saved.changes
    for file in form.pictures:
        changes |= picture.add(desk, actor, saved.id, file)
    return replace(saved, changes=changes)


def recount(desk: Desk, actor: OperatorId, id: ProductId, told: Decimal, text: str) -> Changes:
    """Corrects the stock to what was counted, with words why. Raises FieldMissing."""
    ask(desk, actor, Action.WRITE)
    if not text.strip():
        raise FieldMissing("reason")
    with desk.work() as unit:
        stock.count(unit, id, told, text)
    return unit.changes


def save_promotion(desk: Desk, actor: OperatorId, typed: Promotion, products: Sequence[str], gift: str = "") -> Changes:
    """Writes a promotion whose goods are named by code or name. Raises RecordMissing, FieldMissing, PeriodReversed."""
    ask(desk, actor, Action.SET_UP)
    with desk.reading() as database:
        known = tuple(_named(database, products))
        given = next(iter(_named(database, [gift] if gift else [])), None)
    return promotion.save(desk, actor, replace(typed, products=known, gift=given))


def _named(database: Database, names: Iterable[str]) -> list[ProductId]:
    found = []
    for name in names:
        row = database.row(
            "SELECT id FROM product WHERE (code = ?1 OR name = ?1) AND is_hidden = 0 ORDER BY code = ?1 DESC LIMIT 1",
            name.strip(),
        )
        if row is None:
            raise RecordMissing("product", name.strip())
        found.append(ProductId(bytes(row[0])))
    return found


def _codes(database: Database, ids: Sequence[ProductId]) -> tuple[str, ...]:
    known: tuple[Product, ...] = queries.products(database, ids)
    return tuple(one.code or one.name for one in known)
