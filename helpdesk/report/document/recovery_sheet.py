"""The recovery key on paper: printed once, locked away, typed by whoever has lost the passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from zoneinfo import ZoneInfo

from helpdesk.report.document.slip import A6, TEXT, Line, draw_lines
from helpdesk.report.layout.canvas import Description, new_canvas
from helpdesk.report.layout.letters import wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import NOTE, NOTE_LABEL, SECTION, SEMIBOLD, Style
from helpdesk.report.notation import Notation
from helpdesk.words import _, speaking

KEY = Style(SEMIBOLD, 15, 21)
_GROUPS_A_LINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet; the instant is aware and printed in `time_zone`."""

    key: str
    hub: str
    company: str
    made_at: datetime
    language: str
    time_zone: str


def write_recovery_sheet(sheet: RecoverySheet, stream: BinaryIO, *, invariant: bool = False) -> None:
    """Writes the sheet as one page of A6."""
    notation = Notation(sheet.language if sheet.language == "ru" else "en", ZoneInfo(sheet.time_zone), "")
    with speaking(notation.language):
        description = Description(
            title=_("Recovery key of the office"),
            company=sheet.company,
            subject=notation.long_date(notation.local(sheet.made_at).date()),
            language=notation.language,
        )
        canvas = new_canvas(stream, A6, description, invariant=invariant)
        pen = Pen(canvas, A6)
        draw_lines(pen, list(_lines(sheet, notation)), 0, 0)
        pen.lift()
        canvas.showPage()
        canvas.save()


def _lines(sheet: RecoverySheet, notation: Notation) -> Iterator[Line]:
    room = A6.text_width
    for text in wrapped(sheet.company, SECTION, room, 2):
        yield Line(text, SECTION)
    yield Line(_("Recovery key of the office"), NOTE_LABEL, 8)
    groups = sheet.key.split("-")
    for at in range(0, len(groups), _GROUPS_A_LINE):
        yield Line("-".join(groups[at : at + _GROUPS_A_LINE]), KEY, 0 if at else 4)
    yield Line(_("Hub"), NOTE_LABEL, 8)
    for text in wrapped(sheet.hub, TEXT, room, 3):
        yield Line(text, TEXT)
    yield Line(_("Made"), NOTE_LABEL, 8)
    yield Line(notation.long_date(notation.local(sheet.made_at).date()), TEXT)
    told = _(
        "Type this key in the place of the passphrase when a computer joins the office. Lock the sheet away: who has "
        "it and reaches the hub reads everything. A key printed later makes this one void."
    )
    for at, text in enumerate(wrapped(told, NOTE, room, 8)):
        yield Line(text, NOTE, 0 if at else 12)
