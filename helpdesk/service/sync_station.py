"""The office's stations: when each was heard, by which clock it works, who has what open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, instant, milliseconds
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.office_tables import Presence
from helpdesk.sync import ledger

FRESH = timedelta(minutes=30)
"""Presence that is older tells nothing any more."""


@dataclass(frozen=True, slots=True)
class StationState:
    """A station as it was heard last; `ahead` is how far its clock ran ahead of the hub's, where known."""

    id: bytes
    name: str
    operator: str
    number: int
    heard_at: datetime | None
    version: str
    ahead: timedelta | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Present:
    """Who has a record open at another station, and since when."""

    station: str
    operator: OperatorId
    seen_at: datetime


def stations(desk: Desk, actor: OperatorId) -> tuple[StationState, ...]:
    """Every station of the office by its number; one is this."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        own = ledger.station_of(database)
        rows = database.rows(
            "SELECT s.id, s.name, s.operator, (SELECT max(c.number) FROM number_claim c WHERE c.station = s.id),"
            " h.at, h.version, h.ahead FROM office_station s LEFT JOIN heard h ON h.station = s.id"
            " WHERE s.is_hidden = 0 ORDER BY 4"
        )
    return tuple(
        StationState(
            bytes(row[0]),
            row[1],
            row[2],
            row[3] or 0,
            None if row[4] is None else instant(row[4]),
            row[5] or "",
            None if row[6] is None else timedelta(milliseconds=row[6]),
            bytes(row[0]) == own,
        )
        for row in rows
    )


def announce(desk: Desk, actor: OperatorId, subject_kind: str = "", subject: bytes | None = None) -> Changes:
    """Tells the office what is open here, or that nothing is; it goes out with the next exchange and locks nothing."""
    ask(desk, actor, Action.SEE)
    cells: dict[str, Any] = {"operator": actor or None, "subject_kind": subject_kind, "subject": subject}
    with desk.work() as unit:
        own = ledger.station_of(unit.database)
        row = next(iter(Presence.select().where(Presence.id == own).execute(unit.database)), None)
        if row is None:
            unit.add(Presence, id=own, seen_at=unit.now, **cells)
        else:
            unit.change(row, seen_at=unit.now, **cells)
    return unit.changes


def present(desk: Desk, actor: OperatorId, subject: bytes) -> tuple[Present, ...]:
    """Who else has a record open, as far as was heard lately."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        rows = database.rows(
            "SELECT s.name, p.operator, p.seen_at FROM presence p LEFT JOIN office_station s ON s.id = p.id"
            " WHERE p.subject = ? AND p.id <> ? AND p.seen_at >= ? AND p.operator IS NOT NULL",
            subject,
            ledger.station_of(database),
            milliseconds(desk.clock.now() - FRESH),
        )
    return tuple(Present(name or "", OperatorId(bytes(operator)), instant(at)) for name, operator, at in rows)
