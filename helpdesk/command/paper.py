"""`paper`: the pages of a quote or an invoice as a file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from helpdesk.command.console import say
from helpdesk.command.seat import seated


def write_paper(folder: Path, given: Namespace) -> int:
    """Writes the offer of a quote, or an invoice, and prints the file's name. Raises RecordMissing and its kin."""
    from helpdesk.service import paper

    with seated(folder) as seat:
        pdf, name = paper.by_number(seat.desk, seat.actor, given.number, language=given.language or "")
        say(str(paper.write_pdf(pdf, given.out, name)))
    return 0
