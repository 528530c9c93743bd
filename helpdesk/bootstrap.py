"""Where objects meet: makes, opens and closes a workplace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.clock import Clock, SystemClock
from helpdesk.domain.company import Company
from helpdesk.errors import (
    FieldMissing,
    JoinNotEmpty,
    OfficeExists,
    UserError,
    WorkplaceDamaged,
    WorkplaceExists,
    WorkplaceMissing,
    WorkplaceNotEmpty,
    WorkplaceUnwritable,
    WrongKey,
)
from helpdesk.lazily import dataclass
from helpdesk.paths import default_workplace
from helpdesk.service import company as company_service
from helpdesk.service.desk import Desk
from helpdesk.storage import backup, file_form
from helpdesk.storage.database import Database, translated

if TYPE_CHECKING:
    from helpdesk.service.sync import Progress

FILE = "helpdesk.db"


@dataclass(frozen=True)
class Workplace:
    """An open workplace; close it when done."""

    desk: Desk

    def close(self) -> None:
        """Lets go of the database on every thread; none may be at work."""
        self.desk.database.close_all()

    def start_work(self) -> tuple[str, ...]:
        """Checks the file quickly and makes the day's backup, in a worker. Raises WorkplaceDamaged and its kin."""
        # What the first write needs is loaded here, where nobody waits for it.
        from helpdesk.storage import derived, unit  # noqa: F401

        database = self.desk.database
        with database.reading():
            row = database.row("PRAGMA quick_check(1)")
        if row is None or row[0] != "ok":
            raise _damaged(database.file)
        made = backup.back_up_daily(database, self.desk.clock.now())
        return (made.name,) if made else ()


def default_folder() -> Path:
    """The folder of the workplace where none is named."""
    return default_workplace()


def exists(folder: Path) -> bool:
    """Whether a workplace stands in the folder."""
    return (folder / FILE).exists()


def create(
    folder: Path, company: Company, operator_name: str, *, clock: Clock | None = None, key: bytes | None = None
) -> Workplace:
    """Makes a workplace and opens it. Raises WorkplaceExists, FieldMissing, UnknownTimeZone, WorkplaceUnwritable."""
    company_service.checked(company)
    if not operator_name.strip():
        raise FieldMissing("operator")
    file = folder / FILE
    if file.exists():
        raise WorkplaceExists(folder)
    clock = clock or SystemClock()
    with translated(file):
        folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{FILE}.new"
    _remove(unfinished)
    from helpdesk.storage import migration

    database = Database(unfinished, key)
    migration.make(database)
    _fill(Desk(folder, database, clock, company, {}), operator_name.strip())
    database.close_all()
    with translated(file):
        unfinished.rename(file)
    return open_workplace(folder, key=key, clock=clock)


def _fill(desk: Desk, operator_name: str) -> None:
    from helpdesk.domain.identity import new_identity
    from helpdesk.service import seed
    from helpdesk.storage import tables

    with desk.work() as unit:
        company_service.add_company(unit, desk.company)
        unit.add(tables.Operator, name=operator_name)
        seed.plant(unit)
        desk.database.execute_sql("INSERT INTO station VALUES (1, ?, 1, 1)", (new_identity(unit.now),))


def open_workplace(folder: Path, *, key: bytes | None = None, clock: Clock | None = None) -> Workplace:
    """Opens a workplace. Raises WorkplaceMissing, WorkplaceNewer, WorkplaceDamaged, WrongKey, WorkplaceUnwritable."""
    file = folder / FILE
    if not file.exists():
        raise WorkplaceMissing(folder)
    database = Database(file, key)
    try:
        _bring_up(database)
        with database.reading():
            company = company_service.read_company(database)
            states = company_service.read_states(database)
    except UserError as error:
        database.close_all()
        if isinstance(error, WorkplaceDamaged) or (isinstance(error, WrongKey) and key is None):
            raise _damaged(file) from error
        raise
    return Workplace(Desk(folder, database, clock or SystemClock(), company, states))


def _bring_up(database: Database) -> None:
    with database.reading():
        found = file_form.version(database)
    if found != file_form.VERSION:
        from helpdesk.storage import migration

        migration.migrate(database)


def join(
    folder: Path,
    address: str,
    passphrase: str,
    *,
    operator: str = "",
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Workplace:
    """Makes a workplace of an office from its hub, in a folder without records, and opens it; goes on if interrupted.

    Raises JoinNotEmpty, OfficeExists, PassphraseWrong, the hub's errors.
    """
    from helpdesk.service import joining
    from helpdesk.service.office import whole_address

    address = whole_address(address)
    file = folder / FILE
    has_joined = file.exists() and _has_joined(folder, address)
    clock = clock or SystemClock()
    key, hello = joining.key_by(address, passphrase)
    if has_joined:
        return open_workplace(folder, clock=clock)
    with translated(file):
        folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{FILE}.joining"
    entrance = (address, key, hello, passphrase)
    joining.fill(folder, unfinished, clock, entrance=entrance, operator=operator.strip(), progress=progress)
    _remove(file)
    with translated(file):
        unfinished.rename(file)
    return open_workplace(folder, clock=clock)


def _has_joined(folder: Path, address: str) -> bool:
    """Whether the workplace belongs to that hub already: a command was stopped at its very end."""
    from helpdesk.service.office import hub_address, shown_address

    workplace = open_workplace(folder)
    try:
        known = hub_address(workplace.desk)
        if known == shown_address(address):
            return True
        if known is not None:
            raise OfficeExists(folder, known)
        if not company_service.is_empty(workplace.desk):
            raise JoinNotEmpty(folder)
        return False
    finally:
        workplace.close()


def restore_backup(folder: Path, *, key: bytes | None = None, clock: Clock | None = None) -> Path:
    """Sets a damaged database aside, puts the newest sound backup in its place; answers where the damaged one is.

    Raises WorkplaceDamaged where no backup is sound: then nothing was moved.
    """
    file = folder / FILE
    sound = backup.newest_sound(file, key)
    if sound is None:
        raise WorkplaceDamaged(file, None, None)
    now = (clock or SystemClock()).now()
    kept = backup.set_aside(file, now.strftime("%Y%m%d-%H%M%S"))
    backup.restore(sound, file)
    return kept


def make_anew(folder: Path, *, clock: Clock | None = None) -> Workplace:
    """Removes example data: the workplace made anew, its company and operators kept. Raises WorkplaceNotEmpty."""
    from helpdesk.service.office import hub_address

    workplace = open_workplace(folder, clock=clock)
    desk = workplace.desk
    if not desk.company.has_example:
        raise WorkplaceNotEmpty(folder)
    if (address := hub_address(desk)) is not None:
        raise OfficeExists(folder, address)
    names = [operator.name for operator in company_service.operators(desk)]
    workplace.close()
    file = folder / FILE
    for leftover in (file, *backup.all_backups(file)):
        _remove(leftover)
    made = create(folder, replace(desk.company, has_example=False), names[0], clock=clock)
    for name in names[1:]:
        company_service.add_operator(made.desk, company_service.operators(made.desk)[0].id, name)
    return made


def _damaged(file: Path) -> WorkplaceDamaged:
    return WorkplaceDamaged(file, None, backup.newest_sound(file))


def _remove(file: Path) -> None:
    try:
        for ending in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise WorkplaceUnwritable(file.parent, error.strerror or str(error)) from error
