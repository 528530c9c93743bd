"""Prices and VAT: which hold today, who may write them down, how far a discount may go (S51, S74)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.permission import Action
from helpdesk.domain.price import OWN_LIST, Price, price_on
from helpdesk.domain.product import Product
from helpdesk.domain.vat import EXEMPT, VatRate, rate_on
from helpdesk.errors import FieldMissing, PeriodReversed
from helpdesk.service import company_setting
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries import price as queries

VAT_KEY, LIMITS_KEY, NET_KEY = "vat.default", "discount.limits", "prices.are_net"
EVERYBODY = "*"


@dataclass(frozen=True, slots=True)
class PriceAnswer:
    """What a product costs on a day: price (None: not known), VAT rate of that day, the list that the price is from."""

    price_minor: int | None
    currency: str
    vat: VatRate | None
    list: str = OWN_LIST
    valid_to: date | None = None


def vat_rates(desk: Desk, actor: OperatorId) -> tuple[VatRate, ...]:
    """The whole dated rate table."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.vat_rates(database)


def add_vat_rate(desk: Desk, actor: OperatorId, rate: VatRate) -> Changes:
    """Writes a rate with its days; rates before it stay for older sales. Raises FieldMissing, PeriodReversed."""
    ask(desk, actor, Action.SET_UP)
    if not rate.code.strip():
        raise FieldMissing("vat")
    check_period(rate.valid_from, rate.valid_to)
    with desk.work() as unit:
        unit.add(
            tables.VatRate,
            code=rate.code.strip(),
            percent=rate.percent,
            valid_from=rate.valid_from,
            valid_to=rate.valid_to,
            name_en=rate.name_en,
            name_ru=rate.name_ru,
        )
    return unit.changes


def end_vat_rate(desk: Desk, actor: OperatorId, rate: bytes, last: date | None) -> Changes:
    """Says until when a rate holds. Raises RecordMissing."""
    ask(desk, actor, Action.SET_UP)
    with desk.work() as unit:
        unit.change(unit.get(tables.VatRate, rate), valid_to=last)
    return unit.changes


def default_vat(desk: Desk) -> str:
    """The VAT code of products that name none."""
    usual = "standard" if desk.company.currency == "RUB" else EXEMPT
    return str(company_setting.get(desk, VAT_KEY, usual))


def are_net(desk: Desk) -> bool:
    """Whether prices are without VAT, which then comes on top on papers."""
    return bool(company_setting.get(desk, NET_KEY, False))


def prices_of(desk: Desk, actor: OperatorId, product: ProductId) -> tuple[Price, ...]:
    """All prices of a product."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.prices(database, [product]).get(product, ())


def price_lists(desk: Desk, actor: OperatorId) -> tuple[str, ...]:
    """Names of price lists beside the company's own."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.lists(database)


def add_price(desk: Desk, actor: OperatorId, product: ProductId, price: Price) -> Changes:
    """Writes a price with its days; papers made before keep theirs. Raises PeriodReversed."""
    ask(desk, actor, Action.WRITE)
    check_period(price.valid_from, price.valid_to)
    with desk.work() as unit:
        unit.add(
            tables.Price,
            product=product,
            list=price.list.strip(),
            currency=price.currency,
            price_minor=price.price_minor,
            valid_from=price.valid_from,
            valid_to=price.valid_to,
        )
    return unit.changes


def withdraw_price(desk: Desk, actor: OperatorId, price: bytes) -> Changes:
    """Takes a price back; what was offered by it stays as it was. Raises RecordMissing."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.change(unit.get(tables.Price, price), is_hidden=True)
    return unit.changes


def answer(database: Database, desk: Desk, product: Product, day: date, list: str = OWN_LIST) -> PriceAnswer:
    """What a product costs on a day by a list, else by the company's own list, else by its card."""
    currency = desk.company.currency
    known = queries.prices(database, [product.id]).get(product.id, ())
    found = price_on(known, list, currency, day) or price_on(known, OWN_LIST, currency, day)
    usual = "standard" if currency == "RUB" else EXEMPT
    code = product.vat or str(company_setting.read(database, VAT_KEY, usual))
    vat = rate_on(queries.vat_rates(database), code, day)
    if found is None:
        return PriceAnswer(product.price_minor, currency, vat)
    return PriceAnswer(found.price_minor, currency, vat, found.list, found.valid_to)


def price_of(product: Product, known: Sequence[Price], currency: str, day: date) -> int | None:
    """The price of the company's own list on a day, else that of the product's card."""
    found = price_on(known, OWN_LIST, currency, day)
    return found.price_minor if found else product.price_minor


def discount_limit(desk: Desk, actor: OperatorId) -> Decimal | None:
    """The greatest discount that an operator gives alone, as a fraction; None where no limit was set."""
    ask(desk, actor, Action.SEE)
    limits: dict[str, str] = company_setting.get(desk, LIMITS_KEY, {})
    with desk.reading() as database:
        row = database.row("SELECT department FROM operator WHERE id = ?", actor)
    limit = limits.get(row[0] if row else "", limits.get(EVERYBODY))
    return None if limit is None else Decimal(limit)


def discount_limits(desk: Desk, actor: OperatorId) -> dict[str, Decimal]:
    """Limits by department; `EVERYBODY` stands for all others."""
    ask(desk, actor, Action.SEE)
    return {name: Decimal(limit) for name, limit in company_setting.get(desk, LIMITS_KEY, {}).items()}


def set_discount_limits(desk: Desk, actor: OperatorId, limits: dict[str, Decimal]) -> Changes:
    """Writes the limits by department; without any, discounts are free."""
    return company_setting.put(desk, actor, LIMITS_KEY, {name: format(limit, "f") for name, limit in limits.items()})


def check_period(first: date | None, last: date | None) -> None:
    """Lets a period pass. Raises PeriodReversed."""
    if first is not None and last is not None and last < first:
        raise PeriodReversed(first.isoformat(), last.isoformat())
