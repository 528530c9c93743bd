"""What is promised to the customer: how much working time each target allows, by kind and priority of the request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.category import WaitingReason
from helpdesk.lazily import dataclass


class ServiceTarget(StrEnum):
    """What the customer waits for."""

    FIRST_RESPONSE = "first_response"
    NEXT_UPDATE = "next_update"
    SOLUTION = "solution"


@dataclass(frozen=True)
class Allowance:
    """Working time that a target allows: seconds by the calendar, or whole working days, to the end of the last."""

    seconds: int = 0
    days: int = 0

    def from_start(self, start: datetime, hours: BusinessHours) -> timedelta:
        """The allowance as working time from `start` on. Raises NeverOpensError."""
        if self.days:
            return hours.working_time(start, hours.end_of_working_day(start, self.days))
        return timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class ServiceGoals:
    """The targets of one kind of request; None = nothing promised."""

    first_response: Allowance | None = None
    next_update: Allowance | None = None
    solution: Allowance | None = None

    def allowance(self, target: ServiceTarget) -> Allowance | None:
        """The allowance of one target."""
        if target is ServiceTarget.FIRST_RESPONSE:
            return self.first_response
        return self.next_update if target is ServiceTarget.NEXT_UPDATE else self.solution


@dataclass(frozen=True)
class ServicePolicy:
    """One version of the promises: goals by (kind, priority), "" in the key standing for any.

    `updates_regularly` makes the next update due again after every answer, and not only after a word of the customer;
    `kept_percent` is the share of promises that the company means to keep.
    """

    name: str
    version: int = 1
    goals: Mapping[tuple[str, str], ServiceGoals] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    pausing: frozenset[WaitingReason] = frozenset({WaitingReason.CUSTOMER})
    updates_regularly: bool = False
    at_risk_percent: int = 20
    kept_percent: int = 90
    effective_on: date = date.min

    def goals_for(self, kind: str, priority: str) -> ServiceGoals:
        """The goals by the closest key: both, the kind, the priority, any; without one nothing is promised."""
        for key in ((kind, priority), (kind, ""), ("", priority), ("", "")):
            if (found := self.goals.get(key)) is not None:
                return found
        return ServiceGoals()
