"""The figures of complaints and the one sentence that they add up to."""

from __future__ import annotations

from decimal import Decimal
from statistics import median

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.complaints import Claim, ComplaintFacts
from helpdesk.domain.money import Money
from helpdesk.report.change import count_change
from helpdesk.report.content import Figure
from helpdesk.report.notation import Notation
from helpdesk.words import N_, _, counted

CAUSES = {
    "damaged": N_("damaged on the way"),
    "defective": N_("defective"),
    "wrong_item": N_("wrong goods"),
    "missing": N_("goods missing"),
    "late": N_("late"),
    "not_liked": N_("not as wished"),
    "other": N_("another cause"),
    "": N_("no cause noted"),
}
REMEDIES = {
    "resend": N_("sent again"),
    "exchange": N_("exchanged"),
    "refund": N_("money back"),
    "price_cut": N_("price cut"),
    "repair": N_("repaired"),
    "compensation": N_("compensated"),
    "": N_("no remedy"),
}
_CENT = Decimal("0.01")


def cause_of(claim: Claim) -> str:
    """A cause in words."""
    return _(CAUSES[claim.cause]) if claim.cause in CAUSES else claim.cause


def by_cause(facts: ComplaintFacts) -> list[tuple[str, list[Claim]]]:
    """Complaints by cause, the commonest first."""
    found: dict[str, list[Claim]] = {}
    for claim in facts.claims:
        found.setdefault(cause_of(claim), []).append(claim)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def money(claims: list[Claim], currency: str, *, is_cost: bool = False) -> Decimal:
    """What complaints cost, or what customers got."""
    minor = sum(claim.cost_minor if is_cost else claim.amount_minor for claim in claims)
    return Money(minor, currency).amount


def finding(facts: ComplaintFacts, notation: Notation) -> str:
    """What the reader should know first, by rule: broken deadlines before the commonest cause."""
    if not facts.claims:
        return _("No complaint was registered during this period.")
    n = notation.number(len(facts.claims))
    known = [cause for cause, claims in by_cause(facts) if claims[0].cause]
    if not known:
        sentence = counted(
            "{n} complaint came in; no cause was noted.",
            "{n} complaints came in; no cause was noted.",
            len(facts.claims),
        )
        return sentence.format(n=n)
    missed = sum(claim.kept_deadline(facts.today) is False for claim in facts.claims)
    if missed:
        sentence = counted(
            "{n} deadline by law was broken; the commonest cause of complaints is “{cause}”.",
            "{n} deadlines by law were broken; the commonest cause of complaints is “{cause}”.",
            missed,
        )
        return sentence.format(n=notation.number(missed), cause=known[0])
    sentence = counted(
        "{n} complaint came in; the commonest cause is “{cause}”.",
        "{n} complaints came in; the commonest cause is “{cause}”.",
        len(facts.claims),
    )
    return sentence.format(n=n, cause=known[0])


def figures(facts: ComplaintFacts, notation: Notation) -> tuple[Figure, ...]:
    """Each with its base."""
    return (*_counts(facts, notation), *_deadline(facts), *_sums(facts))


def _counts(facts: ComplaintFacts, notation: Notation) -> tuple[Figure, ...]:
    n = len(facts.claims)
    justified = sum(claim.is_justified for claim in facts.claims)
    still_open = sum(not claim.is_settled for claim in facts.claims)
    rate = (Decimal(100 * n) / facts.delivered).quantize(_CENT) if facts.delivered else None
    return (
        _count("complaints", _("Complaints"), n, n, change=count_change(n, facts.before, notation)),
        _count("justified", _("Justified"), justified, n),
        Figure(
            name="rate_per_100",
            title=_("Complaints per 100 delivered orders"),
            value=rate,
            n=facts.delivered,
            decimals=2,
        ),
        _count("open", _("Not settled yet"), still_open, n),
    )


def _count(name: str, title: str, value: int, n: int, *, change: str = "") -> Figure:
    drill = Drill("request", name)
    return Figure(name=name, title=title, value=value, n=n, is_count=True, change=change, drill=drill)


def _deadline(facts: ComplaintFacts) -> tuple[Figure, ...]:
    judged = [kept for claim in facts.claims if (kept := claim.kept_deadline(facts.today)) is not None]
    days = [(claim.settled_on - claim.registered_on).days for claim in facts.claims if claim.settled_on]
    return (
        Figure(
            name="deadline_kept",
            title=_("Deadline by law kept"),
            value=Decimal(sum(judged)) / len(judged) if judged else None,
            n=len(judged),
            kind="percent",
            decimals=1,
            drill=Drill("request", "missed"),
        ),
        Figure(
            name="median_days_to_settle",
            title=_("Days to settle, median"),
            value=Decimal(str(median(days))) if days else None,
            n=len(days),
            decimals=1,
        ),
    )


def _sums(facts: ComplaintFacts) -> tuple[Figure, ...]:
    n = sum(claim.is_claim for claim in facts.claims)
    return (
        Figure(
            name="compensation",
            title=_("Compensation"),
            value=money(facts.claims, facts.currency),
            n=n,
            kind="money",
            is_count=True,
        ),
        Figure(
            name="cost",
            title=_("Cost to us"),
            value=money(facts.claims, facts.currency, is_cost=True),
            n=n,
            kind="money",
            is_count=True,
        ),
    )
