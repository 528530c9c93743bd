"""Invented data of any size to try everything on: the same content for the same seed and day, identities aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.reason import Suggester
from helpdesk.errors import WorkplaceNotEmpty
from helpdesk.service.company import is_empty
from helpdesk.service.contact_reason import read_reasons
from helpdesk.service.desk import Desk
from helpdesk.service.example_order import put_order
from helpdesk.service.example_people import put_customer, put_operators, put_products
from helpdesk.service.example_request import Cast, put_request
from helpdesk.service.example_story import Chance
from helpdesk.service.example_words import QUEUES
from helpdesk.service.import_batch import Batch, Warnings
from helpdesk.service.number import take_many
from helpdesk.service.permission import ask
from helpdesk.storage import tables

BATCH = 2000
_FEWEST_CUSTOMERS = 25
_CUSTOMER_SHARE = 0.3
_ORDER_SHARE = 0.2

Progress = Callable[[int, int], object]


def can_fill(desk: Desk) -> bool:
    """Whether nothing real is there, so that invented data may be offered."""
    return is_empty(desk)


def fill(
    desk: Desk,
    actor: OperatorId,
    *,
    requests: int = 60,
    orders: int | None = None,
    seed: int = 1,
    as_of: date | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Fills an empty workplace with invented records up to the beginning of `as_of`. Raises WorkplaceNotEmpty.

    `progress` is told records and how many there will be; where it raises, what was made so far stays and is marked as
    example data.
    """
    ask(desk, actor, Action.SET_UP)
    if not can_fill(desk):
        raise WorkplaceNotEmpty(desk.folder)
    day = as_of or desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date()
    filling = _Filling(desk, Chance(desk, seed, day), progress)
    customers = max(_FEWEST_CUSTOMERS, round(requests * _CUSTOMER_SHARE))
    orders = round(requests * _ORDER_SHARE) if orders is None else orders
    filling.total = customers + requests + orders
    filling.begin()
    filling.customers(customers)
    filling.requests(requests)
    filling.orders(orders)
    return Changes(is_everything=True)


def _suggester(desk: Desk) -> Suggester:
    with desk.reading() as database:
        return Suggester(read_reasons(database))


class _Filling:
    """One filling under way, two thousand records a transaction."""

    def __init__(self, desk: Desk, chance: Chance, progress: Progress | None) -> None:
        self.total = 0
        self._desk = desk
        self._chance = chance
        self._progress = progress
        self._done = 0
        self._language = "ru" if desk.company.language == "ru" else "en"
        self._cast = Cast([], [], [], QUEUES[self._language], _suggester(desk))

    def begin(self) -> None:
        """Marks the workplace, adds operators and products."""
        with self._desk.work() as unit:
            unit.change(next(iter(tables.Company.select().execute(unit.database))), has_example=True)
            batch = Batch(self._desk, unit, "", Warnings())
            self._cast.operators.extend(put_operators(batch, self._desk))
            self._cast.goods.extend(put_products(batch, self._chance, self._language))
            batch.flush()

    def customers(self, count: int) -> None:
        """Adds so many customers."""

        def put(batch: Batch, first: int, last: int) -> None:
            for place in range(first, last):
                self._cast.people.append(put_customer(batch, self._chance, self._language, place + 1))

        self._in_batches(count, put)

    def requests(self, count: int) -> None:
        """Adds so many requests, numbered in the order in which they came."""
        times = self._chance.past_times(count)

        def put(batch: Batch, first: int, last: int) -> None:
            for at, number in zip(times[first:last], take_many(batch.database, last - first), strict=True):
                put_request(batch, self._chance, self._cast, number, at)

        self._in_batches(count, put)

    def orders(self, count: int) -> None:
        """Adds so many orders."""
        times = self._chance.past_times(count)

        def put(batch: Batch, first: int, last: int) -> None:
            for at, number in zip(times[first:last], take_many(batch.database, last - first), strict=True):
                put_order(batch, self._chance, self._cast, number, at)

        self._in_batches(count, put)

    def _in_batches(self, count: int, put: Callable[[Batch, int, int], None]) -> None:
        for first in range(0, count, BATCH):
            last = min(count, first + BATCH)
            with self._desk.work() as unit:
                batch = Batch(self._desk, unit, "", Warnings())
                put(batch, first, last)
                batch.flush()
            self._done += last - first
            if self._progress:
                self._progress(self._done, self.total)
