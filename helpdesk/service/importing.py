"""Tables of other programs taken in: looked at, tried, stored batch by batch, harmless when repeated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.money import exponent
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.import_batch import Batch, Intake, Unfit, Warnings
from helpdesk.service.import_customer import CustomerIntake
from helpdesk.service.import_event import EventIntake
from helpdesk.service.import_line import LineIntake
from helpdesk.service.import_order import OrderIntake
from helpdesk.service.import_origin import Origin, Origins
from helpdesk.service.import_product import ProductIntake
from helpdesk.service.import_request import RequestIntake
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.unit import UnitOfWork, unit_of_work
from helpdesk.transfer import field as fields
from helpdesk.transfer.form import table_options
from helpdesk.transfer.mapping import FieldMapping, mapping_file_text, parse_mapping, read_mapping
from helpdesk.transfer.mapping import mapping_of as mapping_of_fields
from helpdesk.transfer.preview import Preview
from helpdesk.transfer.preview import preview as look
from helpdesk.transfer.rejects import Rejects
from helpdesk.transfer.rows import BadRow, ImportRow, read_rows
from helpdesk.transfer.source import open_table

BATCH = 1000
SOURCE = "import"
_LISTED_CHANGES = 5000
_INTAKES: Mapping[str, Callable[[], Intake]] = {
    "customers": CustomerIntake,
    "products": ProductIntake,
    "orders": OrderIntake,
    "order-lines": LineIntake,
    "requests": RequestIntake,
    "events": EventIntake,
}

Progress = Callable[[int, int], object]


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


def kinds() -> tuple[fields.ImportKind, ...]:
    """What can be imported, with the fields of each."""
    return tuple(fields.KINDS.values())


def preview(
    desk: Desk, path: Path, kind: str | None = None, options: Mapping[str, object] | None = None
) -> Preview:
    """How a table is written and what its first rows say. Raises FileUnreadable, OptionWrong, KindUnknown."""
    return look(path, table_options(options or {}), _named(kind).name if kind else None)


def mapping_of(seen: Preview, chosen: Mapping[int, str], options: Mapping[str, object] | None = None) -> FieldMapping:
    """The mapping of columns chosen by hand, with the table written as it was seen, or as `options` say."""
    settled = table_options(options) if options else seen.mapping.options
    return mapping_of_fields(chosen, seen.headings, settled)


def saved_mappings(desk: Desk, kind: str) -> dict[str, FieldMapping]:
    """The mappings kept for a kind, by name."""
    kind = _named(kind).name
    with desk.reading() as database:
        rows = database.rows(
            "SELECT name, mapping FROM saved_mapping WHERE kind = ? AND is_hidden = 0 ORDER BY name", kind
        )
    return {name: parse_mapping(text, kind, name) for name, text in rows}


def save_mapping(desk: Desk, actor: OperatorId, name: str, kind: str, mapping: FieldMapping) -> None:
    """Keeps a mapping under a name, instead of the one before."""
    ask(desk, actor, Action.IMPORT)
    kind, table = _named(kind).name, tables.SavedMapping
    with desk.work() as unit:
        same = (table.kind == kind) & (table.name == name) & (table.is_hidden == False)  # noqa: E712
        row = next(iter(table.select().where(same).execute(unit.database)), None)
        if row is None:
            unit.add(table, kind=kind, name=name, mapping=mapping_file_text(mapping))
        else:
            unit.change(row, mapping=mapping_file_text(mapping))


def run(
    desk: Desk,
    actor: OperatorId,
    path: Path,
    kind: str,
    *,
    mapping: FieldMapping | Path | None = None,
    dry_run: bool = False,
    rejects_folder: Path | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Takes a table in, a thousand rows a transaction; a dry run tells the same and leaves nothing behind.

    `progress` is told rows and about how many there are; where it raises, what was stored before stays, and the same
    import run again goes on from there. Raises UserError for a file that cannot be taken at all.
    """
    ask(desk, actor, Action.IMPORT)
    kind = _named(kind).name
    chosen = read_mapping(mapping, kind) if isinstance(mapping, Path) else mapping
    table = open_table(path, chosen.options if chosen else None)
    zone, digits = ZoneInfo(desk.company.time_zone), exponent(desk.company.currency)
    rows = read_rows(table, kind, chosen, time_zone=zone, minor_digits=digits)
    source = (chosen.options.source if chosen else None) or SOURCE
    with ExitStack() as stack:
        rejects = None if dry_run else stack.enter_context(Rejects(table, _folder(desk, path, rejects_folder)))
        importing = _Importing(desk, kind, source, rejects, is_dry=dry_run)
        if dry_run:
            stack.enter_context(_rolled_back(desk))
        for batch in _batches(rows):
            importing.take(batch)
            if progress:
                progress(importing.read, max(table.lines, importing.read))
        importing.finish()
        return importing.result()


@dataclass
class _Importing:
    """One import under way."""

    desk: Desk
    kind: str
    source: str
    rejects: Rejects | None
    is_dry: bool
    warnings: Warnings = field(default_factory=Warnings)
    changes: Changes = field(default_factory=Changes)
    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def __post_init__(self) -> None:
        self._intake = _INTAKES[self.kind]()
        self._origins = Origins(self.kind, self.source)

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
        """Takes rows once more that were the last of their key now and were not before."""
        again = self._origins.left_over()
        if not again:
            return
        with self._work() as unit:
            batch = self._begin(unit, again)
            for row in again:
                origin, _is_same = self._origins.find(row)
                if origin is not None and self._intake.change(row, origin.record):
                    self.updated += 1
                    self.unchanged -= 1
                    self._origins.said(row, origin)
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


class _Undone(Exception):
    """Ends a dry run."""


class _rolled_back:  # noqa: N801  used like a function, as context managers are
    """One transaction around everything inside, undone at its end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __enter__(self) -> None:
        self._writing = self._desk.database.writing()
        self._writing.__enter__()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        pass


def _batches(rows: Iterator[ImportRow | BadRow]) -> Iterator[list[ImportRow | BadRow]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _folder(desk: Desk, path: Path, wanted: Path | None) -> Path:
    if wanted is not None:
        return wanted
    return path.parent if os.access(path.parent, os.W_OK) else desk.folder


def _named(kind: str) -> fields.ImportKind:
    return fields.kind_named(kind.replace("_", "-"))
