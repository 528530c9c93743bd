"""Requests as they are shown: rows for lists, the card, the way from a number to a request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from helpdesk import lazily
from helpdesk.domain.category import Category
from helpdesk.domain.event import Channel, Event, EventKind
from helpdesk.domain.identity import CustomerId, EventId, OperatorId, OrderId, RequestId, instant
from helpdesk.domain.number import is_mistyped, parse
from helpdesk.domain.reason import ReasonId
from helpdesk.domain.request import OwedNotification, Priority, RequestCard, RequestKind, RequestRow, Satisfaction
from helpdesk.domain.service_policy import ServiceTarget
from helpdesk.domain.standing import in_order
from helpdesk.errors import NumberMistyped, RecordMissing
from helpdesk.storage.database import Database
from helpdesk.storage.events import events_of, marks
from helpdesk.storage.merging import NAMED_CUSTOMER, group_of

if TYPE_CHECKING:
    from helpdesk.storage import tables
else:
    tables = lazily.module("helpdesk.storage.tables")

ROW = (
    "SELECT r.id, r.alias, r.number, r.kind, r.subject, coalesce(c.id, r.customer), coalesce(c.name, ''), r.channel,"
    " r.priority, r.state, r.category, r.owner, coalesce(o.name, ''), r.created_at, r.due_at, r.due_target,"
    " r.paused_left, r.owed_event IS NOT NULL, r.solved_at"
    f" FROM request r {NAMED_CUSTOMER} LEFT JOIN operator o ON o.id = r.owner"
)


def row_of(cells: Sequence[Any]) -> RequestRow:
    """A list row from the columns of `ROW`."""
    return RequestRow(
        id=RequestId(bytes(cells[0])),
        alias=cells[1],
        number=cells[2],
        kind=RequestKind(cells[3]),
        subject=cells[4],
        customer=CustomerId(bytes(cells[5])) if cells[5] else None,
        customer_name=cells[6],
        channel=Channel(cells[7]),
        priority=Priority(cells[8]),
        state=cells[9],
        category=Category(cells[10]),
        owner=OperatorId(bytes(cells[11])) if cells[11] else None,
        owner_name=cells[12],
        created_at=instant(cells[13]),
        due_at=instant(cells[14]) if cells[14] is not None else None,
        due_target=ServiceTarget(cells[15]) if cells[15] else None,
        paused_left=timedelta(seconds=cells[16]) if cells[16] is not None else None,
        is_owed=bool(cells[17]),
        solved_at=instant(cells[18]) if cells[18] is not None else None,
    )


def rows_by_alias(database: Database, aliases: Sequence[int]) -> tuple[RequestRow, ...]:
    """List rows in the order of `aliases`; those no longer there are left out."""
    found = {}
    for start in range(0, len(aliases), 500):
        part = aliases[start : start + 500]
        for cells in database.rows(f"{ROW} WHERE r.alias IN ({marks(part)})", *part):
            found[cells[1]] = row_of(cells)
    return tuple(found[alias] for alias in aliases if alias in found)


def own(database: Database, request: RequestId) -> tables.Request:
    """The request's own row. Raises RecordMissing."""
    from helpdesk.storage.unit import record

    return record(database, tables.Request, request)


def card(database: Database, request: RequestId) -> RequestCard:
    """A request with its history and that of what was merged into it; a merged one is shown by its survivor.

    The words of what is owed and said are left to the service. Raises RecordMissing.
    """
    group = group_of(database, "request", request)
    row = own(database, RequestId(group[0]))
    cells = database.row(f"{ROW} WHERE r.id = ?", row.id)
    assert cells is not None
    histories = events_of(database, group)
    own_history = histories[row.id]
    history = tuple(in_order(event for events in histories.values() for event in events))
    return RequestCard(
        row=row_of(cells),
        description=row.description,
        wanted_at=row.wanted_at,
        foreign_number=row.foreign_number,
        events=history,
        owed=_owed(own_history, row.owed_event),
        satisfaction=_satisfaction(own_history),
        order=OrderId(row.order) if row.order else None,
        order_number=_order_number(database, row.order),
        readout="",
        reason=ReasonId(row.reason) if row.reason else None,
    )


def _owed(history: Sequence[Event], owed: bytes | None) -> OwedNotification | None:
    event = next((event for event in history if event.id == owed), None)
    return OwedNotification(EventId(event.id), event.state, "") if event else None


def _satisfaction(history: Sequence[Event]) -> Satisfaction | None:
    event = next((event for event in reversed(history) if event.kind is EventKind.SATISFACTION), None)
    if event is None or event.score is None:
        return None
    channel, recommend = event.channel or Channel.OTHER, event.detail.get("recommend")
    return Satisfaction(event.score, event.text, event.author, channel, recommend)


def _order_number(database: Database, order: bytes | None) -> str:
    found = database.row("SELECT number FROM customer_order WHERE id = ?", order) if order else None
    return found[0] if found else ""


def by_number(database: Database, text: str) -> RequestId:
    """The request under its own or foreign number. Raises NumberMistyped, RecordMissing."""
    number = parse(text)
    for tried in filter(None, (text.strip(), str(number) if number else "")):
        row = database.row(
            "SELECT coalesce(merged_into, id) FROM request WHERE is_hidden = 0 AND (number = ? OR foreign_number = ?)"
            " ORDER BY alias DESC",
            tried,
            tried,
        )
        if row:
            return RequestId(bytes(row[0]))
    raise NumberMistyped(text) if is_mistyped(text) else RecordMissing("request", text)


def customer_language(database: Database, customer: CustomerId | None) -> str:
    """The language that a customer is written to in, "" where unknown."""
    row = database.row("SELECT language FROM customer WHERE id = ?", customer) if customer else None
    return row[0] if row else ""


def next_in_queue(database: Database) -> RequestId | None:
    """The queue's request that is due first."""
    row = database.row(
        "SELECT id FROM request WHERE is_hidden = 0 AND merged_into IS NULL AND category IN ('new', 'open', 'waiting')"
        " AND category <> 'waiting' AND owner IS NULL ORDER BY coalesce(due_at, 9223372036854775807), alias LIMIT 1"
    )
    return RequestId(bytes(row[0])) if row else None
