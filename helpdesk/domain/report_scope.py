"""What a report is asked for: its period, the period before, its filters, and the rules that its figures follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.period import Period
from helpdesk.domain.reason import ReasonId
from helpdesk.domain.request import Priority, RequestKind, RequestState
from helpdesk.domain.service_policy import ServicePolicy


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which records a report counts; empty filters mean any. `team` is a department of operators.

    `process` is "requests" or "orders"; `wish_hours` is how soon departments answer in a what-if.
    """

    kinds: frozenset[RequestKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    owner: OperatorId | None = None
    states: frozenset[str] = frozenset()
    reasons: frozenset[ReasonId] = frozenset()
    team: str = ""
    line: str = ""
    carrier: str = ""
    product: str = ""
    process: str = ""
    wish_hours: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScope:
    """Everything that a report's query needs; `as_of` is the instant up to which things have happened.

    `is_cut` means that the instant was asked for: what was entered after it is left out. Else everything counts.
    """

    period: Period
    zone: ZoneInfo
    as_of: datetime
    filters: ReportFilter
    hours: BusinessHours
    policy: ServicePolicy
    states: Mapping[str, RequestState]
    currency: str
    is_cut: bool = False

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The period as [start, end) in UTC."""
        return self.period.bounds(self.zone)
