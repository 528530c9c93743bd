"""The receipt slip of a request, as pages and as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.domain.identity import OperatorId, RequestId, instant
from helpdesk.domain.permission import Action
from helpdesk.errors import RecordMissing
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.queries.report_journal import slip_facts
from helpdesk.words import LANGUAGES, _

if TYPE_CHECKING:
    from helpdesk.report.document.slip import Slip, SlipPaper


def slip_pdf(desk: Desk, actor: OperatorId, request_id: RequestId, paper: SlipPaper) -> bytes:
    """The receipt slip of a request on A6 or on the roll. Raises RecordMissing."""
    from io import BytesIO

    from helpdesk.report.document.slip import write_slip

    stream = BytesIO()
    write_slip(_slip(desk, actor, request_id), paper, stream)
    return stream.getvalue()


def render_slip(desk: Desk, actor: OperatorId, request_id: RequestId, paper: SlipPaper, folder: Path) -> Path:
    """Writes the receipt slip into a folder and tells the file. Raises RecordMissing, FileUnwritable, DiskFull."""
    from helpdesk.report.document import slip

    return slip.render_slip(_slip(desk, actor, request_id), paper, folder)


def _slip(desk: Desk, actor: OperatorId, request_id: RequestId) -> Slip:
    from helpdesk.report.document.slip import Slip

    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        facts = slip_facts(database, request_id)
    if facts is None:
        raise RecordMissing(_("request"), request_id.hex()[:8])
    return Slip(
        number=facts.number,
        taken_at=instant(facts.created_at),
        subject=facts.subject,
        answer_by=None if facts.due_at is None else instant(facts.due_at),
        company=desk.company.name,
        phone=desk.company.phone,
        language=facts.language if facts.language in LANGUAGES else desk.company.language,
        time_zone=desk.company.time_zone,
    )
