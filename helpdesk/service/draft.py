"""What is being typed, kept as it is typed, so that a power cut loses nothing."""

from __future__ import annotations

import json
from typing import Any

from helpdesk.domain.identity import OperatorId, milliseconds
from helpdesk.service.desk import Desk


def save(desk: Desk, actor: OperatorId, key: str, body: dict[str, Any]) -> None:
    """Keeps a draft under its key, instead of the one before."""
    with desk.database.writing() as database:
        database.execute_sql(
            "INSERT INTO draft(key, operator, body, changed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(key, operator) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at",
            (key, actor, json.dumps(body, ensure_ascii=False), milliseconds(desk.clock.now())),
        )


def load(desk: Desk, actor: OperatorId, key: str) -> dict[str, Any] | None:
    """The draft under a key."""
    with desk.reading() as database:
        row = database.row("SELECT body FROM draft WHERE key = ? AND operator = ?", key, actor)
    return json.loads(row[0]) if row else None


def drop(desk: Desk, actor: OperatorId, key: str) -> None:
    """Forgets a draft."""
    with desk.database.writing() as database:
        database.execute_sql("DELETE FROM draft WHERE key = ? AND operator = ?", (key, actor))


def all_of(desk: Desk, actor: OperatorId, prefix: str) -> dict[str, dict[str, Any]]:
    """Drafts whose keys begin with `prefix`, the latest first."""
    with desk.reading() as database:
        found = database.rows(
            "SELECT key, body FROM draft WHERE operator = ? AND substr(key, 1, length(?)) = ? ORDER BY changed_at DESC",
            actor,
            prefix,
            prefix,
        )
    return {key: json.loads(body) for key, body in found}
