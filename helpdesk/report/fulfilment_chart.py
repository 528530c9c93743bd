"""The chart of order fulfilment: promises kept month by month, a small chart for each of the busiest carriers."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.facts.fulfilment import FulfilmentFacts, OrderCourse, Verdict
from helpdesk.report.chart import Chart, Multiples, Panel
from helpdesk.report.fulfilment_figures import Cohorts, share
from helpdesk.report.fulfilment_tables import month_starts
from helpdesk.report.notation import Notation
from helpdesk.words import _

PANELS = 4
MONTHS = 13


def chart(now: Cohorts, facts: FulfilmentFacts, notation: Notation) -> Chart | None:
    """Shares of promises kept on one scale, the last thirteen months; None where nothing was judged."""
    if not now.judged:
        return None
    months = month_starts(facts.first, facts.last)[-MONTHS:]
    by_carrier: dict[str, list[tuple[OrderCourse, Verdict]]] = {}
    for order, verdict in now.judged:
        by_carrier.setdefault(order.carrier, []).append((order, verdict))
    busiest = sorted(by_carrier.items(), key=lambda item: (-len(item[1]), item[0]))[:PANELS]
    places = {(first.year, first.month): at for at, first in enumerate(months)}
    panels = tuple(Panel(carrier or _("no carrier noted"), _shares(judged, places)) for carrier, judged in busiest)
    worst = min(busiest, key=lambda item: _kept(item[1]))
    finding = ""
    if len(busiest) > 1:
        finding = _("lowest: {carrier}").format(carrier=worst[0] or _("no carrier noted"))
    labels = tuple(f"{first.month:02}.{first.year % 100:02}" for first in months)
    return Multiples(_("On time in full by month of the promise"), finding, labels, panels, kind="percent")


def _shares(
    judged: list[tuple[OrderCourse, Verdict]], places: dict[tuple[int, int], int]
) -> tuple[Decimal | None, ...]:
    kept, whole = [0] * len(places), [0] * len(places)
    for order, verdict in judged:
        if order.promised_on and (at := places.get((order.promised_on.year, order.promised_on.month))) is not None:
            whole[at] += 1
            kept[at] += verdict is Verdict.KEPT
    return tuple(share(part, n) for part, n in zip(kept, whole, strict=True))


def _kept(judged: list[tuple[OrderCourse, Verdict]]) -> Decimal:
    return share(sum(verdict is Verdict.KEPT for _order, verdict in judged), len(judged)) or Decimal(0)
