"""Deeds on one record that did not see each other, found by what each event's author had seen of its subject."""

from __future__ import annotations

from typing import Any

from helpdesk.domain.clash import Clash, ClashKind, Deed
from helpdesk.domain.identity import OperatorId, instant
from helpdesk.storage.database import Database
from helpdesk.storage.tables import Event

_DEEDS = "a.operator, a.occurred_at, a.state, a.owner, b.operator, b.occurred_at, b.state, b.owner"

# `b` is the later stamp; its author had seen nothing of the subject as late as `a`. Whoever saw `b` has settled it.
_PAIR = f"""FROM {{table}} r JOIN event a ON a.subject = r.id JOIN event b ON b.subject = r.id
 AND (b.stamp, b.id) > (a.stamp, a.id)
 JOIN clock k ON k.tbl = {Event.journal} AND k.id = b.id AND k.col = 0 AND k.base < a.stamp
 WHERE r.is_hidden = 0 AND a.is_hidden = 0 AND b.is_hidden = 0 AND {{which}} AND {{deeds}}
 AND NOT EXISTS (SELECT 1 FROM event c JOIN clock s ON s.tbl = {Event.journal} AND s.id = c.id AND s.col = 0
 WHERE c.subject = r.id AND c.stamp > b.stamp AND s.base >= b.stamp AND {{settles}}) LIMIT ?"""

_TAKEN = _PAIR.format(
    table="request",
    which="r.category IN ('new', 'open', 'waiting')",
    deeds="a.kind = 'assigned' AND b.kind = 'assigned' AND a.owner IS NOT b.owner"
    " AND a.owner IS NOT NULL AND b.owner IS NOT NULL",
    settles="c.kind = 'assigned'",
)
_BESIDES = "(a.state = 'cancelled') <> (b.state = 'cancelled') AND a.state <> '' AND b.state <> ''"
_CANCELLED_ORDER = _PAIR.format(
    table="customer_order", which="(r.is_open = 1 OR r.stage_since > ?)", deeds=_BESIDES, settles="c.state <> ''"
)
_CANCELLED_REQUEST = _PAIR.format(
    table="request",
    which="(r.category IN ('new', 'open', 'waiting') OR r.changed_at > ?)",
    deeds=_BESIDES,
    settles="c.state <> ''",
)


def clashes(database: Database, since: int, limit: int) -> list[Clash]:
    """What has to be settled: of open records, and of those closed after `since` (milliseconds)."""
    found = []
    for kind, subject, pair, values in (
        (ClashKind.TAKEN_TWICE, "request", _TAKEN, (limit,)),
        (ClashKind.CANCELLED_BESIDES, "request", _CANCELLED_REQUEST, (since, limit)),
        (ClashKind.CANCELLED_BESIDES, "order", _CANCELLED_ORDER, (since, limit)),
    ):
        rows = database.rows(f"SELECT r.id, r.number, {_DEEDS} {pair}", *values)
        found += [Clash(kind, subject, bytes(row[0]), row[1], _deed(row[2:6]), _deed(row[6:])) for row in rows]
    return found


def _deed(cells: tuple[Any, ...]) -> Deed:
    operator, at, state, owner = cells
    return Deed(_operator(operator), instant(at), state, _operator(owner))


def _operator(identity: bytes | None) -> OperatorId | None:
    return OperatorId(bytes(identity)) if identity else None
