"""Who a station is, and which prefix its numbers bear: claimed openly, two claims at once settled by the earlier."""

from __future__ import annotations

from helpdesk.domain.identity import milliseconds, new_identity
from helpdesk.storage.database import Database
from helpdesk.storage.office_tables import NumberClaim, Station
from helpdesk.storage.unit import UnitOfWork
from helpdesk.sync import ledger

UNCLAIMED = 0


def introduce(unit: UnitOfWork, name: str, operator: str = "") -> None:
    """Makes this station known to the others."""
    identity = ledger.station_of(unit.database)
    joined = milliseconds(unit.now)
    unit.add(Station, id=identity, name=name, operator=operator, joined_at=joined)


def claim(unit: UnitOfWork, number: int) -> None:
    """Claims a prefix and numbers by it from now on; what was given out under another stays."""
    database = unit.database
    unit.add(NumberClaim, station=ledger.station_of(database), number=number)
    database.execute_sql("UPDATE station SET number = ?, next_sequence = 1 WHERE number <> ?", (number, number))


def claim_next(unit: UnitOfWork) -> None:
    """Claims the lowest prefix above all that were ever claimed."""
    row = unit.database.row("SELECT coalesce(max(number), 0) FROM number_claim")
    claim(unit, 1 + (row[0] if row else 0))


def settle_claims(unit: UnitOfWork) -> None:
    """Takes another prefix where an earlier claim of somebody else has come."""
    database = unit.database
    row = database.row("SELECT id, number FROM station")
    assert row is not None
    station, number = row
    if number != UNCLAIMED and _holder(database, number) not in (None, station):
        claim_next(unit)


def renew_if_cloned(unit: UnitOfWork, stations: set[bytes]) -> None:
    """Goes on under a new identity and prefix where an unknown batch bears this station's own: it has a twin."""
    database = unit.database
    old = ledger.station_of(database)
    if old not in stations:
        return
    database.execute_sql("UPDATE station SET id = ?", (new_identity(unit.now),))
    row = database.row("SELECT name, operator FROM office_station WHERE id = ?", old)
    introduce(unit, *(row or ("", "")))
    claim_next(unit)


def _holder(database: Database, number: int) -> bytes | None:
    """The station whose claim is the earliest; a claim that was not yet exchanged counts last."""
    row = database.row(
        "SELECT c.station FROM number_claim c LEFT JOIN clock k ON k.tbl = ? AND k.id = c.id AND k.col = 0"
        " WHERE c.number = ? AND c.is_hidden = 0 ORDER BY k.stamp IS NULL, k.stamp, c.id LIMIT 1",
        NumberClaim.journal,
        number,
    )
    return None if row is None else bytes(row[0])
