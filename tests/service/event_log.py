"""Invented event logs written straight into the tables, and the same figures found again hour by hour in plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from helpdesk.domain.event import EventKind, SubjectKind
from helpdesk.domain.identity import new_identity
from helpdesk.service.desk import Desk
from helpdesk.service.import_batch import EVENT_CELLS
from helpdesk.storage import tables

START = datetime(2026, 10, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
STATES = ("in_work", "waiting_customer", "waiting_department", "waiting_supplier", "solved", "in_work", "closed")
ENDS = ("solved", "closed", "cancelled")
WAITS = {
    "received": "queue",
    "waiting_customer": "customer",
    "waiting_department": "department",
    "waiting_supplier": "supplier",
    "waiting_date": "date",
}


@dataclass
class Told:
    """One case: what happened at which hour after the start: a state, an owner given or taken away."""

    steps: list[tuple[int, str, bytes | None, bool]] = field(default_factory=list)


def invented(count: int, seed: int, owner: bytes, hours: int = 24 * 50) -> list[Told]:
    """So many cases, alike for the same seed; every step falls on a whole hour."""
    chance = Random(seed)
    cases = []
    for _case in range(count):
        at = chance.randrange(hours)
        case = Told([(at, "received", None, True)])
        for _step in range(chance.randrange(7)):
            at += 1 + chance.randrange(60)
            if chance.random() < 0.3:
                case.steps.append((at, "", owner if chance.random() < 0.7 else None, True))
            else:
                case.steps.append((at, chance.choice(STATES), None, False))
        cases.append(case)
    return cases


def written(desk: Desk, cases: list[Told]) -> None:
    """Puts the cases into the tables as requests with events."""
    with desk.work() as unit:
        requests, events = [], []
        for number, case in enumerate(cases):
            identity = new_identity(START + HOUR * case.steps[0][0])
            requests.append(
                {
                    "id": identity,
                    "number": f"9-{number:05}-0",
                    "kind": "service",
                    "subject": "x",
                    "channel": "mail",
                    "priority": "normal",
                }
            )
            for place, (at, state, owner, names_owner) in enumerate(case.steps):
                kind = EventKind.CREATED if not place else EventKind.ASSIGNED if names_owner else EventKind.STATE
                when = START + HOUR * at
                told = {"id": new_identity(when), "subject_kind": SubjectKind.REQUEST.value, "subject": identity}
                told |= {"kind": kind.value, "occurred_at": when, "stamp": unit.stamp(), "detail": {"told": True}}
                events.append({**EVENT_CELLS, **told, "state": state, "owner": owner})
        unit.add_many(tables.Request, requests)
        unit.add_many(tables.Event, events)


@dataclass
class Found:
    """What a plain walk from hour to hour finds."""

    worked: Counter[str] = field(default_factory=Counter)
    waited: Counter[tuple[str, str]] = field(default_factory=Counter)
    standing: Counter[str] = field(default_factory=Counter)
    by_case: dict[str, list[int]] = field(default_factory=dict)
    cases: list[int] = field(default_factory=list)
    steps: Counter[tuple[str, str]] = field(default_factory=Counter)


def walked(desk: Desk, cases: list[Told], first: int, last: int) -> Found:
    """The stages of the hours [first, last), counted where a case leaves them, or stands in them at the end."""
    found = Found()
    for case in cases:
        steps = [step for step in case.steps if step[0] < last]
        if steps:
            _walk(desk, found, steps, first, last)
    return found


def _walk(desk: Desk, found: Found, steps, first: int, last: int) -> None:
    stays, owned, stage, began = [], False, "", 0
    hours: Counter[str] = Counter()
    for hour in range(steps[0][0], last + 1):
        here = [step for step in steps if step[0] == hour]
        for _at, state, owner, names_owner in here:
            if state and state != stage:
                if stage not in ("", *ENDS):
                    stays.append((stage, began, hour, hours))
                if first <= hour < last:
                    found.steps[stage, state] += 1
                stage, began, hours = state, hour, Counter()
            owned = owner is not None if names_owner else owned
        if hour < last and stage not in ("", *ENDS):
            hours[_meaning(desk, stage, owned=owned, hour=hour)] += 1
    if stage not in ("", *ENDS):
        found.standing[stage] += 1
        stays.append((stage, began, None, hours))
    else:
        ended = [at for at, state, _owner, _names in steps if state][-1]
        if first <= ended < last:
            found.cases.append(ended - steps[0][0])
    _count(found, stays, first, last)


def _meaning(desk: Desk, stage: str, *, owned: bool, hour: int) -> str:
    if stage != "in_work":
        return WAITS[stage]
    if not owned:
        return "queue"
    return "worked" if desk.hours.is_open(START + HOUR * hour) else "absent"


def _count(found: Found, stays, first: int, last: int) -> None:
    gone: Counter[str] = Counter()
    for stage, began, left, hours in stays:
        if left is not None and not first <= left < last:
            continue
        for meaning, length in hours.items():
            if meaning == "worked":
                found.worked[stage] += length
            else:
                found.waited[stage, meaning] += length
        if left is not None:
            gone[stage] += left - began
    for stage, length in gone.items():
        found.by_case.setdefault(stage, []).append(length)
