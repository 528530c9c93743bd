"""What `report` can be told: which report, on which days, with which filters, in which form."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from helpdesk.domain.period import PERIODS
from helpdesk.words import _

FORMATS = ("pdf", "xlsx", "csv", "json")
REPORTS = (
    "daily",
    "open",
    "sla",
    "flow",
    "operators",
    "calls",
    "complaints",
    "bottlenecks",
    "fulfilment",
    "satisfaction",
    "sales",
    "audit",
    "reasons",
    "shift",
    "person",
    "journal",
)
"""Names on the command line, known without opening anything; a test holds them to the registry."""


def add_report(commands: Any) -> None:
    """Adds `report list`, `report NAME` and `report rows NAME`."""
    report = commands.add_parser("report", help=_("make a report, or list them"))
    reports = report.add_subparsers(dest="report", required=True, metavar="REPORT")
    listed = reports.add_parser("list", help=_("list the reports"))
    listed.add_argument("--json", action="store_true", help=_("answer with one JSON document"))
    for name in REPORTS:
        made = reports.add_parser(name, help=_("make this report"))
        _add_period(made)
        made.add_argument("--as-of", type=_moment, metavar="TIME", help=_("only what was entered by then"))
        made.add_argument("--frozen", action="store_true", help=_("as it was frozen, with what arrived later apart"))
    rows = reports.add_parser("rows", help=_("list the records behind a figure of a report"))
    rows.add_argument("name", metavar="NAME", choices=REPORTS)
    rows.add_argument("--of", required=True, metavar="FIGURE", help=_("a figure's name, or a table's row as table:1"))
    _add_period(rows)
    _add_keeping(reports)


def _add_keeping(reports: Any) -> None:
    freeze = reports.add_parser("freeze", help=_("keep a report of a closed period as it is now"))
    freeze.add_argument("name", metavar="NAME", choices=REPORTS)
    _add_days(freeze)
    _add_filters(freeze)
    frozen = reports.add_parser("frozen", help=_("list the reports that were frozen"))
    schedule = reports.add_parser("schedule", help=_("reports that make themselves"))
    acts = schedule.add_subparsers(dest="act", required=True, metavar="ACT")
    add = acts.add_parser("add", help=_("begin a schedule"))
    add.add_argument("name", metavar="NAME", choices=REPORTS)
    add.add_argument("--period", choices=tuple(PERIODS), required=True, help=_("the period, seen from each due day"))
    add.add_argument("--every", required=True, metavar="WHEN", help=_("as “day 08:00”, “monday 08:00”, “month 08:00”"))
    add.add_argument("--format", choices=FORMATS, required=True)
    add.add_argument("--out", type=Path, metavar="DIR", required=True, help=_("the folder of the file"))
    _add_filters(add)
    remove = acts.add_parser("remove", help=_("end a schedule"))
    remove.add_argument("number", type=int, metavar="N")
    listed = acts.add_parser("list", help=_("list the schedules"))
    due = acts.add_parser("run-due", help=_("make what is due"))
    for one in (freeze, frozen, add, listed, due):
        one.add_argument("--json", action="store_true", help=_("answer with one JSON document"))


def report_command(given: Namespace) -> Callable[[Path, Namespace], int]:
    """The function behind a wish; wrong usage ends the program with 2."""
    from helpdesk.command import report

    if given.report == "list":
        return report.list_reports
    if given.report in ("frozen", "schedule"):
        return _keeping(given)
    if given.period is None and (given.first is None or given.last is None):
        given.usage_error(_("--from and --to are needed, or --period"))
    if given.period is not None and (given.first or given.last):
        given.usage_error(_("--period says it all: leave --from and --to out"))
    if given.report == "freeze":
        return _keeping(given)
    if given.out is None and given.format != "json":
        given.usage_error(_("--out is needed: only a JSON report goes to the screen"))
    return report.list_rows if given.report == "rows" else report.make_report


def _keeping(given: Namespace) -> Callable[[Path, Namespace], int]:
    from helpdesk.command import report_keeping

    if given.report != "schedule":
        return report_keeping.freeze if given.report == "freeze" else report_keeping.list_frozen
    acts = {
        "add": report_keeping.add_schedule,
        "list": report_keeping.list_schedules,
        "remove": report_keeping.remove_schedule,
        "run-due": report_keeping.run_due,
    }
    return acts[given.act]


def _add_period(found: ArgumentParser) -> None:
    _add_days(found)
    found.add_argument("--format", choices=FORMATS, required=True)
    found.add_argument("--out", type=Path, metavar="DIR", help=_("the folder of the file"))
    _add_filters(found)


def _add_days(found: ArgumentParser) -> None:
    found.add_argument("--from", dest="first", type=day, metavar="DAY")
    found.add_argument("--to", dest="last", type=day, metavar="DAY", help=_("the last day, included"))
    found.add_argument("--period", choices=tuple(PERIODS), help=_("a period by its name, instead of days"))
    found.set_defaults(usage_error=found.error)


def _add_filters(found: ArgumentParser) -> None:
    found.add_argument("--kind", action="append", metavar="KIND", help=_("only requests of this kind; may be repeated"))
    found.add_argument("--channel", action="append", metavar="CHANNEL", help=_("only this channel; may be repeated"))
    found.add_argument("--reason", action="append", metavar="NAME", help=_("only this contact reason and those below"))
    found.add_argument("--line", default="", metavar="LINE", help=_("only calls of this line"))
    found.add_argument("--team", default="", metavar="TEAM", help=_("only requests of this department's operators"))
    found.add_argument("--operator", default="", metavar="NAME", help=_("only what this operator owns or did"))
    _add_orders(found)


def _add_orders(found: ArgumentParser) -> None:
    what_if = _("what if departments answered within so many hours")
    found.add_argument("--carrier", default="", metavar="NAME", help=_("only orders of this carrier"))
    found.add_argument("--product", default="", metavar="NAME", help=_("only orders of this product or group"))
    found.add_argument("--process", choices=("requests", "orders"), default="", help=_("only this process"))
    found.add_argument("--within-hours", type=int, default=4, metavar="H", help=what_if)


def day(text: str) -> date:
    """A day of the command line. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is no day; write it as 2026-11-23").format(text=text)) from None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is no time; write it as 2026-11-23T18:00").format(text=text)) from None
