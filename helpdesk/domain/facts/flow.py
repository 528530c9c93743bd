"""What the report on the flow of requests is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helpdesk.domain.facts.measure import Flow


@dataclass(frozen=True, slots=True)
class FlowStretch:
    """The backlog in a week or day of the period; `is_whole` is false where the period cuts it."""

    first: date
    last: date
    flow: Flow


@dataclass(frozen=True, slots=True)
class FlowFacts:
    """The whole period and the one before, its stretches, and where the requests came from.

    `counted_closing` is the backlog at the end by a count of its own; `by_hour` is (weekday from Monday, hour) of
    creation; `ages` counts what is open at the end by working days since creation, in the order of `AGE_LIMITS`.
    """

    flow: Flow
    before: Flow
    counted_closing: int
    stretches: tuple[FlowStretch, ...]
    by_channel_and_kind: Mapping[tuple[str, str], int]
    by_hour: Mapping[tuple[int, int], int]
    ages: tuple[int, ...]


AGE_LIMITS = (1, 3, 7, 14, 30)
"""The last working day of each age but the oldest: 0-1, 2-3, 4-7, 8-14, 15-30, over 30."""
