"""`find`: what the one box of the window finds."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from helpdesk.command.console import answer, say
from helpdesk.command.seat import seated
from helpdesk.domain.visible import one_line
from helpdesk.service.find import find as search
from helpdesk.words import _

KINDS = {"customer_order": "order"}


def find(folder: Path, given: Namespace) -> int:
    """Prints the records that answer a text, best first."""
    text = " ".join(given.text)
    with seated(folder) as seat:
        found = search(seat.desk, seat.actor, text)
        answers = [{"kind": KINDS.get(one.kind, one.kind), "number": one.number, "title": one.title} for one in found]
    if given.json:
        answer(answers)
    elif not answers:
        say(_("Nothing found."))
    else:
        for one in answers:
            say("\t".join((one["kind"], one["number"], one_line(one["title"]))))
    return 0
