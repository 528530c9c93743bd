"""How a figure stands against the period before, in words for the strip."""

from __future__ import annotations

from decimal import Decimal

from helpdesk.report.notation import MINUS, Notation
from helpdesk.words import _


def count_change(now: int | Decimal, before: int | Decimal, notation: Notation) -> str:
    """A count or a sum against that of the period before, in percent; nothing where there was none."""
    if not before:
        return ""
    change = Decimal(now) / Decimal(before) - 1
    return _("{change} against the period before").format(change=signed(notation.percent(change, 0)))


def share_change(now: Decimal | None, before: Decimal | None, notation: Notation) -> str:
    """A share against that of the period before, in percentage points."""
    if now is None or before is None:
        return ""
    points = (now - before) * 100
    return _("{points} points against the period before").format(points=signed(notation.number(points, 1)))


def signed(text: str) -> str:
    """A number with its sign."""
    return text if text.startswith(MINUS) else f"+{text}"
