"""What people have to settle after stations met: found in what happened, the same at every station, never silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.clash import ClashKind
from helpdesk.domain.event import SubjectKind
from helpdesk.domain.identity import OperatorId, instant
from helpdesk.domain.order import OrderKind
from helpdesk.domain.permission import Action
from helpdesk.service import order_stage, stock
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries import clash as queries
from helpdesk.storage.queries.clash import ClashRow, Side, key_of
from helpdesk.words import N_, _, language
from helpdesk.words.terms import title

ADVICE: dict[ClashKind, str] = {
    ClashKind.TAKEN_TWICE: N_("Agree who goes on, and hand it over if it is not the one who took it last."),
    ClashKind.STATES_APART: N_("Look at the history, then put the request into the state that is right."),
    ClashKind.ORDER_CANCELLED: N_(
        "Ask the customer and the department that holds the order, then put it into the stage that is right."
    ),
    ClashKind.STOCK_SHORT: N_("Count the shelf and correct the stock, or release what was promised to somebody."),
    ClashKind.NUMBER_TWICE: N_("Both records are found under the number. Tell them apart by the customer and the day."),
}
"""What to do about each kind."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What one of the two did, in words, and when."""

    who: str
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to be settled; `key` names it at every station, `opens` is the record that shows it."""

    kind: ClashKind
    key: str
    head: str
    record: str
    advice: str
    opens: tuple[str, bytes] | None = None
    deeds: tuple[Deed, ...] = ()
    words: str = ""


def matters(desk: Desk, actor: OperatorId) -> tuple[Matter, ...]:
    """What has to be settled and was not yet."""
    ask(desk, actor, Action.SEE)
    found = [*_clashes(desk, actor), *_short(desk, actor)]
    with desk.reading() as database:
        found += _numbers(database)
        done = queries.settled(database, [one.key for one in found])
    return tuple(one for one in found if one.key not in done)


def settle(desk: Desk, actor: OperatorId, matter: str, note: str = "") -> Changes:
    """Says that a matter is in order now; every station learns of it."""
    ask(desk, actor, Action.WRITE)
    with desk.work() as unit:
        unit.add(tables.Settlement, matter=matter, operator=actor or None, settled_at=unit.now, note=note.strip())
    return unit.changes


def _clashes(desk: Desk, actor: OperatorId) -> list[Matter]:
    with desk.reading() as database:
        rows = queries.clashes(database)
        kinds = {
            row.subject: OrderKind(kind)
            for row in rows
            if row.subject_kind == SubjectKind.ORDER
            for (kind,) in database.rows("SELECT kind FROM customer_order WHERE id = ?", row.subject)
        }
    plan = order_stage.plan(desk, actor) if kinds else None

    def named(row: ClashRow, side: Side) -> str:
        if row.subject in kinds and plan is not None:
            stage = plan.named(kinds[row.subject], side.state)
            return stage.name(language()) if stage else side.state
        if side.state in desk.states:
            return desk.states[side.state].name(language())
        return side.state or _("took it for {name}").format(name=side.owner)

    return [
        _matter(
            ClashKind(row.kind),
            row.key,
            f"{row.number} · {row.title}" if row.title else row.number,
            opens=(row.subject_kind, row.subject),
            deeds=tuple(Deed(side.who, named(row, side), instant(side.at)) for side in (row.first, row.second)),
        )
        for row in rows
    ]


def _short(desk: Desk, actor: OperatorId) -> list[Matter]:
    return [
        _matter(
            ClashKind.STOCK_SHORT,
            key_of(ClashKind.STOCK_SHORT, one.product, f"{one.standing.on_hand:f}/{one.standing.reserved:f}"),
            one.name,
            words=_("On hand {on_hand}, promised {reserved}.").format(
                on_hand=f"{one.standing.on_hand:f}", reserved=f"{one.standing.reserved:f}"
            ),
        )
        for one in stock.to_be_settled(desk, actor)
    ]


def _numbers(database: Database) -> list[Matter]:
    kinds = {"request": "request", "customer_order": "order"}
    return [
        _matter(
            ClashKind.NUMBER_TWICE, key_of(ClashKind.NUMBER_TWICE, number, *ids), number, opens=(kinds[table], ids[-1])
        )
        for table, number, ids in queries.numbers_spoken_twice(database)
    ]


def _matter(kind: ClashKind, key: str, record: str, **more: Any) -> Matter:
    return Matter(kind, key, title(kind), record, _(ADVICE[kind]), **more)
