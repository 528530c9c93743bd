"""Entries that lost against another one, as people read them: on which record, which field, by whom, when (SYNC.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import OperatorId, RequestId
from helpdesk.domain.order import OrderKind
from helpdesk.domain.permission import Action
from helpdesk.domain.request import Priority, RequestKind
from helpdesk.service import request, sync_conflict
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.sync_conflict import Conflict
from helpdesk.storage.database import Database
from helpdesk.storage.form import FORMS
from helpdesk.storage.merging import root_of
from helpdesk.sync import ledger
from helpdesk.words import _
from helpdesk.words.cells import cell_words, record_words
from helpdesk.words.terms import title

Shown = Any
"""A value to be read: words, a Decimal, a day or an instant; the window writes it as the locale does."""

_SHOWN_ON = {"contact": "customer", "consent": "customer", "order_line": "order", "promise": "request"}
_OPENED = {"request": "request", "customer": "customer", "customer_order": "order"}
_TABLES = {kind: table for table, kind in _OPENED.items()}
_NAMES = {
    "customer": "SELECT name FROM customer WHERE id = ?",
    "operator": "SELECT name FROM operator WHERE id = ?",
    "owner": "SELECT name FROM operator WHERE id = ?",
    "product": "SELECT name FROM product WHERE id = ?",
    "request": "SELECT number FROM request WHERE id = ?",
    "order": "SELECT number FROM customer_order WHERE id = ?",
    "quote": "SELECT number FROM quote WHERE id = ?",
}
_TITLES = {
    "request": "SELECT number || ' · ' || subject FROM request WHERE id = ?",
    "customer_order": "SELECT number FROM customer_order WHERE id = ?",
    "order_line": "SELECT title FROM order_line WHERE id = ?",
    "task": "SELECT what FROM task WHERE id = ?",
    "promise": "SELECT what FROM promise WHERE id = ?",
    "contact": "SELECT c.name FROM contact k JOIN customer c ON c.id = k.customer WHERE k.id = ?",
}
_MEMBERS = {
    ("request", "kind"): RequestKind,
    ("request", "channel"): Channel,
    ("request", "priority"): Priority,
    ("customer_order", "kind"): OrderKind,
}


@dataclass(frozen=True, slots=True)
class AlsoEntered:
    """One overwritten entry; `opens` is the kind and the identity of the record that shows it, where one does."""

    conflict: Conflict
    opens: tuple[str, bytes] | None
    record: str
    field: str
    present: Shown
    entered: Shown
    who: str
    at: datetime


def entries(desk: Desk, actor: OperatorId) -> tuple[AlsoEntered, ...]:
    """Every overwritten entry that nobody has settled here, the newest first."""
    found = sync_conflict.conflicts(desk, actor)
    with desk.reading() as database:
        mine = {ledger.station_of(database): _name(database, actor)}
        return tuple(_told(database, one, mine) for one in found)


def count(desk: Desk, actor: OperatorId) -> int:
    """How many there are."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        row = database.row("SELECT count(*) FROM conflict")
    return int(row[0]) if row else 0


def on_record(desk: Desk, actor: OperatorId, kind: str, record: bytes) -> tuple[AlsoEntered, ...]:
    """The overwritten entries of a "request", "customer" or "order" and of its parts."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        if database.row("SELECT 1 FROM conflict LIMIT 1") is None:
            return ()
    return tuple(one for one in entries(desk, actor) if one.opens == (kind, record))


def restore(desk: Desk, actor: OperatorId, one: AlsoEntered) -> Changes:
    """Puts the entry back as an edit of now, which travels. Raises RecordMissing."""
    conflict = one.conflict
    if (conflict.kind, conflict.field) in (("request", "kind"), ("request", "priority")):
        # What is promised follows from these two, so that they change by an event.
        changes = request.edit(desk, actor, RequestId(conflict.record), **{conflict.field: conflict.value})
        sync_conflict.dismiss(desk, actor, conflict)
        return changes
    return sync_conflict.restore(desk, actor, conflict)


def dismiss(desk: Desk, actor: OperatorId, one: AlsoEntered) -> Changes:
    """Leaves the record as it is and tells of the entry no more."""
    sync_conflict.dismiss(desk, actor, one.conflict)
    return Changes()


def _told(database: Database, conflict: Conflict, mine: dict[bytes, str]) -> AlsoEntered:
    value = _value(database, conflict, conflict.present), _value(database, conflict, conflict.value)
    named = " · ".join(part for part in (record_words(conflict.kind), _title(database, conflict)) if part)
    station = conflict.key[-1]
    who = _operator_at(database, station) or conflict.operator or mine.get(station) or conflict.station
    return AlsoEntered(
        conflict, _opens(database, conflict), named, cell_words(conflict.field), *value, who, conflict.entered_at
    )


def _name(database: Database, operator: OperatorId) -> str:
    row = database.row("SELECT name FROM operator WHERE id = ?", operator)
    return row[0] if row else ""


def _operator_at(database: Database, station: bytes) -> str:
    """Who sat there last, as far as the station said so."""
    row = database.row(
        "SELECT o.name FROM presence p JOIN operator o ON o.id = p.operator WHERE p.id = ?",
        station,
    )
    return row[0] if row else ""


def _title(database: Database, conflict: Conflict) -> str:
    fields = FORMS[conflict.key[0]].names.values()
    usual = next((name for name in ("name", "number", "code") if name in fields), "")
    sql = _TITLES.get(conflict.kind) or (f'SELECT "{usual}" FROM "{conflict.kind}" WHERE id = ?' if usual else "")
    row = database.row(sql, conflict.record) if sql else None
    return str(row[0]) if row and row[0] else ""


def _opens(database: Database, conflict: Conflict) -> tuple[str, bytes] | None:
    kind, record = _OPENED.get(conflict.kind), conflict.record
    if kind is None and (kind := _SHOWN_ON.get(conflict.kind)) is not None:
        row = database.row(f'SELECT "{kind}" FROM "{conflict.kind}" WHERE id = ?', record)
        if row is None or row[0] is None:
            return None
        record = bytes(row[0])
    if kind in ("request", "customer"):
        record = root_of(database, kind, record)
    return None if kind is None else (kind, record)


def _value(database: Database, conflict: Conflict, value: Any) -> Shown:
    if value in (None, ""):
        return _("nothing")
    member = _MEMBERS.get((conflict.kind, conflict.field))
    if member is not None and value in {str(one.value) for one in member}:
        return title(member(value))
    if isinstance(value, bytes):
        row = database.row(_NAMES[conflict.field], value) if conflict.field in _NAMES else None
        return row[0] if row and row[0] else value.hex()[:8]
    field = FORMS[conflict.key[0]].table._meta.fields[conflict.field]
    if field.field_type == "BOOL":
        return _("yes") if value else _("no")
    plain = field.python_value(value)
    if isinstance(plain, list):
        return ", ".join(map(str, plain)) or _("nothing")
    return str(plain) if isinstance(plain, dict) else plain
