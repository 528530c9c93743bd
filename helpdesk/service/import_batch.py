"""One batch of imported rows on its way into one transaction: rows gathered by table, warnings, what a kind must do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import new_identity
from helpdesk.domain.money import Money
from helpdesk.service.desk import Desk
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.tables import Record
from helpdesk.storage.unit import UnitOfWork
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

MOST_WARNINGS = 1000
EVENT_CELLS: dict[str, Any] = {
    "operator": None,
    "author": "",
    "channel": "",
    "direction": "",
    "state": "",
    "owner": None,
    "queue": "",
    "text": "",
    "about": None,
    "score": None,
}


class Unfit(Exception):
    """A row that cannot be stored, with the reason in words."""


class Warnings:
    """Sentences about rows worth a look, each once; beyond a thousand they are only counted."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}
        self._more = 0

    def add(self, sentence: str) -> None:
        """Notes one."""
        if sentence in self._found:
            return
        if len(self._found) < MOST_WARNINGS:
            self._found[sentence] = None
        else:
            self._more += 1

    def told(self) -> tuple[str, ...]:
        """All of them."""
        more = (_("And {count} more warnings.").format(count=self._more),) if self._more else ()
        return (*self._found, *more)


class Batch:
    """Gathers new rows by table and writes each table at once; rows of one table all carry the same columns."""

    def __init__(self, desk: Desk, unit: UnitOfWork, source: str, warnings: Warnings) -> None:
        self.desk = desk
        self.unit = unit
        self.source = source
        self.warnings = warnings
        self._zone = ZoneInfo(desk.company.time_zone)
        self._pending: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)

    @property
    def database(self) -> Database:
        return self.unit.database

    def put(self, table: type[Record], at: datetime | None = None, **cells: Any) -> bytes:
        """Gathers a new row whose identity carries `at`, and answers that identity."""
        identity: bytes = cells.pop("id", None) or new_identity(at or self.unit.now)
        self._pending[table].append({"id": identity, **cells})
        return identity

    def put_event(
        self, subject_kind: SubjectKind, subject: bytes, kind: EventKind, at: datetime, **cells: Any
    ) -> bytes:
        """Gathers an event of the source's time that owes the customer no notification."""
        detail = {"told": True, "source": self.source, **cells.pop("detail", {})}
        return self.put(
            tables.Event,
            at,
            subject_kind=subject_kind.value,
            subject=subject,
            kind=kind.value,
            occurred_at=at,
            stamp=self.unit.stamp(),
            detail=detail,
            **{**EVENT_CELLS, **cells},
        )

    def flush(self) -> None:
        """Writes what was gathered."""
        for table, rows in self._pending.items():
            self.unit.add_many(table, rows)
        self._pending.clear()

    def warn(self, row: ImportRow, sentence: str, **facts: Any) -> None:
        """Notes a warning about a row; `sentence` is translated already and names its line as {line}."""
        self.warnings.add(sentence.format(line=row.line, **facts))

    def minor(self, amount: Any) -> int:
        """Money of a file in minor units of the company's currency."""
        return Money.of(amount, self.desk.company.currency).minor

    def on_day(self, day: date, hour: int) -> datetime:
        """An instant of a calendar day of the company."""
        return datetime.combine(day, time(hour), self._zone)


class Intake(Protocol):
    """How rows of one kind become records; one serves a whole file."""

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        """Looks up at once what the rows of a batch refer to."""

    def add(self, row: ImportRow) -> bytes:
        """Gathers a new record and answers its identity. Raises Unfit."""

    def change(self, row: ImportRow, record: bytes) -> bool:
        """Brings a record in line with its row; answers whether anything differed. Raises Unfit."""


def text_of(row: ImportRow, name: str) -> str:
    """A text field of a row, "" where it is empty."""
    value = row.values.get(name)
    return value if isinstance(value, str) else ""


def short(text: str) -> str:
    """A text as messages quote it."""
    return text if len(text) <= 60 else text[:59] + "…"
