"""Requests out of a file: cells for what is written, events for what happened and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.event import Channel, Direction, EventKind, SubjectKind
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service import import_words
from helpdesk.service.contact_reason import ReasonNames, read_reasons
from helpdesk.service.import_batch import Batch, short, text_of
from helpdesk.service.import_reference import Operators, References
from helpdesk.service.number import take_many
from helpdesk.storage import tables
from helpdesk.transfer.rows import ImportRow
from helpdesk.words import N_, _

CLOSING_HOUR = 18
_SUBJECT_LENGTH = 120
_RECEIVED, _IN_WORK, _SOLVED = "received", "in_work", "solved"
_UNKNOWN = {
    "kind": N_("Line {line}: “{value}” is no kind of request; it is taken as a consultation."),
    "priority": N_("Line {line}: “{value}” is no priority; it is taken as normal."),
    "channel": N_("Line {line}: “{value}” is no channel; it is taken as other."),
}
_EMPTY: dict[str, Any] = {
    "kind": RequestKind.CONSULTATION.value,
    "description": "",
    "customer": None,
    "channel": Channel.OTHER.value,
    "priority": Priority.NORMAL.value,
    "wanted_at": None,
    "foreign_number": "",
    "reason": None,
}


class RequestIntake:
    """Makes requests of rows; what is unknown in them is kept in words and warned of."""

    def __init__(self) -> None:
        self._customers = References("customers")
        self._operators = Operators()

    def begin(self, batch: Batch, rows: Sequence[ImportRow]) -> None:
        self._batch = batch
        self._reasons = ReasonNames(read_reasons(batch.database))
        self._customers.learn(batch, (text_of(row, "customer") for row in rows))

    def add(self, row: ImportRow) -> bytes:
        batch = self._batch
        given = row.values.get("created_at")
        at = given if isinstance(given, datetime) else batch.unit.now
        cells = {**_EMPTY, **self._cells(row)}
        cells["reason"] = cells["reason"] or self._reasons.suggest(cells.get("subject", ""), cells["description"])
        number = text_of(row, "number") or text_of(row, "id") or take_many(batch.database, 1)[0]
        request = batch.put(tables.Request, at, number=number, **cells)
        owner = self._owner(row)
        self._happened(
            request,
            EventKind.CREATED,
            at,
            state=_RECEIVED,
            channel=cells["channel"],
            direction=Direction.INCOMING.value,
            owner=owner,
            author="" if owner else text_of(row, "owner"),
            detail={"kind": cells["kind"], "priority": cells["priority"]},
        )
        self._tell_state(row, request, at, _RECEIVED)
        return request

    def change(self, row: ImportRow, record: bytes) -> bool:
        unit = self._batch.unit
        present = unit.get(tables.Request, record)
        cells = self._cells(row)
        classified = {
            name: cells[name]
            for name in ("kind", "priority")
            if cells.get(name, "") not in ("", getattr(present, name))
        }
        is_changed = unit.change(present, **cells)
        if classified:
            self._happened(record, EventKind.CLASSIFIED, unit.now, detail=classified)
        owner = self._owner(row)
        if owner is not None and owner != present.owner:
            self._happened(record, EventKind.ASSIGNED, unit.now, owner=owner)
            is_changed = True
        return self._tell_state(row, record, max(present.changed_at, present.created_at), present.state) or is_changed

    def _tell_state(self, row: ImportRow, request: bytes, at: datetime, state: str) -> bool:
        """Events for the state and the solution that a row gives, where they say something new."""
        words = text_of(row, "state")
        wanted = import_words.request_state(self._batch.desk.states, words) if words else None
        told = ""
        if words and wanted is None:
            sentence = _("Line {line}: “{value}” is no state of a request; it is taken as in work.")
            self._batch.warn(row, sentence, value=short(words))
            wanted, told = _IN_WORK, words
        solved_at = row.values.get("solved_at")
        before = state
        if isinstance(solved_at, datetime) and state not in (_SOLVED, "closed"):
            at, state = max(at, solved_at), _SOLVED
            self._happened(request, EventKind.STATE, at, state=_SOLVED)
        if wanted is not None and wanted != state:
            state = wanted
            self._happened(request, EventKind.STATE, at, state=wanted, text=told)
        return state != before

    def _happened(self, request: bytes, kind: EventKind, at: datetime, **cells: Any) -> None:
        self._batch.put_event(SubjectKind.REQUEST, request, kind, at, **cells)

    def _owner(self, row: ImportRow) -> bytes | None:
        name = text_of(row, "owner")
        owner = self._operators.get(self._batch, name)
        if name and owner is None:
            self._batch.warnings.add(
                _("No operator is called “{value}”; the name is kept in words.").format(value=short(name))
            )
        return owner

    def _cells(self, row: ImportRow) -> dict[str, Any]:
        description = text_of(row, "description")
        cells: dict[str, Any] = {
            "subject": text_of(row, "subject") or description.strip().partition("\n")[0][:_SUBJECT_LENGTH],
            "description": description,
            "foreign_number": text_of(row, "id") or text_of(row, "number"),
            "kind": self._meant(row, "kind", import_words.request_kind, RequestKind.CONSULTATION),
            "priority": self._meant(row, "priority", import_words.priority, Priority.NORMAL),
            "channel": self._meant(row, "channel", import_words.channel, Channel.OTHER),
        }
        if isinstance(wanted_on := row.values.get("wanted_on"), date):
            cells["wanted_at"] = self._batch.on_day(wanted_on, CLOSING_HOUR)
        if named := text_of(row, "reason"):
            cells["reason"] = self._reasons.named(named)
            if cells["reason"] is None:
                sentence = _("Line {line}: “{value}” is no contact reason; it is guessed by the words of the request.")
                self._batch.warn(row, sentence, value=short(named))
        if called := text_of(row, "customer"):
            cells["customer"] = self._customers.get(called)
            if cells["customer"] is None:
                sentence = _("Line {line}: no customer is known as “{value}”; the request is kept without one.")
                self._batch.warn(row, sentence, value=short(called))
        return {cell: value for cell, value in cells.items() if value not in ("", None)}

    def _meant(self, row: ImportRow, name: str, meaning: Callable[[str], StrEnum | None], otherwise: StrEnum) -> str:
        words = text_of(row, name)
        if not words.strip():
            return ""
        found = meaning(words)
        if found is None:
            self._batch.warn(row, _(_UNKNOWN[name]), value=short(words))
        return (found or otherwise).value
