"""The figures of order fulfilment and the one sentence that they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.fulfilment import COMPLAINT_DAYS, RETURN_DAYS, FulfilmentFacts, OrderCourse, Verdict
from helpdesk.domain.money import Money
from helpdesk.report.change import count_change, share_change
from helpdesk.report.content import Figure
from helpdesk.report.notation import Notation
from helpdesk.words import _, counted

LATE_LEAST = 20


@dataclass(frozen=True)
class Cohorts:
    """The orders of one period by what puts them there: registered, promised (and judged), delivered."""

    registered: list[OrderCourse]
    promised: list[tuple[OrderCourse, Verdict]]
    delivered: list[OrderCourse]
    today: date
    currency: str

    @classmethod
    def of(cls, facts: FulfilmentFacts, first: date, last: date) -> Cohorts:
        """The cohorts of the days from `first` to `last`."""
        orders = facts.orders
        promised = [order for order in orders if order.promised_on and first <= order.promised_on <= last]
        return cls(
            [order for order in orders if first <= order.ordered_on <= last],
            [(order, order.verdict(facts.today)) for order in promised],
            [order for order in orders if order.delivered_on and first <= order.delivered_on <= last],
            facts.today,
            facts.currency,
        )

    @property
    def judged(self) -> list[tuple[OrderCourse, Verdict]]:
        """Promises that were kept or broken."""
        return [(order, verdict) for order, verdict in self.promised if verdict.is_judged]

    @property
    def missed(self) -> list[tuple[OrderCourse, Verdict]]:
        """Promises that were broken."""
        return [(order, verdict) for order, verdict in self.promised if verdict.is_miss]

    @property
    def mature(self) -> list[tuple[OrderCourse, Verdict]]:
        """Judged promises old enough for complaints to have come."""
        matured = self.today - timedelta(days=COMPLAINT_DAYS)
        return [
            (order, verdict) for order, verdict in self.judged if order.promised_on and order.promised_on <= matured
        ]

    @property
    def net(self) -> Decimal:
        """The sum of the orders registered."""
        return Money(sum(order.total_minor for order in self.registered), self.currency).amount

    @property
    def on_time_in_full(self) -> Decimal | None:
        """The share of promises kept."""
        return share(sum(verdict is Verdict.KEPT for _order, verdict in self.judged), len(self.judged))

    @property
    def perfect(self) -> Decimal | None:
        """The share of orders that nothing was wrong with."""
        perfect = sum(verdict is Verdict.KEPT and order.is_perfect() for order, verdict in self.mature)
        return share(perfect, len(self.mature))

    @property
    def cycles(self) -> list[int]:
        """Days from registering to delivery, the shortest first."""
        return sorted(days for order in self.delivered if (days := order.cycle_days) is not None)

    @property
    def returnable(self) -> list[OrderCourse]:
        """Delivered orders old enough for goods to have come back."""
        matured = self.today - timedelta(days=RETURN_DAYS)
        return [order for order in self.delivered if order.delivered_on and order.delivered_on <= matured]


def share(part: int, whole: int) -> Decimal | None:
    """A share of one; None of nothing."""
    return Decimal(part) / whole if whole else None


def finding(now: Cohorts, notation: Notation) -> str:
    """What the reader should know first, by rule: broken promises before goods owed before all well."""
    judged, missed = len(now.judged), len(now.missed)
    if not judged and not now.registered:
        return _("No order was registered or promised during this period.")
    if missed:
        sentence = counted(
            "{n} of {total} promises was broken; most often: {reason}.",
            "{n} of {total} promises were broken; most often: {reason}.",
            missed,
        )
        reason = by_reason(now)[0][0]
        return sentence.format(n=notation.number(missed), total=notation.number(judged), reason=reason)
    waiting = sum(order.is_unshipped for order in now.registered)
    if waiting:
        sentence = counted(
            "No promise was broken; {n} order is not shipped yet.",
            "No promise was broken; {n} orders are not shipped yet.",
            waiting,
        )
        return sentence.format(n=notation.number(waiting))
    return _("Every promise was kept, and nothing is left to ship.")


def by_reason(now: Cohorts) -> list[tuple[str, int]]:
    """Broken promises by what is known of the cause, the commonest first."""
    found: dict[str, int] = {}
    for order, verdict in now.missed:
        reason = reason_of(order, verdict)
        found[reason] = found.get(reason, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def reason_of(order: OrderCourse, verdict: Verdict) -> str:
    """The reason noted, or what can be seen without one."""
    if order.reason:
        return order.reason
    if verdict is Verdict.CANCELLED:
        return _("cancelled by us, no reason noted")
    if verdict is Verdict.OWED:
        return _("not shipped yet") if order.is_unshipped else _("under way")
    return _("shipped late, no reason noted") if order.is_shipped_late else _("arrived late, no reason noted")


def figures(now: Cohorts, before: Cohorts, facts: FulfilmentFacts, notation: Notation) -> tuple[Figure, ...]:
    """Each with its base and its change against the period before."""
    return (*_registered(now, before, notation), *_promised(now, before, notation), *_delivered(now, facts))


def _registered(now: Cohorts, before: Cohorts, notation: Notation) -> tuple[Figure, ...]:
    n = len(now.registered)
    late = sum(order.is_shipped_late for order in now.registered)
    unshipped = sum(order.is_unshipped for order in now.registered)
    grown = count_change(n, len(before.registered), notation)
    net = Figure(
        name="net",
        title=_("Net of registered orders"),
        value=now.net,
        n=n,
        kind="money",
        is_count=True,
        change=count_change(now.net, before.net, notation),
        drill=Drill("order", "orders"),
    )
    return (
        _count("orders", _("Orders registered"), n, n, change=grown),
        net,
        _count("shipped_late", _("Shipped late"), late, n),
        _count("not_shipped", _("Not shipped"), unshipped, n),
    )


def _count(name: str, title: str, value: int, n: int, *, change: str = "") -> Figure:
    return Figure(name=name, title=title, value=value, n=n, is_count=True, change=change, drill=Drill("order", name))


def _promised(now: Cohorts, before: Cohorts, notation: Notation) -> tuple[Figure, ...]:
    judged = len(now.judged)
    return (
        Figure(
            name="on_time_in_full",
            title=_("On time in full, by the first promise"),
            value=now.on_time_in_full,
            n=judged,
            kind="percent",
            decimals=1,
            change=share_change(now.on_time_in_full, before.on_time_in_full, notation),
            drill=Drill("order", "promised"),
        ),
        _count("missed", _("Promises broken"), len(now.missed), judged),
        Figure(
            name="perfect",
            title=_("Perfect orders"),
            value=now.perfect,
            n=len(now.mature),
            kind="percent",
            decimals=1,
            change=share_change(now.perfect, before.perfect, notation),
        ),
    )


def _delivered(now: Cohorts, facts: FulfilmentFacts) -> tuple[Figure, ...]:
    cycles, returnable = now.cycles, now.returnable if facts.knows_returns else []
    n = len(cycles)
    return (
        Figure(
            name="median_cycle_days",
            title=_("Cycle, median, days"),
            value=Decimal(str(median(cycles))) if cycles else None,
            n=n,
            decimals=1,
        ),
        Figure(
            name="p90_cycle_days",
            title=_("Cycle, 90% within, days"),
            value=cycles[-(-9 * n // 10) - 1] if cycles else None,
            n=n,
            least=LATE_LEAST,
        ),
        Figure(
            name="returned",
            title=_("Orders with returns"),
            value=share(sum(order.is_returned for order in returnable), len(returnable)),
            n=len(returnable),
            kind="percent",
            decimals=1,
        ),
    )
