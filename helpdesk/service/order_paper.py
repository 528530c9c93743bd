"""Papers about orders out of records, in the customer's language: claim act, return slip, status slip."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import OperatorId, OrderId
from helpdesk.domain.order import OrderCard, OrderLine
from helpdesk.domain.order_paper import ClaimPaper, StatusPaper
from helpdesk.domain.remedy import RemedyId
from helpdesk.service import order, order_stage, order_telling, remedy, requisite
from helpdesk.service.desk import Desk
from helpdesk.service.paper import language_for
from helpdesk.words import speaking
from helpdesk.words.terms import title

if TYPE_CHECKING:
    from helpdesk.report.document.slip import SlipPaper


def claim_act_pdf(desk: Desk, actor: OperatorId, id: RemedyId, *, language: str = "") -> bytes:
    """The claim act of a demand. Raises RecordMissing."""
    from helpdesk.report.document.claim_act import write_claim_act

    stream = BytesIO()
    write_claim_act(claim(desk, actor, id, language=language), stream)
    return stream.getvalue()


def return_slip_pdf(desk: Desk, actor: OperatorId, id: RemedyId, *, language: str = "") -> bytes:
    """The receipt for goods that came back. Raises RecordMissing."""
    from helpdesk.report.document.claim_act import write_return_slip

    stream = BytesIO()
    write_return_slip(claim(desk, actor, id, language=language), stream)
    return stream.getvalue()


def status_slip_pdf(
    desk: Desk, actor: OperatorId, id: OrderId, size: SlipPaper, *, is_identified: bool = False, language: str = ""
) -> bytes:
    """Where an order stands, on A6 or on the roll; without a confirmed identity only the stage and the date."""
    from helpdesk.report.document.status_slip import write_status_slip

    stream = BytesIO()
    write_status_slip(status(desk, actor, id, is_identified=is_identified, language=language), size, stream)
    return stream.getvalue()


def claim(desk: Desk, actor: OperatorId, id: RemedyId, *, language: str = "") -> ClaimPaper:
    """What the claim act and the return slip print. Raises RecordMissing."""
    found = remedy.one(desk, actor, id)
    card = order.card(desk, actor, found.order)
    line = next((line for line in card.lines if line.id == found.line), None)
    spoken = language or language_for(desk, card.row.customer)
    rules = {rule.code: rule for rule in remedy.rules(desk, actor)}
    with speaking(spoken):
        return ClaimPaper(
            number=found.number,
            made_on=found.demanded_on,
            order_number=card.row.number,
            ordered_on=_local_day(desk, card),
            delivered_on=line.way.delivered_on if line and line.way else card.row.delivered_on,
            customer=card.row.customer_name,
            seller=requisite.get(desk, actor),
            goods=found.title,
            code=_code(desk, line),
            unit=line.unit if line else "",
            quantity=found.quantity,
            returned=found.returned,
            price_minor=line.price_minor if line else 0,
            amount_minor=found.amount_minor,
            defect=found.defect,
            cause=title(found.cause),
            demand=rules[found.demand].name(spoken) if found.demand in rules else "",
            remedy=title(found.kind),
            due_on=found.due_on,
            source=found.source,
            decision=found.decision,
            outcome=title(found.outcome) if found.outcome else "",
            department=found.department,
            language=spoken,
            time_zone=desk.company.time_zone,
            currency=desk.company.currency,
        )


def status(
    desk: Desk, actor: OperatorId, id: OrderId, *, is_identified: bool = False, language: str = ""
) -> StatusPaper:
    """What the status slip prints. Raises RecordMissing."""
    card = order.card(desk, actor, id)
    spoken = language or language_for(desk, card.row.customer)
    stages, way = order_stage.plan(desk, actor).way(card.row.kind), card.row.way[0]
    with speaking(spoken):
        return StatusPaper(
            number=card.row.number,
            made_on=desk.clock.now().astimezone(ZoneInfo(desk.company.time_zone)).date(),
            sentence=order_telling.readout(desk, card, is_identified=is_identified),
            stages=tuple((stage.name(spoken), place < way) for place, stage in enumerate(stages)) if way else (),
            lines=tuple(map(_line_words, card.lines)) if is_identified else (),
            company=desk.company.name,
            phone=desk.company.phone,
            language=spoken,
            time_zone=desk.company.time_zone,
        )


def _line_words(line: OrderLine) -> str:
    return f"{line.title}, {line.quantity.normalize():f} {line.unit}".rstrip()


def _local_day(desk: Desk, card: OrderCard) -> date:
    return card.row.ordered_at.astimezone(ZoneInfo(desk.company.time_zone)).date()


def _code(desk: Desk, line: OrderLine | None) -> str:
    if line is None or line.product is None:
        return ""
    with desk.reading() as database:
        row = database.row("SELECT code FROM product WHERE id = ?", line.product)
    return row[0] if row else ""
