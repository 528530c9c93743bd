"""Deeds of two people who did not see each other, which no later cell settles: somebody has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.identity import OperatorId


class ClashKind(StrEnum):
    """What has to be settled."""

    TAKEN_TWICE = "taken_twice"
    CANCELLED_BESIDES = "cancelled_besides"


@dataclass(frozen=True, slots=True)
class Deed:
    """One of two deeds: who did what when; `state` is the state set, `owner` the owner named."""

    operator: OperatorId | None
    at: datetime
    state: str
    owner: OperatorId | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two deeds on one record, the earlier first; it is settled by any later deed of one who saw both."""

    kind: ClashKind
    subject_kind: str
    subject: bytes
    number: str
    earlier: Deed
    later: Deed
