"""Calls out of the log of a telephone exchange (CDR): when they came, how long they waited, who answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from helpdesk.domain.event import Direction
from helpdesk.domain.folding import fold
from helpdesk.domain.logged_call import CallResult
from helpdesk.service.import_batch import Batch, Unfit, short, text_of
from helpdesk.service.import_reference import Operators
from helpdesk.storage import tables
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import _

_RESULTS: dict[CallResult, str] = {
    CallResult.ANSWERED: "answered answer ok completed completion success talked connected отвечен отвечено отвечена"
    " принят принято успешный успешно состоялся разговор",
    CallResult.ABANDONED: "abandoned abandon no_answer noanswer missed cancel cancelled lost unanswered пропущен"
    " пропущенный пропущено потерян потеряно брошен брошенный неотвечен неотвеченный недозвон неуспешный",
    CallResult.BUSY: "busy занято занят",
    CallResult.FAILED: "failed failure congestion error chanunavail ошибка сбой",
}
_WORDS = {word: result for result, words in _RESULTS.items() for word in words.split()}
_OUTGOING = frozenset(["outgoing", "outbound", "out", "исходящий", "исходящая", "исходящие", "исх"])
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?")
_SECONDS = re.compile(r"(\d+)(?:[.,]\d+)?\s*(?:s|sec|с|сек)?\.?")
_LONGEST = 7 * 86_400


class CallIntake:
    """Makes calls of rows; what the log does not tell stays unknown, and figures that need it are hidden."""

    def __init__(self) -> None:
        self._operators = Operators()

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch

    def add(self, row: ImportRow) -> bytes:
        cells = self._cells(row)
        return self._batch.put(tables.LoggedCall, cells["started_at"], **cells)

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        return unit.change(unit.get(tables.LoggedCall, record), **self._cells(row))

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        started_at = _at(row, "started_at")
        if started_at is None:
            raise Unfit(_("A call needs the time when it began."))
        said, name = text_of(row, "result"), text_of(row, "operator")
        talked, waited = _lengths(row, started_at)
        operator = self._operators.get(self._batch, name)
        return {
            "started_at": started_at,
            "direction": self._direction(row),
            "caller": text_of(row, "caller"),
            "line": text_of(row, "line"),
            "operator": operator,
            "operator_name": "" if operator else name,
            "result": self._result(row, said, talked).value,
            "said": said,
            "waited": waited,
            "talked": talked,
        }

    def _result(self, row: ImportRow, said: str, talked: int | None) -> CallResult:
        words = fold(said).replace("не отв", "неотв").replace("no answer", "no_answer").split()
        found = next((_WORDS[word] for word in words if word in _WORDS), None)
        if found is not None:
            return found
        if said:
            sentence = _("Line {line}: “{value}” is no result of a call; it is judged by the times.")
            self._batch.warn(row, sentence, value=short(said))
        return CallResult.ANSWERED if _at(row, "answered_at") or talked else CallResult.ABANDONED

    def _direction(self, row: ImportRow) -> str:
        is_outgoing = not _OUTGOING.isdisjoint(fold(text_of(row, "direction")).split())
        return (Direction.OUTGOING if is_outgoing else Direction.INCOMING).value


def _lengths(row: ImportRow, started_at: datetime) -> tuple[int | None, int | None]:
    """Seconds of talk and of waiting, from the columns that name them or from the instants."""
    answered_at, ended_at = _at(row, "answered_at"), _at(row, "ended_at")
    talked, waited, whole = (_seconds(row, name) for name in ("talked", "waited", "duration"))
    if whole is None and ended_at is not None:
        whole = _between(started_at, ended_at)
    if talked is None and answered_at is not None and ended_at is not None:
        talked = _between(answered_at, ended_at)
    if waited is None and answered_at is not None:
        waited = _between(started_at, answered_at)
    # The whole call less the talk is what was waited; without a talk all of it.
    if waited is None and whole is not None and (talked is not None or text_of(row, "result")):
        waited = max(0, whole - (talked or 0)) if talked is not None else None
    if waited is None and whole is not None and not talked and answered_at is None:
        waited = whole
    return talked, waited


def _at(row: ImportRow, name: str) -> datetime | None:
    value = row.values.get(name)
    return value if isinstance(value, datetime) else None


def _between(start: datetime, end: datetime) -> int | None:
    length = (end - start) // timedelta(seconds=1)
    return length if 0 <= length <= _LONGEST else None


def _seconds(row: ImportRow, name: str) -> int | None:
    text = text_of(row, name).strip()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    plain = _SECONDS.fullmatch(text)
    return min(int(plain[1]), _LONGEST) if plain else None
