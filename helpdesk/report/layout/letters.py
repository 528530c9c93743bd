"""The letters of the house font: which signs it has, how wide they are, where a line breaks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from helpdesk.domain.visible import is_invisible, visible
from helpdesk.report.layout.styles import BOLD, REGULAR, SEMIBOLD, Style

ELLIPSIS = "…"
MISSING = "☐"

_HARD_SPACES = dict.fromkeys(map(ord, "\u2007\u2009\u202f"), "\u00a0")
_BRACKETS = {ord("⟨"): "[", ord("⟩"): "]"}
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_registering = Lock()


@cache
def _register() -> None:
    import font_source_sans_pro
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (REGULAR, SEMIBOLD, BOLD):
        pdfmetrics.registerFont(TTFont(name, font_source_sans_pro.font_files_ttf[name]))


def register_fonts() -> None:
    """Makes the house fonts known to ReportLab, once for the process; any thread may ask."""
    with _registering:
        _register()


def _face(font: str) -> Any:
    from reportlab.pdfbase import pdfmetrics

    register_fonts()
    return pdfmetrics.getFont(font).face  # type: ignore[attr-defined]  # every TTFont has one


class _Widths(dict[str, float]):
    """Widths of letters in shares of the size, filled as letters are met."""

    def __init__(self, font: str) -> None:
        face = _face(font)
        self._widths: dict[int, float] = face.charWidths
        self._default: float = face.defaultWidth

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._widths.get(ord(letter), self._default) / 1000
        return width


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


def width(text: str, style: Style) -> float:
    """The length of one line of print in points."""
    return sum(map(_widths(style.font).__getitem__, text)) * style.size


def _has_ink(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ"


@cache
def _known() -> frozenset[str]:
    faces = [_face(name).charToGlyph for name in (REGULAR, SEMIBOLD, BOLD)]
    return frozenset(map(chr, set.intersection(*map(set, faces)))) - {"\u00ad"}


@cache
def _odd() -> re.Pattern[str]:
    plain = sorted(letter for letter in _known() if _has_ink(letter) and not unicodedata.combining(letter))
    return re.compile(f"[^{re.escape(''.join(plain))} \u00a0]")


def _substituted(letter: str) -> str:
    if letter.isspace() and letter != "\u00a0":
        return " "
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""
    return letter if letter in _known() and category != "Cc" else MISSING


def printable(text: str) -> str:
    """The text with a box for every sign that the font lacks, and code points in place of a text that nobody would see.

    Marks that only steer the direction or the joining of letters are left out: they have no picture of their own.
    """
    if text and is_invisible(text):
        return visible(text).translate(_BRACKETS)
    if not _odd().search(text):
        return text
    text = unicodedata.normalize("NFC", text).translate(_HARD_SPACES | _HYPHENS)
    signs: list[str] = []
    for letter in text:
        sign = _substituted(letter)
        is_stray_mark = sign == MISSING and unicodedata.category(letter)[0] == "M"
        if not (is_stray_mark and signs and signs[-1] == MISSING):
            signs.append(sign)
    return "".join(signs)


def cut(text: str, style: Style, room: float) -> str:
    """As much of the beginning as fits into `room` together with the … behind it."""
    widths, size = _widths(style.font), style.size
    left = room - widths[ELLIPSIS] * size
    for count, letter in enumerate(text):
        left -= widths[letter] * size
        if left < 0:
            return text[:count].rstrip(" \u00a0") + ELLIPSIS
    return text + ELLIPSIS


@lru_cache(maxsize=8192)
def fitted(text: str, style: Style, room: float) -> str:
    """One printable line of a text of any length, cut where it is too long."""
    shown = printable(text[:2000])
    return shown if width(shown, style) <= room else cut(shown, style, room)


def _pieces(word: str, style: Style, room: float) -> list[str]:
    pieces, piece, used = [], "", 0.0
    widths = _widths(style.font)
    for letter in word:
        advance = widths[letter] * style.size
        if piece and used + advance > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += letter
        used += advance
    return [*pieces, piece]


def wrapped(text: str, style: Style, room: float, limit: int = 1000, *, splits_words: bool = True) -> list[str]:
    """Printable lines no longer than `room`, at most `limit` of them; what is left is cut from the last one."""
    shown = printable(text[: 400 * limit])
    if width(shown, style) <= room:
        return [shown]
    lines, line = [], ""
    for word in shown.split(" "):
        for piece in _pieces(word, style, room) if splits_words else [word]:
            longer = f"{line} {piece}" if line else piece
            if line and width(longer, style) > room:
                lines.append(line)
                longer = piece
            line = longer
        if len(lines) > limit:
            break
    lines.append(line)
    if len(lines) > limit:
        lines[limit - 1 :] = [cut(f"{lines[limit - 1]} {lines[limit]}", style, room)]
    return lines
