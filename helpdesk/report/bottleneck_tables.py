"""The tables of bottlenecks: stages, causes of waiting, departments, flow with Little's check, paths."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from helpdesk.domain.drill import Drill
from helpdesk.domain.facts.bottlenecks import BottleneckFacts, Spread, StageFacts, WorkflowFacts
from helpdesk.report.bottleneck_figures import kind_of
from helpdesk.report.bottleneck_words import CAUSES, StageWords, cause, workflow
from helpdesk.report.content import Column, Group, Row, Table
from helpdesk.words import _

LEAST = 5
LATE_LEAST = 20
MOST_PATHS = 40
_TENTH = Decimal("0.1")


def stages(facts: BottleneckFacts, words: StageWords) -> Table:
    """Each stage of each process, the one with most time first."""
    rows: list[Row] = []
    groups: list[Group] = []
    drills: list[Drill | None] = []
    for one in facts.processes:
        if not one.stages:
            continue
        groups.append(Group(workflow(one.name), len(rows)))
        for stage in one.stages:
            rows.append(_stage_row(stage, one, words))
            drills.append(Drill(kind_of(one), "left", (("stage", stage.stage),)))
    columns = (
        Column(name="stage", title=_("Stage"), weight=52, lines=2),
        Column(name="n", title=_("Cases that left"), kind="number", weight=18),
        Column(name="median", title=_("Median"), kind="duration", weight=23),
        Column(name="p90", title=_("90% within"), kind="duration", weight=23),
        Column(name="working", title=_("Working, h"), kind="number", weight=22),
        Column(name="waiting", title=_("Waiting, h"), kind="number", weight=22),
        Column(name="share", title=_("Share of waiting"), kind="percent", weight=18, decimals=1),
        Column(name="again", title=_("Came back"), kind="number", weight=15),
        Column(name="standing", title=_("Standing now"), kind="number", weight=16),
        Column(name="oldest", title=_("Longest so far"), kind="duration", weight=24),
    )
    table_groups = tuple(groups)
    return Table(
        name="stages", title=_("Stages"), columns=columns, rows=rows, groups=table_groups, drills=tuple(drills)
    )


def _stage_row(stage: StageFacts, one: WorkflowFacts, words: StageWords) -> Row:
    share = Decimal(stage.waited) / one.waited if one.waited else None
    return (
        words.stage(stage.stage),
        stage.spread.n,
        *_middle(stage.spread),
        hours(stage.working),
        hours(stage.waited),
        share,
        stage.again,
        stage.standing,
        length(stage.oldest) if stage.standing else None,
    )


def causes(facts: BottleneckFacts, words: StageWords) -> Table:
    """Waiting by cause, stage by stage."""
    rows: list[Row] = []
    for which in CAUSES:
        for one in facts.processes:
            waited = sum(stage.waiting.get(which, 0) for stage in one.stages)
            if waited:
                worst = max(one.stages, key=lambda stage: stage.waiting.get(which, 0))
                share = Decimal(waited) / one.waited
                rows.append((cause(which), workflow(one.name), hours(waited), share, words.stage(worst.stage)))
    columns = (
        Column(name="cause", title=_("Waiting"), weight=60),
        Column(name="process", title=_("Process"), weight=30),
        Column(name="hours", title=_("Hours"), kind="number", weight=22),
        Column(name="share", title=_("Share of waiting"), kind="percent", weight=22, decimals=1),
        Column(name="stage", title=_("Mostly in"), weight=60),
    )
    return Table(name="causes", title=_("Waiting by cause"), columns=columns, rows=rows)


def departments(facts: BottleneckFacts) -> Table:
    """How long departments took, and what a wished answer time would have spared."""
    rows: list[Row] = [
        (
            department.name or _("no department noted"),
            workflow(one.name),
            department.spread.n,
            *_middle(department.spread),
            hours(department.waited),
            department.standing,
            hours(department.saved),
        )
        for one in facts.processes
        for department in one.departments
    ]
    saved = _("Spared, if answered within {hours} h, h").format(hours=facts.wish_hours)
    columns = (
        Column(name="department", title=_("Department"), weight=60),
        Column(name="process", title=_("Process"), weight=28),
        Column(name="n", title=_("Answered"), kind="number", weight=18),
        Column(name="median", title=_("Median"), kind="duration", weight=24),
        Column(name="p90", title=_("90% within"), kind="duration", weight=24),
        Column(name="waiting", title=_("Waiting, h"), kind="number", weight=22),
        Column(name="standing", title=_("Not answered"), kind="number", weight=20),
        Column(name="saved", title=saved, kind="number", weight=30),
    )
    return Table(name="departments", title=_("Departments"), columns=columns, rows=rows)


def flow(facts: BottleneckFacts, words: StageWords) -> Table:
    """What came and went in each stage, with Little's check beside what was present."""
    rows: list[Row] = []
    groups: list[Group] = []
    for one in facts.processes:
        if not one.stages:
            continue
        groups.append(Group(workflow(one.name), len(rows)))
        rows.extend(_flow_row(stage, facts, words) for stage in one.stages)
    columns = (
        Column(name="stage", title=_("Stage"), weight=60, lines=2),
        Column(name="entered", title=_("Arrivals"), kind="number", weight=20),
        Column(name="left", title=_("Departures"), kind="number", weight=20),
        Column(name="grown", title=_("Grown by"), kind="number", weight=20),
        Column(name="standing", title=_("Queue now"), kind="number", weight=20),
        Column(name="present", title=_("Present, mean"), kind="number", weight=22, decimals=1),
        Column(name="little", title=_("By Little's law"), kind="number", weight=22, decimals=1),
    )
    title = _("Arrivals against departures")
    return Table(name="flow", title=title, columns=columns, rows=rows, groups=tuple(groups))


def _flow_row(stage: StageFacts, facts: BottleneckFacts, words: StageWords) -> Row:
    rate = stage.entered / (facts.days * 86_400_000) if facts.days else 0.0
    little = Decimal(str(rate * stage.mean_visit)).quantize(_TENTH) if stage.left >= LEAST else None
    present = Decimal(str(stage.present)).quantize(_TENTH)
    name = words.stage(stage.stage)
    return (name, stage.entered, stage.left, stage.entered - stage.left, stage.standing, present, little)


def paths(facts: BottleneckFacts, words: StageWords) -> Table:
    """Steps as they were really gone, the commonest first."""
    rows: list[Row] = []
    groups: list[Group] = []
    for one in facts.processes:
        if not one.paths:
            continue
        total = sum(path.count for path in one.paths)
        groups.append(Group(workflow(one.name), len(rows)))
        rows.extend(
            (
                words.stage(path.source) if path.source else _("beginning"),
                words.stage(path.target),
                path.count,
                Decimal(path.count) / total,
                length(path.median) if path.source and path.count >= LEAST else None,
            )
            for path in one.paths[:MOST_PATHS]
        )
    columns = (
        Column(name="source", title=_("From"), weight=60),
        Column(name="target", title=_("To"), weight=60),
        Column(name="count", title=_("How often"), kind="number", weight=20),
        Column(name="share", title=_("Share"), kind="percent", weight=20, decimals=1),
        Column(name="median", title=_("Median before"), kind="duration", weight=26),
    )
    return Table(name="paths", title=_("Real paths"), columns=columns, rows=rows, groups=tuple(groups))


def _middle(spread: Spread) -> tuple[timedelta | None, timedelta | None]:
    """The middle and the 90 %, where enough cases stand behind them."""
    return (
        length(spread.median) if spread.n >= LEAST else None,
        length(spread.p90) if spread.n >= LATE_LEAST else None,
    )


def length(milliseconds: int | None) -> timedelta | None:
    """A length to the second."""
    return None if milliseconds is None else timedelta(seconds=round(milliseconds / 1000))


def hours(milliseconds: int) -> int:
    """A length in whole hours."""
    return round(milliseconds / 3_600_000)
