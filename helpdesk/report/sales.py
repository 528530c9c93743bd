"""Sales: from quote to payment and goods, where discounts go, and what promotions brought."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.facts.sales import SalesFacts
from helpdesk.domain.money import Money
from helpdesk.report.chart import Bar, Bars, Chart
from helpdesk.report.content import ReportContent, ReportFrame
from helpdesk.report.notation import Notation
from helpdesk.report.sales_figures import figures, finding
from helpdesk.report.sales_tables import STEPS, bands, declined, funnel, products, promotions, sellers
from helpdesk.words import N_, _, speaking

__all__ = ["NAME", "QUESTION", "TITLE", "build"]

NAME = "sales"
TITLE = N_("Sales")
QUESTION = N_("Where do deals and discounts leak?")


def build(facts: SalesFacts, frame: ReportFrame) -> ReportContent:
    """The whole report, in the frame's language."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=finding(facts, notation),
            figures=figures(facts, notation),
            charts=(_chart(facts, notation),),
            tables=(
                funnel(facts),
                bands(facts, notation),
                sellers(facts),
                promotions(facts, notation),
                declined(facts),
                products(facts),
            ),
            method=_method(),
            landscape=True,
        )


def _chart(facts: SalesFacts, notation: Notation) -> Chart:
    """The way of the quotes as bars; where none was made, what discounts took off."""
    if facts.funnel:
        first = facts.funnel[0].count
        last = next(step.count for step in facts.funnel if step.name == "ordered")
        share = notation.percent(Decimal(last) / first, 0)
        told = _("{share} became orders").format(share=share)
        return Bars(
            _("Quotes of the period"), told, tuple(Bar(_(STEPS[step.name]), step.count) for step in facts.funnel)
        )
    bars = tuple(
        Bar(str(row[0]), round(Money(band.gross_minor - band.net_minor, facts.currency).amount))
        for row, band in zip(bands(facts, notation).rows, facts.bands, strict=True)
    )
    return Bars(_("Taken off by discount, {currency}").format(currency=facts.currency), "", bars)


def _method() -> tuple[str, ...]:
    return (
        _(
            "Orders, net and discounts: orders registered inside the period without the cancelled ones. Net is the sum "
            "of the lines after discounts, gross the same without any, both without freight."
        ),
        _(
            "The way of quotes: quotes first made inside the period, by their newest version. Agreed: the customer "
            "said yes, or an invoice or an order followed. Paid: payments cover the invoices. A quote counts at "
            "every step that it reached."
        ),
        _("Invoices and payments: given out, and booked, inside the period, whatever quote they belong to."),
        _("Bands: order lines by what was taken off the full price, sums taken off included."),
        _(
            "Effect of a promotion: orders with its goods on its days inside the period, beside as many days just "
            "before it began. It shows what came with it, not what it caused."
        ),
    )
