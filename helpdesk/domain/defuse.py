"""Cells of a text table that a spreadsheet would run as formulas, made harmless and put back."""

from __future__ import annotations

import re

_TRIGGERS = "=+\\-@\t\r\n＝＋－＠"
_DANGEROUS = re.compile(f"'*[{_TRIGGERS}]")
_DEFUSED = re.compile(f"'+[{_TRIGGERS}]")


def defuse(text: str) -> str:
    """The text with one apostrophe in front where a spreadsheet would take it for a formula.

    A text that already looks defused gets one more, so that `restore` gives back every text as it was.
    """
    return "'" + text if _DANGEROUS.match(text) else text


def restore(text: str) -> str:
    """The text as it was before `defuse`."""
    return text[1:] if _DEFUSED.match(text) else text
