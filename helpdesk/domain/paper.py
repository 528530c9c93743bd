"""Lines of a quote or an invoice and what they come to: each line rounded once, so that every document adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from helpdesk.domain.identity import ProductId
from helpdesk.domain.money import Money, line_total
from helpdesk.domain.order import OrderLine
from helpdesk.domain.vat import vat_on_top, vat_within


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line with its price, its VAT percent (None: without VAT) and the reasons of its price, all frozen in it.

    The discount is a fraction to four decimals; `reduction_minor` is a sum taken off after it.
    """

    title: str
    quantity: Decimal
    price_minor: int
    discount: Decimal = Decimal(0)
    reduction_minor: int = 0
    vat: Decimal | None = None
    unit: str = ""
    code: str = ""
    product: ProductId | None = None
    why: tuple[str, ...] = ()

    def sum(self, currency: str) -> Money:
        """What the line comes to, rounded half up once."""
        return self.order_line().sum(currency)

    def full(self, currency: str) -> Money:
        """What it would come to without any discount."""
        return line_total(Money(self.price_minor, currency), self.quantity)

    def order_line(self) -> OrderLine:
        """The same line as an order holds it, to the kopeck."""
        return OrderLine(
            title=self.title,
            quantity=self.quantity,
            price_minor=self.price_minor,
            discount=self.discount,
            product=self.product,
            reduction_minor=self.reduction_minor,
            vat=self.vat,
            unit=self.unit,
        )


@dataclass(frozen=True, slots=True)
class VatShare:
    """What all lines of one percent come to, net and VAT."""

    percent: Decimal | None
    net: Money
    vat: Money


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums below a table of lines; `total` is to be paid, `saved` what discounts took off."""

    lines: tuple[Money, ...]
    total: Money
    vat: Money
    saved: Money
    shares: tuple[VatShare, ...]

    @property
    def net(self) -> Money:
        """The total without VAT."""
        return self.total - self.vat

    @property
    def has_vat(self) -> bool:
        """Whether any line names a percent, be it nought."""
        return any(share.percent is not None for share in self.shares)


def totals(lines: Iterable[PaperLine], currency: str, *, is_net: bool = False) -> Totals:
    """Adds lines up; `is_net` says that prices are without VAT and that it comes on top."""
    nothing = Money(0, currency)
    sums, total, vat, saved = [], nothing, nothing, nothing
    shares: dict[Decimal | None, tuple[Money, Money]] = {}
    for line in lines:
        amount = line.sum(currency)
        own = vat_on_top(amount, line.vat) if is_net else vat_within(amount, line.vat)
        gross = amount + own if is_net else amount
        sums.append(amount)
        total, vat, saved = total + gross, vat + own, saved + line.full(currency) - amount
        net_so_far, vat_so_far = shares.get(line.vat, (nothing, nothing))
        shares[line.vat] = (net_so_far + gross - own, vat_so_far + own)
    listed = tuple(VatShare(percent, *shares[percent]) for percent in sorted(shares, key=_by_percent))
    return Totals(tuple(sums), total, vat, saved, listed)


def paper_lines(lines: Iterable[OrderLine]) -> tuple[PaperLine, ...]:
    """Lines of an order as a paper shows them."""
    return tuple(
        PaperLine(
            line.title,
            line.quantity,
            line.price_minor,
            line.discount,
            line.reduction_minor,
            line.vat,
            line.unit,
            product=line.product,
        )
        for line in lines
    )


def plain(line: PaperLine) -> dict[str, Any]:
    """The line as JSON keeps it, exact."""
    return {
        "title": line.title,
        "quantity": format(line.quantity, "f"),
        "price": line.price_minor,
        "discount": format(line.discount, "f"),
        "reduction": line.reduction_minor,
        "vat": None if line.vat is None else format(line.vat, "f"),
        "unit": line.unit,
        "code": line.code,
        "product": line.product.hex() if line.product else "",
        "why": list(line.why),
    }


def from_plain(kept: Mapping[str, Any]) -> PaperLine:
    """The line that `plain` kept; cells of a newer program are passed over."""
    vat, product = kept.get("vat"), kept.get("product")
    return PaperLine(
        title=kept["title"],
        quantity=Decimal(kept["quantity"]),
        price_minor=kept["price"],
        discount=Decimal(kept.get("discount", "0")),
        reduction_minor=kept.get("reduction", 0),
        vat=None if vat is None else Decimal(vat),
        unit=kept.get("unit", ""),
        code=kept.get("code", ""),
        product=ProductId(bytes.fromhex(product)) if product else None,
        why=tuple(kept.get("why", ())),
    )


def _by_percent(percent: Decimal | None) -> Decimal:
    return Decimal(-1) if percent is None else percent
