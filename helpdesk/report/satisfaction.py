"""Satisfaction: whether customers are content, by their scores, their recommendation and their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import sqrt

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.satisfaction import Recommendation, SatisfactionFacts, Scores, satisfied, together
from helpdesk.domain.request import RequestKind
from helpdesk.report import measure
from helpdesk.report.chart import Stacked, StackedRow
from helpdesk.report.content import Column, Figure, ReportContent, ReportFrame, Row, Table
from helpdesk.report.figure import wilson
from helpdesk.report.notation import MINUS, Notation
from helpdesk.words import N_, _, counted, speaking
from helpdesk.words.terms import title

NAME = "satisfaction"
TITLE = N_("Satisfaction")
QUESTION = N_("Are our customers content?")
_Z = 1.959964


def build(facts: SatisfactionFacts, frame: ReportFrame) -> ReportContent:
    """The whole report."""
    with speaking(frame.language):
        notation = Notation.of(frame)
        return ReportContent(
            name=NAME,
            title=_(TITLE),
            question=_(QUESTION),
            frame=frame,
            finding=_finding(facts, notation),
            figures=tuple(_figures(facts, notation)),
            charts=_charts(facts, notation),
            tables=(_kinds(facts, notation), _words(facts, notation)),
            method=(
                *measure.method("csat", "nps"),
                _(
                    "Scores that the solver took down stand apart from those given to another person or by the"
                    " customer: people are kinder to the one who helped them."
                ),
            ),
        )


def _all(facts: SatisfactionFacts) -> Scores:
    return together(facts.own, facts.others)


def _finding(facts: SatisfactionFacts, notation: Notation) -> str:
    now, before = satisfied(_all(facts)), satisfied(facts.before)
    if not now.whole:
        return _("Nobody rated a solution during this period.")
    if now.whole < 5:
        return counted(
            "Only {n} rating: too few to say anything.", "Only {n} ratings: too few to say anything.", now.whole
        ).format(n=now.whole)
    values = {"share": notation.percent(measure.ratio(now), 0), "n": notation.number(now.whole)}
    if before.whole >= 5:
        low, high = wilson(measure.ratio(now), now.whole)
        earlier = measure.ratio(before)
        values["before"] = notation.percent(earlier, 0)
        if earlier < low:
            return _("{share} of {n} ratings are 4 or 5: more than before ({before}), beyond chance.").format(**values)
        if earlier > high:
            return _("{share} of {n} ratings are 4 or 5: fewer than before ({before}), beyond chance.").format(**values)
        return _("{share} of {n} ratings are 4 or 5; before it was {before}, which chance alone explains.").format(
            **values
        )
    return _("{share} of {n} ratings are 4 or 5.").format(**values)


def _figures(facts: SatisfactionFacts, notation: Notation) -> Iterator[Figure]:
    drill = Drill("request", "rated")
    yield measure.rate("csat", satisfied(_all(facts)), notation, before=satisfied(facts.before), drill=drill)
    others = measure.rate("csat", satisfied(facts.others), notation, drill=Drill("request", "others"))
    yield replace(others, name="csat_others", title=_("Satisfied, not taken down by the solver"))
    own = measure.rate("csat", satisfied(facts.own), notation, drill=Drill("request", "own"))
    yield replace(own, name="csat_own", title=_("Satisfied, taken down by the solver"))
    yield _nps(facts.recommendation, facts.recommendation_before, notation)
    rated = measure.rate("csat", facts.rated, notation, drill=drill)
    yield replace(rated, name="rated", title=_("Ratings per solved request"))
    bad = sum(_all(facts)[:2])
    words = _("Ratings 1 and 2")
    bad_drill = Drill("request", "dissatisfied")
    yield Figure(name="bad", title=words, value=bad, n=facts.rated.part, is_count=True, drill=bad_drill)


def net(answers: Recommendation) -> Decimal | None:
    """The net recommendation in points from -100 to 100."""
    return Decimal(100 * (answers.promoters - answers.detractors)) / answers.n if answers.n else None


def net_interval(answers: Recommendation) -> tuple[Decimal, Decimal]:
    """Its 95 % interval, in points: the variance of a difference of two shares of one sample."""
    up, down = answers.promoters / answers.n, answers.detractors / answers.n
    half = 100 * _Z * sqrt(max(0.0, up + down - (up - down) ** 2) / answers.n)
    middle = 100 * (up - down)
    return Decimal(str(max(-100.0, middle - half))), Decimal(str(min(100.0, middle + half)))


def _nps(now: Recommendation, before: Recommendation, notation: Notation) -> Figure:
    least = measure.MEASURES["nps"].least
    value, earlier = net(now), net(before)
    detail = change = ""
    if now.n >= least:
        low, high = net_interval(now)
        detail = _("from {low} to {high}").format(low=_signed(low, notation), high=_signed(high, notation))
        if before.n >= least and earlier is not None:
            change = _("before: {before}").format(before=_signed(earlier, notation))
    return Figure(
        name="nps",
        title=measure.title_of("nps"),
        value=value,
        n=now.n,
        least=least,
        detail=detail,
        change=change,
        drill=Drill("request", "recommended"),
    )


def _signed(value: Decimal, notation: Notation) -> str:
    text = notation.number(abs(value))
    return text if not round(value) else ("+" if value > 0 else MINUS) + text


def _charts(facts: SatisfactionFacts, notation: Notation) -> tuple[Stacked, ...]:
    rows = [
        StackedRow(words, tuple(reversed(scores)), f"n = {notation.number(sum(scores))}")
        for words, scores in (
            (_("This period"), _all(facts)),
            (_("Period before"), facts.before),
            (_("Not by the solver"), facts.others),
            (_("By the solver"), facts.own),
        )
        if sum(scores)
    ]
    return (
        Stacked(_("Ratings from 5 (dark) to 1 (light)"), "", ("5", "4", "3", "2", "1"), tuple(rows), is_share=True),
    )


def _kinds(facts: SatisfactionFacts, notation: Notation) -> Table:
    columns = (
        Column(name="kind", title=_("Kind"), weight=34),
        *(Column(name=f"score_{score}", title=str(score), kind="number", weight=10) for score in range(5, 0, -1)),
        Column(name="n", title=_("Ratings"), kind="number", weight=14),
        Column(name="share", title=_("Satisfied"), kind="percent", weight=16, decimals=1),
        Column(name="interval", title=_("Interval, 95%"), weight=26),
    )
    by_size = sorted(facts.by_kind, key=lambda kind: (-sum(facts.by_kind[kind]), kind))
    rows: list[Row] = [_score_row(title(RequestKind(kind)), facts.by_kind[kind], notation) for kind in by_size]
    total = _score_row(_("Together"), _all(facts), notation) if rows else None
    return Table(
        name="kinds",
        title=_("Ratings by kind of request"),
        columns=columns,
        rows=rows,
        total=total,
        drills=tuple(Drill("request", "rated", (("kind", kind),)) for kind in by_size),
    )


def _score_row(words: str, scores: Scores, notation: Notation) -> Row:
    share = satisfied(scores)
    interval = None
    if share.whole >= 5:
        low, high = wilson(measure.ratio(share), share.whole)
        interval = f"{notation.percent(low, 0)} – {notation.percent(high, 0)}"
    return (words, *reversed(scores), share.whole, measure.cell(share), interval)


def _words(facts: SatisfactionFacts, notation: Notation) -> Table:
    columns = (
        Column(name="score", title=_("Score"), kind="number", weight=9),
        Column(name="words", title=_("Words"), weight=66, lines=3),
        Column(name="number", title=_("Request"), weight=19),
        Column(name="solver", title=_("Solved by"), weight=28, lines=2),
        Column(name="given_by", title=_("Said by"), weight=30, lines=2),
        Column(name="at", title=_("On"), kind="instant", weight=25),
    )
    rows: list[Row] = [
        (one.score, one.words, one.number, one.solver or None, one.given_by or None, one.at) for one in facts.words
    ]
    heading = _("What they said, the lowest scores first")
    if facts.words_count > len(rows):
        heading += _(", the first {n} of {total}").format(
            n=notation.number(len(rows)), total=notation.number(facts.words_count)
        )
    return Table(name="words", title=heading, columns=columns, rows=rows)
