"""Stages of orders and carriers, as the company names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpdesk.domain.changes import Changes
from helpdesk.domain.identity import OperatorId, new_identity
from helpdesk.domain.order import OrderStage
from helpdesk.domain.order_stage import Stage, StagePlan
from helpdesk.domain.permission import Action
from helpdesk.errors import FieldMissing, StateRefused
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage import tables
from helpdesk.storage.database import Database
from helpdesk.storage.queries import order_stage as queries
from helpdesk.words import _

_NEEDED = (OrderStage.REGISTERED, OrderStage.DELIVERED, OrderStage.CANCELLED)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who brings orders; `{number}` in the address of its tracking page stands for the parcel's number."""

    name: str
    code: str = ""
    tracking_url: str = ""
    phone: str = ""
    id: bytes = b""


def plan(desk: Desk, actor: OperatorId) -> StagePlan:
    """Every stage in use."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return queries.plan(database)


def save(desk: Desk, actor: OperatorId, stage: Stage) -> Changes:
    """Adds a stage to a kind of order, or names, moves or hands over one that there is. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not stage.name_en.strip() and not stage.name_ru.strip():
        raise FieldMissing("name")
    cells: dict[str, Any] = {
        "name_en": stage.name_en.strip() or stage.name_ru.strip(),
        "name_ru": stage.name_ru.strip() or stage.name_en.strip(),
        "position": stage.position,
        "department": stage.department.strip(),
    }
    with desk.work() as unit:
        if stage.id:
            # The meaning of a stage that orders stand in stays what it was.
            unit.change(unit.get(tables.OrderStage, stage.id), **cells)
        else:
            identity = new_identity(unit.now)
            code = stage.code or f"{stage.category}_{identity.hex()[-6:]}"
            fixed: dict[str, Any] = {"kind": stage.kind.value, "code": code, "category": stage.category.value}
            unit.add(tables.OrderStage, id=identity, **fixed, **cells)
    return Changes(is_everything=True)


def hide(desk: Desk, actor: OperatorId, stage: Stage) -> Changes:
    """Takes a stage out of use. Raises StateRefused where orders stand in it, or where the way would have no end."""
    ask(desk, actor, Action.SET_UP)
    with desk.work() as unit:
        same = [one for one in queries.plan(unit.database).of(stage.kind) if one.category is stage.category]
        if stage.category in _NEEDED and len(same) == 1:
            raise StateRefused(_("every kind of order needs a stage of this meaning."))
        sql = "SELECT 1 FROM customer_order WHERE kind = ? AND stage_code = ? AND is_hidden = 0 LIMIT 1"
        if unit.database.row(sql, stage.kind.value, stage.code):
            raise StateRefused(_("orders stand in this stage. Move them on first."))
        unit.change(unit.get(tables.OrderStage, stage.id), is_hidden=True)
    return Changes(is_everything=True)


def carriers(desk: Desk, actor: OperatorId) -> tuple[Carrier, ...]:
    """Everybody who brings orders, by name."""
    ask(desk, actor, Action.SEE)
    with desk.reading() as database:
        return _carriers(database)


def save_carrier(desk: Desk, actor: OperatorId, carrier: Carrier) -> Changes:
    """Adds or changes a carrier. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not carrier.name.strip():
        raise FieldMissing("name")
    cells: dict[str, Any] = {
        "name": carrier.name.strip(),
        "code": carrier.code.strip(),
        "tracking_url": carrier.tracking_url.strip(),
        "phone": carrier.phone.strip(),
    }
    with desk.work() as unit:
        if carrier.id:
            unit.change(unit.get(tables.Carrier, carrier.id), **cells)
        else:
            unit.add(tables.Carrier, **cells)
    return unit.changes


def tracking_link(desk: Desk, actor: OperatorId, carrier: str, number: str) -> str:
    """The address where a parcel is followed; empty where the carrier has none or the number is unknown."""
    if not number.strip():
        return ""
    found = (one for one in carriers(desk, actor) if carrier and carrier in (one.name, one.code))
    known = next(found, None)
    return known.tracking_url.replace("{number}", _escaped(number.strip())) if known else ""


def _escaped(text: str) -> str:
    plain = "-._~"
    return "".join(
        sign if sign in plain or (sign.isascii() and sign.isalnum()) else "".join(f"%{b:02X}" for b in sign.encode())
        for sign in text
    )


def _carriers(database: Database) -> tuple[Carrier, ...]:
    return tuple(
        Carrier(name, code, url, phone, bytes(identity))
        for identity, name, code, url, phone in database.rows(
            "SELECT id, name, code, tracking_url, phone FROM carrier WHERE is_hidden = 0 ORDER BY name"
        )
    )
