"""Errors of reports: what was asked for does not exist, or not yet."""

from __future__ import annotations

from helpdesk.errors.user import UserError
from helpdesk.lazily import dataclass


@dataclass(eq=False)
class PeriodReversed(UserError):
    first: str
    last: str


@dataclass(eq=False)
class PeriodOpen(UserError):
    last: str


@dataclass(eq=False)
class FreezeMissing(UserError):
    report: str
    first: str
    last: str


@dataclass(eq=False)
class ScheduleWrong(UserError):
    text: str


@dataclass(eq=False)
class ScheduleMissing(UserError):
    number: int


@dataclass(eq=False)
class ReportUnknown(UserError):
    name: str
    known: str


@dataclass(eq=False)
class FilterUnknown(UserError):
    value: str
    known: str


@dataclass(eq=False)
class FigureUnknown(UserError):
    name: str
    known: str
