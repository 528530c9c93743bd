"""The workplaces that the figures are taken on: an empty one and one of 100,000 requests with 30,000 customers."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from helpdesk import bootstrap
from helpdesk.clock import SystemClock
from helpdesk.domain.company import Company
from helpdesk.service import company, example
from helpdesk.storage import tables

COMPANY = Company("Polyana Trade", "ru", "Europe/Moscow", "RUB")


def empty(folder: Path) -> bootstrap.Workplace:
    """A workplace with nothing in it."""
    if bootstrap.exists(folder):
        return bootstrap.open_workplace(folder)
    return bootstrap.create(folder, COMPANY, "Anna Belova")


def filled(folder: Path, requests: int) -> bootstrap.Workplace:
    """A workplace of invented data; made once a folder."""
    if bootstrap.exists(folder):
        return bootstrap.open_workplace(folder)
    made = bootstrap.create(folder, COMPANY, "Anna Belova")
    started = perf_counter()
    operator = company.operators(made.desk)[0].id
    example.fill(made.desk, operator, requests=requests, seed=1, as_of=SystemClock().now().date())
    # Nobody is asked who sits down where there is one operator.
    with made.desk.work() as unit:
        for other in company.operators(made.desk)[1:]:
            unit.change(unit.get(tables.Operator, other.id), is_hidden=True)
    print(f"made {requests} requests in {perf_counter() - started:.0f} s", flush=True)
    return bootstrap.open_workplace(folder)
