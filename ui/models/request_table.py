"""Requests for the list and the table: the whole view as aliases, rows only where somebody looks."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from helpdesk.domain.request import RequestRow
from ui.delegates import ROW, STRONG, TONE, RowText
from ui.models.request_columns import columns
from ui.models.request_words import Reading, due_word, row_text
from ui.theme import Tone

_Index = QModelIndex | QPersistentModelIndex

_LOADING = RowText("…", "", "", "")
_KEPT = 4000
_LOOKED_AT = 3000


class RequestTable(QAbstractTableModel):
    """Answers from memory alone; what is not loaded yet is asked for by `missing` and given by `accept`."""

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.reading = reading
        self._aliases = array("q")
        self._rows: dict[int, RequestRow] = {}
        self._texts: dict[int, RowText] = {}
        self._alias_of: dict[bytes, int] = {}
        self._stale: set[int] = set()

    def show(self, aliases: Sequence[int], rows: Iterable[RequestRow] = ()) -> None:
        """Shows another view from its top."""
        self.beginResetModel()
        self._aliases = array("q", aliases)
        self._keep(rows)
        self.endResetModel()

    def patch(self, aliases: Sequence[int]) -> None:
        """The same view as it is now: only what lies between the unchanged ends is taken out and put in."""
        old, new = self._aliases, array("q", aliases)
        if old == new:
            return
        head = _same(old, new)
        tail = _same(array("q", reversed(old[head:])), array("q", reversed(new[head:])))
        if head + tail < len(old):
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._aliases = old[:head] + (old[len(old) - tail :] if tail else array("q"))
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._aliases = new
            self.endInsertRows()

    def accept(self, rows: Iterable[RequestRow]) -> None:
        """Takes loaded rows in and has them painted."""
        self._keep(rows)
        self._repaint()

    def forget(self, ids: Iterable[bytes] | None = None) -> None:
        """Has these rows, or all, loaded anew; until then they show what they showed."""
        if ids is None:
            self._stale = set(self._rows)
        else:
            self._stale |= {self._alias_of[one] for one in ids if one in self._alias_of}

    def read_as(self, reading: Reading) -> None:
        """Puts the rows into words anew, as of another minute or with other states."""
        self.reading = reading
        self._texts.clear()
        self._repaint()

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The aliases between two places, both included, whose rows are not in memory or out of date."""
        window = self._aliases[max(0, first) : last + 1]
        return tuple(alias for alias in window if alias not in self._rows or alias in self._stale)

    def row_at(self, place: int) -> RequestRow | None:
        """The row at a place, if it is loaded."""
        return self._rows.get(self._aliases[place]) if 0 <= place < len(self._aliases) else None

    def aliases_at(self, places: Iterable[int]) -> tuple[int, ...]:
        """The aliases at these places."""
        return tuple(self._aliases[place] for place in places if 0 <= place < len(self._aliases))

    def places_of(self, aliases: Sequence[int]) -> list[int]:
        """Where these stand now; those that are gone are left out."""
        if len(aliases) <= 8:
            return [self._aliases.index(alias) for alias in aliases if alias in self._aliases]
        wanted = set(aliases)
        return [place for place, alias in enumerate(self._aliases) if alias in wanted]

    def place_of_request(self, request: bytes) -> int:
        """The place of a loaded request, or -1."""
        alias = self._alias_of.get(request)
        return self._aliases.index(alias) if alias is not None and alias in self._aliases else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._aliases)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if 0 <= section < len(self.columns) else None
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._aliases):
            return None
        alias = self._aliases[index.row()]
        row = self._rows.get(alias)
        if role == ROW:
            return self._text(alias, row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(alias, row).sentence()
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row, self.reading) if row is not None else _LOADING.title
        if role == Qt.ItemDataRole.ToolTipRole and row is not None:
            return column.text(row, self.reading)[:2000] if column.key != "number" else row.subject[:2000]
        if role == TONE and row is not None:
            return due_word(row, self.reading)[1] if column.key == "due" else Tone.PLAIN
        if role == STRONG and row is not None:
            return column.key == "subject" and self._text(alias, row).is_urgent
        return None

    def match(
        self, start: _Index, role: int, value: Any, hits: int = 1, flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith
    ) -> list[QModelIndex]:
        # Type-ahead looks through what is loaded; walking 100,000 placeholders would stop the window.
        wanted = str(value).casefold()
        size = len(self._aliases)
        for step in range(min(size, _LOOKED_AT)):
            place = (start.row() + step) % size
            row = self._rows.get(self._aliases[place])
            if row is not None and (row.subject.casefold().startswith(wanted) or row.number.startswith(wanted)):
                return [self.index(place, 0)]
        return []

    def _text(self, alias: int, row: RequestRow | None) -> RowText:
        if row is None:
            return _LOADING
        text = self._texts.get(alias)
        if text is None:
            text = self._texts[alias] = row_text(row, self.reading)
        return text

    def _keep(self, rows: Iterable[RequestRow]) -> None:
        rows = tuple(rows)
        if len(self._rows) + len(rows) > _KEPT:
            for kept in (self._rows, self._texts, self._alias_of, self._stale):
                kept.clear()
        for row in rows:
            self._rows[row.alias] = row
            self._alias_of[row.id] = row.alias
            self._texts.pop(row.alias, None)
            self._stale.discard(row.alias)

    def _repaint(self) -> None:
        if self._aliases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._aliases) - 1, len(self.columns) - 1))


def _same(one: array[int], other: array[int]) -> int:
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
