"""What the report on satisfaction is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.facts.measure import Share

Scores = tuple[int, int, int, int, int]
"""How often 1, 2, 3, 4 and 5 were given."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Answers to whether the customer would recommend: 9-10, 7-8, 0-6."""

    promoters: int = 0
    passives: int = 0
    detractors: int = 0

    @property
    def n(self) -> int:
        """All answers."""
        return self.promoters + self.passives + self.detractors


@dataclass(frozen=True, slots=True)
class Said:
    """Words that came with a score."""

    at: datetime
    number: str
    score: int
    words: str
    given_by: str
    solver: str


@dataclass(frozen=True, slots=True)
class SatisfactionFacts:
    """The last rating of each request in the period, apart by who took it down and by kind.

    `own` are scores that the solver entered, `others` those that another person or the customer did; `rated` is out of
    the requests solved in the period.
    """

    own: Scores
    others: Scores
    before: Scores
    by_kind: Mapping[str, Scores]
    recommendation: Recommendation
    recommendation_before: Recommendation
    rated: Share
    words: tuple[Said, ...]
    words_count: int


def satisfied(scores: Scores) -> Share:
    """Scores of 4 and 5 of all."""
    return Share(scores[3] + scores[4], sum(scores))


def together(first: Scores, second: Scores) -> Scores:
    """Two sets of scores as one."""
    one, two, three, four, five = (left + right for left, right in zip(first, second, strict=True))
    return one, two, three, four, five
