"""The box at the head of an invoice: where the money goes, with a square code for banks' applications beside it."""

from __future__ import annotations

from helpdesk.domain.requisite import Requisites
from helpdesk.report.document.square_code import draw_square_code
from helpdesk.report.layout.letters import fitted, wrapped
from helpdesk.report.layout.pen import Pen
from helpdesk.report.layout.styles import BODY, MM, NOTE_LABEL, Style
from helpdesk.words import _

# 35 mm and more with the quiet zone of four modules at each side.
CODE_SIDE, QUIET = 35 * MM, 4 * MM
ROW = 30.0
LEFT_SHARE = 0.56


class BankBox:
    """Bank, BIC and accounts of a Russian payee in the usual order of cells."""

    def __init__(self, payee: Requisites, code: str | None, room: float) -> None:
        self._payee, self._code, self._full = payee, code, room
        self._room = room - (CODE_SIDE + 2 * QUIET if code else 0)
        self.height = max(3 * ROW + 4, CODE_SIDE + 2 * QUIET if code else 0)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        payee, left = self._payee, self._room * LEFT_SHARE
        right = self._room - left
        tax = "   ".join(f"{name} {text}" for name, text in ((_("INN"), payee.inn), (_("KPP"), payee.kpp)) if text)
        self._cell(pen, 0, top, left, (_("Payee's bank"), payee.bank))
        self._cell(pen, left, top, right, (_("BIC"), payee.bic))
        self._cell(pen, 0, top + ROW, left, ("", tax), is_first=False)
        self._cell(pen, left, top + ROW, right, (_("Correspondent account"), payee.correspondent))
        self._cell(pen, 0, top + 2 * ROW, left, (_("Payee"), payee.name))
        self._cell(pen, left, top + 2 * ROW, right, (_("Account"), payee.account))
        for x in (0.0, left, self._room):
            _upright(pen, x, top, 3 * ROW)
        pen.rule(0, top + 3 * ROW, self._room)
        if self._code:
            draw_square_code(pen, self._code, self._full - CODE_SIDE - QUIET / 2, top + QUIET / 2, CODE_SIDE)
        return 0

    def _cell(
        self, pen: Pen, x: float, top: float, room: float, said: tuple[str, str], *, is_first: bool = True
    ) -> None:
        label, text = said
        pen.rule(x, top, room)
        if label:
            pen.text(x + 5, top + 10, fitted(label, NOTE_LABEL, room - 10), NOTE_LABEL)
        lines = wrapped(text, BODY, room - 10, 2) if text else []
        style = BODY if len(lines) < 2 else Style(BODY.font, 7.5, 8)
        if len(lines) > 1:
            lines = wrapped(text, style, room - 10, 2)
        pen.lines(x + 5, top + (13 if len(lines) < 2 else 11), lines, style)


class IbanBox:
    """Bank details of a European payee, one below the other."""

    def __init__(self, payee: Requisites, code: str | None, room: float) -> None:
        told = (
            (_("Payee"), payee.name),
            (_("IBAN"), payee.iban),
            (_("SWIFT / BIC"), payee.swift),
            (_("Bank"), payee.bank),
            (_("VAT no."), payee.vat_number),
        )
        self._told = [(label, text) for label, text in told if text]
        self._code, self._room = code, room
        self.height = max(16.0 * len(self._told) + 10, CODE_SIDE + 2 * QUIET if code else 0)

    def draw(self, pen: Pen, top: float, *, is_outlined: bool) -> int:
        room = self._room - (CODE_SIDE + 2 * QUIET if self._code else 0)
        pen.rule(0, top, room)
        for place, (label, text) in enumerate(self._told):
            baseline = top + 16 + 16 * place
            pen.text(5, baseline, label, NOTE_LABEL)
            pen.text(90, baseline, fitted(text, BODY, room - 95), BODY)
        bottom = 16.0 * len(self._told) + 6
        pen.rule(0, top + bottom, room)
        for x in (0.0, room):
            _upright(pen, x, top, bottom)
        if self._code:
            draw_square_code(pen, self._code, self._room - CODE_SIDE - QUIET / 2, top + QUIET / 2, CODE_SIDE)
        return 0


def _upright(pen: Pen, x: float, top: float, height: float) -> None:
    pen.block(x - 0.25, top, 0.5, height)
