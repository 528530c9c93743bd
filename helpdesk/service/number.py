"""Numbers for people: given out once, final from the first keystroke, without gaps in what was given (S32)."""

from __future__ import annotations

from typing import Literal

from helpdesk.domain.identity import OperatorId
from helpdesk.domain.number import RecordNumber, is_mistyped, parse
from helpdesk.domain.permission import Action
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.database import Database


def reserve(desk: Desk, actor: OperatorId) -> str:
    """The next number of this station, given out for ever."""
    ask(desk, actor, Action.WRITE)
    with desk.database.writing() as database:
        return take(database)


def take(database: Database, count: int = 1) -> str:
    """The next number inside a transaction; `count` of them in a row, of which the first is answered."""
    row = database.row(
        "UPDATE station SET next_sequence = next_sequence + ? RETURNING number, next_sequence - ?", count, count
    )
    assert row is not None
    return str(RecordNumber(row[0], row[1]))


def take_many(database: Database, count: int) -> list[str]:
    """`count` numbers in a row inside a transaction."""
    if not count:
        return []
    first = parse(take(database, count))
    assert first is not None
    return [str(RecordNumber(first.station, first.sequence + step)) for step in range(count)]


def explain(desk: Desk, text: str) -> Literal["mistyped", "unknown"] | None:
    """Why a number finds nothing: its check digit does not fit, or nobody has it; else None."""
    with desk.reading() as database:
        for table in ("quote", "invoice"):
            if database.row(f"SELECT 1 FROM {table} WHERE number = ?", text):
                return None
        for table in ("request", "customer_order"):
            if database.row(f"SELECT 1 FROM {table} WHERE number = ? OR foreign_number = ?", text, text):
                return None
        if is_mistyped(text):
            return "mistyped"
        number = parse(text)
        if number is None:
            return None
        for table in ("request", "customer_order", "quote", "invoice"):
            if database.row(f"SELECT 1 FROM {table} WHERE number = ?", str(number)):
                return None
    return "unknown"
