"""What the report on contact reasons is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helpdesk.domain.facts.measure import Share
from helpdesk.domain.reason import ContactReason, ReasonId


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """Requests of one reason alone, without those below it; None stands for those without a reason.

    `repeat` counts requests whose customer came with the same reason up to 7 days before; `handle_seconds` is talk and
    after-call work of `handled` calls about them.
    """

    reason: ReasonId | None
    n: int
    before: int
    repeat: Share
    handled: int
    handle_seconds: int
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReasonsFacts:
    """Every reason that occurred in the period or before it, the tree, and the first days of the weeks."""

    reasons: tuple[ReasonFacts, ...]
    tree: tuple[tuple[int, ContactReason], ...]
    weeks: tuple[date, ...]
