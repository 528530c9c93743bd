"""One workplace at work: what every service function is given.

What only writing needs is imported when the first write comes: the window is there sooner.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.clock import Clock
from helpdesk.domain.company import Company
from helpdesk.domain.request import RequestState
from helpdesk.lazily import dataclass
from helpdesk.storage.database import Database

if TYPE_CHECKING:
    from helpdesk.domain.business_hours import BusinessHours
    from helpdesk.domain.service_policy import ServicePolicy
    from helpdesk.storage.derived import Rules
    from helpdesk.storage.unit import UnitOfWork


@dataclass(frozen=True)
class Desk:
    """An open workplace: its database, its clock and the rules that it works by."""

    folder: Path
    database: Database
    clock: Clock
    company: Company
    states: Mapping[str, RequestState]

    @cached_property
    def hours(self) -> BusinessHours:
        """The company's one calendar."""
        from helpdesk.domain.business_hours import default_business_hours

        return default_business_hours(self.company.time_zone)

    @cached_property
    def policy(self) -> ServicePolicy:
        """The company's one policy."""
        from helpdesk.domain.default_policy import DEFAULT_POLICY

        return DEFAULT_POLICY

    @cached_property
    def rules(self) -> Rules:
        """What derived columns are computed by."""
        from helpdesk.storage.derived import Rules

        return Rules(self.hours, self.policy, self.states, self.company.currency)

    def take_over(self, company: Company, states: Mapping[str, RequestState]) -> None:
        """Works by the company and states that another station set."""
        object.__setattr__(self, "company", company)
        object.__setattr__(self, "states", states)
        for derived in ("hours", "policy", "rules"):
            self.__dict__.pop(derived, None)

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """One transaction; its `changes` tell afterwards what was touched. Raises UserError."""
        from helpdesk.storage.derived import settle
        from helpdesk.storage.unit import unit_of_work

        return unit_of_work(self.database, self.clock, partial(settle, self.rules))

    def reading(self) -> AbstractContextManager[Database]:
        """A connection for reads. Raises UserError."""
        return self.database.reading()
