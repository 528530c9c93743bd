"""How a figure is printed when few cases stand behind it: no value below the least base, a flag below thirty."""

from __future__ import annotations

from decimal import Decimal
from math import sqrt

from helpdesk.report.content import Figure
from helpdesk.report.notation import NONE, Notation
from helpdesk.words import _

FEW = 30
INTERVAL_BELOW = 100


def wilson(share: Decimal, n: int) -> tuple[Decimal, Decimal]:
    """The 95 % interval of a share of `n` cases (Wilson 1927), which stays inside 0 and 1 for small n."""
    z = 1.959964
    p = float(share)
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Decimal(str(max(0.0, middle - half))), Decimal(str(min(1.0, middle + half)))


def is_printed(figure: Figure) -> bool:
    """Whether enough cases stand behind the figure to print its value at all."""
    if figure.value is None:
        return False
    if figure.is_count:
        return figure.n > 0 or figure.prints_zero
    return figure.n >= max(figure.least, 1)


def value_text(figure: Figure, notation: Notation) -> str:
    """The value as printed, with its unit, or a dash."""
    value = figure.value
    if value is None or not is_printed(figure):
        return NONE
    if figure.kind == "money" and isinstance(value, int | Decimal):
        return notation.money(value)
    text = notation.written(figure.kind, value, figure.decimals)
    return f"{text} {figure.unit}" if figure.unit else text


def base_text(figure: Figure, notation: Notation) -> str:
    """What the figure rests on: its base, a flag where that is small, and the interval of a percentage."""
    n = notation.number(figure.n)
    if figure.is_count:
        return "" if figure.value == figure.n else _("of {n}").format(n=n)
    parts = [f"n\u00a0=\u00a0{n}"]
    if is_printed(figure):
        if figure.kind == "percent" and figure.n < INTERVAL_BELOW and isinstance(figure.value, Decimal | int):
            low, high = wilson(Decimal(figure.value), figure.n)
            parts.append(f"{notation.percent(low, 0)} – {notation.percent(high, 0)}")
        if figure.n < FEW:
            parts.append(_("few cases"))
    return ", ".join(parts)
