"""`init`, `demo`, `check`: a workplace made, filled with invented data, verified."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from helpdesk import bootstrap, words
from helpdesk.command.console import answer, complain, say
from helpdesk.command.seat import seated
from helpdesk.domain.company import Company
from helpdesk.service import checking
from helpdesk.words import _, counted

CURRENCY = "RUB"


def init(folder: Path, given: Namespace) -> int:
    """Makes a workplace. Raises WorkplaceExists, UnknownTimeZone, FieldMissing, WorkplaceUnwritable."""
    words.use(given.language)
    company = Company(given.company, given.language, given.time_zone, CURRENCY)
    bootstrap.create(folder, company, given.operator).close()
    say(_("The workplace in {folder} is ready.").format(folder=folder))
    return 0


def demo(folder: Path, given: Namespace) -> int:
    """Fills an empty workplace with invented data. Raises WorkplaceNotEmpty."""
    from helpdesk.service.example import fill

    with seated(folder) as seat:
        fill(seat.desk, seat.actor, requests=given.requests, seed=given.seed, as_of=given.as_of)
        made = checking.tally(seat.desk, seat.actor)["requests"]
        say(counted("{n} invented request is in.", "{n} invented requests are in.", made).format(n=made))
    return 0


def check(folder: Path, given: Namespace) -> int:
    """Verifies a workplace and prints what it holds; 1 where something in it is wrong. Raises WorkplaceDamaged."""
    with seated(folder) as seat:
        found = checking.check(seat.desk, seat.actor)
        if given.json:
            answer(found.plain())
        else:
            for name, value in found.plain().items():
                say(f"{name}: {value}")
        if found.is_sound:
            return 0
        complain(_("The workplace is not in order: {what}. Ask for support.").format(what=found.integrity))
        return 1
