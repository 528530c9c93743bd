"""The status slip: where an order stands, in the words that were said, on A6 or on the roll of a receipt printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from zoneinfo import ZoneInfo

from helpdesk.domain.order_paper import StatusPaper
from helpdesk.report.document.slip import (
    A6,
    CODE_GAP,
    CODE_SIDE,
    NUMBER,
    STRONG,
    TEXT,
    Line,
    SlipPaper,
    draw_lines,
    reach_lines,
    roll_paper,
)
from helpdesk.report.document.square_code import draw_square_code
from helpdesk.report.layout.canvas import Description, new_canvas
from helpdesk.report.layout.letters import fitted, printable, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import NOTE_LABEL, SECTION
from helpdesk.report.notation import Notation
from helpdesk.words import _, speaking

LINES_SHOWN = 6


def write_status_slip(paper: StatusPaper, size: SlipPaper, stream: BinaryIO, *, invariant: bool = False) -> None:
    """Writes the slip on one page, however much there is to say; a roll is as long as its content."""
    notation = Notation(paper.language if paper.language == "ru" else "en", ZoneInfo(paper.time_zone), "")
    with speaking(notation.language):
        room = (A6 if size == "a6" else roll_paper(0)).text_width
        lines = list(_lines(paper, notation, room))
        beside = list(reach_lines(paper.phone, room - CODE_SIDE - CODE_GAP))
        height = sum(line.above + line.style.leading for line in lines)
        needed = height + 2 * CODE_GAP + CODE_SIDE
        sheet = A6 if size == "a6" else roll_paper(needed)
        description = Description(
            title=" ".join((_("Order"), paper.number)),
            company=paper.company,
            subject=notation.long_date(paper.made_on),
            language=notation.language,
        )
        canvas = new_canvas(stream, sheet, description, invariant=invariant)
        pen = Pen(canvas, sheet)
        draw_lines(pen, lines, 0, 0)
        top = sheet.text_height - CODE_SIDE
        pen.rule(0, top - CODE_GAP, room)
        draw_square_code(pen, paper.number, 0, top, CODE_SIDE)
        draw_lines(pen, beside, CODE_SIDE + CODE_GAP, top)
        pen.lift()
        canvas.showPage()
        canvas.save()


def _lines(paper: StatusPaper, notation: Notation, room: float) -> Iterator[Line]:
    for text in wrapped(paper.company, SECTION, room, 2):
        yield Line(text, SECTION)
    yield Line(_("Your order no."), NOTE_LABEL, 8)
    number = printable(paper.number)
    share = min(1.0, room / max(1.0, width(number, NUMBER)))
    yield Line(number, replace(NUMBER, size=NUMBER.size * share))
    yield Line(_("As of {day}").format(day=notation.long_date(paper.made_on)), NOTE_LABEL, 4)
    for at, text in enumerate(wrapped(paper.sentence, STRONG, room, 5)):
        yield Line(text, STRONG, 6 if not at else 0)
    for at, (name, is_done) in enumerate(paper.stages):
        sign = "☑" if is_done else "☐"
        yield Line(fitted(f"{sign} {name}", TEXT, room), TEXT, 6 if not at else 0)
    shown = paper.lines[:LINES_SHOWN]
    for at, text in enumerate(shown):
        yield Line(fitted(text, TEXT, room), TEXT, 6 if not at else 0)
    if len(paper.lines) > len(shown):
        yield Line(_("and {n} more").format(n=len(paper.lines) - len(shown)), NOTE_LABEL)
