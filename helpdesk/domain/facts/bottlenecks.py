"""What the report on bottlenecks is made from: stages, causes, departments and paths of one or more processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from helpdesk.domain.workflow import Cause

WorkflowName = Literal["requests", "orders"]


class Spread(NamedTuple):
    """How long something took, in milliseconds: how many, the middle one, what 90 % keep within."""

    n: int
    median: int | None
    p90: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFacts:
    """A stage in the period; lengths in milliseconds, `left` and `entered` count visits, `again` those that came back.

    `spread` is over cases that left it, their visits summed; `standing` are still there, `present` is the mean number
    that stood there at once.
    """

    stage: str
    spread: Spread
    entered: int
    left: int
    again: int
    working: int
    waiting: Mapping[Cause, int]
    standing: int
    oldest: int
    present: float
    mean_visit: float

    @property
    def waited(self) -> int:
        """All waiting, whatever its cause."""
        return sum(self.waiting.values())


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """How long cases waited for a department; `saved` is what an answer within the wanted time would have spared."""

    name: str
    spread: Spread
    waited: int
    standing: int
    saved: int


@dataclass(frozen=True, slots=True)
class PathFacts:
    """A step of real paths, from "" where cases begin, with how often it was gone and the time before it."""

    source: str
    target: str
    count: int
    median: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowFacts:
    """One process in the period; lengths in milliseconds."""

    name: WorkflowName
    cases: int
    events: int
    mean_case: float | None
    median_case: int | None
    median_case_wished: int | None
    arrived: int
    departed: int
    standing: int
    present: float
    mean_visit: float | None
    stages: tuple[StageFacts, ...]
    departments: tuple[DepartmentFacts, ...]
    paths: tuple[PathFacts, ...]
    by_week: tuple[tuple[int, int, int], ...] = ()

    @property
    def waited(self) -> int:
        """All waiting in the period."""
        return sum(stage.waited for stage in self.stages)


@dataclass(frozen=True, slots=True, kw_only=True)
class BottleneckFacts:
    """The processes that were asked for; `titles` are the names of stages, `wish` the hours of the what-if."""

    processes: tuple[WorkflowFacts, ...]
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    wish_hours: int = 4
    days: float = 0.0
    as_of: datetime
