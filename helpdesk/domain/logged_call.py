"""How a call of the exchange's log ended."""

from __future__ import annotations

from enum import StrEnum


class CallResult(StrEnum):
    """Answered by somebody, given up by the caller, or never through."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    BUSY = "busy"
    FAILED = "failed"
