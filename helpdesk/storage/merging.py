"""Merged records: `merged_into` is derived from the merges that are not undone, and reads resolve through it.

A record whose `merged_into` is empty stands for itself; the others are names under which their survivor is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from helpdesk import lazily
from helpdesk.domain.merging import Merge, roots
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, marks

if TYPE_CHECKING:
    from helpdesk.storage import tables
    from helpdesk.storage.record import Record
else:
    tables = lazily.module("helpdesk.storage.tables")

KINDS = ("customer", "request")


def table_of(kind: str) -> type[Record]:
    """The table of a kind of record that can be merged."""
    return tables.Customer if kind == "customer" else tables.Request


NAMED_CUSTOMER = (
    "LEFT JOIN customer m ON m.id = r.customer LEFT JOIN customer c ON c.id = coalesce(m.merged_into, m.id)"
)
"""Joins `c`, the card that stands for the customer of `r` today."""

ITSELF_AND_MERGED = "SELECT {record} UNION ALL SELECT x.id FROM {table} x WHERE x.merged_into = {record}"
"""The identities under which a record is known, as a subquery."""

_ROOT = "coalesce((SELECT merged_into FROM customer WHERE id = ?), ?)"
CUSTOMERS_OF = f"SELECT {_ROOT} UNION ALL SELECT id FROM customer WHERE merged_into = {_ROOT}"
"""The identities of one customer's group, as a subquery that takes the customer's identity four times."""

_LIVE = (
    "SELECT g.id, g.stamp, g.record, g.survivor FROM merge g WHERE g.kind = ? AND g.is_hidden = 0"
    " AND NOT EXISTS (SELECT 1 FROM separation s WHERE s.merge = g.id AND s.is_hidden = 0)"
)


def derive_merges(database: Database, kind: str, ids: Iterable[bytes]) -> set[bytes]:
    """Brings `merged_into` in line for all that is connected with `ids`; answers whose group is another one now."""
    connected = _connected(database, kind, set(ids))
    if not connected:
        return set()
    live = [
        Merge(bytes(identity), stamp, bytes(record), bytes(survivor))
        for part in chunks(connected)
        for identity, stamp, record, survivor in database.rows(f"{_LIVE} AND g.record IN ({marks(part)})", kind, *part)
    ]
    found = roots(live)
    changed, cells = set[bytes](), []
    kept = _kept(database, kind, connected)
    for record, before in kept.items():
        # A survivor that another station has not sent yet cannot stand for anything.
        root = found.get(record, record)
        after = root if root != record and root in kept else None
        if after != before:
            cells.append((after, record))
            changed |= {one for one in (record, before, after) if one is not None}
    database.many(f"UPDATE {kind} SET merged_into = ? WHERE id = ?", cells)
    return changed


def rebuild_merges(database: Database) -> None:
    """Computes every `merged_into` anew; the caller holds the transaction."""
    for kind in KINDS:
        database.execute_sql(f"UPDATE {kind} SET merged_into = NULL WHERE merged_into IS NOT NULL")
        derive_merges(
            database, kind, (bytes(row[0]) for row in database.rows("SELECT record FROM merge WHERE kind = ?", kind))
        )


def touched_by_merges(database: Database, touched: Mapping[type[Record], set[bytes]]) -> dict[str, set[bytes]]:
    """The records, by kind, that newly written merges and separations name."""
    merges = set(touched.get(tables.Merge, ()))
    for part in chunks(touched.get(tables.Separation, ())):
        merges |= {
            bytes(row[0]) for row in database.rows(f"SELECT merge FROM separation WHERE id IN ({marks(part)})", *part)
        }
    found: dict[str, set[bytes]] = {kind: set() for kind in KINDS}
    for part in chunks(merges):
        for kind, record, survivor in database.rows(
            f"SELECT kind, record, survivor FROM merge WHERE id IN ({marks(part)})", *part
        ):
            found[kind] |= {bytes(record), bytes(survivor)}
    return found


def roots_of(database: Database, kind: str, ids: Iterable[bytes]) -> dict[bytes, bytes]:
    """The survivors of those of these records that were merged into another."""
    if not _is_any(database, kind):
        return {}
    return {
        bytes(record): bytes(root)
        for part in chunks(ids)
        for record, root in database.rows(
            f"SELECT id, merged_into FROM {kind} WHERE merged_into IS NOT NULL AND id IN ({marks(part)})", *part
        )
    }


def root_of(database: Database, kind: str, id: bytes) -> bytes:
    """The record that stands for this one today: most often itself."""
    return roots_of(database, kind, [id]).get(id, id)


def members_of(database: Database, kind: str, ids: Iterable[bytes]) -> dict[bytes, list[bytes]]:
    """What was merged into each of these records, where anything was."""
    found: dict[bytes, list[bytes]] = {}
    if not _is_any(database, kind):
        return found
    for part in chunks(ids):
        for record, root in database.rows(
            f"SELECT id, merged_into FROM {kind} WHERE merged_into IN ({marks(part)}) ORDER BY alias", *part
        ):
            found.setdefault(bytes(root), []).append(bytes(record))
    return found


def group_of(database: Database, kind: str, id: bytes) -> list[bytes]:
    """The survivor of a record, then everything that was merged into it."""
    root = root_of(database, kind, id)
    return [root, *members_of(database, kind, [root]).get(root, ())]


def with_groups(database: Database, kind: str, ids: Iterable[bytes]) -> set[bytes]:
    """These records, their survivors, and all that was merged into those."""
    found = set(ids)
    found |= set(roots_of(database, kind, found).values())
    return found.union(*members_of(database, kind, found).values())


def _connected(database: Database, kind: str, ids: set[bytes]) -> set[bytes]:
    """Every record that a chain of merges, undone ones too, ties to one of these; nothing where no merge names one."""
    found: set[bytes] = set()
    fresh = ids if database.row("SELECT 1 FROM merge LIMIT 1") else set()
    while fresh:
        met: set[bytes] = set()
        for part in chunks(fresh):
            for column in ("record", "survivor"):
                for record, survivor in database.rows(
                    f"SELECT record, survivor FROM merge WHERE kind = ? AND {column} IN ({marks(part)})", kind, *part
                ):
                    met |= {bytes(record), bytes(survivor)}
        fresh = met - found
        found |= met
    return found


def _is_any(database: Database, kind: str) -> bool:
    # Most offices merge little and import much: one look spares a search for every record.
    return database.row(f"SELECT 1 FROM {kind} WHERE merged_into IS NOT NULL LIMIT 1") is not None


def _kept(database: Database, kind: str, ids: Iterable[bytes]) -> dict[bytes, bytes | None]:
    return {
        bytes(record): bytes(root) if root else None
        for part in chunks(ids)
        for record, root in database.rows(f"SELECT id, merged_into FROM {kind} WHERE id IN ({marks(part)})", *part)
    }
