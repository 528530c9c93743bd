"""What a report says, before anyone decides how it looks: frozen values, the same for PDF, XLSX, CSV and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal, Protocol

from helpdesk.domain.drill import Drill
from helpdesk.report.chart import Chart

Kind = Literal["text", "number", "money", "date", "instant", "time", "duration", "percent"]
Value = str | int | Decimal | date | datetime | timedelta | None
Row = tuple[Value, ...]

NUMERIC: frozenset[Kind] = frozenset(("number", "money", "duration", "percent"))


class Progress(Protocol):
    """Hears how many rows are done; what it raises stops the work and leaves no file behind."""

    def __call__(self, count: int, total: int | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Unheard:
    """A station whose records since `last_seen_at` (None: ever) may be missing."""

    name: str
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFrame:
    """Whose report it is, on what, by whom and from which records: the head of every report.

    `first` and `last` are both inside the period; `filters` are sentences; instants are aware. `frozen_at` is when a
    closed period was accepted.
    """

    company: str
    language: str
    time_zone: str
    currency: str
    first: date
    last: date
    made_by: str
    made_at: datetime
    data_as_of: datetime
    rule_version: str
    filters: tuple[str, ...] = ()
    stations_unheard: tuple[Unheard, ...] = ()
    frozen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with its base; `is_count` marks a plain count, which no small base makes doubtful.

    A count of nothing out of nothing is a dash unless it `prints_zero`.
    A percent is a share of one; `least` is the base below which the value is not printed. `change` against the period
    before and `target` are already in words; `drill` opens the rows behind it.
    """

    name: str
    title: str
    value: int | Decimal | timedelta | None
    n: int
    kind: Kind = "number"
    unit: str = ""
    decimals: int = 0
    least: int = 5
    is_count: bool = False
    prints_zero: bool = False
    detail: str = ""
    change: str = ""
    target: str = ""
    drill: Drill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `weight` is its share of the width; texts may run over `lines` lines before they are cut.

    A "time" is an instant whose day stands in the group head; files carry it whole.
    """

    name: str
    title: str
    kind: Kind = "text"
    weight: float = 1.0
    lines: int = 1
    decimals: int = 0

    @property
    def is_numeric(self) -> bool:
        return self.kind in NUMERIC


@dataclass(frozen=True, slots=True)
class Group:
    """A head over the rows from `first` to the next group's; `note` stands at the right of it."""

    title: str
    first: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under typed columns; `groups` are in order of their first row and the first one begins at row 0.

    `drills` opens what stands behind each row: as many as rows, or none at all.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    total: Row | None = None
    groups: tuple[Group, ...] = ()
    drills: tuple[Drill | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """A whole report; its texts are already in the language of the frame, `chart_height` is in millimetres.

    `fingerprint` is that of a frozen period; else it is taken when the report is written.
    """

    name: str
    title: str
    question: str
    frame: ReportFrame
    finding: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    method: tuple[str, ...]
    charts: tuple[Chart, ...] = ()
    landscape: bool = False
    fingerprint: str = ""
    chart_height: float = 60.0
