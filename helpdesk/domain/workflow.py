"""A process as its event log tells it: visits to stages, working and waiting time, real paths.

Working is time taken into work within business hours; everything else is waiting, by its cause. Nothing here knows
where events come from: `Step`s of one case follow each other in the order of folding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple


class Cause(StrEnum):
    """What a case waits for."""

    QUEUE = "queue"
    ABSENT = "absent"
    CUSTOMER = "customer"
    CARRIER = "carrier"
    DEPARTMENT = "department"
    SUPPLIER = "supplier"
    DATE = "date"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True)
class Nature:
    """What time in a stage is: an end, work, or waiting for a cause."""

    is_end: bool = False
    is_work: bool = False
    cause: Cause = Cause.UNRECORDED


class Step(NamedTuple):
    """What changed where a case stands; instants are milliseconds since 1970.

    `stage` is "" where the stage stayed; `owned` is None where nothing is said of an owner; `is_birth` marks the
    registration at this desk, `is_activity` one line of a foreign log, which is a visit of its own. Truths may be 0
    and 1, as a database tells them.
    """

    case: int
    at: int
    stage: str
    owned: bool | int | None
    is_birth: bool | int
    is_activity: bool | int
    department: str


class Visit(NamedTuple):
    """A case in a stage, from entering to leaving; `left` is None where it still stands there."""

    case: int
    stage: str
    entered: int
    left: int | None
    length: int
    working: int
    waiting: Mapping[Cause, int]
    is_again: bool
    department: str


class Passage(NamedTuple):
    """A step from stage to stage; "" is the beginning. `after` is how long the stage before it lasted."""

    source: str
    target: str
    at: int
    after: int


@dataclass(slots=True)
class Case:
    """One case with its visits; `is_foreign` means that it came as a log and was never registered here."""

    case: int
    first: int
    last: int
    stage: str
    is_over: bool
    is_foreign: bool
    visits: list[Visit] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


Working = Callable[[int, int], int]
"""Milliseconds of business time between two instants."""


def cases(steps: Iterable[Step], natures: Mapping[str, Nature], working: Working, until: int) -> Iterator[Case]:
    """Folds steps, which come case by case, each in order; what is open is counted up to `until`."""
    for _case, own in groupby(steps, key=attrgetter("case")):
        yield _Course(list(own), natures, working, until).told()


_UNKNOWN = Nature()


class _Course:
    """One case on its way through its steps."""

    __slots__ = (
        "_case",
        "_department",
        "_entered",
        "_is_open",
        "_nature",
        "_natures",
        "_owned",
        "_seen",
        "_since",
        "_stage",
        "_steps",
        "_until",
        "_waited",
        "_worked",
        "_working",
    )

    def __init__(self, steps: list[Step], natures: Mapping[str, Nature], working: Working, until: int) -> None:
        self._steps = steps
        self._natures = natures
        self._working = working
        self._until = until
        self._owned: bool | int | None = None
        self._department = self._stage = ""
        self._entered = self._since = self._worked = 0
        self._nature = _UNKNOWN
        self._is_open = False
        self._waited: dict[Cause, int] = {}
        self._seen: set[str] = set()
        first = steps[0]
        last = next((step.at for step in reversed(steps) if step.stage), first.at)
        self._case = Case(first.case, first.at, last, "", False, not any(step.is_birth for step in steps))

    def told(self) -> Case:
        for step in self._steps:
            if self._is_open and step.at > self._since:
                self._pass_time(step.at)
            if step.stage and (step.stage != self._stage or step.is_activity):
                self._enter(step)
            if step.department:
                self._department = step.department
            if step.owned is not None:
                self._owned = step.owned
        self._case.stage = self._stage
        self._case.is_over = self._nature.is_end
        if self._is_open:
            if self._until > self._since:
                self._pass_time(self._until)
            self._close(self._until, None)
        return self._case

    def _pass_time(self, at: int) -> None:
        nature, length = self._nature, at - self._since
        if nature.is_work and self._owned in (None, 1):
            worked = self._working(self._since, at)
            self._worked += worked
            self._wait(Cause.ABSENT, length - worked)
        else:
            self._wait(Cause.QUEUE if nature.is_work else nature.cause, length)
        self._since = at

    def _wait(self, cause: Cause, length: int) -> None:
        if length > 0:
            self._waited[cause] = self._waited.get(cause, 0) + length

    def _enter(self, step: Step) -> None:
        if self._is_open:
            self._close(step.at, step.at)
        after = step.at - self._entered if self._stage else 0
        self._case.passages.append(Passage(self._stage, step.stage, step.at, after))
        self._stage, self._entered, self._since = step.stage, step.at, step.at
        self._nature = self._natures.get(step.stage, _UNKNOWN)
        self._is_open = not self._nature.is_end
        self._worked, self._waited = 0, {}

    def _close(self, at: int, left: int | None) -> None:
        stage = self._stage
        length = max(0, at - self._entered)
        spent = (length, self._worked, self._waited)
        self._case.visits.append(
            Visit(self._case.case, stage, self._entered, left, *spent, stage in self._seen, self._department)
        )
        self._seen.add(stage)
