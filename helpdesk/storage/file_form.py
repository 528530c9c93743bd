"""Which form the database has; what makes and changes it stands in `migration`, which a start mostly does without."""

from __future__ import annotations

from helpdesk.storage.database import Database

VERSION = 1


def version(database: Database) -> int:
    """The form that the file has, read in a reading that was begun."""
    row = database.row("PRAGMA user_version")
    return int(row[0]) if row else 0
