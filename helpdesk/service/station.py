"""Stations as the window and the reports tell of them: this one with its own clock, the others as they were heard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helpdesk import __version__
from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, instant, milliseconds
from helpdesk.domain.permission import Action
from helpdesk.service import sync_station
from helpdesk.service.desk import Desk
from helpdesk.service.office import office_of, opened_hub, state_of
from helpdesk.service.permission import ask
from helpdesk.service.sync_station import StationState
from helpdesk.storage.database import Database
from helpdesk.sync import ledger

WRONG_CLOCK = timedelta(minutes=5)
"""A clock that is further off is told to the operator."""

SILENT = timedelta(hours=24)
"""Who was not heard for so long before the end of a report is named in it."""

TOLD_AGAIN = timedelta(seconds=30)
STILL_OPEN = timedelta(minutes=5)
_AT_WORK = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Opened:
    """Who has a record open, as it was known at that instant."""

    who: str
    seen_at: datetime


def stations(desk: Desk, actor: OperatorId) -> tuple[StationState, ...]:
    """Every station of the office, this one as it is now. Raises OfficeMissing."""
    state = state_of(desk)
    at = None if state.exchanged_at is None else instant(state.exchanged_at)
    return tuple(
        replace(one, heard_at=at, version=__version__) if one.is_own else one
        for one in sync_station.stations(desk, actor)
    )


def ahead(desk: Desk, actor: OperatorId) -> timedelta | None:
    """How far this computer's clock is ahead of the hub's; None where the hub cannot tell. Raises the hub's errors."""
    ask(desk, actor, Action.SEE)
    with opened_hub(desk, office_of(desk)) as hub:
        server = hub.server_time()
    return None if server is None else desk.clock.now() - server


def unheard(database: Database, until: datetime) -> list[tuple[str, datetime | None]]:
    """Other stations of which nothing was heard in the day before an instant, with the instant heard last."""
    limit = milliseconds(until - SILENT)
    rows = database.rows(
        "SELECT s.name, h.at FROM office_station s LEFT JOIN heard h ON h.station = s.id"
        " WHERE s.is_hidden = 0 AND s.id <> ? AND s.joined_at < ? AND coalesce(h.at, 0) < ? ORDER BY s.name, s.id",
        ledger.station_of(database),
        milliseconds(until),
        limit,
    )
    return [(name, None if at is None else instant(at)) for name, at in rows]


def tell(desk: Desk, actor: OperatorId, kind: str, subject: bytes | None) -> Changes:
    """Tells the others what is open here, seldom enough to cost nothing, and only while somebody may read it."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        if not _is_news(database, actor, subject, milliseconds(desk.clock.now())):
            return Changes()
    return sync_station.announce(desk, actor, kind, subject)


def opened_by(desk: Desk, actor: OperatorId, subject: bytes) -> tuple[Opened, ...]:
    """Who else has a record open, as far as it is known."""
    found = sync_station.present(desk, actor, subject)
    if not found:
        return ()
    with desk.reading() as database:
        names = {bytes(row[0]): row[1] for row in database.rows("SELECT id, name FROM operator")}
    return tuple(Opened(names.get(one.operator) or one.station, one.seen_at) for one in found)


def _is_news(database: Database, actor: OperatorId, subject: bytes | None, now: int) -> bool:
    own = ledger.station_of(database)
    told = database.row("SELECT operator, subject, seen_at FROM presence WHERE id = ?", own)
    if told is None and subject is None:
        return False
    if told is not None:
        since = timedelta(milliseconds=now - told[2])
        is_same = (told[0], told[1]) == (actor, subject)
        if since < TOLD_AGAIN or (is_same and (subject is None or since < STILL_OPEN)):
            return False
    since_when = now - int(_AT_WORK.total_seconds() * 1000)
    return database.row("SELECT 1 FROM heard WHERE station <> ? AND at >= ? LIMIT 1", own, since_when) is not None
