"""Events between the table and the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from helpdesk.domain.event import Channel, Direction, Event, EventKind, SubjectKind
from helpdesk.domain.identity import EventId, OperatorId
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.unit import UnitOfWork

AT_ONCE = 500


def chunks(items: Iterable[bytes], size: int = AT_ONCE) -> Iterable[list[bytes]]:
    """Lists of at most `size`."""
    found = list(items)
    return (found[start : start + size] for start in range(0, len(found), size))


def marks(values: Sequence[Any]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def events_of(database: Database, subjects: Iterable[bytes]) -> dict[bytes, list[Event]]:
    """Histories by subject, each in the order of folding."""
    found: dict[bytes, list[Event]] = defaultdict(list)
    row = tables.Event
    for part in chunks(subjects):
        query = (
            row.select()
            .where(row.subject.in_(part) & (row.is_hidden == False))  # noqa: E712  peewee builds SQL from ==
            .order_by(row.subject, row.occurred_at, row.stamp, row.id)
        )
        for record in query.execute(database):
            found[record.subject].append(_event(record))
    return found


def _event(row: tables.Event) -> Event:
    return Event(
        id=EventId(row.id),
        kind=EventKind(row.kind),
        occurred_at=row.occurred_at,
        stamp=row.stamp,
        operator=OperatorId(row.operator) if row.operator else None,
        author=row.author,
        channel=Channel(row.channel) if row.channel else None,
        direction=Direction(row.direction) if row.direction else None,
        state=row.state,
        owner=OperatorId(row.owner) if row.owner else None,
        queue=row.queue,
        text=row.text,
        about=EventId(row.about) if row.about else None,
        score=row.score,
        detail=row.detail or {},
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
