"""What the daily summary is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.domain.facts.measure import Flow, Middle, Share
from helpdesk.domain.facts.sla import Breach


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The figures of a day, or of several days together."""

    flow: Flow
    response: Middle
    sla: Share
    breaches: int
    promises: Share


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that is still owed."""

    due_at: datetime
    what: str
    customer: str
    request: str
    operator: str


@dataclass(frozen=True, slots=True)
class DailyFacts:
    """The day, the same weekdays of the four weeks before (days without any work left out), and what is owed next.

    `days` are the fourteen days up to the day, each with what came in and what went out.
    """

    day: date
    now: DayFacts
    usual: tuple[DayFacts, ...]
    usual_response: Middle
    days: tuple[tuple[date, int, int], ...]
    breaches: tuple[Breach, ...]
    breach_count: int
    promised_by: date
    promised: tuple[Promised, ...]
    promised_count: int
    unowned: int
