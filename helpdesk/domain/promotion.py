"""Promotions in force and what they take off a paper's lines, each with its reason (S24, S51)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from helpdesk.domain.identity import ProductId
from helpdesk.domain.money import Money
from helpdesk.domain.paper import PaperLine
from helpdesk.domain.vat import holds

ONE = Decimal(1)


class PromotionKind(StrEnum):
    """What a promotion gives."""

    PERCENT = "percent"
    SUM = "sum"
    SET = "set"
    GIFT = "gift"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion between two days, both inside, for groups and products; for all goods where it names neither.

    `share` is a fraction off, `amount_minor` a sum off: each unit for SUM, once for SET and THRESHOLD. A gift is given
    for every `quantity` bought. One that is not stackable stands alone on a line, where it is the better.
    """

    name: str
    kind: PromotionKind
    groups: tuple[str, ...] = ()
    products: tuple[ProductId, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    share: Decimal | None = None
    amount_minor: int | None = None
    threshold_minor: int | None = None
    quantity: Decimal | None = None
    gift: ProductId | None = None
    is_stackable: bool = False
    id: bytes = b""

    def is_for(self, product: ProductId | None, group: str) -> bool:
        """Whether it concerns a product of a group."""
        if not self.groups and not self.products:
            return True
        return group in self.groups or (product is not None and product in self.products)


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """A line with the group of its product, before promotions."""

    line: PaperLine
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reduction:
    """What one promotion takes off one line, in minor units."""

    promotion: Promotion
    minor: int


def in_force(promotions: Iterable[Promotion], day: date) -> tuple[Promotion, ...]:
    """Those that hold on a day, by name."""
    return tuple(sorted((one for one in promotions if holds(one.valid_from, one.valid_to, day)), key=_name))


def reductions(
    offered: Sequence[OfferedLine], promotions: Iterable[Promotion], currency: str
) -> tuple[tuple[Reduction, ...], ...]:
    """What promotions take off each line: all stackable ones together, or one other where that is better.

    Never more than the line comes to. Promotions are taken as in force.
    """
    sums = [replace(one.line, reduction_minor=0).sum(currency).minor for one in offered]
    found: list[list[Reduction]] = [[] for _line in offered]
    for promotion in sorted(promotions, key=_name):
        for at, minor in enumerate(_taken(promotion, offered, sums)):
            if minor > 0:
                found[at].append(Reduction(promotion, minor))
    return tuple(_best(taken, sums[at]) for at, taken in enumerate(found))


def missing_gifts(offered: Sequence[OfferedLine], promotions: Iterable[Promotion]) -> dict[ProductId, Decimal]:
    """Gifts that are earned and do not stand on the paper yet, with how many."""
    present = {one.line.product for one in offered}
    found: dict[ProductId, Decimal] = {}
    for promotion in promotions:
        gift = promotion.gift
        if promotion.kind is PromotionKind.GIFT and gift is not None and gift not in present:
            count = _gifts(promotion, offered)
            if count > 0:
                found[gift] = max(count, found.get(gift, Decimal(0)))
    return found


def _taken(promotion: Promotion, offered: Sequence[OfferedLine], sums: Sequence[int]) -> list[int]:
    matching = [promotion.is_for(one.line.product, one.group) for one in offered]
    match promotion.kind:
        case PromotionKind.PERCENT | PromotionKind.SUM:
            return [
                _off_line(promotion, one.line, sum) if is_matching else 0
                for one, sum, is_matching in zip(offered, sums, matching, strict=True)
            ]
        case PromotionKind.SET:
            here = {one.line.product for one in offered if one.line.quantity >= (promotion.quantity or ONE)}
            is_whole = bool(promotion.products) and set(promotion.products) <= here
            return _shared(promotion, sums, matching) if is_whole else [0] * len(sums)
        case PromotionKind.THRESHOLD:
            total = sum(sum for sum, is_matching in zip(sums, matching, strict=True) if is_matching)
            is_reached = promotion.threshold_minor is not None and total >= promotion.threshold_minor
            return _shared(promotion, sums, matching) if is_reached else [0] * len(sums)
        case PromotionKind.GIFT:
            return _gift(promotion, offered, sums)


def _off_line(promotion: Promotion, line: PaperLine, sum: int) -> int:
    if promotion.quantity is not None and line.quantity < promotion.quantity:
        return 0
    if promotion.kind is PromotionKind.PERCENT:
        return _rounded(sum * (promotion.share or Decimal(0)))
    return min(sum, _rounded((promotion.amount_minor or 0) * line.quantity))


def _shared(promotion: Promotion, sums: Sequence[int], matching: Sequence[bool]) -> list[int]:
    """A share of every line, or a sum split over the lines by what they come to, to the last minor unit."""
    own = [sum if is_matching else 0 for sum, is_matching in zip(sums, matching, strict=True)]
    if promotion.share is not None:
        return [_rounded(sum * promotion.share) for sum in own]
    total = sum(own)
    amount = min(promotion.amount_minor or 0, total)
    if not total or amount <= 0:
        return [0] * len(own)
    parts = [amount * sum // total for sum in own]
    by_rest = sorted(range(len(own)), key=lambda at: (-(amount * own[at] % total), at))
    for at in by_rest[: amount - sum(parts)]:
        parts[at] += 1
    return parts


def _gift(promotion: Promotion, offered: Sequence[OfferedLine], sums: Sequence[int]) -> list[int]:
    left = _gifts(promotion, offered)
    parts = []
    for one, sum in zip(offered, sums, strict=True):
        free = min(left, one.line.quantity) if one.line.product == promotion.gift and left > 0 else Decimal(0)
        parts.append(_rounded(sum * free / one.line.quantity) if free > 0 else 0)
        left -= free
    return parts


def _gifts(promotion: Promotion, offered: Sequence[OfferedLine]) -> Decimal:
    """How many gifts are earned; the gift itself earns none."""
    bought = sum(
        (
            one.line.quantity
            for one in offered
            if one.line.product != promotion.gift and promotion.is_for(one.line.product, one.group)
        ),
        Decimal(0),
    )
    return bought // (promotion.quantity or ONE) if bought > 0 else Decimal(0)


def _best(taken: Sequence[Reduction], sum: int) -> tuple[Reduction, ...]:
    stacked = _capped([one for one in taken if one.promotion.is_stackable], sum)
    alone = max((one for one in taken if not one.promotion.is_stackable), key=_minor, default=None)
    if alone is not None and alone.minor > _total(stacked):
        return tuple(_capped([alone], sum))
    return tuple(stacked)


def _capped(taken: Iterable[Reduction], sum: int) -> list[Reduction]:
    kept = []
    for one in taken:
        minor = min(one.minor, sum)
        if minor > 0:
            kept.append(replace(one, minor=minor))
        sum -= minor
    return kept


def _total(taken: Iterable[Reduction]) -> int:
    return sum(one.minor for one in taken)


def _minor(reduction: Reduction) -> int:
    return reduction.minor


def _rounded(minor: Decimal) -> int:
    return int(Decimal(minor).to_integral_value(ROUND_HALF_UP))


def _name(promotion: Promotion) -> tuple[str, bytes]:
    return promotion.name, promotion.id


def off_unit(promotion: Promotion, price: Money) -> Money | None:
    """What one unit costs by a promotion that concerns a single unit, else None."""
    if promotion.quantity is not None and promotion.quantity > 1:
        return None
    if promotion.kind is PromotionKind.PERCENT and promotion.share is not None:
        return Money(price.minor - _rounded(price.minor * promotion.share), price.currency)
    if promotion.kind is PromotionKind.SUM and promotion.amount_minor is not None:
        return Money(max(0, price.minor - promotion.amount_minor), price.currency)
    return None
