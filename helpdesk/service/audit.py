"""Notes who took what out of the workplace; rows are append-only and go to every station (S13)."""

from __future__ import annotations

from helpdesk.domain.audit import AuditAct
from helpdesk.domain.identity import OperatorId
from helpdesk.service.desk import Desk
from helpdesk.storage.report_tables import AuditEntry
from helpdesk.storage.unit import UnitOfWork

LONGEST = 300


def note(
    desk: Desk, actor: OperatorId, act: AuditAct, what: str, *, rows: int = 0, record: bytes | None = None
) -> None:
    """Notes one act in a transaction of its own. Raises UserError where the workplace cannot be written to."""
    with desk.work() as unit:
        note_in(unit, actor, act, what, rows=rows, record=record)


def note_in(
    unit: UnitOfWork, actor: OperatorId, act: AuditAct, what: str, *, rows: int = 0, record: bytes | None = None
) -> None:
    """Notes one act inside a larger unit of work; `what` names no person."""
    unit.add(
        AuditEntry,
        act=act.value,
        what=what[:LONGEST],
        record=record,
        row_count=rows,
        operator=actor or None,
        happened_at=unit.now,
    )


def printed(desk: Desk, actor: OperatorId, what: str, rows: int = 0) -> None:
    """Notes that something went to a printer."""
    note(desk, actor, AuditAct.PRINTED, what, rows=rows)
