"""`import`: foreign tables taken in."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from helpdesk.command.console import answer, complain, say
from helpdesk.command.seat import seated
from helpdesk.domain.visible import one_line
from helpdesk.words import _

WARNINGS_SHOWN = 20


def import_file(folder: Path, given: Namespace) -> int:
    """Imports a file, or with `--dry-run` says what would happen. Raises FileUnreadable and its kin."""
    from helpdesk.service import importing
    from helpdesk.transfer.mapping import read_mapping

    with seated(folder) as seat:
        mapping = read_mapping(given.mapping, given.kind) if given.mapping else None
        file = given.file.resolve()
        found = importing.run(
            seat.desk,
            seat.actor,
            file,
            given.kind,
            mapping=mapping,
            dry_run=given.dry_run,
            rejects_folder=file.parent if os.access(file.parent, os.W_OK) else folder,
        )
    counts = {name: getattr(found, name) for name in ("read", "created", "updated", "unchanged", "rejected")}
    if given.json:
        rejects = str(found.rejects_file) if found.rejects_file else None
        answer({**counts, "warnings": len(found.warnings), "rejects_file": rejects})
        return 0
    for name, count in counts.items():
        say(f"{name}: {count}")
    say(f"warnings: {len(found.warnings)}")
    for warning in found.warnings[:WARNINGS_SHOWN]:
        complain(one_line(str(warning)))
    if found.rejects_file:
        say(_("Rejected rows stand in {file} with their reasons.").format(file=found.rejects_file))
    return 0
