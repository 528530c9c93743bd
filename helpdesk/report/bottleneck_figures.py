"""The figures of a process and the one sentence that they add up to."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.drill import Drill, DrillKind
from helpdesk.domain.facts.bottlenecks import BottleneckFacts, StageFacts, WorkflowFacts
from helpdesk.report.bottleneck_words import StageWords
from helpdesk.report.content import Figure
from helpdesk.report.notation import Notation
from helpdesk.words import _

DAY = 86_400_000
LEAST = 5
_CENT = Decimal("0.01")


def days(milliseconds: float | None) -> Decimal | None:
    """A length in days, to two decimals."""
    return None if milliseconds is None else (Decimal(str(milliseconds)) / DAY).quantize(_CENT)


def bottleneck(process: WorkflowFacts) -> tuple[StageFacts, Decimal] | None:
    """The stage where most of the waiting is, and its share of all waiting."""
    if not process.waited:
        return None
    worst = max(process.stages, key=_waited)
    return worst, Decimal(worst.waited) / process.waited


def _waited(stage: StageFacts) -> int:
    return stage.waited


def finding(process: WorkflowFacts, facts: BottleneckFacts, words: StageWords, notation: Notation) -> str:
    """What the reader should know first, by rule: where most of the waiting is, and what departments could spare."""
    found = bottleneck(process)
    if found is None:
        return _("Nothing waited during this period.")
    stage, share = found
    sentence = _("{share} of all waiting is in “{stage}”.").format(
        share=notation.percent(share, 0), stage=words.stage(stage.stage)
    )
    now, wished = days(process.median_case), days(process.median_case_wished)
    if now is None or wished is None or process.cases < LEAST or wished >= now:
        return sentence
    what_if = _("If departments answered within {hours} h, the median case would take {wished} instead of {now} days.")
    more = what_if.format(hours=facts.wish_hours, wished=notation.number(wished, 2), now=notation.number(now, 2))
    return f"{sentence} {more}"


def figures(
    process: WorkflowFacts, facts: BottleneckFacts, words: StageWords, notation: Notation
) -> tuple[Figure, ...]:
    """Each with its base."""
    return (*_case_figures(process), *_time_figures(process, facts, words), *_flow_figures(process, notation))


def _case_figures(process: WorkflowFacts) -> tuple[Figure, ...]:
    n, kind = process.cases, kind_of(process)
    return (
        Figure(name="cases", title=_("Cases ended"), value=n, n=n, is_count=True, drill=Drill(kind, "cases")),
        Figure(name="events", title=_("Events"), value=process.events, n=process.events, is_count=True),
        Figure(
            name="mean_case_days",
            title=_("Days of a case, mean"),
            value=days(process.mean_case),
            n=n,
            decimals=2,
            drill=Drill(kind, "cases"),
        ),
        Figure(
            name="median_case_days",
            title=_("Days of a case, median"),
            value=days(process.median_case),
            n=n,
            decimals=2,
            drill=Drill(kind, "cases"),
        ),
    )


def kind_of(process: WorkflowFacts) -> DrillKind:
    """What the cases of a process are to a drill."""
    return "order" if process.name == "orders" else "request"


def _time_figures(process: WorkflowFacts, facts: BottleneckFacts, words: StageWords) -> tuple[Figure, ...]:
    worked = sum(stage.working for stage in process.stages)
    whole = worked + process.waited
    found = bottleneck(process)
    visits = sum(stage.left + stage.standing for stage in process.stages)
    return (
        Figure(
            name="waiting_share",
            title=_("Waiting, share of all time"),
            value=Decimal(process.waited) / whole if whole else None,
            n=visits,
            kind="percent",
            decimals=1,
        ),
        Figure(
            name="bottleneck_share",
            title=_("Largest share of waiting"),
            value=found[1] if found else None,
            n=visits,
            kind="percent",
            decimals=1,
            detail=words.stage(found[0].stage) if found else "",
        ),
        Figure(
            name="median_case_days_wished",
            title=_("Median days, if departments answered within {hours} h").format(hours=facts.wish_hours),
            value=days(process.median_case_wished),
            n=process.cases,
            decimals=2,
        ),
    )


def _flow_figures(process: WorkflowFacts, notation: Notation) -> tuple[Figure, ...]:
    standing = process.standing
    flow = _("{arrived} came, {departed} went").format(
        arrived=notation.number(process.arrived), departed=notation.number(process.departed)
    )
    return (
        Figure(
            name="in_progress",
            title=_("In progress at the end"),
            value=standing,
            n=standing,
            is_count=True,
            detail=flow,
            drill=Drill(kind_of(process), "standing"),
        ),
    )
