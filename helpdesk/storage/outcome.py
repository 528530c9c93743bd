"""Local derived tables that figures are counted from: what became of each promise, and when a request was open.

Rows exist only for requests that count (hidden ones have none), so a figure without filters needs no other table.
Instants are milliseconds since 1970, lengths business seconds; `request` is the request's alias.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from helpdesk.domain.identity import milliseconds

if TYPE_CHECKING:
    from helpdesk.domain.service_outcome import Outcome
    from helpdesk.domain.spell import Spell
    from helpdesk.storage.database import Database

OUTCOME_TABLES = (
    "CREATE TABLE request_target(request INTEGER NOT NULL, place INTEGER NOT NULL, target TEXT NOT NULL,"
    " started_at INTEGER NOT NULL, breach_at INTEGER, ended_at INTEGER, met_at INTEGER, seconds INTEGER,"
    " overrun INTEGER, kind TEXT NOT NULL, priority TEXT NOT NULL, policy INTEGER NOT NULL,"
    " is_promised INTEGER NOT NULL, PRIMARY KEY (request, place)) WITHOUT ROWID",
    "CREATE INDEX target_met ON request_target(met_at, target, priority) WHERE met_at IS NOT NULL",
    "CREATE INDEX target_breach ON request_target(breach_at, target, priority, overrun) WHERE breach_at IS NOT NULL",
    "CREATE INDEX target_response ON request_target(ended_at, seconds) WHERE target = 'first_response'",
    "CREATE TABLE request_spell(request INTEGER NOT NULL, place INTEGER NOT NULL, created_at INTEGER NOT NULL,"
    " opened_at INTEGER NOT NULL, is_reopening INTEGER NOT NULL, ended_at INTEGER, is_solved INTEGER NOT NULL,"
    " solver BLOB, seconds INTEGER, net_seconds INTEGER, reopened_at INTEGER,"
    " PRIMARY KEY (request, place)) WITHOUT ROWID",
    "CREATE INDEX spell_opened ON request_spell(opened_at, is_reopening)",
    "CREATE INDEX spell_ended ON request_spell(ended_at, is_solved, reopened_at, seconds, net_seconds, solver)"
    " WHERE ended_at IS NOT NULL",
    "CREATE INDEX spell_open ON request_spell(opened_at, created_at) WHERE ended_at IS NULL",
)
_PUT_TARGET = f"INSERT INTO request_target VALUES ({', '.join('?' * 13)})"
_PUT_SPELL = f"INSERT INTO request_spell VALUES ({', '.join('?' * 11)})"


class Results:
    """Rows of both tables for some requests, written together."""

    def __init__(self) -> None:
        self._targets: list[tuple[Any, ...]] = []
        self._spells: list[tuple[Any, ...]] = []

    def take(self, alias: int, outcomes: Iterable[Outcome], spells: Sequence[Spell]) -> None:
        """Gathers what one request has come to."""
        for place, one in enumerate(outcomes):
            ended_at = one.ended_at and milliseconds(one.ended_at)
            self._targets.append(
                (
                    alias,
                    place,
                    one.target.value,
                    milliseconds(one.started_at),
                    one.breach_at and milliseconds(one.breach_at),
                    ended_at,
                    ended_at if one.is_met else None,
                    one.seconds,
                    one.overrun,
                    one.kind,
                    one.priority,
                    one.policy_version,
                    one.is_promised,
                )
            )
        created_at = milliseconds(spells[0].opened_at)
        for place, spell in enumerate(spells):
            self._spells.append(
                (
                    alias,
                    place,
                    created_at,
                    milliseconds(spell.opened_at),
                    spell.is_reopening,
                    spell.ended_at and milliseconds(spell.ended_at),
                    spell.is_solved,
                    spell.solver,
                    spell.seconds,
                    spell.net_seconds,
                    spell.reopened_at and milliseconds(spell.reopened_at),
                )
            )

    def put(self, database: Database, aliases: Iterable[int]) -> None:
        """Writes the rows in place of those that the requests had."""
        old = [(alias,) for alias in aliases]
        database.many("DELETE FROM request_target WHERE request = ?", old)
        database.many("DELETE FROM request_spell WHERE request = ?", old)
        database.many(_PUT_TARGET, self._targets)
        database.many(_PUT_SPELL, self._spells)
