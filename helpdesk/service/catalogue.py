"""The catalogue at the desk: do you have it, what does it cost, when can I get it, what goes with it (S3, S9, S24)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from helpdesk.domain.folding import tokens
from helpdesk.domain.identity import OperatorId, ProductId, instant
from helpdesk.domain.money import Money
from helpdesk.domain.permission import Action
from helpdesk.domain.price import Price
from helpdesk.domain.product import Product, ProductKind
from helpdesk.domain.promotion import Promotion, in_force, off_unit
from helpdesk.domain.quote import TERMS
from helpdesk.domain.stock import Standing
from helpdesk.domain.vat import VatRate, rate_on
from helpdesk.service import company_setting, pricing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.stock import LedgerLine, StoreStock, today_of
from helpdesk.storage.database import Database
from helpdesk.storage.queries import price as price_queries
from helpdesk.storage.queries import product as queries
from helpdesk.storage.queries import promotion as promotion_queries
from helpdesk.storage.queries import stock as stock_queries

TERMS_KEY = "terms"
MOST_COMPARED = 3
BUSY_DAYS = 14
SHOWN_MOVES = 6
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A product as the list shows it: today's price, the price by the best promotion for one piece, what is free."""

    product: Product
    price_minor: int | None
    reduced_minor: int | None
    promotions: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class CapacityDay:
    """How much of a service can still be done on a day."""

    day: date
    capacity: Decimal
    taken: Decimal

    @property
    def free(self) -> Decimal:
        return self.capacity - self.taken


@dataclass(frozen=True, slots=True)
class ProductSheet:
    """Everything that is said of one product; `as_of` is the day that prices and promotions hold on."""

    row: ShelfRow
    as_of: date
    vat: VatRate | None
    prices: tuple[Price, ...]
    promotions: tuple[Promotion, ...]
    stores: tuple[StoreStock, ...]
    terms: dict[str, str]
    goes_with: tuple[ShelfRow, ...]
    replaces: tuple[ShelfRow, ...]
    replaced_by: tuple[ShelfRow, ...]
    days: tuple[CapacityDay, ...]
    moves: tuple[LedgerLine, ...] = ()


def shelf(desk: Desk, actor: OperatorId, text: str = "", *, group: str = "", limit: int = 50) -> tuple[ShelfRow, ...]:
    """Products that answer a text, those still sold first; of one group where it is given."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = queries.find(database, text, limit, group=group)
        return _rows(desk, database, found)


def groups(desk: Desk, actor: OperatorId) -> tuple[str, ...]:
    """The names of product groups."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.groups(database)


def sheet(desk: Desk, actor: OperatorId, product: ProductId) -> ProductSheet:
    """All that is known of a product today. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    today = today_of(desk)
    with desk.reading() as database:
        found = queries.product(database, product)
        row = _rows(desk, database, [found])[0]
        usual: dict[str, str] = company_setting.read(database, TERMS_KEY, {})
        promotions = in_force(promotion_queries.promotions(database), today)
        others = {name: _named(desk, database, ids) for name, ids in _related(database, found).items()}
        return ProductSheet(
            row=row,
            as_of=today,
            vat=rate_on(price_queries.vat_rates(database), found.vat or pricing.default_vat(desk), today),
            prices=price_queries.prices(database, [product]).get(product, ()),
            promotions=tuple(one for one in promotions if one.is_for(found.id, found.group)),
            stores=tuple(StoreStock(*held) for held in stock_queries.by_store(database, product)),
            terms={name: found.terms.get(name) or usual.get(name, "") for name in TERMS},
            days=_days(database, found, today),
            moves=tuple(
                LedgerLine(instant(at), move) for at, move in stock_queries.ledger(database, product, SHOWN_MOVES)
            ),
            **others,
        )


def compare(desk: Desk, actor: OperatorId, products: Sequence[ProductId]) -> tuple[ProductSheet, ...]:
    """Up to three products side by side."""
    return tuple(sheet(desk, actor, product) for product in products[:MOST_COMPARED])


def characteristics(sheets: Iterable[ProductSheet]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Characteristics by name, in the order of their first mention, each with the value that every product has."""
    listed = [dict(one.row.product.characteristics) for one in sheets]
    names = dict.fromkeys(name for own in listed for name in own)
    return tuple((name, tuple(own.get(name, "") for own in listed)) for name in names)


def recommend(desk: Desk, actor: OperatorId, inside: Sequence[ProductId], limit: int = 5) -> tuple[ShelfRow, ...]:
    """What goes with the products of an order and is not in it: named for most of them first, sold and free ones."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        votes = Counter(
            other
            for product in dict.fromkeys(inside)
            for other in queries.product(database, product).goes_with
            if other not in inside
        )
        rows = _named(desk, database, [product for product, _count in votes.most_common()])
    sold = [row for row in rows if not row.product.is_discontinued]
    return tuple(sorted(sold, key=_is_out)[:limit])


def for_need(desk: Desk, actor: OperatorId, need: str, limit: int = 5) -> tuple[ShelfRow, ...]:
    """What answers a need in words, such as a request's subject: products that share its words, the most first."""
    ask(desk, actor, Action.SEE)
    votes: Counter[ProductId] = Counter()
    with desk.reading() as database:
        for word in dict.fromkeys(tokens(need)):
            if len(word) >= _SHORTEST_WORD:
                votes.update(found.id for found in queries.find(database, word, 20) if not found.is_discontinued)
        rows = _named(desk, database, [product for product, _count in votes.most_common(limit * 2)])
    return tuple(sorted(rows, key=_is_out)[:limit])


def usual_terms(desk: Desk, actor: OperatorId) -> dict[str, str]:
    """The company's usual terms of delivery, payment, return and warranty."""
    ask(desk, actor, Action.SEE)
    kept: dict[str, str] = company_setting.get(desk, TERMS_KEY, {})
    return {name: kept.get(name, "") for name in TERMS}


def _rows(desk: Desk, database: Database, found: Sequence[Product]) -> tuple[ShelfRow, ...]:
    today, currency = today_of(desk), desk.company.currency
    ids = [product.id for product in found]
    standings = stock_queries.standings(database, ids, today)
    prices = price_queries.prices(database, ids)
    promotions = in_force(promotion_queries.promotions(database), today)
    rows = []
    for product in found:
        price = pricing.price_of(product, prices.get(product.id, ()), currency, today)
        own = [one for one in promotions if one.is_for(product.id, product.group)]
        reduced = [
            cheaper.minor for one in own if price is not None and (cheaper := off_unit(one, Money(price, currency)))
        ]
        best = min((minor for minor in reduced if price is not None and minor < price), default=None)
        rows.append(ShelfRow(product, price, best, tuple(one.name for one in own), standings[product.id]))
    return tuple(rows)


def _related(database: Database, found: Product) -> dict[str, tuple[ProductId, ...]]:
    return {
        "goes_with": found.goes_with,
        "replaces": found.replaces,
        "replaced_by": queries.replacing(database, found.id),
    }


def _named(desk: Desk, database: Database, ids: Sequence[ProductId]) -> tuple[ShelfRow, ...]:
    return _rows(desk, database, queries.products(database, ids))


def _days(database: Database, product: Product, today: date) -> tuple[CapacityDay, ...]:
    if product.kind is not ProductKind.SERVICE or product.capacity is None:
        return ()
    taken, moved = stock_queries.by_day(database, product.id, today, BUSY_DAYS)
    return tuple(
        CapacityDay(day, product.capacity + moved.get(day, Decimal(0)), taken.get(day, Decimal(0)))
        for day in stock_queries.days_from(today, BUSY_DAYS)
    )


def _is_out(row: ShelfRow) -> bool:
    return row.standing.is_kept and row.standing.free <= 0
