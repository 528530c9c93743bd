"""Whose hand a command is: an open workplace and the operator who acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpdesk import bootstrap, words
from helpdesk.domain.identity import OperatorId
from helpdesk.service import company
from helpdesk.service.desk import Desk


@dataclass(frozen=True)
class CommandSeat:
    """The desk that a command works at, and its operator."""

    desk: Desk
    actor: OperatorId


@contextmanager
def seated(folder: Path) -> Iterator[CommandSeat]:
    """Opens a workplace for a command and speaks the company's language; the first operator acts. Raises UserError."""
    workplace = bootstrap.open_workplace(folder)
    try:
        words.use(workplace.desk.company.language)
        identities = [operator.id for operator in company.operators(workplace.desk)]
        yield CommandSeat(workplace.desk, min(identities, default=OperatorId(b"")))
    finally:
        workplace.close()
