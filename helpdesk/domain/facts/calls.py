"""What the report on calls is made from."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.domain.facts.measure import Share


@dataclass(frozen=True, slots=True)
class CallCounts:
    """Incoming calls of the exchange's log; those given up within five seconds are in `short` and nowhere else.

    `quick` are answered within twenty seconds, out of `timed`: offered calls whose waiting the log tells.
    """

    offered: int = 0
    answered: int = 0
    abandoned: int = 0
    short: int = 0
    quick: int = 0
    timed: int = 0

    def __add__(self, other: CallCounts) -> CallCounts:
        return CallCounts(
            self.offered + other.offered,
            self.answered + other.answered,
            self.abandoned + other.abandoned,
            self.short + other.short,
            self.quick + other.quick,
            self.timed + other.timed,
        )

    @property
    def service_level(self) -> Share | None:
        """Answered within twenty seconds of those offered; None where ring times were not recorded for all."""
        return Share(self.quick, self.offered) if self.timed == self.offered else None


@dataclass(frozen=True, slots=True)
class SeenCalls:
    """What this program saw: calls that operators took or made, callbacks kept of those due."""

    incoming: int
    outgoing: int
    handled: int
    handle_seconds: int
    forgotten: int
    callbacks: Share


@dataclass(frozen=True, slots=True)
class CallsFacts:
    """The log by hour of the day and by line, with the period before; without a log what the program saw by hour."""

    has_log: bool
    whole: CallCounts
    before: CallCounts
    by_hour: tuple[tuple[int, CallCounts], ...]
    by_line: tuple[tuple[str, CallCounts], ...]
    seen: SeenCalls
    seen_by_hour: tuple[tuple[int, int, int], ...]
