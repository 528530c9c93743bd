"""Errors of a workplace as one station of an office."""

from __future__ import annotations

from pathlib import Path

from helpdesk.errors.user import UserError
from helpdesk.lazily import dataclass


@dataclass(eq=False)
class OfficeMissing(UserError):
    folder: Path


@dataclass(eq=False)
class OfficeExists(UserError):
    folder: Path
    address: str


@dataclass(eq=False)
class JoinNotEmpty(UserError):
    folder: Path
