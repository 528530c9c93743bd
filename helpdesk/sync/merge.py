"""The rules of merging, pure: the later cell wins, and who had not seen the other is in conflict."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.sync.change import Mark, Value, text_of


@dataclass(frozen=True, slots=True)
class Loser:
    """A value that lost against one whose author had not seen it."""

    mark: Mark
    value: Value
    winner: int


def wins(new: Mark, value: Value, old: Mark, old_value: Value, usual: Value) -> bool:
    """Whether the new cell takes the place of the old: by stamp, then station, then value, so that all agree.

    Of one record's beginning an older program may tell a part, with the `usual` value for what it does not know.
    """
    if new.stamp != old.stamp:
        return new.stamp > old.stamp
    if new.station != old.station:
        return new.station > old.station
    return (value != usual, text_of(value)) > (old_value != usual, text_of(old_value))


def loser(winner: Mark, value: Value, beaten: Mark, beaten_value: Value, *, is_new: bool) -> Loser | None:
    """The beaten cell, where its loss has to be told: the winner's author never saw it, and it said something else.

    Of a cell that is new to the others, one that is older than what the winner's author saw was not seen by him either.
    """
    if beaten[:2] == winner[:2]:
        return None
    was_seen = beaten.stamp == winner.base if is_new else beaten.stamp <= winner.base
    return None if was_seen or beaten_value == value else Loser(beaten, beaten_value, winner.stamp)
