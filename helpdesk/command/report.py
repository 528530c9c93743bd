"""`report`: the list of reports, and each of them as a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from io import BytesIO
from pathlib import Path

from helpdesk.command.console import answer, say
from helpdesk.command.seat import seated
from helpdesk.service import reporting


def list_reports(folder: Path, given: Namespace) -> int:
    """Prints every report with the question that it answers; needs no workplace, but speaks its language."""
    from helpdesk import bootstrap

    if bootstrap.exists(folder):
        with seated(folder):
            known = reporting.kinds()
    else:
        known = reporting.kinds()
    if given.json:
        answer([{"name": name, "title": title, "question": question} for name, title, question in known])
    else:
        for name, title, question in known:
            say(f"{name}: {title}. {question}")
    return 0


def make_report(folder: Path, given: Namespace) -> int:
    """Writes a report and prints the file's name; without a folder a JSON report goes to stdout. Raises UserError."""
    with seated(folder) as seat:
        content = reporting.content(seat.desk, seat.actor, given.report, given.first, given.last)
        if given.out is not None:
            say(str(reporting.render(seat.desk, seat.actor, content, given.format, given.out)))
            return 0
    from helpdesk.report.output import write

    stream = BytesIO()
    write(content, given.format, stream)
    sys.stdout.write(stream.getvalue().decode() + "\n")
    return 0
