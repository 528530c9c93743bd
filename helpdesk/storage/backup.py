"""Backups that were opened before they count, in rotation; a damaged file is set aside, never deleted."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from helpdesk.storage.database import Database, translated

KEPT = 7
FOLDER = "backups"


def _folder(database_file: Path) -> Path:
    return database_file.parent / FOLDER


def all_backups(database_file: Path) -> list[Path]:
    """Backups of a database, the newest first."""
    return sorted(_folder(database_file).glob("*.db"), key=lambda file: file.stat().st_mtime_ns, reverse=True)


def is_sound(file: Path, key: bytes | None = None, *, quick: bool = True) -> bool:
    """Whether a database file opens and passes SQLite's own check."""
    from sqlcipher3 import dbapi2 as driver

    from helpdesk.errors import UserError

    database = Database(file, key)
    try:
        with database.reading():
            row = database.row("PRAGMA quick_check(1)" if quick else "PRAGMA integrity_check(1)")
            return row is not None and row[0] == "ok" and database.row("SELECT 1 FROM company LIMIT 1") is not None
    except (driver.Error, UserError):
        return False
    finally:
        database.close_all()


def back_up(database: Database, *, label: str, kept: int = KEPT) -> Path:
    """Writes a compact copy, opens it to prove it, drops the oldest beyond `kept`. Raises DiskFull and its kin."""
    folder = _folder(database.file)
    with translated(database.file):
        folder.mkdir(exist_ok=True)
        target = folder / f"{label}.db"
        unproven = folder / f"{label}.db.part"
        unproven.unlink(missing_ok=True)
        with database.reading():
            database.execute_sql("VACUUM INTO ?", (str(unproven),))
        if not is_sound(unproven, database._key):
            unproven.unlink(missing_ok=True)
            raise OSError(5, "the backup could not be read back")
        unproven.replace(target)
        for old in all_backups(database.file)[kept:]:
            old.unlink(missing_ok=True)
    return target


def back_up_daily(database: Database, today: datetime) -> Path | None:
    """The backup of the day, unless it was made already."""
    label = today.strftime("%Y-%m-%d")
    if (_folder(database.file) / f"{label}.db").exists():
        return None
    return back_up(database, label=label)


def newest_sound(database_file: Path, key: bytes | None = None) -> Path | None:
    """The newest backup that opens."""
    return next((file for file in all_backups(database_file) if is_sound(file, key)), None)


def set_aside(database_file: Path, stamp: str) -> Path:
    """Moves a damaged database with its companions out of the way and answers where it is kept."""
    target = database_file.with_name(f"{database_file.stem}-damaged-{stamp}{database_file.suffix}")
    for ending in ("-wal", "-shm", ""):
        source = database_file.with_name(database_file.name + ending)
        if source.exists():
            source.replace(target.with_name(target.name + ending))
    return target


def restore(backup: Path, database_file: Path) -> None:
    """Puts a backup in the place of the database, by whole replacement."""
    with translated(database_file):
        unproven = database_file.with_name(database_file.name + ".part")
        shutil.copyfile(backup, unproven)
        unproven.replace(database_file)
