"""What is derived of a request: its standing, its due time, the words that find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from helpdesk.domain.business_hours import BusinessHours
from helpdesk.domain.event import Event, SubjectKind
from helpdesk.domain.folding import digits, index_text
from helpdesk.domain.identity import milliseconds
from helpdesk.domain.phone import split_extension
from helpdesk.domain.request import RequestState
from helpdesk.domain.service_level import Due
from helpdesk.domain.service_outcome import promises
from helpdesk.domain.service_policy import ServicePolicy
from helpdesk.domain.spell import spells_of
from helpdesk.domain.standing import Standing, service_events, standing_of
from helpdesk.storage import search
from helpdesk.storage.clashes import put_clashes
from helpdesk.storage.database import Database
from helpdesk.storage.events import chunks, events_of, marks
from helpdesk.storage.merging import NAMED_CUSTOMER, members_of
from helpdesk.storage.outcome import Results


class RequestRules(Protocol):
    """What a request is judged by."""

    @property
    def hours(self) -> BusinessHours: ...
    @property
    def policy(self) -> ServicePolicy: ...
    @property
    def states(self) -> Mapping[str, RequestState]: ...


_DERIVED = [
    "state",
    "category",
    "owner",
    "queue",
    "created_at",
    "changed_at",
    "due_at",
    "due_target",
    "paused_left",
    "owed_event",
    "first_response_seconds",
    "solved_at",
    "score",
]
_UPDATE = f"UPDATE request SET {', '.join(f'{name} = ?' for name in _DERIVED)} WHERE alias = ?"


def derive_requests(database: Database, rules: RequestRules, ids: Iterable[bytes]) -> None:
    """Folds the histories of requests into their derived columns and indexes them."""
    for part in chunks(ids):
        histories = events_of(database, part)
        phones = _phones(database, part)
        known_as = _known_as(database, part)
        cells, words, kept, results = [], [], set(), Results()
        for alias, identity, is_out, number, kind, priority, subject, text, foreign, *names in database.rows(
            "SELECT r.alias, r.id, r.is_hidden OR r.merged_into IS NOT NULL, r.number, r.kind, r.priority, r.subject,"
            f" r.description, r.foreign_number, c.name, iif(c.id = m.id, '', m.name) FROM request r {NAMED_CUSTOMER}"
            f" WHERE r.id IN ({marks(part)})",
            *part,
        ):
            identity = bytes(identity)
            kept.add(alias)
            if history := histories.get(identity):
                promised = service_events(history, rules.states, kind, priority)
                owed, outcomes = promises(promised, rules.policy, rules.hours)
                cells.append((*derived_cells(history, rules, owed), alias))
                if not is_out:
                    results.take(alias, outcomes, spells_of(history, rules.states, rules.hours))
            if is_out:
                words.append((alias, "", ""))
                continue
            texts, numbers = known_as.get(identity, ([], []))
            found_by = index_text(subject, text, *(name or "" for name in names), foreign, *texts)
            reached = (digits(number), digits(foreign), phones.get(identity, ""), *numbers)
            words.append((alias, found_by, " ".join(reached)))
        database.many(_UPDATE, cells)
        put_clashes(database, SubjectKind.REQUEST, histories, part)
        results.put(database, kept)
        search.put(database, "request", words)


def derived_cells(history: list[Event], rules: RequestRules, owed: Due | None) -> tuple[Any, ...]:
    """The derived columns of one request, in the order of `_DERIVED`."""
    standing = standing_of(history, rules.states)
    is_paused = owed is not None and owed.paused_since is not None
    return (
        standing.state,
        standing.category.value,
        standing.owner,
        standing.queue,
        milliseconds(standing.created_at),
        milliseconds(standing.changed_at),
        milliseconds(owed.due_at) if owed and owed.due_at and not is_paused else None,
        owed.target.value if owed else "",
        int(owed.remaining.total_seconds()) if owed and is_paused else None,
        standing.owed_event,
        _first_response(standing, rules.hours),
        milliseconds(standing.solved_at) if standing.solved_at else None,
        standing.score,
    )


def _first_response(standing: Standing, hours: BusinessHours) -> int | None:
    if standing.first_response_at is None:
        return None
    return hours.working_seconds(standing.created_at, standing.first_response_at)


def _known_as(database: Database, part: list[bytes]) -> dict[bytes, tuple[list[str], list[str]]]:
    """Words and numbers of the requests that were merged into these."""
    members = members_of(database, "request", part)
    merged = [member for group in members.values() for member in group]
    found: dict[bytes, tuple[list[str], list[str]]] = {root: ([], []) for root in members}
    for some in chunks(merged):
        for root, number, foreign, subject, text in database.rows(
            "SELECT merged_into, number, foreign_number, subject, description FROM request"
            f" WHERE id IN ({marks(some)})",
            *some,
        ):
            found[bytes(root)][0].extend((subject, text, foreign))
            found[bytes(root)][1].extend((digits(number), digits(foreign)))
    return found


def _phones(database: Database, part: list[bytes]) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for identity, normal, typed in database.rows(
        "SELECT r.id, k.normal, k.typed FROM request r JOIN contact k ON k.customer = r.customer"
        f" WHERE k.kind = 'phone' AND k.is_hidden = 0 AND r.id IN ({marks(part)})",
        *part,
    ):
        key = bytes(identity)
        found[key] = f"{found.get(key, '')} {digits(normal or split_extension(typed)[0])}"
    return found
