"""Errors that a user can act on. They carry facts; `helpdesk.words.errors` owns their sentences."""

from __future__ import annotations

from pathlib import Path

from helpdesk.errors.report import FigureUnknown as FigureUnknown
from helpdesk.errors.report import FilterUnknown as FilterUnknown
from helpdesk.errors.report import PeriodOpen as PeriodOpen
from helpdesk.errors.report import PeriodReversed as PeriodReversed
from helpdesk.errors.report import ReportUnknown as ReportUnknown
from helpdesk.errors.report import ScheduleMissing as ScheduleMissing
from helpdesk.errors.report import ScheduleWrong as ScheduleWrong
from helpdesk.errors.trade import DiscountTooGreat as DiscountTooGreat
from helpdesk.errors.trade import QuantityWrong as QuantityWrong
from helpdesk.errors.trade import QuoteOrdered as QuoteOrdered
from helpdesk.errors.user import UserError as UserError
from helpdesk.lazily import dataclass


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
class MergeRefused(UserError):
    reason: str


@dataclass(eq=False)
class CallWrappedUp(UserError):
    phone: str


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
class PrinterMissing(UserError):
    pass


@dataclass(eq=False)
class PrinterRefused(UserError):
    printer: str


@dataclass(eq=False)
class HubMissing(UserError):
    hub: str


@dataclass(eq=False)
class HubExists(UserError):
    hub: str


@dataclass(eq=False)
class HubUnreadable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubUnwritable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubUnreachable(UserError):
    hub: str
    reason: str


@dataclass(eq=False)
class HubStrange(UserError):
    """There is something at the address, but no hub."""

    hub: str


@dataclass(eq=False)
class HubHelloMissing(UserError):
    """The part of a hub that a newcomer needs is damaged; stations that know the hub put it back."""

    hub: str


@dataclass(eq=False)
class HubForeign(UserError):
    """A hub, but another office's."""

    hub: str


@dataclass(eq=False)
class HubFull(UserError):
    hub: str


@dataclass(eq=False)
class HubLocked(UserError):
    """Another station holds the hub; `since` is the time of day there, as people read it."""

    hub: str
    who: str
    since: str


@dataclass(eq=False)
class HubNewer(UserError):
    hub: str
    needed: int
    known: int


@dataclass(eq=False)
class HubAddressUnclear(UserError):
    address: str


@dataclass(eq=False)
class PassphraseWrong(UserError):
    pass


@dataclass(eq=False)
class RecoveryKeyMistyped(UserError):
    pass


@dataclass(eq=False)
class OfficeKeyMissing(UserError):
    folder: Path


@dataclass(eq=False)
class DriverMissing(UserError):
    package: str


@dataclass(eq=False)
class ProgramFault(UserError):
    """Stands for a fault of the program where a caller awaits an error; the crash net has told of it already."""
