"""The ground that invented records are told on: one source of chance, working hours, rows gathered for bulk writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.service.desk import Desk
from helpdesk.service.example_words import ENGLISH, RUSSIAN, Words
from helpdesk.service.import_batch import EVENT_CELLS, Batch
from helpdesk.storage import tables

T = TypeVar("T")
_OPENS, _CLOSES = 9, 18


@dataclass(frozen=True)
class Person:
    """An invented customer as the stories about it need it."""

    id: bytes
    name: str
    phone: str
    language: str

    @property
    def words(self) -> Words:
        return RUSSIAN if self.language == "ru" else ENGLISH


@dataclass(frozen=True)
class Goods:
    """An invented product."""

    id: bytes
    titles: tuple[str, str]
    price_minor: int

    def title(self, language: str) -> str:
        """The product's name."""
        return self.titles[0] if language == "ru" else self.titles[1]


class Chance:
    """Chance that falls alike for the same seed and day on every computer, and the working hours of the company."""

    def __init__(self, desk: Desk, seed: int, as_of: date) -> None:
        self.random = Random(f"{seed}/{as_of.isoformat()}")
        self.zone = ZoneInfo(desk.company.time_zone)
        self.as_of = as_of
        self.ends_at = datetime.combine(as_of, time(), self.zone)

    def of(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[int(self.random.random() * len(choices))]

    def happens(self, share: float) -> bool:
        """Whether a thing of this share happens."""
        return self.random.random() < share

    def between(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return first + int(self.random.random() * (last - first + 1))

    def working_time(self, day: date) -> datetime:
        """A moment of the working hours of a day, to the millisecond."""
        moved = day - timedelta(days=max(0, day.weekday() - 4))
        thousandths = int(self.random.random() * (_CLOSES - _OPENS) * 3_600_000)
        return datetime.combine(moved, time(_OPENS), self.zone) + timedelta(milliseconds=thousandths)

    def later(self, at: datetime, hours: float) -> datetime:
        """Some working time after a moment, about as many hours as given."""
        moved = at + timedelta(hours=hours * (0.3 + 1.4 * self.random.random()))
        local = moved.astimezone(self.zone)
        if local.hour >= _CLOSES or local.hour < _OPENS or local.weekday() > 4:
            day = local.date() + timedelta(days=1 if local.hour >= _OPENS else 0)
            while day.weekday() > 4:
                day += timedelta(days=1)
            local = datetime.combine(day, time(_OPENS), self.zone) + timedelta(minutes=self.random.random() * 90)
        return max(local, at + timedelta(seconds=20))

    def past_times(self, count: int) -> list[datetime]:
        """So many working moments before the day, the oldest first, the more the nearer."""
        days = max(30, min(720, count))
        times = [
            self.working_time(self.as_of - timedelta(days=1 + int(days * self.random.random() ** 1.6)))
            for _ in range(count)
        ]
        return sorted(times)


class Story:
    """Tells what happened to one record, never beyond the day on which the data ends."""

    def __init__(self, batch: Batch, chance: Chance, subject_kind: SubjectKind, subject: bytes, at: datetime) -> None:
        self._batch = batch
        self._chance = chance
        self._subject_kind = subject_kind
        self._subject = subject
        self.at = at

    def goes_on(self, hours: float) -> bool:
        """Lets time pass; False where that leads beyond the end."""
        later = self._chance.later(self.at, hours)
        if later >= self._chance.ends_at:
            return False
        self.at = later
        return True

    def tell(self, kind: EventKind, **cells: object) -> bytes:
        """Adds one event now."""
        return self._batch.put(
            tables.Event,
            self.at,
            subject_kind=self._subject_kind.value,
            subject=self._subject,
            kind=kind.value,
            occurred_at=self.at,
            stamp=self._batch.unit.stamp(),
            detail=cells.pop("detail", {}),
            **{**EVENT_CELLS, **cells},
        )
