"""The company and its people: who it is, who sits at the desk, by which states and script they work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpdesk import lazily
from helpdesk.domain.category import Category, WaitingReason
from helpdesk.domain.changes import Changes
from helpdesk.domain.company import Company, Operator
from helpdesk.domain.identity import OperatorId
from helpdesk.domain.permission import Action
from helpdesk.domain.request import RequestState
from helpdesk.errors import FieldMissing, UnknownTimeZone, WorkplaceDamaged
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.storage.database import Database
from helpdesk.words import language

if TYPE_CHECKING:
    from helpdesk.domain.interaction import ScriptStage
    from helpdesk.storage import tables
    from helpdesk.storage.unit import UnitOfWork
else:
    tables = lazily.module("helpdesk.storage.tables")

REAL = ("customer", "request", "customer_order", "product", "interaction")


def checked(company: Company) -> Company:
    """The company, where it can be one. Raises FieldMissing, UnknownTimeZone."""
    if not company.name.strip():
        raise FieldMissing("company")
    try:
        ZoneInfo(company.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimeZone(company.time_zone) from error
    return company


def add_company(unit: UnitOfWork, company: Company) -> None:
    """Writes the one company row of a new workplace."""
    unit.add(
        tables.Company,
        name=company.name.strip(),
        language=company.language,
        time_zone=company.time_zone,
        currency=company.currency,
        phone=company.phone,
        is_training=company.is_training,
        has_example=company.has_example,
    )


def read_company(database: Database) -> Company:
    """The company of an open database. Raises WorkplaceDamaged where there is none."""
    row = database.row(
        "SELECT name, language, time_zone, currency, phone, is_training, has_example FROM company WHERE is_hidden = 0"
    )
    if row is None:
        raise WorkplaceDamaged(database.file, None, None)
    name, language, time_zone, currency, phone, is_training, has_example = row
    return Company(name, language, time_zone, currency, phone, bool(is_training), bool(has_example))


def read_states(database: Database) -> dict[str, RequestState]:
    """Request states by code, in the company's order."""
    return {
        code: RequestState(
            code, Category(category), WaitingReason(waiting) if waiting else None, name_en, name_ru, position
        )
        for code, category, waiting, name_en, name_ru, position in database.rows(
            "SELECT code, category, waiting_for, name_en, name_ru, position FROM request_state WHERE is_hidden = 0"
            " ORDER BY position"
        )
    }


def states(desk: Desk) -> tuple[RequestState, ...]:
    """Request states in the company's order."""
    return tuple(desk.states.values())


def operators(desk: Desk) -> tuple[Operator, ...]:
    """Everybody at this desk, by name."""
    with desk.reading() as database:
        rows = database.rows("SELECT id, name, department FROM operator WHERE is_hidden = 0 ORDER BY name")
    return tuple(Operator(OperatorId(bytes(identity)), name, department) for identity, name, department in rows)


def add_operator(desk: Desk, actor: OperatorId, name: str, department: str = "") -> Operator:
    """Adds a person to the desk. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not name.strip():
        raise FieldMissing("operator")
    with desk.work() as unit:
        row = unit.add(tables.Operator, name=name.strip(), department=department.strip())
    return Operator(OperatorId(row.id), row.name, row.department)


def change_company(desk: Desk, actor: OperatorId, **cells: Any) -> Changes:
    """Changes what the company is called or how it is reached; time zone and currency stay. Raises FieldMissing."""
    ask(desk, actor, Action.SET_UP)
    if not str(cells.get("name", desk.company.name)).strip():
        raise FieldMissing("company")
    with desk.work() as unit:
        row = next(iter(tables.Company.select().execute(unit.database)))
        unit.change(row, **cells)
    return unit.changes


def script(desk: Desk) -> tuple[ScriptStage, ...]:
    """The stages of a call in the language spoken now; `{name}` in the words stands for the customer."""
    from helpdesk.domain.interaction import ScriptStage

    table = tables.ScriptStage
    is_russian = language() == "ru"
    with desk.reading() as database:
        rows = table.select().where(table.is_hidden == False).order_by(table.position).execute(database)  # noqa: E712
        return tuple(
            ScriptStage(row.code, row.title_ru, row.words_ru, row.question_ru)
            if is_russian
            else ScriptStage(row.code, row.title_en, row.words_en, row.question_en)
            for row in rows
        )


def is_empty(desk: Desk) -> bool:
    """Whether nothing was entered yet, so that example data may be offered."""
    with desk.reading() as database:
        return not any(database.row(f"SELECT 1 FROM {table} LIMIT 1") for table in REAL)
