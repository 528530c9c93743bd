"""The claim act (акт рекламации) and the return slip: what came back, what is wrong, what is asked, what was decided.

The order of the blocks of the act: number, date, place; order and delivery; goods and quantity; defect, packing,
photos; demand; finding, decision, answer-by; signatures or a note of refusal.
"""

from __future__ import annotations

from typing import BinaryIO
from zoneinfo import ZoneInfo

from helpdesk.domain.money import Money
from helpdesk.domain.order_paper import ClaimPaper
from helpdesk.report.document.parts import Labelled, Rule, Signatures, Texts
from helpdesk.report.document.sheet import Sized, place, place_together, write
from helpdesk.report.document.tick_boxes import TickBoxes
from helpdesk.report.layout.canvas import Description
from helpdesk.report.layout.flow import Flow
from helpdesk.report.layout.styles import BODY, NOTE, PORTRAIT, SECTION, TITLE
from helpdesk.report.notation import Notation
from helpdesk.words import _, speaking

ROOM = PORTRAIT.text_width


def write_claim_act(paper: ClaimPaper, stream: BinaryIO, *, invariant: bool = False) -> int:
    """Writes the claim act and tells how many pages it has."""
    notation = _notation(paper)
    with speaking(notation.language):
        title = _("Claim act no. {number} of {day}").format(number=paper.number, day=notation.long_date(paper.made_on))
        flow = _begun(paper, title)
        _section(flow, _("Order and delivery"), Labelled(_order_facts(paper, notation), ROOM))
        _section(flow, _("Goods"), Labelled(_goods_facts(paper, notation), ROOM, limit=6))
        _section(
            flow,
            _("What is wrong"),
            Texts(paper.defect, BODY, ROOM, limit=24),
            TickBoxes((_("packing whole"), _("packing damaged"), _("photos attached"), _("serial number read")), ROOM),
        )
        demand = [(_("Demand"), paper.demand), (_("Asked for"), paper.remedy), (_("Sum"), _sum(paper, notation))]
        _section(flow, _("Demand"), Labelled(demand, ROOM))
        _section(flow, _("Finding and decision"), *_decision(paper, notation))
        place_together(flow, *_signed(paper))
        return write(flow, _about(paper, title, notation), stream, invariant=invariant)


def write_return_slip(paper: ClaimPaper, stream: BinaryIO, *, invariant: bool = False) -> int:
    """Writes the return slip, the receipt for goods that came back, and tells how many pages it has."""
    notation = _notation(paper)
    with speaking(notation.language):
        title = _("Return slip no. {number} of {day}").format(
            number=paper.number, day=notation.long_date(paper.made_on)
        )
        flow = _begun(paper, title)
        _section(flow, _("Order and delivery"), Labelled(_order_facts(paper, notation), ROOM))
        back = [
            (_("Goods"), _goods(paper)),
            (_("Came back"), f"{notation.number(paper.returned, _places(paper))} {paper.unit}".strip()),
            (_("Reason"), f"{paper.cause}. {paper.defect}"),
            (_("What follows"), paper.remedy),
            (_("To be paid back"), _sum(paper, notation)),
            (_("Answer by"), notation.long_date(paper.due_on) if paper.due_on else ""),
        ]
        _section(flow, _("What came back"), Labelled(back, ROOM, limit=8))
        kept = TickBoxes((_("packing whole"), _("complete"), _("not used"), _("for inspection")), ROOM)
        place_together(flow, kept, *_signed(paper))
        return write(flow, _about(paper, title, notation), stream, invariant=invariant)


def _notation(paper: ClaimPaper) -> Notation:
    return Notation("ru" if paper.language == "ru" else "en", ZoneInfo(paper.time_zone), paper.currency)


def _begun(paper: ClaimPaper, title: str) -> Flow:
    flow, seller = Flow(PORTRAIT), paper.seller
    reached = " · ".join(filter(None, (seller.address, seller.phone, seller.mail)))
    place(flow, Texts(seller.name, SECTION, ROOM, limit=2))
    if reached:
        place(flow, Texts(reached, NOTE, ROOM, limit=2))
    place(flow, Rule(ROOM))
    flow.skip(8)
    place(flow, Texts(title, TITLE, ROOM, limit=2))
    return flow


def _section(flow: Flow, head: str, *parts: Sized) -> None:
    place_together(flow, Texts(head, SECTION, ROOM, above=10), *parts)


def _order_facts(paper: ClaimPaper, notation: Notation) -> list[tuple[str, str]]:
    order = _("no. {number} of {day}").format(number=paper.order_number, day=notation.long_date(paper.ordered_on))
    return [
        (_("Customer"), paper.customer),
        (_("Order"), order),
        (_("Delivered"), notation.long_date(paper.delivered_on) if paper.delivered_on else _("not yet")),
        (_("Place"), paper.seller.address),
    ]


def _goods_facts(paper: ClaimPaper, notation: Notation) -> list[tuple[str, str]]:
    count = f"{notation.number(paper.quantity, _places(paper))} {paper.unit}".strip()
    price = notation.money(Money(paper.price_minor, paper.currency).amount) if paper.price_minor else ""
    return [(_("Goods"), _goods(paper)), (_("Quantity"), count), (_("Price"), price), (_("Cause"), paper.cause)]


def _goods(paper: ClaimPaper) -> str:
    return f"{paper.goods} ({paper.code})" if paper.code else paper.goods


def _places(paper: ClaimPaper) -> int:
    return max(0, -int(paper.quantity.normalize().as_tuple().exponent))


def _sum(paper: ClaimPaper, notation: Notation) -> str:
    return notation.money(Money(paper.amount_minor, paper.currency).amount) if paper.amount_minor else ""


def _decision(paper: ClaimPaper, notation: Notation) -> list[Sized]:
    due = notation.long_date(paper.due_on) if paper.due_on else ""
    if due and paper.source:
        due = f"{due} ({paper.source})"
    facts = [
        (_("Answer by"), due),
        (_("Held by"), paper.department),
        (_("Outcome"), paper.outcome),
        (_("Decision"), paper.decision or "…………………………………………………………………………………………"),
    ]
    return [Labelled(facts, ROOM, limit=8)]


def _signed(paper: ClaimPaper) -> list[Sized]:
    note = _("The customer refuses to sign: ☐   Witness: ……………………………………")
    signers = ((_("For the seller"), paper.seller.name), (_("Customer"), paper.customer))
    return [Signatures(signers, ROOM), Texts(note, NOTE, ROOM, above=8)]


def _about(paper: ClaimPaper, title: str, notation: Notation) -> Description:
    day = notation.day(paper.made_on)
    return Description(title=title, company=paper.seller.name, subject=day, language=notation.language)
