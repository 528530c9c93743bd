"""Tables of other programs taken in: looked at, tried, stored batch by batch, harmless when repeated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.money import exponent
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.import_run import Importing, ImportResult
from helpdesk.service.permission import ask
from helpdesk.storage import tables
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
Progress = Callable[[int, int], object]


def kinds() -> tuple[fields.ImportKind, ...]:
    """What can be imported, with the fields of each."""
    return tuple(fields.KINDS.values())


def preview(desk: Desk, path: Path, kind: str | None = None, options: Mapping[str, object] | None = None) -> Preview:
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


def run(  # noqa: PLR0913  the signature that window and command line are written against
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
        importing = Importing(desk, kind, source, rejects, is_dry=dry_run, mapping=chosen or FieldMapping())
        if dry_run:
            stack.enter_context(_undone(desk))
        for batch in _batches(rows):
            importing.take(batch)
            if progress:
                progress(importing.read, max(table.lines, importing.read))
        importing.finish()
        return importing.result()


class _Undone(Exception):
    """Ends a dry run."""


@contextmanager
def _undone(desk: Desk) -> Iterator[None]:
    try:
        with desk.database.writing():
            yield
            raise _Undone
    except _Undone:
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
