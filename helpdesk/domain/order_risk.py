"""Orders at risk: those that stand in a stage longer than nine of ten others did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from helpdesk.domain.order import OrderStage, StageUsual
from helpdesk.domain.order_stage import StagePlan

FEWEST = 8
# What an office takes for long until its own history says otherwise.
_ASSUMED = {
    OrderStage.REGISTERED: timedelta(days=1),
    OrderStage.CONFIRMED: timedelta(days=2),
    OrderStage.PRODUCTION: timedelta(days=14),
    OrderStage.ASSEMBLING: timedelta(days=2),
    OrderStage.PROBLEM: timedelta(days=2),
}

Usual = Mapping[tuple[str, str], StageUsual]


def p90(stays: Sequence[timedelta]) -> timedelta:
    """The stay that nine of ten do not exceed (nearest rank); the stays may come in any order, at least one."""
    ordered = sorted(stays)
    return ordered[-(-9 * len(ordered) // 10) - 1]


def learn(stays: Mapping[tuple[str, str], Sequence[timedelta]]) -> dict[tuple[str, str], StageUsual]:
    """What is usual in each stage that enough orders have left."""
    return {key: StageUsual(p90(found), len(found)) for key, found in stays.items() if len(found) >= FEWEST}


def limits(plan: StagePlan, learnt: Usual) -> dict[tuple[str, str], StageUsual]:
    """The usual stay in each stage in which an order may wait: learnt, or assumed until enough is known."""
    found = {}
    for stage in plan.stages:
        key = (stage.kind.value, stage.code)
        if key in learnt:
            found[key] = learnt[key]
        elif stage.category in _ASSUMED:
            found[key] = StageUsual(_ASSUMED[stage.category], 0, is_assumed=True)
    return {key: stay for key, stay in found.items() if not _is_over(plan, key)}


def _is_over(plan: StagePlan, key: tuple[str, str]) -> bool:
    return any((stage.kind.value, stage.code) == key and stage.category.is_over for stage in plan.stages)
