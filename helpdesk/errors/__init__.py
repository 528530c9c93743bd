"""Errors that a user can act on. They carry facts; `helpdesk.words.errors` owns their sentences."""

from __future__ import annotations

from pathlib import Path

from helpdesk.errors.hub import HubAddressUnclear as HubAddressUnclear
from helpdesk.errors.hub import HubExists as HubExists
from helpdesk.errors.hub import HubForeign as HubForeign
from helpdesk.errors.hub import HubFull as HubFull
from helpdesk.errors.hub import HubHelloMissing as HubHelloMissing
from helpdesk.errors.hub import HubLocked as HubLocked
from helpdesk.errors.hub import HubMissing as HubMissing
from helpdesk.errors.hub import HubNewer as HubNewer
from helpdesk.errors.hub import HubStrange as HubStrange
from helpdesk.errors.hub import HubUnreachable as HubUnreachable
from helpdesk.errors.hub import HubUnreadable as HubUnreadable
from helpdesk.errors.hub import HubUnwritable as HubUnwritable
from helpdesk.errors.hub import OfficeKeyMissing as OfficeKeyMissing
from helpdesk.errors.hub import PassphraseWrong as PassphraseWrong
from helpdesk.errors.hub import RecoveryKeyMistyped as RecoveryKeyMistyped
from helpdesk.errors.office import JoinNotEmpty as JoinNotEmpty
from helpdesk.errors.office import OfficeExists as OfficeExists
from helpdesk.errors.office import OfficeMissing as OfficeMissing
from helpdesk.errors.report import FigureUnknown as FigureUnknown
from helpdesk.errors.report import FilterUnknown as FilterUnknown
from helpdesk.errors.report import FreezeMissing as FreezeMissing
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
class LinkRefused(UserError):
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
class DriverMissing(UserError):
    package: str


@dataclass(eq=False)
class ProgramFault(UserError):
    """Stands for a fault of the program where a caller awaits an error; the crash net has told of it already."""
