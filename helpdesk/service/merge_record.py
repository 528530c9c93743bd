"""One record taken into another, and taken out again at any time: rows that are only added (S80)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.merging import CellsChanged
from helpdesk.errors import MergeRefused
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.merging import KINDS, root_of, table_of
from helpdesk.storage.unit import UnitOfWork
from helpdesk.words import _

_TABLES = {kind: table_of(kind) for kind in KINDS}

Cell = Callable[[str, Any], Any]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that can be undone by its identity, the record that stands for both, what was touched."""

    id: bytes
    survivor: bytes
    changes: Changes


def two_roots(database: Database, kind: str, survivor: bytes, other: bytes) -> tuple[bytes, bytes]:
    """The records that stand for these two today. Raises MergeRefused where that is one."""
    ours, theirs = root_of(database, kind, survivor), root_of(database, kind, other)
    if ours == theirs:
        raise MergeRefused(_("they are one already."))
    return ours, theirs


def add_merge(
    unit: UnitOfWork, actor: OperatorId, kind: str, pair: tuple[bytes, bytes], cells: CellsChanged
) -> tables.Merge:
    """Takes the second of a pair into the first; `cells` are those of the survivor, as JSON values."""
    survivor, other = pair
    return unit.add(
        tables.Merge,
        kind=kind,
        record=other,
        survivor=survivor,
        stamp=unit.stamp(),
        merged_at=unit.now,
        operator=actor or None,
        cells=asdict(cells),
    )


def undo(unit: UnitOfWork, actor: OperatorId, merge: bytes, stored: Cell) -> None:
    """Takes a merge back; a cell that it changed gets its old value unless somebody has changed it since."""
    row = unit.get(tables.Merge, merge)
    unit.add(tables.Separation, merge=merge, separated_at=unit.now, operator=actor or None)
    survivor = unit.get(_TABLES[row.kind], row.survivor)
    before, after = row.cells.get("before", {}), row.cells.get("after", {})
    restored = {}
    for name, value in after.items():
        kept = getattr(survivor, name)
        if kept == stored(name, value):
            restored[name] = stored(name, before[name])
        elif isinstance(kept, list):
            restored[name] = [word for word in kept if word in before[name] or word not in value]
    unit.change(survivor, **restored)
