"""One record while changes from several stations are merged into it, in memory."""

from __future__ import annotations

from collections.abc import Container, Mapping

from helpdesk.sync.change import Change, Mark, Value
from helpdesk.sync.marking import WHOLE, Marks, mark_of
from helpdesk.sync.merge import Loser, loser, wins


class RecordState:
    """Values and marks of a record; `changed` and `marked` tell afterwards what has to be written.

    `unsent` are the columns whose present values no other station has met.
    """

    __slots__ = ("changed", "losers", "marked", "marks", "unsent", "values")

    def __init__(self, values: dict[int, Value], marks: Marks, unsent: Container[int] = ()) -> None:
        self.values = values
        self.marks = marks
        self.unsent = unsent
        self.changed: dict[int, Value] = {}
        self.marked: dict[int, Mark] = {}
        self.losers: list[tuple[int, Loser]] = []

    @classmethod
    def begun(cls, change: Change, defaults: Mapping[int, Value]) -> RecordState:
        """A record that begins with a whole change; columns that it does not name have their defaults."""
        state = cls({**defaults, **change.cells}, {})
        mark = Mark(change.stamp, change.station, change.base)
        state.marks[WHOLE] = state.marked[WHOLE] = mark
        return state

    def take(self, change: Change, defaults: Mapping[int, Value], *, is_new: bool) -> int:
        """Merges one change and answers how many cells it won; `is_new` unless a snapshot tells it."""
        mark = Mark(change.stamp, change.station, change.base)
        cells = {**defaults, **change.cells} if change.is_whole else change.cells
        return sum(
            self._take_cell(column, (value, defaults[column]), mark, is_new=is_new) for column, value in cells.items()
        )

    def _take_cell(self, column: int, said: tuple[Value, Value], mark: Mark, *, is_new: bool) -> bool:
        value, usual = said
        old = mark_of(self.marks, column)
        old_value = self.values[column]
        if mark[:2] == old[:2] and value == old_value:
            return False
        is_won = wins(mark, value, old, old_value, usual)
        is_unmet = column in self.unsent
        if is_won:
            lost = loser(mark, value, old, old_value, is_new=is_unmet)
        else:
            lost = loser(old, old_value, mark, value, is_new=is_new or is_unmet)
        if lost is not None:
            self.losers.append((column, lost))
        if is_won:
            self.values[column] = self.changed[column] = value
            self.marks[column] = self.marked[column] = mark
        return is_won
