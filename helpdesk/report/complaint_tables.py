"""The tables of complaints: causes, decisions, deadlines, products, and every one of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from statistics import median

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.complaints import Claim, ComplaintFacts
from helpdesk.report.complaint_figures import REMEDIES, by_cause, cause_of, money
from helpdesk.report.content import Column, Row, Table
from helpdesk.words import N_, _

LEAST = 5
OUTCOMES = {
    "done": N_("made good"),
    "answered": N_("answered, without a demand"),
    "refused": N_("refused"),
    "withdrawn": N_("withdrawn"),
    "": N_("not decided yet"),
}


def causes(facts: ComplaintFacts) -> Table:
    """Causes with their running share (Pareto), the commonest first."""
    rows: list[Row] = []
    so_far, whole = 0, len(facts.claims)
    found = by_cause(facts)
    for cause, claims in found:
        so_far += len(claims)
        share, running = Decimal(len(claims)) / whole, Decimal(so_far) / whole
        justified = sum(claim.is_justified for claim in claims)
        rows.append((cause, len(claims), share, running, justified, *_sums(claims, facts)))
    columns = (
        Column(name="cause", title=_("Cause"), weight=40),
        Column(name="complaints", title=_("Complaints"), kind="number", weight=18),
        Column(name="share", title=_("Share"), kind="percent", weight=14, decimals=1),
        Column(name="running", title=_("Running share"), kind="percent", weight=16, decimals=1),
        Column(name="justified", title=_("Justified"), kind="number", weight=18),
        *_sum_columns(facts),
    )
    total: Row | None = None
    if rows:
        justified = sum(claim.is_justified for claim in facts.claims)
        total = (_("Total"), whole, Decimal(1), Decimal(1), justified, *_sums(facts.claims, facts))
    drills = tuple(Drill("request", "complaints", (("cause", claims[0].cause),)) for _cause, claims in found)
    title = _("Complaints by cause")
    return Table(name="causes", title=title, columns=columns, rows=rows, total=total, drills=drills)


def decisions(facts: ComplaintFacts) -> Table:
    """What was decided and what was given."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in facts.claims:
        found.setdefault((claim.outcome, claim.remedy), []).append(claim)
    rows: list[Row] = [
        (
            _(OUTCOMES.get(outcome, outcome)),
            _(REMEDIES.get(remedy, remedy)),
            len(claims),
            Decimal(len(claims)) / len(facts.claims),
            *_sums(claims, facts),
        )
        for (outcome, remedy), claims in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    columns = (
        Column(name="decision", title=_("Decision"), weight=34),
        Column(name="remedy", title=_("Remedy"), weight=34),
        Column(name="complaints", title=_("Complaints"), kind="number", weight=18),
        Column(name="share", title=_("Share"), kind="percent", weight=14, decimals=1),
        *_sum_columns(facts),
    )
    return Table(name="decisions", title=_("Decisions"), columns=columns, rows=rows)


def deadlines(facts: ComplaintFacts, language: str) -> Table:
    """Deadlines by law, demand by demand."""
    found: dict[str, list[Claim]] = {}
    for claim in facts.claims:
        if claim.due_on is not None:
            found.setdefault(claim.demand, []).append(claim)
    rows: list[Row] = []
    for demand, claims in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        judged = [answer for claim in claims if (answer := claim.kept_deadline(facts.today)) is not None]
        kept = sum(judged)
        share = Decimal(kept) / len(judged) if len(judged) >= LEAST else None
        rows.append((_demand(facts, demand, language), len(claims), kept, len(judged) - kept, share, _days(claims)))
    columns = (
        Column(name="demand", title=_("Demand"), weight=60, lines=2),
        Column(name="claims", title=_("Demands"), kind="number", weight=16),
        Column(name="kept", title=_("Kept"), kind="number", weight=16),
        Column(name="missed", title=_("Broken"), kind="number", weight=16),
        Column(name="share", title=_("Share kept"), kind="percent", weight=16, decimals=1),
        Column(name="days", title=_("Days to settle, median"), kind="number", weight=18, decimals=1),
    )
    return Table(name="deadlines", title=_("Deadlines by law"), columns=columns, rows=rows)


def products(facts: ComplaintFacts) -> Table:
    """Products that demands were about, the most first."""
    found: dict[str, list[Claim]] = {}
    for claim in facts.claims:
        if claim.product:
            found.setdefault(claim.product, []).append(claim)
    rows: list[Row] = [
        (product, len(claims), sum(claim.is_justified for claim in claims), *_sums(claims, facts))
        for product, claims in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    columns = (
        Column(name="product", title=_("Product"), weight=60, lines=2),
        Column(name="complaints", title=_("Complaints"), kind="number", weight=18),
        Column(name="justified", title=_("Justified"), kind="number", weight=18),
        *_sum_columns(facts),
    )
    return Table(name="products", title=_("Products"), columns=columns, rows=rows)


def listing(facts: ComplaintFacts, language: str) -> Table:
    """Every complaint and demand, the oldest first."""
    rows: list[Row] = [
        (
            claim.number,
            claim.registered_on,
            claim.customer or None,
            claim.product or None,
            cause_of(claim),
            _(OUTCOMES.get(claim.outcome, claim.outcome)),
            claim.due_on,
            claim.settled_on,
            money([claim], facts.currency) if claim.is_claim else None,
        )
        for claim in facts.claims
    ]
    columns = (
        Column(name="number", title=_("Number"), weight=18),
        Column(name="registered_on", title=_("Registered"), kind="date", weight=19),
        Column(name="customer", title=_("Customer"), weight=30, lines=2),
        Column(name="product", title=_("Product"), weight=26, lines=2),
        Column(name="cause", title=_("Cause"), weight=24, lines=2),
        Column(name="decision", title=_("Decision"), weight=28, lines=2),
        Column(name="due_on", title=_("Deadline"), kind="date", weight=19),
        Column(name="settled_on", title=_("Settled"), kind="date", weight=19),
        _sum_columns(facts)[0],
    )
    return Table(name="complaints", title=_("Complaints and demands"), columns=columns, rows=rows)


def _demand(facts: ComplaintFacts, code: str, language: str) -> str:
    names = facts.demands.get(code)
    return names[language == "ru"] if names else code


def _sums(claims: list[Claim], facts: ComplaintFacts) -> tuple[Decimal, Decimal]:
    return money(claims, facts.currency), money(claims, facts.currency, is_cost=True)


def _sum_columns(facts: ComplaintFacts) -> tuple[Column, Column]:
    given = _("Compensation, {currency}").format(currency=facts.currency)
    cost = _("Cost to us, {currency}").format(currency=facts.currency)
    return (
        Column(name="compensation", title=given, kind="money", weight=24),
        Column(name="cost", title=cost, kind="money", weight=24),
    )


def _days(claims: Iterable[Claim]) -> Decimal | None:
    days = [(claim.settled_on - claim.registered_on).days for claim in claims if claim.settled_on]
    return Decimal(str(median(days))) if len(days) >= LEAST else None
