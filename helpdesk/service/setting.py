"""What the window remembers for each operator on this station: sizes, columns, views. Never leaves the station."""

from __future__ import annotations

import json
from typing import Any

from helpdesk.domain.identity import OperatorId
from helpdesk.service.desk import Desk

NOBODY = OperatorId(b"")
"""Under whom is kept what belongs to the station itself."""

LAST_OPERATOR = "last_operator"
"""The key of who sat here last, as hexadecimal digits."""


def get(desk: Desk, actor: OperatorId, key: str, default: Any) -> Any:
    """The value kept under a key, or `default`."""
    with desk.reading() as database:
        row = database.row("SELECT value FROM setting WHERE key = ? AND operator = ?", key, actor)
    return json.loads(row[0]) if row else default


def put(desk: Desk, actor: OperatorId, key: str, value: Any) -> None:
    """Keeps a JSON value under a key."""
    with desk.database.writing() as database:
        database.execute_sql(
            "INSERT INTO setting(key, operator, value) VALUES (?, ?, ?)"
            " ON CONFLICT(key, operator) DO UPDATE SET value = excluded.value",
            (key, actor, json.dumps(value, ensure_ascii=False)),
        )
