"""What the report on promises is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.domain.facts.measure import Share


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """One target of one priority: met of decided, and the median overrun of those reached late, in business seconds."""

    target: str
    priority: str
    share: Share
    overrun: float | None
    overrun_n: int


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was missed; `overrun` is up to the cut-off while `is_open`."""

    number: str
    subject: str
    owner: str
    target: str
    breach_at: datetime
    overrun: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class SlaFacts:
    """Decisions of the period and of the one before; `weeks` are up to thirteen, each with its Monday.

    `target_percent` is the share that the company means to keep.
    """

    targets: tuple[TargetFacts, ...]
    whole: Share
    before: Share
    undecided: int
    unpromised: int
    weeks: tuple[tuple[date, Share], ...]
    worst: tuple[Breach, ...]
    target_percent: int
