"""Whose desk it is and who sits at it."""

from __future__ import annotations

from helpdesk.domain.identity import OperatorId
from helpdesk.lazily import dataclass


@dataclass(frozen=True)
class Company:
    """The company of a workplace; one currency (ISO 4217), one time zone (IANA)."""

    name: str
    language: str
    time_zone: str
    currency: str
    phone: str = ""
    is_training: bool = False
    has_example: bool = False


@dataclass(frozen=True)
class Operator:
    """A person who answers customers."""

    id: OperatorId
    name: str
    department: str = ""
