"""What differs between an order as it was agreed and as it shall be (S61)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from helpdesk.domain.order import OrderLine

FIELDS = ("title", "quantity", "price_minor", "discount", "reduction_minor", "requested_on")
PRICED = ("price_minor", "discount", "reduction_minor")


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell corrected, as text; a line that came or went has the field "line" and one side empty."""

    title: str
    field: str
    before: str
    after: str
    line: bytes = b""

    def detail(self) -> dict[str, str]:
        """The correction as an event keeps it."""
        return {
            "line": self.line.hex(),
            "title": self.title,
            "field": self.field,
            "before": self.before,
            "after": self.after,
        }


def corrections(before: Sequence[OrderLine], after: Sequence[OrderLine]) -> tuple[Correction, ...]:
    """What was changed, taken away and added; lines are the same where their identities are."""
    kept = {line.id: line for line in after if line.id}
    known = {line.id: line for line in before}
    found: list[Correction] = []
    for line in before:
        now = kept.get(line.id)
        if now is None:
            found.append(Correction(line.title, "line", written(line.quantity), "", line.id))
            continue
        for name in FIELDS:
            old, new = getattr(line, name), getattr(now, name)
            if old != new:
                found.append(Correction(line.title, name, written(old), written(new), line.id))
    found += [
        Correction(line.title, "line", "", written(line.quantity), line.id) for line in after if line.id not in known
    ]
    return tuple(found)


def written(value: object) -> str:
    """A cell as text that never depends on how it was typed."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
