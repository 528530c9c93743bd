"""The way from a figure or a row of a report to the records behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DrillKind = Literal["request", "call", "order", "event"]


@dataclass(frozen=True, slots=True)
class Drill:
    """Which records stand behind a figure: what they are, and the set that the report's query knows under `name`.

    `values` narrow the set, as (("priority", "high"),); a report's `aliases` turns a drill into local aliases.
    """

    kind: DrillKind
    name: str
    values: tuple[tuple[str, str | int], ...] = ()

    def value(self, name: str) -> str | int | None:
        """What the set is narrowed by under a name, or None."""
        return dict(self.values).get(name)
