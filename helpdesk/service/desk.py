"""One workplace at work: what every service function is given."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from helpdesk.clock import Clock
from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.company import Company
from helpdesk.domain.request import RequestState
from helpdesk.domain.service_policy import ServicePolicy
from helpdesk.storage.database import Database
from helpdesk.storage.derived import Rules, settle
from helpdesk.storage.unit import UnitOfWork, unit_of_work


@dataclass(frozen=True)
class Desk:
    """An open workplace: its database, its clock and the rules that it works by."""

    folder: Path
    database: Database
    clock: Clock
    company: Company
    hours: BusinessHours
    policy: ServicePolicy
    states: Mapping[str, RequestState]

    @property
    def rules(self) -> Rules:
        """What derived columns are computed by."""
        return Rules(self.hours, self.policy, self.states, self.company.currency)

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction; its `changes` tell afterwards what was touched. Raises UserError."""
        return unit_of_work(self.database, self.clock, partial(settle, self.rules))

    def reading(self) -> AbstractContextManager[Database]:
        """A connection for reads. Raises UserError."""
        return self.database.reading()
