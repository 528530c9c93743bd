"""What the request journal lists."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.request import RequestKind


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which requests of the period the journal lists; empty filters mean any."""

    kinds: frozenset[RequestKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    owner: OperatorId | None = None
    states: frozenset[str] = frozenset()
