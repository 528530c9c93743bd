"""The tables of sales: the way of quotes, discount bands, sellers, promotions, reasons, products."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.facts.sales import SalesFacts
from helpdesk.report.content import Column, Row, Table
from helpdesk.report.notation import Notation
from helpdesk.report.sales_figures import amount, discount_share
from helpdesk.words import N_, _

STEPS = {
    "quoted": N_("Quote made"),
    "agreed": N_("Agreed"),
    "invoiced": N_("Invoiced"),
    "paid": N_("Paid"),
    "ordered": N_("Ordered"),
    "delivered": N_("Delivered"),
}


def funnel(facts: SalesFacts) -> Table:
    """The quotes of the period step by step, with the share of those made."""
    quoted = facts.funnel[0].count if facts.funnel else 0
    rows: list[Row] = [
        (_(STEPS[step.name]), step.count, Decimal(step.count) / quoted, amount(step.minor, facts))
        for step in facts.funnel
    ]
    heading = _("Sum, {currency}").format(currency=facts.currency)
    columns = (
        Column(name="step", title=_("Step"), weight=70),
        Column(name="count", title=_("Quotes"), kind="number", weight=25),
        Column(name="share", title=_("Share of those made"), kind="percent", weight=30, decimals=1),
        # Not money: sums of one and the same quote must not be carried over from step to step.
        Column(name="sum", title=heading, kind="number", weight=35, decimals=2),
    )
    return Table(name="funnel", title=_("From quote to goods"), columns=columns, rows=rows)


def bands(facts: SalesFacts, notation: Notation) -> Table:
    """Order lines by what was taken off."""
    rows: list[Row] = []
    lower = Decimal(0)
    for band in facts.bands:
        rows.append((_band(band.up_to, lower, notation), band.lines, *_sums(band.gross_minor, band.net_minor, facts)))
        lower = band.up_to if band.up_to is not None else lower
    total: Row = (
        _("Total"),
        sum(band.lines for band in facts.bands),
        *_sums(facts.gross_minor, sum(band.net_minor for band in facts.bands), facts),
    )
    columns = (
        Column(name="band", title=_("Discount"), weight=50),
        Column(name="lines", title=_("Order lines"), kind="number", weight=22),
        *_sum_columns(facts),
    )
    return Table(name="bands", title=_("Discount bands"), columns=columns, rows=rows, total=total)


def _band(up_to: Decimal | None, lower: Decimal, notation: Notation) -> str:
    if up_to is None:
        return _("above {share}").format(share=notation.percent(lower, 0))
    if not up_to:
        return _("full price")
    return _("up to {share}").format(share=notation.percent(up_to, 0))


def sellers(facts: SalesFacts) -> Table:
    """Who registered the orders, by what they brought."""
    rows: list[Row] = [
        (seller.name or _("nobody noted"), seller.orders, *_sums(seller.gross_minor, seller.net_minor, facts))
        for seller in facts.sellers
    ]
    columns = (
        Column(name="seller", title=_("Registered by"), weight=50),
        Column(name="orders", title=_("Orders"), kind="number", weight=22),
        *_sum_columns(facts),
    )
    return Table(name="sellers", title=_("By person"), columns=columns, rows=rows)


def promotions(facts: SalesFacts, notation: Notation) -> Table:
    """Promotions of the period beside as many days before they began."""
    rows: list[Row] = [
        (
            promotion.name,
            notation.period(promotion.first, promotion.last),
            promotion.orders,
            promotion.orders_before,
            amount(promotion.net_minor, facts),
            amount(promotion.net_before_minor, facts),
            Decimal(promotion.net_minor) / promotion.net_before_minor - 1 if promotion.net_before_minor else None,
        )
        for promotion in facts.promotions
    ]
    net, before = (
        sentence.format(currency=facts.currency) for sentence in (_("Net, {currency}"), _("Net before, {currency}"))
    )
    columns = (
        Column(name="promotion", title=_("Promotion"), weight=50, lines=2),
        Column(name="days", title=_("Days"), weight=50, lines=2),
        Column(name="orders", title=_("Orders"), kind="number", weight=18),
        Column(name="orders_before", title=_("Orders before"), kind="number", weight=20),
        Column(name="net", title=net, kind="money", weight=28),
        Column(name="net_before", title=before, kind="money", weight=28),
        Column(name="change", title=_("Change"), kind="percent", weight=18, decimals=1),
    )
    return Table(name="promotions", title=_("Promotions"), columns=columns, rows=rows)


def declined(facts: SalesFacts) -> Table:
    """Why customers said no, the commonest reason first."""
    whole = sum(count for _reason, count in facts.declined)
    rows: list[Row] = [
        (reason or _("no reason noted"), count, Decimal(count) / whole) for reason, count in facts.declined
    ]
    columns = (
        Column(name="reason", title=_("Reason"), weight=110, lines=2),
        Column(name="quotes", title=_("Quotes"), kind="number", weight=25),
        Column(name="share", title=_("Share"), kind="percent", weight=25, decimals=1),
    )
    return Table(name="declined", title=_("Quotes declined"), columns=columns, rows=rows)


def products(facts: SalesFacts) -> Table:
    """The goods that brought most."""
    whole = sum(band.net_minor for band in facts.bands)
    rows: list[Row] = [
        (title, lines, amount(minor, facts), Decimal(minor) / whole if whole else None)
        for title, lines, minor in facts.products
    ]
    columns = (
        Column(name="product", title=_("Product"), weight=90, lines=2),
        Column(name="lines", title=_("Order lines"), kind="number", weight=25),
        Column(name="net", title=_("Net, {currency}").format(currency=facts.currency), kind="money", weight=35),
        Column(name="share", title=_("Share"), kind="percent", weight=20, decimals=1),
    )
    return Table(name="products", title=_("Goods that brought most"), columns=columns, rows=rows)


def _sums(gross_minor: int, net_minor: int, facts: SalesFacts) -> tuple[Decimal, Decimal, Decimal, Decimal | None]:
    taken = gross_minor - net_minor
    share = discount_share(gross_minor, net_minor)
    return amount(gross_minor, facts), amount(taken, facts), amount(net_minor, facts), share


def _sum_columns(facts: SalesFacts) -> tuple[Column, ...]:
    gross, taken, net = (
        sentence.format(currency=facts.currency)
        for sentence in (_("Full price, {currency}"), _("Taken off, {currency}"), _("Net, {currency}"))
    )
    return (
        Column(name="gross", title=gross, kind="money", weight=32),
        Column(name="taken_off", title=taken, kind="money", weight=30),
        Column(name="net", title=net, kind="money", weight=32),
        Column(name="share", title=_("Discount"), kind="percent", weight=18, decimals=1),
    )
