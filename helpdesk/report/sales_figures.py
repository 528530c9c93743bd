"""The figures of sales and the one sentence that they add up to."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.sales import SalesFacts, Step
from helpdesk.domain.money import Money
from helpdesk.report.change import count_change
from helpdesk.report.content import Figure
from helpdesk.report.notation import Notation
from helpdesk.words import _, counted


def amount(minor: int, facts: SalesFacts) -> Decimal:
    """A sum in whole units of the currency."""
    return Money(minor, facts.currency).amount


def discount_share(gross_minor: int, net_minor: int) -> Decimal | None:
    """What discounts took off, as a share of one."""
    return 1 - Decimal(net_minor) / gross_minor if gross_minor else None


def finding(facts: SalesFacts, notation: Notation) -> str:
    """What the reader should know first, by rule: the weakest step of the quotes before the weight of discounts."""
    if not facts.orders and not facts.funnel:
        return _("Nothing was offered or sold during this period.")
    if facts.funnel:
        quoted, ordered = facts.funnel[0], _step(facts, "ordered")
        sentence = counted(
            "{n} of {total} quotes became an order.", "{n} of {total} quotes became orders.", ordered.count
        )
        return sentence.format(n=notation.number(ordered.count), total=notation.number(quoted.count))
    share = discount_share(facts.gross_minor, sum(band.net_minor for band in facts.bands))
    if not share:
        return _("Everything was sold at full price.")
    most = max(facts.bands, key=lambda band: band.gross_minor - band.net_minor)
    taken = sum(band.gross_minor - band.net_minor for band in facts.bands)
    part = Decimal(most.gross_minor - most.net_minor) / taken if taken else Decimal(0)
    sentence = _("Discounts took off {share} of the full price, {part} of it in {lines} lines.")
    return sentence.format(
        share=notation.percent(share), part=notation.percent(part, 0), lines=notation.number(most.lines)
    )


def _step(facts: SalesFacts, name: str) -> Step:
    return next((step for step in (*facts.funnel, *facts.papers) if step.name == name), Step(name, 0, 0))


def figures(facts: SalesFacts, notation: Notation) -> tuple[Figure, ...]:
    """Each with its base."""
    return (*_orders(facts, notation), *_quotes(facts), *_papers(facts))


def _orders(facts: SalesFacts, notation: Notation) -> tuple[Figure, ...]:
    drill, n = Drill("order", "orders"), facts.orders
    net = sum(band.net_minor for band in facts.bands)
    lines = sum(band.lines for band in facts.bands)
    grown = count_change(facts.net_minor, facts.net_before_minor, notation)
    return (
        Figure(
            name="orders",
            title=_("Orders"),
            value=n,
            n=n,
            is_count=True,
            change=count_change(n, facts.orders_before, notation),
            drill=drill,
        ),
        _money("net", _("Net"), facts.net_minor, facts, change=grown),
        _money("average", _("Average order"), round(facts.net_minor / n) if n else 0, facts),
        Figure(
            name="discount_share",
            title=_("Discount, share of the full price"),
            value=discount_share(facts.gross_minor, net),
            n=lines,
            kind="percent",
            decimals=1,
        ),
    )


def _money(name: str, title: str, minor: int, facts: SalesFacts, *, change: str = "") -> Figure:
    return Figure(
        name=name,
        title=title,
        value=amount(minor, facts),
        n=facts.orders,
        kind="money",
        is_count=True,
        change=change,
        drill=Drill("order", "orders"),
    )


def _quotes(facts: SalesFacts) -> tuple[Figure, ...]:
    quoted, ordered = _step(facts, "quoted").count, _step(facts, "ordered").count
    return (
        Figure(name="quotes", title=_("Quotes made"), value=quoted, n=quoted, is_count=True),
        Figure(
            name="quotes_ordered",
            title=_("Quotes that became orders"),
            value=Decimal(ordered) / quoted if quoted else None,
            n=quoted,
            kind="percent",
            decimals=1,
        ),
    )


def _papers(facts: SalesFacts) -> tuple[Figure, ...]:
    invoices, payments = _step(facts, "invoices"), _step(facts, "payments")
    return tuple(
        Figure(
            name=step.name,
            title=heading,
            value=amount(step.minor, facts),
            n=step.count,
            kind="money",
            is_count=True,
        )
        for step, heading in ((invoices, _("Invoiced")), (payments, _("Paid")))
    )
