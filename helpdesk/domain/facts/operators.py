"""What the report on operators is made from."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.facts.measure import Middle, Share


@dataclass(frozen=True, slots=True)
class OperatorFacts:
    """One operator's work: `reopened` and `csat` are shares, `handled` calls took `handle_seconds` together.

    `forgotten` calls had after-call work of over an hour; `load` is what the operator owns at the cut-off.
    """

    name: str
    id: str
    solved: int
    reopened: Share
    response: Middle
    handled: int
    handle_seconds: int
    forgotten: int
    csat: Share
    load: int


@dataclass(frozen=True, slots=True)
class OperatorsFacts:
    """Everybody who solved, answered, talked or owns something, by name; `response` and `before` are the whole team's.

    `is_preliminary` says that fourteen days have not passed since the period's end.
    """

    operators: tuple[OperatorFacts, ...]
    reopened: Share
    reopened_before: Share
    response: Middle
    response_before: Middle
    is_preliminary: bool
