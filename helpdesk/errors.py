"""Errors that a user can act on. They carry facts; `helpdesk.words.errors` owns their sentences."""

from __future__ import annotations

from pathlib import Path

from helpdesk.lazily import dataclass


class UserError(Exception):
    """The world failed or the input is wrong, and the user can do something about it."""


@dataclass(eq=False)
class WorkplaceMissing(UserError):
    folder: Path


@dataclass(eq=False)
class WorkplaceExists(UserError):
    folder: Path


@dataclass(eq=False)
class WorkplaceNotEmpty(UserError):
    folder: Path


@dataclass(eq=False)
class WorkplaceNewer(UserError):
    folder: Path
    version: int
    known: int


@dataclass(eq=False)
class WorkplaceUnwritable(UserError):
    folder: Path
    reason: str


@dataclass(eq=False)
class WorkplaceDamaged(UserError):
    file: Path
    set_aside: Path | None
    backup: Path | None


@dataclass(eq=False)
class WrongKey(UserError):
    file: Path


@dataclass(eq=False)
class DiskFull(UserError):
    folder: Path


@dataclass(eq=False)
class DatabaseBusy(UserError):
    file: Path


@dataclass(eq=False)
class NotPermitted(UserError):
    action: str


@dataclass(eq=False)
class UnknownTimeZone(UserError):
    name: str


@dataclass(eq=False)
class FieldMissing(UserError):
    field: str


@dataclass(eq=False)
class RecordMissing(UserError):
    kind: str
    number: str


@dataclass(eq=False)
class NumberMistyped(UserError):
    number: str


@dataclass(eq=False)
class StateRefused(UserError):
    reason: str


@dataclass(eq=False)
class CallWrappedUp(UserError):
    phone: str


@dataclass(eq=False)
class PeriodReversed(UserError):
    first: str
    last: str


@dataclass(eq=False)
class FileUnreadable(UserError):
    file: Path
    reason: str


@dataclass(eq=False)
class FileUnwritable(UserError):
    file: Path
    reason: str


@dataclass(eq=False)
class OptionUnknown(UserError):
    option: str
    known: str


@dataclass(eq=False)
class OptionWrong(UserError):
    option: str
    value: str
    known: str


@dataclass(eq=False)
class MappingBroken(UserError):
    file: str
    reason: str


@dataclass(eq=False)
class FieldUnknown(UserError):
    field: str
    kind: str
    known: str


@dataclass(eq=False)
class FieldTwice(UserError):
    field: str
    columns: str


@dataclass(eq=False)
class ColumnUnknown(UserError):
    column: str
    known: str


@dataclass(eq=False)
class FieldsUnmapped(UserError):
    file: str
    kind: str
    fields: str
    columns: str


@dataclass(eq=False)
class KindUnknown(UserError):
    kind: str
    known: str


@dataclass(eq=False)
class ReportUnknown(UserError):
    name: str
    known: str


@dataclass(eq=False)
class PrinterMissing(UserError):
    pass


@dataclass(eq=False)
class PrinterRefused(UserError):
    printer: str


@dataclass(eq=False)
class ProgramFault(UserError):
    """Stands for a fault of the program where a caller awaits an error; the crash net has told of it already."""
