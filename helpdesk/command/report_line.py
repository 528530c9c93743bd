"""What `report` can be told: which report, on which days, with which filters, in which form."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
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
        _add_period(reports.add_parser(name, help=_("make this report")))
    rows = reports.add_parser("rows", help=_("list the records behind a figure of a report"))
    rows.add_argument("name", metavar="NAME", choices=REPORTS)
    rows.add_argument("--of", required=True, metavar="FIGURE", help=_("a figure's name, or a table's row as table:1"))
    _add_period(rows)


def report_command(given: Namespace) -> Callable[[Path, Namespace], int]:
    """The function behind a wish; wrong usage ends the program with 2."""
    from helpdesk.command import report

    if given.report == "list":
        return report.list_reports
    if given.period is None and (given.first is None or given.last is None):
        given.usage_error(_("--from and --to are needed, or --period"))
    if given.period is not None and (given.first or given.last):
        given.usage_error(_("--period says it all: leave --from and --to out"))
    if given.out is None and given.format != "json":
        given.usage_error(_("--out is needed: only a JSON report goes to the screen"))
    return report.list_rows if given.report == "rows" else report.make_report


def _add_period(found: ArgumentParser) -> None:
    found.add_argument("--from", dest="first", type=day, metavar="DAY")
    found.add_argument("--to", dest="last", type=day, metavar="DAY", help=_("the last day, included"))
    found.add_argument("--period", choices=tuple(PERIODS), help=_("a period by its name, instead of days"))
    found.add_argument("--format", choices=FORMATS, required=True)
    found.add_argument("--out", type=Path, metavar="DIR", help=_("the folder of the file"))
    found.add_argument("--kind", action="append", metavar="KIND", help=_("only requests of this kind; may be repeated"))
    found.add_argument("--channel", action="append", metavar="CHANNEL", help=_("only this channel; may be repeated"))
    found.add_argument("--reason", action="append", metavar="NAME", help=_("only this contact reason and those below"))
    found.add_argument("--team", default="", metavar="TEAM", help=_("only requests of this department's operators"))
    _add_orders(found)
    found.set_defaults(usage_error=found.error)


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
