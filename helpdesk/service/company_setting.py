"""Rules and requisites of the company that every station shares, one row a key."""

from __future__ import annotations

import json
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.seed_identity import code_identity
from helpdesk.storage import tables
from helpdesk.storage.database import Database


def get(desk: Desk, key: str, default: Any) -> Any:
    """The value kept under a key, or `default`."""
    with desk.reading() as database:
        return read(database, key, default)


def read(database: Database, key: str, default: Any) -> Any:
    """The value kept under a key, on an open connection."""
    row = database.row("SELECT value FROM company_setting WHERE key = ? AND is_hidden = 0", key)
    return json.loads(row[0]) if row else default


def put(desk: Desk, actor: OperatorId, key: str, value: Any) -> Changes:
    """Keeps a JSON value under a key for the whole company."""
    ask(desk, actor, Action.SET_UP)
    identity = code_identity("company_setting", key)
    with desk.work() as unit:
        table = tables.CompanySetting
        row = next(iter(table.select().where(table.id == identity).execute(unit.database)), None)
        if row is None:
            unit.add(table, id=identity, key=key, value=value)
        else:
            unit.change(row, value=value, is_hidden=False)
    return unit.changes
