"""The figures of a process in a period, from its cases: what left, stands, was waited for, and which ways were gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean, median

from helpdesk.domain.facts.bottlenecks import (
    DepartmentFacts,
    PathFacts,
    Spread,
    StageFacts,
    WorkflowFacts,
    WorkflowName,
)
from helpdesk.domain.workflow import Case, Cause, Passage, Visit

HOUR = 3_600_000
WEEK = 7 * 24 * HOUR


class _Stage:
    """One stage while visits are counted."""

    def __init__(self) -> None:
        self.entered = self.left = self.again = self.standing = self.oldest = 0
        self.working = self.overlap = self.visit_time = 0
        self.waiting: dict[Cause, int] = {}
        self.by_case: dict[int, int] = {}

    def take(self, visit: Visit, start: int, end: int) -> None:
        """Counts a visit that left in [start, end) or stands at its end."""
        began, left = visit.entered, visit.left
        ended = began + visit.length
        if start <= began < end:
            self.entered += 1
        if ended > start and began < end:
            self.overlap += (ended if ended < end else end) - (began if began > start else start)
        if left is None:
            self.standing += 1
            self.oldest = max(self.oldest, visit.length)
        elif start <= left < end:
            self.left += 1
            self.by_case[visit.case] = self.by_case.get(visit.case, 0) + visit.length
            self.visit_time += visit.length
        else:
            return
        self.again += visit.is_again
        self.working += visit.working
        for cause, waited in visit.waiting.items():
            self.waiting[cause] = self.waiting.get(cause, 0) + waited

    def told(self, stage: str, length: int) -> StageFacts:
        """What was counted."""
        return StageFacts(
            stage=stage,
            spread=spread(self.by_case.values()),
            entered=self.entered,
            left=self.left,
            again=self.again,
            working=self.working,
            waiting=self.waiting,
            standing=self.standing,
            oldest=self.oldest,
            present=self.overlap / length,
            mean_visit=self.visit_time / self.left if self.left else 0.0,
        )


class WorkflowCount:
    """Counts the cases of one process in the period [start, end); `until` is where its open visits end."""

    def __init__(self, name: WorkflowName, start: int, end: int, *, until: int, wish_hours: int) -> None:
        self._name = name
        self._start, self._end, self._until = start, end, until
        self._wish = wish_hours * HOUR
        self._stages: defaultdict[str, _Stage] = defaultdict(_Stage)
        self._departments: defaultdict[str, list[Visit]] = defaultdict(list)
        self._lengths: list[int] = []
        self._wished: list[int] = []
        self._passages: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._weeks: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        self._arrived = self._departed = self._standing = self._overlap = 0

    def take(self, case: Case) -> None:
        """Counts one case."""
        if self._start <= case.first < self._end:
            self._arrived += 1
            self._weeks[(case.first - self._start) // WEEK][0] += 1
        is_done = case.is_over or case.is_foreign
        if self._start <= case.last < self._end and is_done:
            self._lengths.append(case.last - case.first)
            self._wished.append(case.last - case.first - self._spared(case.visits))
            self._departed += 1
            self._weeks[(case.last - self._start) // WEEK][1] += 1
        if not is_done:
            self._standing += 1
        ended = case.last if is_done else self._until
        self._overlap += max(0, min(ended, self._end) - max(case.first, self._start))
        for visit in case.visits:
            if case.is_foreign and not case.is_over and visit.left is None:
                continue
            self._take_visit(visit)
        for passage in case.passages:
            self._take_passage(passage)

    def _take_visit(self, visit: Visit) -> None:
        self._stages[visit.stage].take(visit, self._start, self._end)
        is_counted = visit.left is None or self._start <= visit.left < self._end
        if is_counted and Cause.DEPARTMENT in visit.waiting:
            self._departments[visit.department].append(visit)

    def _take_passage(self, passage: Passage) -> None:
        if self._start <= passage.at < self._end:
            self._passages[passage.source, passage.target].append(passage.after)

    def _spared(self, visits: Iterable[Visit]) -> int:
        return sum(max(0, visit.waiting.get(Cause.DEPARTMENT, 0) - self._wish) for visit in visits)

    def told(self, events: int) -> WorkflowFacts:
        """The figures of what was counted."""
        length = max(1, min(self._until, self._end) - self._start)
        stages = sorted((stage.told(name, length) for name, stage in self._stages.items()), key=_weight)
        return WorkflowFacts(
            name=self._name,
            cases=len(self._lengths),
            events=events,
            mean_case=fmean(self._lengths) if self._lengths else None,
            median_case=round(median(self._lengths)) if self._lengths else None,
            median_case_wished=round(median(self._wished)) if self._wished else None,
            arrived=self._arrived,
            departed=self._departed,
            standing=self._standing,
            present=self._overlap / length,
            mean_visit=fmean(self._lengths) if self._lengths else None,
            stages=tuple(stages),
            departments=tuple(sorted(map(self._department, self._departments.items()), key=_most_waited)),
            paths=tuple(sorted((_path(*item) for item in self._passages.items()), key=_most_gone)),
            by_week=tuple((week, *counts) for week, counts in sorted(self._weeks.items())),  # type: ignore[misc]
        )

    def _department(self, item: tuple[str, list[Visit]]) -> DepartmentFacts:
        name, visits = item
        waits = [visit.waiting[Cause.DEPARTMENT] for visit in visits]
        gone = [wait for visit, wait in zip(visits, waits, strict=True) if visit.left is not None]
        return DepartmentFacts(
            name,
            spread(gone),
            sum(waits),
            sum(visit.left is None for visit in visits),
            sum(max(0, wait - self._wish) for wait in waits),
        )


def spread(values: Iterable[int]) -> Spread:
    """The middle (of two where n is even) and the nearest rank of 90 %."""
    ordered = sorted(values)
    n = len(ordered)
    if not n:
        return Spread(0, None, None)
    return Spread(n, round(median(ordered)), ordered[-(-9 * n // 10) - 1])


def _path(key: tuple[str, str], lengths: Sequence[int]) -> PathFacts:
    return PathFacts(*key, len(lengths), round(median(lengths)))


def _weight(stage: StageFacts) -> tuple[int, str]:
    return -stage.waited - stage.working, stage.stage


def _most_waited(department: DepartmentFacts) -> tuple[int, str]:
    return -department.waited, department.name


def _most_gone(path: PathFacts) -> tuple[int, str, str]:
    return -path.count, path.source, path.target
