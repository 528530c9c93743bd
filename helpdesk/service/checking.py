"""Whether a workplace is sound: its pages, its numbers, its links, and what is derived against what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.errors import WorkplaceDamaged
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import backup, migration
from helpdesk.storage.database import Database
from helpdesk.storage.derived_order import derive_orders
from helpdesk.storage.derived_request import derive_requests
from helpdesk.storage.events import chunks, marks
from helpdesk.storage.queries import counts
from helpdesk.storage.tables import Order, Record, Request

SAMPLE = 500


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check counted; `integrity` is "ok" where nothing is wrong, else the names of what is."""

    counts: dict[str, int]
    integrity: str
    orphans: int
    repeated_numbers: int
    stale_derived: int
    version: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.integrity == "ok"

    def plain(self) -> dict[str, int | str]:
        """One flat answer for other programs."""
        rest = asdict(self)
        return {**rest.pop("counts"), **rest}


def check(desk: Desk, actor: OperatorId, *, sample: int = SAMPLE) -> CheckResult:
    """Verifies an open workplace, leaves it as it was. Raises WorkplaceDamaged, which names the newest sound backup."""
    ask(desk, actor, Action.SEE)
    database = desk.database
    try:
        with database.reading():
            if not counts.is_whole(database):
                raise WorkplaceDamaged(database.file, None, None)
            found = counts.record_counts(database)
            orphans, repeated = counts.orphans(database), counts.repeated_numbers(database)
            version = migration.version(database)
            is_shared = database.row("SELECT 1 FROM hub") is not None
        stale = _stale(desk, sample)
    except WorkplaceDamaged as error:
        raise with_backup(error) from error
    # Rows may wait for the record that they name, so orphans are counted and blame nothing. In an office two stations
    # may have spoken one number before each heard of the other: both records are found under it.
    blamed = (("repeated_numbers", 0 if is_shared else repeated), ("stale_derived", stale))
    wrong = [name for name, count in blamed if count]
    return CheckResult(found, ", ".join(wrong) or "ok", orphans, repeated, stale, version)


def tally(desk: Desk, actor: OperatorId) -> dict[str, int]:
    """Records by kind."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return counts.record_counts(database)


def with_backup(error: WorkplaceDamaged) -> WorkplaceDamaged:
    """The same damage with the newest sound backup named, where there is one."""
    return WorkplaceDamaged(error.file, error.set_aside, error.backup or backup.newest_sound(error.file))


def _stale(desk: Desk, sample: int) -> int:
    """Rows whose kept derived columns differ from those computed anew; the transaction is undone."""
    database = desk.database
    with database.undone():
        requests, orders = _ids(database, Request, sample), _ids(database, Order, sample)
        kept = {**_derived(database, Request, requests), **_derived(database, Order, orders)}
        derive_requests(database, desk.rules, requests)
        derive_orders(database, desk.rules, orders)
        anew = {**_derived(database, Request, requests), **_derived(database, Order, orders)}
    return sum(anew[identity] != cells for identity, cells in kept.items())


def _ids(database: Database, table: type[Record], sample: int) -> list[bytes]:
    name, half = table._meta.table_name, sample // 2
    newest = database.rows(f"SELECT id FROM {name} ORDER BY alias DESC LIMIT ?", sample - half)
    oldest = database.rows(f"SELECT id FROM {name} ORDER BY alias LIMIT ?", half)
    return list(dict.fromkeys(bytes(row[0]) for row in (*newest, *oldest)))


def _derived(database: Database, table: type[Record], ids: Iterable[bytes]) -> dict[bytes, tuple[object, ...]]:
    columns = [f'"{name}"' for name in table._meta.fields if name not in (*table.columns, "alias", "id")]
    name = table._meta.table_name
    return {
        bytes(row[0]): row[1:]
        for part in chunks(ids)
        for row in database.rows(f"SELECT id, {', '.join(columns)} FROM {name} WHERE id IN ({marks(part)})", *part)
    }
