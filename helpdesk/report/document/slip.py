"""The receipt slip: what a customer takes home of a request, on A6 or on the roll of a receipt printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal
from zoneinfo import ZoneInfo

from helpdesk.report.document.square_code import draw_square_code
from helpdesk.report.layout.canvas import Description, new_canvas
from helpdesk.report.layout.letters import printable, width, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BOLD, CELL, MM, NOTE, NOTE_LABEL, REGULAR, SECTION, SEMIBOLD, Paper, Style
from helpdesk.report.notation import Notation
from helpdesk.report.output import written_whole
from helpdesk.words import _, speaking

SlipPaper = Literal["a6", "roll"]

CODE_SIDE = 20 * MM
CODE_GAP = 12.0
NUMBER = Style(BOLD, 34, 40)
TEXT = Style(REGULAR, 10, 12)
STRONG = Style(SEMIBOLD, 12, 16)
SUBJECT_LINES = 5
COMPANY_LINES = 2

A6 = Paper(105 * MM, 148 * MM, 8 * MM, 8 * MM, 8 * MM, 8 * MM)
ROLL_WIDTH, ROLL_MARGIN = 80 * MM, 4 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What stands on a slip; instants are aware and printed in `time_zone`; `answer_by` may be unpromised."""

    number: str
    taken_at: datetime
    subject: str
    answer_by: datetime | None
    company: str
    phone: str
    language: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the slip and the white space above it."""

    text: str
    style: Style
    above: float = 0.0


def write_slip(slip: Slip, paper: SlipPaper, stream: BinaryIO, *, invariant: bool = False) -> None:
    """Writes the slip on one page, however long its texts are; a roll is as long as its content."""
    notation = Notation(slip.language if slip.language == "ru" else "en", ZoneInfo(slip.time_zone), "")
    with speaking(notation.language):
        room = (A6 if paper == "a6" else roll_paper(0)).text_width
        lines = list(_lines(slip, notation, room))
        beside = list(reach_lines(slip.phone, room - CODE_SIDE - CODE_GAP))
        height = sum(line.above + line.style.leading for line in lines)
        sheet = A6 if paper == "a6" else roll_paper(height + 2 * CODE_GAP + CODE_SIDE)
        description = Description(
            title=" ".join((_("Receipt slip"), slip.number)),
            company=slip.company,
            subject=notation.long_date(notation.local(slip.taken_at).date()),
            language=notation.language,
        )
        canvas = new_canvas(stream, sheet, description, invariant=invariant)
        pen = Pen(canvas, sheet)
        draw_lines(pen, lines, 0, 0)
        top = sheet.text_height - CODE_SIDE
        pen.rule(0, top - CODE_GAP, room)
        draw_square_code(pen, slip.number, 0, top, CODE_SIDE)
        draw_lines(pen, beside, CODE_SIDE + CODE_GAP, top)
        pen.lift()
        canvas.showPage()
        canvas.save()


def render_slip(slip: Slip, paper: SlipPaper, folder: Path) -> Path:
    """Writes the slip as `Slip_1-00457-2.pdf` and tells the file. Raises FileUnwritable and DiskFull."""
    number = re.sub(r"[^\w-]+", "-", slip.number)[:40]
    return written_whole(folder / f"Slip_{number}.pdf", lambda stream: write_slip(slip, paper, stream))


def roll_paper(height: float) -> Paper:
    """The paper of a receipt printer, as long as its content."""
    return Paper(ROLL_WIDTH, height + 2 * ROLL_MARGIN, ROLL_MARGIN, ROLL_MARGIN, ROLL_MARGIN, ROLL_MARGIN)


def _lines(slip: Slip, notation: Notation, room: float) -> Iterator[Line]:
    for text in wrapped(slip.company, SECTION, room, COMPANY_LINES):
        yield Line(text, SECTION)
    yield Line(_("Receipt slip, request no."), NOTE_LABEL, 8)
    number = printable(slip.number)
    share = min(1.0, room / max(1.0, width(number, NUMBER)))
    yield Line(number, replace(NUMBER, size=NUMBER.size * share))
    yield Line(_("Taken"), NOTE_LABEL, 6)
    yield Line(_when(slip.taken_at, notation), TEXT)
    yield Line(_("Subject"), NOTE_LABEL, 6)
    for text in wrapped(slip.subject, TEXT, room, SUBJECT_LINES):
        yield Line(text, TEXT)
    if slip.answer_by is not None:
        yield Line(_("We answer by"), NOTE_LABEL, 6)
        yield Line(_when(slip.answer_by, notation), STRONG)


def reach_lines(phone: str, room: float) -> Iterator[Line]:
    """What stands beside the square code: to quote the number, and whom to call."""
    for text in wrapped(_("Quote this number when you call or write."), NOTE, room, 2):
        yield Line(text, NOTE)
    if phone:
        shown = printable(phone[:200])
        style = STRONG if width(shown, STRONG) <= room else CELL
        for at, text in enumerate(wrapped(shown, style, room, 2)):
            yield Line(text, style, 0 if at else 6)


def _when(instant: datetime, notation: Notation) -> str:
    return f"{notation.long_date(notation.local(instant).date())}, {notation.time(instant)}"


def draw_lines(pen: Pen, lines: list[Line], x: float, top: float) -> None:
    """Draws lines below each other from `top` on."""
    for line in lines:
        top = pen.lines(x, top + line.above, [line.text], line.style)
