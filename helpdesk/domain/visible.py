"""Texts that can be seen: placeholders for signs that nobody sees, one line for logs and titles."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_INVISIBLE_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"))
# Unicode calls these letters, marks or symbols and draws nothing: fillers, the blank Braille cell, selectors.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
# Signs that turn the direction of what follows them, break the line of a log, or cannot be encoded at all.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LOOKED_AT = 4_000
_RUNS = 4


def is_invisible(text: str) -> bool:
    """Whether nothing of `text` would be seen on screen or paper; true of an empty text."""
    return all(
        sign.isspace() or unicodedata.category(sign) in _INVISIBLE_CATEGORIES or _BLANK.match(sign) for sign in text
    )


def visible(text: str) -> str:
    """The text as it is if any of it can be seen, else its code points: `⟨U+200B⟩×3 ⟨U+FEFF⟩`."""
    if not text or not is_invisible(text):
        return _SURROGATE.sub(lambda found: _code_point(found[0]), text)
    runs = [(sign, len(list(signs))) for sign, signs in groupby(text[:_LOOKED_AT])]
    shown = [f"{_code_point(sign)}×{count}" if count > 1 else _code_point(sign) for sign, count in runs[:_RUNS]]
    is_elided = len(runs) > _RUNS or len(text) > _LOOKED_AT
    return " ".join([*shown, "…"] if is_elided else shown)


def one_line(text: str, limit: int = 200) -> str:
    """The text on one line of at most `limit` signs: white space joined, unsafe signs named, the end elided."""
    if text and is_invisible(text):
        return visible(text)
    # What is seen may stand behind a long white beginning.
    text = text.strip()
    head = text[: limit * 4]
    line = _UNSAFE.sub(lambda found: _code_point(found[0]), " ".join(head.split()))
    if len(line) > limit or len(head) < len(text):
        return line[: limit - 1].rstrip() + "…"
    return line


def _code_point(sign: str) -> str:
    return f"⟨U+{ord(sign):04X}⟩"
