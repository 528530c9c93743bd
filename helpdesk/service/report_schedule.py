"""Reports that make themselves: "each Monday 8:00 to this folder", by the window's timer or by a command.

A schedule belongs to the station that has the folder. What was missed is made up for, each due instant once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from helpdesk.domain.identity import OperatorId, instant, milliseconds
from helpdesk.domain.period import PERIODS, named_period
from helpdesk.domain.permission import Action
from helpdesk.domain.report_schedule import Every, every
from helpdesk.domain.report_scope import ReportFilter
from helpdesk.errors import FileUnwritable, ScheduleMissing, ScheduleWrong, UserError
from helpdesk.service import reporting
from helpdesk.service.desk import Desk
from helpdesk.service.permission import ask
from helpdesk.service.report_freeze import filter_of, filter_text
from helpdesk.words import _
from helpdesk.words.errors import sentence

if TYPE_CHECKING:
    from helpdesk.report.output import Format

MOST_MISSED = 31
"""So many due instants are made up for at once, the newest ones."""

_COLUMNS = "number, report, period, filters, format, folder, every, at, operator, next_at, last_at, last_file, fault"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a schedule makes: a report on a period by its name, in a form, into a folder."""

    report: str
    period: str
    format: Format
    folder: Path
    every: Every
    filters: ReportFilter = field(default_factory=ReportFilter)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule with when it is due next and how it went last."""

    number: int
    plan: Plan
    operator: OperatorId
    next_at: datetime
    last_at: datetime | None
    last_file: str
    fault: str


@dataclass(frozen=True, slots=True)
class Ran:
    """One report that was due: its file, or why there is none."""

    number: int
    report: str
    due_at: datetime
    file: Path | None
    fault: str


def plan_of(report: str, period: str, form: Format, folder: Path, when: str) -> Plan:
    """A plan from what was typed. Raises ReportUnknown, ScheduleWrong."""
    reporting.report_named(report)
    found = every(when)
    if found is None:
        raise ScheduleWrong(when)
    if period not in PERIODS:
        raise ScheduleWrong(period)
    return Plan(report, period, form, folder, found)


def add(desk: Desk, actor: OperatorId, plan: Plan) -> Schedule:
    """Begins a schedule, due for the first time after now. Raises FileUnwritable where there is no such folder."""
    ask(desk, actor, Action.REPORT)
    _check_folder(plan.folder)
    next_at = plan.every.next_after(desk.clock.now(), _zone(desk))
    values = (plan.report, plan.period, filter_text(plan.filters), plan.format, str(plan.folder.absolute()))
    with desk.database.writing() as database:
        row = database.row(
            "INSERT INTO report_schedule(report, period, filters, format, folder, every, at, operator, next_at,"
            f" last_at, last_file, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', '') RETURNING {_COLUMNS}",
            *values,
            plan.every.day,
            f"{plan.every.at:%H:%M}",
            actor,
            milliseconds(next_at),
        )
    assert row is not None
    return _schedule(row)


def listed(desk: Desk, actor: OperatorId) -> tuple[Schedule, ...]:
    """The schedules of this station."""
    ask(desk, actor, Action.REPORT)
    with desk.reading() as database:
        return tuple(map(_schedule, database.rows(f"SELECT {_COLUMNS} FROM report_schedule ORDER BY number")))


def remove(desk: Desk, actor: OperatorId, number: int) -> None:
    """Ends a schedule. Raises ScheduleMissing."""
    ask(desk, actor, Action.REPORT)
    with desk.database.writing() as database:
        if database.row("DELETE FROM report_schedule WHERE number = ? RETURNING number", number) is None:
            raise ScheduleMissing(number)


def is_due(desk: Desk) -> bool:
    """Whether anything is due now; cheap enough for a timer."""
    with desk.reading() as database:
        return (
            database.row("SELECT 1 FROM report_schedule WHERE next_at <= ? LIMIT 1", milliseconds(desk.clock.now()))
            is not None
        )


def run_due(desk: Desk, actor: OperatorId) -> tuple[Ran, ...]:
    """Makes every report that is due, and those missed while nothing ran; each due instant once, whoever runs it.

    A report that cannot be written stays due and says why.
    """
    ask(desk, actor, Action.REPORT)
    found: list[Ran] = []
    for schedule in listed(desk, actor):
        for due_at in _due(desk, schedule):
            ran = _run(desk, schedule, due_at)
            if ran is None:
                break
            found.append(ran)
            if ran.fault:
                break
    return tuple(found)


def _due(desk: Desk, schedule: Schedule) -> list[datetime]:
    now, zone = desk.clock.now(), _zone(desk)
    found = []
    due_at = schedule.next_at
    while due_at <= now:
        found.append(due_at)
        due_at = schedule.plan.every.next_after(due_at, zone)
    return found[-MOST_MISSED:]


def _run(desk: Desk, schedule: Schedule, due_at: datetime) -> Ran | None:
    """Makes one report; None where another process has just taken it."""
    after = schedule.plan.every.next_after(due_at, _zone(desk))
    if not _claim(desk, schedule.number, due_at, after):
        return None
    plan = schedule.plan
    try:
        _check_folder(plan.folder)
        today = due_at.astimezone(_zone(desk)).date()
        period = named_period(plan.period, today)
        content = reporting.content(
            desk, schedule.operator, plan.report, period.first, period.last, filters=plan.filters
        )
        file = reporting.render(desk, schedule.operator, content, plan.format, plan.folder)
    except UserError as error:
        fault = sentence(error)
        _settle(desk, schedule.number, next_at=due_at, fault=fault)
        return Ran(schedule.number, plan.report, due_at, None, fault)
    _settle(desk, schedule.number, next_at=None, fault="", file=str(file))
    return Ran(schedule.number, plan.report, due_at, file, "")


def _claim(desk: Desk, number: int, due_at: datetime, after: datetime) -> bool:
    with desk.database.writing() as database:
        row = database.row(
            "UPDATE report_schedule SET next_at = ?1 WHERE number = ?2 AND next_at <= ?3 RETURNING number",
            milliseconds(after),
            number,
            milliseconds(due_at),
        )
    return row is not None


def _settle(desk: Desk, number: int, *, next_at: datetime | None, fault: str, file: str = "") -> None:
    with desk.database.writing() as database:
        if next_at is not None:
            sql = "UPDATE report_schedule SET next_at = ?, fault = ? WHERE number = ?"
            database.execute_sql(sql, (milliseconds(next_at), fault, number))
            return
        sql = "UPDATE report_schedule SET last_at = ?, last_file = ?, fault = '' WHERE number = ?"
        database.execute_sql(sql, (milliseconds(desk.clock.now()), file, number))


def _check_folder(folder: Path) -> None:
    """A folder that is not there is never made: it may be a share that is not mounted."""
    if not folder.is_dir():
        raise FileUnwritable(folder, _("there is no such folder."))


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(desk.company.time_zone)


def _schedule(row: tuple[Any, ...]) -> Schedule:
    number, report, period, filters, form, folder, day, at, operator, next_at, last_at, last_file, fault = row
    found = every(f"{day} {at}")
    assert found is not None
    plan = Plan(report, period, form, Path(folder), found, filter_of(filters))
    last = None if last_at is None else instant(last_at)
    return Schedule(number, plan, OperatorId(bytes(operator)), instant(next_at), last, last_file, fault)
