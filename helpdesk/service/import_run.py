"""One import under way: rows taken batch by batch, each batch one transaction, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.domain.changes import Changes
from helpdesk.service.desk import Desk
from helpdesk.service.import_batch import Batch, Intake, Unfit, Warnings
from helpdesk.service.import_call import CallIntake
from helpdesk.service.import_customer import CustomerIntake
from helpdesk.service.import_event import EventIntake
from helpdesk.service.import_line import LineIntake
from helpdesk.service.import_order import OrderIntake
from helpdesk.service.import_origin import Origin, Origins
from helpdesk.service.import_payment import PaymentIntake
from helpdesk.service.import_product import ProductIntake
from helpdesk.service.import_request import RequestIntake
from helpdesk.storage.unit import UnitOfWork, unit_of_work
from helpdesk.transfer.mapping import FieldMapping
from helpdesk.transfer.rejects import Rejects
from helpdesk.transfer.rows import BadRow, ImportRow

_LISTED_CHANGES = 5000
_INTAKES: Mapping[str, Callable[[], Intake]] = {
    "customers": CustomerIntake,
    "products": ProductIntake,
    "orders": OrderIntake,
    "order-lines": LineIntake,
    "requests": RequestIntake,
    "calls": CallIntake,
    "payments": PaymentIntake,
}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do: rows by what became of them, warnings, the file of the rejected rows."""

    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    warnings: tuple[str, ...]
    rejects_file: Path | None
    changes: Changes


@dataclass
class Importing:
    """One import under way."""

    desk: Desk
    kind: str
    source: str
    rejects: Rejects | None
    is_dry: bool
    mapping: FieldMapping = field(default_factory=FieldMapping)
    warnings: Warnings = field(default_factory=Warnings)
    changes: Changes = field(default_factory=Changes)
    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def __post_init__(self) -> None:
        self._log = self._log_intake() if self.kind == "events" else None
        self._intake: Intake = self._log or _INTAKES[self.kind]()
        self._origins = Origins(self.kind, self.source)

    def _log_intake(self) -> EventIntake:
        return EventIntake(self.mapping.activities, closes_cases=bool(self.mapping.options.close_cases))

    def take(self, batch: Iterable[ImportRow | BadRow]) -> None:
        """Stores some rows in one transaction."""
        good = []
        bad = []
        for row in batch:
            self.read += 1
            if isinstance(row, BadRow):
                bad.append(row)
                continue
            good.append(row)
            for warning in row.warnings:
                self.warnings.add(warning.sentence)
        if good:
            with self._work() as unit:
                bad += self._store(unit, good)
            self._add_changes(unit.changes)
        self.rejected += len(bad)
        if self.rejects is not None:
            for row in sorted(bad, key=lambda row: row.line):
                self.rejects.write(row)

    def finish(self) -> None:
        """Takes rows once more that were the last of their key now and were not before; ends what the log ends."""
        if self._log is not None:
            with self._work() as unit:
                batch = Batch(self.desk, unit, self.source, self.warnings)
                self._log.finish(batch)
                batch.flush()
            self._add_changes(unit.changes)
        again = self._origins.left_over()
        if not again:
            return
        with self._work() as unit:
            batch = self._begin(unit, again)
            for row in again:
                if self._intake.change(row, self._origins.cut_short(row).record):
                    self.updated += 1
                    self.unchanged -= 1
            self._origins.end(batch)
            batch.flush()
        self._add_changes(unit.changes)

    def result(self) -> ImportResult:
        """What became of the rows."""
        return ImportResult(
            self.read,
            self.created,
            self.updated,
            self.unchanged,
            self.rejected,
            self.warnings.told(),
            self.rejects.file if self.rejects else None,
            self.changes,
        )

    def _work(self) -> AbstractContextManager[UnitOfWork]:
        if self.is_dry:
            return unit_of_work(self.desk.database, self.desk.clock, lambda unit, touched: Changes())
        return self.desk.work()

    def _begin(self, unit: UnitOfWork, rows: list[ImportRow]) -> Batch:
        batch = Batch(self.desk, unit, self.source, self.warnings)
        self._origins.begin(batch, rows)
        self._intake.begin(batch, rows)
        return batch

    def _store(self, unit: UnitOfWork, rows: list[ImportRow]) -> list[BadRow]:
        batch = self._begin(unit, rows)
        bad = []
        gathered: set[str] = set()
        for row in rows:
            if row.key in gathered:
                batch.flush()
                gathered.clear()
            origin, is_same = self._origins.find(row)
            try:
                if origin is None:
                    self._origins.made(batch, row, self._intake.add(row))
                    self.created += 1
                    gathered.add(row.key)
                elif is_same or not self._change(row, origin):
                    self.unchanged += 1
                else:
                    self.updated += 1
                    gathered.add(row.key)
            except Unfit as unfit:
                bad.append(BadRow(row.line, row.raw, str(unfit)))
        self._origins.end(batch)
        batch.flush()
        return bad

    def _change(self, row: ImportRow, origin: Origin) -> bool:
        is_changed = self._intake.change(row, origin.record)
        self._origins.said(row, origin)
        return is_changed

    def _add_changes(self, made: Changes) -> None:
        self.changes = self.changes | made
        listed = (self.changes.customers, self.changes.requests, self.changes.orders, self.changes.products)
        if sum(map(len, listed)) > _LISTED_CHANGES:
            self.changes = Changes(is_everything=True)
