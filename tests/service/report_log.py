"""Generated histories of requests with known answers, and a plain reference that counts figures from them.

The reference knows nothing of the program: no SQL, no clocks of the domain, hours laid out day by day.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import new_identity
from helpdesk.service.desk import Desk
from helpdesk.storage import tables

MOSCOW = ZoneInfo("Europe/Moscow")
HOLIDAYS = {date(2026, 11, 4)}
SHORT = {date(2026, 11, 3)}
ALLOWED_RESPONSE = {"low": 8 * 3600, "normal": 4 * 3600, "high": 2 * 3600, "urgent": 3600}
ALLOWED_DAYS = {"low": 4, "normal": 2, "high": 1}
CHANNELS = ("mail", "phone", "chat", "visit", "other")
BEGINNING = datetime(2026, 9, 14, 6, 0, tzinfo=MOSCOW)
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=MOSCOW)


@dataclass(eq=False)
class Told:
    """One request as it happened: changes of state as (instant, code), the first answer, the last score."""

    number: int
    created_at: datetime
    channel: str
    kind: str
    priority: str
    owner: int
    states: list[tuple[datetime, str]] = field(default_factory=list)
    answered_at: datetime | None = None
    score: tuple[datetime, int, int | None] | None = None


def generated(count: int, seed: int = 1) -> list[Told]:
    """So many requests between September and the end of November; the same for the same seed."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        at = BEGINNING + timedelta(minutes=chance.randrange(73 * 24 * 60), milliseconds=chance.randrange(1000))
        one = Told(
            number,
            at,
            chance.choice(CHANNELS),
            chance.choice(("consultation", "purchase", "service")),
            chance.choice(("low", "normal", "normal", "high")),
            chance.randrange(4),
        )
        _live(one, chance)
        found.append(one)
    return found


def _live(one: Told, chance: random.Random) -> None:
    at = one.created_at

    def passed(hours: float) -> datetime:
        return at + timedelta(hours=hours * chance.random(), milliseconds=chance.randrange(1, 1000))

    if one.channel in ("phone", "chat", "visit"):
        one.answered_at = at
    elif chance.random() < 0.8:
        one.answered_at = passed(30)
    at = passed(40)
    if chance.random() < 0.2:
        one.states.append((at, "in_work"))
        at = passed(20)
        one.states.append((at, "waiting_customer"))
        at = passed(60)
        one.states.append((at, "in_work"))
        at = passed(20)
    if chance.random() < 0.05:
        one.states.append((at, "cancelled"))
    elif chance.random() < 0.85:
        _solve(one, at, chance)
    one.states = [(when, state) for when, state in one.states if when < NOW]
    if one.answered_at and one.answered_at >= NOW:
        one.answered_at = None
    if one.score and one.score[0] >= NOW:
        one.score = None


def _solve(one: Told, at: datetime, chance: random.Random) -> None:
    one.states.append((at, "solved"))
    if chance.random() < 0.5:
        one.score = (at + timedelta(hours=5), chance.choice((1, 2, 3, 4, 5, 5)), chance.choice((None, 0, 7, 9, 10)))
    if chance.random() < 0.15:
        at += timedelta(hours=24 * 25 * chance.random(), milliseconds=1)
        one.states.append((at, "in_work"))
        if chance.random() < 0.7:
            one.states.append((at + timedelta(hours=1 + 40 * chance.random()), "solved"))


def put(desk: Desk, told: list[Told], owners: list[bytes]) -> None:
    """Writes the histories as the tables keep them."""
    for start in range(0, len(told), 2000):
        with desk.work() as unit:
            requests, events = [], []
            for one in told[start : start + 2000]:
                request = new_identity(one.created_at)
                cells = {"kind": one.kind, "subject": f"Case {one.number}", "priority": one.priority}
                number = f"9-{one.number:05}-0"
                requests.append({"id": request, "number": number, "channel": one.channel, **cells})
                events += [_event(unit.stamp(), request, *cells) for cells in _events(one, owners[one.owner])]
            unit.add_many(tables.Request, requests)
            unit.add_many(tables.Event, events)


def _events(one: Told, owner: bytes):
    created = {"kind": one.kind, "priority": one.priority}
    yield one.created_at, "created", {"state": "received", "channel": one.channel, "owner": owner, "detail": created}
    if one.answered_at and one.channel not in ("phone", "chat", "visit"):
        yield one.answered_at, "message", {"direction": "outgoing", "channel": "mail", "operator": owner}
    for at, state in one.states:
        yield at, "state", {"state": state, "operator": owner}
    if one.score:
        at, score, recommend = one.score
        detail = {} if recommend is None else {"recommend": recommend}
        yield at, "satisfaction", {"score": score, "detail": detail}


def _event(stamp: int, request: bytes, at: datetime, kind: str, cells: dict) -> dict:
    empty = {"operator": None, "channel": "", "direction": "", "state": "", "owner": None, "score": None, "detail": {}}
    base = {"id": new_identity(at), "subject_kind": "request", "subject": request, "kind": kind}
    return {**base, "occurred_at": at, "stamp": stamp, **empty, **cells}


def hours_of(day: date) -> tuple[datetime, datetime] | None:
    """When the company is open on a day."""
    if day.weekday() > 4 or day in HOLIDAYS:
        return None
    opens = datetime(day.year, day.month, day.day, 9, tzinfo=MOSCOW)
    return opens, opens + timedelta(hours=8 if day in SHORT else 9)


def business(start: datetime, end: datetime) -> float:
    """Working seconds between two instants, day by day."""
    total, day = 0.0, start.astimezone(MOSCOW).date()
    while day <= end.astimezone(MOSCOW).date():
        if open_hours := hours_of(day):
            begin, stop = max(open_hours[0], start), min(open_hours[1], end)
            total += max(0.0, (stop - begin).total_seconds())
        day += timedelta(days=1)
    return total


def spells(one: Told) -> list[tuple[datetime, bool, datetime | None, str]]:
    """When it was open: (from, whether it came back, to, the state that ended it)."""
    found = [[one.created_at, False, None, ""]]
    for at, state in one.states:
        is_final = state in ("solved", "cancelled", "closed")
        if is_final and found[-1][2] is None:
            found[-1][2:] = [at, state]
        elif not is_final and found[-1][2] is not None:
            found.append([at, True, None, ""])
    return [tuple(spell) for spell in found]


def running(one: Told, until: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches in which its clock runs: open and not waiting for the customer."""
    marks = [(one.created_at, "received"), *one.states, (until, "")]
    stops = ("waiting_customer", "solved", "cancelled", "closed")
    return [
        (at, min(after, until)) for (at, state), (after, _next) in pairwise(marks) if state not in stops and at < until
    ]


def used(one: Told, until: datetime) -> float:
    """Working seconds that its clock has run."""
    return sum(business(start, end) for start, end in running(one, until))


def allowance(one: Told, target: str) -> float:
    """Working seconds that a target allows."""
    if target == "first_response":
        return ALLOWED_RESPONSE[one.priority]
    day, left = one.created_at.astimezone(MOSCOW).date(), ALLOWED_DAYS[one.priority]
    while left:
        day += timedelta(days=1)
        left -= hours_of(day) is not None
    return business(one.created_at, hours_of(day)[1])


@cache
def decision(one: Told, target: str) -> tuple[str, datetime] | None:
    """What became of a target by now: ("met" or "breached", when), or nothing."""
    ended = one.answered_at if target == "first_response" else None
    if target == "solution":
        *_rest, last = spells(one)
        ended = last[2] if last[3] == "solved" else None
    until, allowed = ended or NOW, allowance(one, target)
    if used(one, until) < allowed:
        return ("met", ended) if ended else None
    low, high = one.created_at, until
    while high - low > timedelta(milliseconds=500):
        middle = low + (high - low) / 2
        low, high = (middle, high) if used(one, middle) < allowed else (low, middle)
    # Due at closing time and done in the evening is late, though no working time has passed in between.
    return ("breached", high) if high < until else ("met", ended) if ended else None
