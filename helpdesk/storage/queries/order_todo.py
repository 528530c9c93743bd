"""Orders that want somebody's hand now, by why."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from helpdesk.domain.identity import instant, milliseconds
from helpdesk.domain.listing import OrderQuery, OrderView
from helpdesk.storage.database import Database
from helpdesk.storage.queries.order_list import Present, aliases


class Pressing(NamedTuple):
    """An order by its alias, with the words and the time of what is pressing."""

    alias: int
    what: str = ""
    department: str = ""
    due_at: datetime | None = None


def late(database: Database, present: Present, most: int) -> list[Pressing]:
    """Orders past the day promised, the longest first."""
    return [Pressing(alias) for alias in aliases(database, OrderQuery(OrderView.LATE), present, most)]


def at_risk(database: Database, present: Present, most: int) -> list[Pressing]:
    """Orders that stand too long in a stage and are not late yet."""
    late_ones = set(aliases(database, OrderQuery(OrderView.LATE), present))
    found = aliases(database, OrderQuery(OrderView.ATTENTION), present, most + len(late_ones))
    return [Pressing(alias) for alias in found if alias not in late_ones][:most]


def unanswered(database: Database, now: datetime, most: int) -> list[Pressing]:
    """Orders for which a department's answer is overdue."""
    return [
        Pressing(alias, what, department, instant(due_at))
        for alias, what, department, due_at in database.rows(
            "SELECT r.alias, t.what, t.department, t.due_at FROM task t JOIN customer_order r ON r.id = t.subject"
            " WHERE t.is_hidden = 0 AND t.answered_at IS NULL AND t.due_at < ? AND r.is_hidden = 0"
            " ORDER BY t.due_at LIMIT ?",
            milliseconds(now),
            most,
        )
    ]


def remedies(database: Database, present: Present, most: int) -> list[Pressing]:
    """Orders with a demand that is not settled and whose own target day has come."""
    return [
        Pressing(alias, defect, department)
        for alias, defect, department in database.rows(
            'SELECT r.alias, m.defect, m.department FROM remedy m JOIN customer_order r ON r.id = m."order"'
            " WHERE m.is_hidden = 0 AND m.settled_on IS NULL AND m.target_on <= ? AND r.is_hidden = 0"
            " ORDER BY m.target_on LIMIT ?",
            present.on.isoformat(),
            most,
        )
    ]


def unconfirmed(database: Database, present: Present, most: int) -> list[Pressing]:
    """Orders taken before today that nobody has confirmed with the customer."""
    return [
        Pressing(row[0])
        for row in database.rows(
            "SELECT r.alias FROM customer_order r WHERE r.is_hidden = 0 AND r.stage = 'registered' AND r.ordered_at < ?"
            " ORDER BY r.alias LIMIT ?",
            present.day[1],
            most,
        )
    ]


def owed(database: Database, most: int) -> list[Pressing]:
    """Orders whose customer has not been told of their stage, the longest first."""
    return [
        Pressing(row[0])
        for row in database.rows(
            "SELECT r.alias FROM customer_order r WHERE r.is_hidden = 0 AND r.owed_event IS NOT NULL"
            " ORDER BY r.alias LIMIT ?",
            most,
        )
    ]
