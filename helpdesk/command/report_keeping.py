"""`report freeze` and `report schedule`: closed periods kept, reports that make themselves."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpdesk.command.console import answer, complain, say
from helpdesk.command.report import filters_of, period_of
from helpdesk.command.seat import seated
from helpdesk.service import report_freeze, report_schedule
from helpdesk.words import _


def freeze(folder: Path, given: Namespace) -> int:
    """Keeps a report of a closed period and prints its fingerprint. Raises PeriodOpen and its kin."""
    with seated(folder) as seat:
        period, filters = period_of(seat, given), filters_of(seat, given)
        kept = report_freeze.freeze(seat.desk, seat.actor, given.name, period, filters=filters)
    if given.json:
        answer(_told(kept))
    else:
        said = _("{report}, {first} to {last}: frozen with the fingerprint {mark}.")
        first, last = kept.period.first, kept.period.last
        say(said.format(report=kept.report, first=first, last=last, mark=kept.fingerprint))
    return 0


def list_frozen(folder: Path, given: Namespace) -> int:
    """Prints what was frozen."""
    with seated(folder) as seat:
        kept = report_freeze.all_frozen(seat.desk, seat.actor)
    if given.json:
        answer([_told(one) for one in kept])
    else:
        for one in kept:
            say(f"{one.report} {one.period.first} {one.period.last} {one.fingerprint}")
    return 0


def add_schedule(folder: Path, given: Namespace) -> int:
    """Begins a schedule and prints its number. Raises ScheduleWrong, FileUnwritable."""
    with seated(folder) as seat:
        plan = report_schedule.plan_of(given.name, given.period, given.format, given.out.resolve(), given.every)
        made = report_schedule.add(seat.desk, seat.actor, replace(plan, filters=filters_of(seat, given)))
    if given.json:
        answer(_schedule(made))
    else:
        say(_("Schedule {number} begins.").format(number=made.number))
    return 0


def list_schedules(folder: Path, given: Namespace) -> int:
    """Prints the schedules of this station."""
    with seated(folder) as seat:
        found = report_schedule.listed(seat.desk, seat.actor)
    if given.json:
        answer([_schedule(one) for one in found])
    else:
        for one in found:
            plan = one.plan
            say(
                f"{one.number}: {plan.report} {plan.period} {plan.format}, {plan.every.text}, {plan.folder} {one.fault}"
            )
    return 0


def remove_schedule(folder: Path, given: Namespace) -> int:
    """Ends a schedule. Raises ScheduleMissing."""
    with seated(folder) as seat:
        report_schedule.remove(seat.desk, seat.actor, given.number)
    return 0


def run_due(folder: Path, given: Namespace) -> int:
    """Makes the reports that are due and prints their files; 1 where one could not be made."""
    with seated(folder) as seat:
        ran = report_schedule.run_due(seat.desk, seat.actor)
    if given.json:
        answer([_ran(one) for one in ran])
    for one in ran:
        if one.fault:
            complain(one.fault)
        elif not given.json:
            say(str(one.file))
    return int(any(one.fault for one in ran))


def _told(kept: report_freeze.Frozen) -> dict[str, Any]:
    return {
        "report": kept.report,
        "from": kept.period.first.isoformat(),
        "to": kept.period.last.isoformat(),
        "as_of": kept.cut_at.isoformat(),
        "fingerprint": kept.fingerprint,
    }


def _schedule(found: report_schedule.Schedule) -> dict[str, Any]:
    return {
        "number": found.number,
        "report": found.plan.report,
        "period": found.plan.period,
        "every": found.plan.every.text,
        "format": found.plan.format,
        "folder": str(found.plan.folder),
        "next_at": found.next_at.isoformat(),
        "last_at": found.last_at.isoformat() if found.last_at else None,
        "last_file": found.last_file,
        "fault": found.fault,
    }


def _ran(one: report_schedule.Ran) -> dict[str, Any]:
    return {
        "number": one.number,
        "report": one.report,
        "due_at": one.due_at.isoformat(),
        "file": str(one.file) if one.file else None,
        "fault": one.fault,
    }
