"""The charts of bottlenecks: working and waiting by stage, and the map of real paths."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.domain.facts.bottlenecks import PathFacts, WorkflowFacts
from helpdesk.domain.workflow import Cause
from helpdesk.report.bottleneck_figures import bottleneck
from helpdesk.report.bottleneck_tables import hours
from helpdesk.report.bottleneck_words import CAUSES, StageWords, cause
from helpdesk.report.chart import Chart, MapNode, MapWay, PathMap, Stacked, StackedRow
from helpdesk.report.notation import Notation
from helpdesk.words import _

STAGES = 7
WAYS = 14
MAP_NODES = 10


def stages_chart(process: WorkflowFacts, words: StageWords, notation: Notation) -> Chart | None:
    """Hours of each stage as working and waiting by cause; None where no time was spent."""
    shown = [stage for stage in process.stages if stage.working + stage.waited][:STAGES]
    if not shown:
        return None
    present = [which for which in CAUSES if any(stage.waiting.get(which) for stage in shown)]
    causes: list[Cause] = sorted(present, key=lambda which: -sum(stage.waiting.get(which, 0) for stage in shown))[:2]
    parts = [_("working"), *map(cause, causes)]
    has_rest = len(present) > len(causes)
    rows = []
    for stage in shown:
        told = [hours(stage.waiting.get(which, 0)) for which in causes]
        rest = hours(stage.waited - sum(stage.waiting.get(which, 0) for which in causes))
        rows.append(StackedRow(words.stage(stage.stage), (hours(stage.working), *told, *((rest,) if has_rest else ()))))
    found = bottleneck(process)
    finding = _("most waiting: {stage}").format(stage=words.stage(found[0].stage)) if found else ""
    names = (*parts, *((_("other waiting"),) if has_rest else ()))
    return Stacked(_("Hours by stage"), finding, names, tuple(rows))


def paths_chart(process: WorkflowFacts, words: StageWords, notation: Notation) -> Chart | None:
    """The commonest steps as a map from the beginning on; None where nobody went anywhere."""
    ways = process.paths[:WAYS]
    if not ways:
        return None
    counts: dict[str, int] = {}
    for path in ways:
        counts[path.target] = counts.get(path.target, 0) + path.count
    kept = sorted(counts, key=lambda stage: (-counts[stage], stage))[:MAP_NODES]
    medians = {stage.stage: stage.spread.median for stage in process.stages}
    nodes = tuple(MapNode(stage, words.stage(stage), counts[stage], _seconds(medians.get(stage))) for stage in kept)
    drawn = tuple(
        MapWay(path.source, path.target, path.count, path.median // 1000 if path.source else None)
        for path in ways
        if path.target in kept and (not path.source or path.source in kept)
    )
    return PathMap(_("Map of real paths"), _left_out(process.paths, drawn, notation), nodes, drawn)


def _left_out(paths: tuple[PathFacts, ...], drawn: tuple[MapWay, ...], notation: Notation) -> str:
    whole = sum(path.count for path in paths)
    shown = sum(way.count for way in drawn)
    if shown == whole:
        return _("every step")
    return _("the commonest steps, {share} of all").format(share=notation.percent(Decimal(shown) / whole, 0))


def _seconds(milliseconds: int | None) -> int | None:
    return None if milliseconds is None else milliseconds // 1000
