"""What the report on audit and personal data is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.audit import AuditAct


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act: who did what with which record, of how many rows."""

    at: datetime
    operator: str
    act: AuditAct
    what: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFacts:
    """The acts of the period, the oldest first; `changes` counts events of records by operator.

    `consents` are declarations of customers in the period: given and withdrawn.
    """

    lines: list[AuditLine]
    before: Mapping[AuditAct, int]
    changes: Mapping[str, int]
    consents_given: int
    consents_withdrawn: int
