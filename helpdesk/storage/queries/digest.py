"""One hash over everything that people entered, so that two stations can tell whether they agree."""

from __future__ import annotations

from hashlib import sha256

from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS
from helpdesk.storage.tables import OFFICE


def digest_of(database: Database) -> str:
    """The hash of all synchronised rows in one order, as hexadecimal digits; not of stations, claims, presence.

    The caller reads at one instant.
    """
    total = sha256()
    for form in sorted(FORMS.values(), key=lambda form: form.number):
        if form.table in OFFICE:
            continue
        total.update(f"{form.number}\n".encode())
        for row in database.execute_sql(f"{form.select} ORDER BY id"):
            total.update(repr(row).encode())
    return total.hexdigest()
