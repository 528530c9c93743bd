"""Events between the table and the domain."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from helpdesk import lazily
from helpdesk.domain.event import Channel, Direction, Event, EventKind, SubjectKind
from helpdesk.domain.identity import EventId, OperatorId, instant
from helpdesk.storage.database import Database

if TYPE_CHECKING:
    from helpdesk.storage import tables
    from helpdesk.storage.unit import UnitOfWork
else:
    tables = lazily.module("helpdesk.storage.tables")

AT_ONCE = 500
T = TypeVar("T")


def chunks(items: Iterable[T], size: int = AT_ONCE) -> Iterable[list[T]]:
    """Lists of at most `size`."""
    found = list(items)
    return (found[start : start + size] for start in range(0, len(found), size))


def marks(values: Sequence[Any]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def events_of(database: Database, subjects: Iterable[bytes]) -> dict[bytes, list[Event]]:
    """Histories by subject, each in the order of folding."""
    found: dict[bytes, list[Event]] = defaultdict(list)
    for part in chunks(subjects):
        for subject, *cells in database.rows(
            f"SELECT {_COLUMNS} FROM event WHERE subject IN ({marks(part)}) AND is_hidden = 0"
            " ORDER BY subject, occurred_at, stamp, id",
            *part,
        ):
            found[bytes(subject)].append(_event(cells))
    return found


_COLUMNS = (
    "subject, id, kind, occurred_at, stamp, operator, author, channel, direction, state, owner, queue, text, about,"
    " score, detail"
)


def _event(cells: Sequence[Any]) -> Event:
    id, kind, at, stamp, operator, author, channel, direction, state, owner, queue, text, about, score, detail = cells
    return Event(
        id=EventId(bytes(id)),
        kind=EventKind(kind),
        occurred_at=instant(at),
        stamp=stamp,
        operator=OperatorId(bytes(operator)) if operator else None,
        author=author,
        channel=Channel(channel) if channel else None,
        direction=Direction(direction) if direction else None,
        state=state,
        owner=OperatorId(bytes(owner)) if owner else None,
        queue=queue,
        text=text,
        about=EventId(bytes(about)) if about else None,
        score=score,
        detail=json.loads(detail) if detail and detail != "{}" else {},
    )


def add_event(
    unit: UnitOfWork, subject_kind: SubjectKind, subject: bytes, kind: EventKind, **values: Any
) -> tables.Event:
    """Appends one event that happens now, or at `occurred_at`."""
    at = values.pop("occurred_at", None) or unit.now
    return unit.add(
        tables.Event,
        at=at,
        subject_kind=subject_kind.value,
        subject=subject,
        kind=kind.value,
        occurred_at=at,
        stamp=unit.stamp(),
        **values,
    )
