"""Promotions: written down, in force today, applied to the lines of a paper with the reason of each price (S24)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, ProductId
from helpdesk.domain.money import Money
from helpdesk.domain.paper import PaperLine
from helpdesk.domain.permission import Action
from helpdesk.domain.product import Product
from helpdesk.domain.promotion import (
    OfferedLine,
    Promotion,
    PromotionKind,
    Reduction,
    in_force,
    missing_gifts,
    reductions,
)
from helpdesk.errors import FieldMissing
from helpdesk.service import pricing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.stock import today_of
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.events import marks
from helpdesk.storage.queries import product as product_queries
from helpdesk.storage.queries import promotion as queries
from helpdesk.words import _


@dataclass(frozen=True, slots=True)
class PricedLines:
    """Lines with what promotions take off, and gifts that are earned and not on the paper yet."""

    lines: tuple[PaperLine, ...]
    gifts: tuple[tuple[ProductId, Decimal], ...] = ()


def listed(desk: Desk, actor: OperatorId) -> tuple[Promotion, ...]:
    """Every promotion that was not withdrawn, by name."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.promotions(database)


def running(desk: Desk, actor: OperatorId, product: Product) -> tuple[Promotion, ...]:
    """The promotions in force today that concern a product."""
    return tuple(one for one in in_force(listed(desk, actor), today_of(desk)) if one.is_for(product.id, product.group))


def save(desk: Desk, actor: OperatorId, promotion: Promotion) -> Changes:
    """Writes a promotion, or changes one that has its identity. Raises FieldMissing, PeriodReversed, RecordMissing."""
    ask(desk, actor, Action.SET_UP)
    if not promotion.name.strip():
        raise FieldMissing("name")
    if not _gives(promotion):
        raise FieldMissing("advantage")
    pricing.check_period(promotion.valid_from, promotion.valid_to)
    cells = {
        "name": promotion.name.strip(),
        "kind": promotion.kind.value,
        "groups": list(promotion.groups),
        "products": [product.hex() for product in promotion.products],
        "valid_from": promotion.valid_from,
        "valid_to": promotion.valid_to,
        "share": promotion.share,
        "amount_minor": promotion.amount_minor,
        "threshold_minor": promotion.threshold_minor,
        "quantity": promotion.quantity,
        "gift": promotion.gift,
        "is_stackable": promotion.is_stackable,
    }
    with desk.work() as unit:
        if promotion.id:
            unit.change(unit.get(tables.Promotion, promotion.id), **cells)
        else:
            unit.add(tables.Promotion, at=None, **cells)
    return unit.changes


def withdraw(desk: Desk, actor: OperatorId, promotion: bytes) -> Changes:
    """Ends a promotion at once; papers made before keep their prices. Raises RecordMissing."""
    ask(desk, actor, Action.SET_UP)
    with desk.work() as unit:
        unit.change(unit.get(tables.Promotion, promotion), is_hidden=True)
    return unit.changes


def line_for(
    desk: Desk, actor: OperatorId, product: ProductId, quantity: Decimal = Decimal(1), *, list: str = ""
) -> PaperLine:
    """A line for a product at today's price and VAT rate, with the reason of the price. Raises RecordMissing."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        found = product_queries.product(database, product)
        answer = pricing.answer(database, desk, found, today_of(desk), list)
    return PaperLine(
        title=found.name,
        quantity=quantity,
        price_minor=answer.price_minor or 0,
        vat=answer.vat.percent if answer.vat else None,
        unit=found.unit,
        code=found.code,
        product=found.id,
        why=(base_reason(answer),),
    )


def priced(desk: Desk, actor: OperatorId, lines: Sequence[PaperLine]) -> PricedLines:
    """The lines with the promotions of today applied anew; discounts given by hand stay."""
    ask(desk, actor, Action.SEE)
    today, currency = today_of(desk), desk.company.currency
    with desk.reading() as database:
        promotions = in_force(queries.promotions(database), today)
        groups = _groups(database, lines)
    offered = [OfferedLine(line, groups.get(line.product or b"", "")) for line in lines]
    taken = reductions(offered, promotions, currency)
    found = tuple(
        replace(
            line,
            reduction_minor=sum(one.minor for one in own),
            why=(*(line.why[:1] if line.product else ()), *(reason(one, currency) for one in own)),
        )
        for line, own in zip(lines, taken, strict=True)
    )
    return PricedLines(found, tuple(missing_gifts(offered, promotions).items()))


def base_reason(answer: pricing.PriceAnswer) -> str:
    """Where a price comes from, in words."""
    if answer.price_minor is None:
        return _("No price is written down")
    if answer.list:
        return _("Price of the list “{list}”").format(list=answer.list)
    return _("Price of the catalogue")


def reason(reduction: Reduction, currency: str) -> str:
    """Why so much was taken off, in words."""
    minor = Money(reduction.minor, currency)
    return _("{promotion}: −{sum}").format(promotion=reduction.promotion.name, sum=f"{minor.amount} {currency}")


def _gives(promotion: Promotion) -> bool:
    match promotion.kind:
        case PromotionKind.PERCENT:
            return bool(promotion.share)
        case PromotionKind.SUM:
            return bool(promotion.amount_minor)
        case PromotionKind.GIFT:
            return promotion.gift is not None
        case PromotionKind.SET:
            return bool(promotion.products) and bool(promotion.share or promotion.amount_minor)
        case PromotionKind.THRESHOLD:
            return promotion.threshold_minor is not None and bool(promotion.share or promotion.amount_minor)


def _groups(database: Database, lines: Iterable[PaperLine]) -> dict[bytes, str]:
    products = [line.product for line in lines if line.product]
    rows = database.rows(f'SELECT id, "group" FROM product WHERE id IN ({marks(products)})', *products)
    return {bytes(identity): group for identity, group in rows}
