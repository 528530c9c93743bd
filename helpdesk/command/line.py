"""The command line: which words it knows, and which function carries out each."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from helpdesk import bootstrap, words
from helpdesk.command import console
from helpdesk.command.fault import FaultNet
from helpdesk.words import _

USAGE = 2
KINDS = ("customers", "products", "orders", "order-lines", "requests", "events")
FORMATS = ("pdf", "xlsx", "csv", "json")
Command = Callable[[Path, Namespace], int]


def run(arguments: list[str]) -> int:
    """Carries out a command and gives its exit code: 0 done, 1 one clear line on stderr, 2 wrong usage."""
    console.prepare()
    words.use(console.system_language())
    try:
        given = parser().parse_args(arguments)
    except SystemExit as wish:
        return wish.code if isinstance(wish.code, int) else USAGE
    folder = given.workplace or bootstrap.default_folder()
    with FaultNet(folder) as net:
        net.code = _command(given)(folder, given)
    return net.code


def parser() -> ArgumentParser:
    """Everything that the program can be told, the window's own words included, so that `--help` shows all."""
    found = ArgumentParser(prog="helpdesk", description=_("Desktop helpdesk. Without a command it opens its window."))
    found.add_argument("--workplace", type=Path, metavar="DIR", help=_("the folder of the workplace"))
    found.add_argument("--measure-start", action="store_true", help=argparse.SUPPRESS)
    found.add_argument("--quit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    commands = found.add_subparsers(dest="command", required=True, metavar="COMMAND")
    call = commands.add_parser("call", help=_("show who calls in the window (what a softphone runs)"))
    call.add_argument("number", metavar="NUMBER", nargs="+", help=_("the caller's number in any spelling"))
    _add_workplace(commands)
    _add_import(commands)
    _add_report(commands)
    _add_sync(commands)
    find = commands.add_parser("find", help=_("find customers, requests, orders and products"))
    find.add_argument("text", metavar="TEXT", nargs="+")
    _add_json(find)
    check = commands.add_parser("check", help=_("verify the workplace and count what it holds"))
    _add_json(check)
    return found


def _add_workplace(commands: Any) -> None:
    init = commands.add_parser("init", help=_("make a workplace"))
    init.add_argument("--company", required=True, metavar="NAME")
    init.add_argument("--language", choices=words.LANGUAGES, default=words.language())
    init.add_argument("--time-zone", default="Europe/Moscow", metavar="ZONE", help=_("as Europe/Moscow"))
    init.add_argument("--operator", default=_("Operator"), metavar="NAME", help=_("who sits at the desk"))
    demo = commands.add_parser("demo", help=_("fill an empty workplace with invented data"))
    demo.add_argument("--requests", type=_count, default=60, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S", help=_("the same content for the same seed and day"))
    demo.add_argument("--as-of", type=_day, metavar="DAY", help=_("the day on which the data end, as 2026-11-23"))


def _add_import(commands: Any) -> None:
    found = commands.add_parser("import", help=_("take in a CSV or XLSX file"))
    found.add_argument("file", type=Path, metavar="FILE")
    found.add_argument("--as", dest="kind", required=True, choices=KINDS)
    found.add_argument("--mapping", type=Path, metavar="FILE", help=_("which column is which field (JSON)"))
    found.add_argument("--dry-run", action="store_true", help=_("say what would happen and change nothing"))
    _add_json(found)


def _add_report(commands: Any) -> None:
    report = commands.add_parser("report", help=_("make a report, or list them"))
    reports = report.add_subparsers(dest="report", required=True, metavar="REPORT")
    _add_json(reports.add_parser("list", help=_("list the reports")))
    journal = reports.add_parser("journal", help=_("the request journal"))
    journal.add_argument("--from", dest="first", type=_day, required=True, metavar="DAY")
    journal.add_argument("--to", dest="last", type=_day, required=True, metavar="DAY", help=_("the last day, included"))
    journal.add_argument("--format", choices=FORMATS, required=True)
    journal.add_argument("--out", type=Path, metavar="DIR", help=_("the folder of the file"))
    journal.set_defaults(usage_error=journal.error)


def _add_sync(commands: Any) -> None:
    found = commands.add_parser("sync", help=_("exchange with other stations"))
    orders = found.add_subparsers(dest="sync", required=True, metavar="ORDER")
    create = orders.add_parser("create", help=_("make a common file or use a database, and publish this workplace"))
    join = orders.add_parser("join", help=_("make a workplace of an office that has a common file or database"))
    for one in (create, join):
        one.add_argument("hub", metavar="FILE|URL")
        one.add_argument("--passphrase-file", type=Path, required=True, metavar="F", help=_("its first line is taken"))
    join.add_argument("--operator", metavar="NAME", help=_("who sits at the desk"))
    move = orders.add_parser("move", help=_("exchange through another file or database from now on"))
    move.add_argument("hub", metavar="FILE|URL")
    orders.add_parser("leave", help=_("go on alone with all that is here"))
    verify = orders.add_parser("verify", help=_("read the whole hub and say what is wrong with it"))
    verify.add_argument("hub", metavar="FILE|URL", nargs="?")
    verify.add_argument("--passphrase-file", type=Path, metavar="F", help=_("for a hub without a workplace"))
    orders.add_parser("now", help=_("exchange now"))
    orders.add_parser("status", help=_("how this workplace stands with its hub"))
    orders.add_parser("rebuild", help=_("make the hub anew from what this station knows"))
    orders.add_parser("compact", help=_("put one snapshot in the place of the hub's history"))
    for name in ("move", "verify", "now", "status", "rebuild", "compact"):
        _add_json(orders.choices[name])
    _add_json(commands.add_parser("digest", help=_("one hash over all that people entered")))


def _add_json(found: ArgumentParser) -> None:
    found.add_argument("--json", action="store_true", help=_("answer with one JSON document"))


def _command(given: Namespace) -> Command:
    """The function behind a command; each brings only what it needs."""
    match given.command:
        case "find":
            from helpdesk.command.find import find

            return find
        case "import":
            from helpdesk.command.importing import import_file

            return import_file
        case "report":
            from helpdesk.command import report

            if given.report == "list":
                return report.list_reports
            if given.out is None and given.format != "json":
                given.usage_error(_("--out is needed: only a JSON report goes to the screen"))
            return report.make_report
        case "sync" | "digest":
            from helpdesk.command import syncing

            order: Command = getattr(syncing, given.sync if given.command == "sync" else "digest")
            return order
        case name:
            from helpdesk.command import workplace

            named: dict[str, Command] = {"init": workplace.init, "demo": workplace.demo, "check": workplace.check}
            return named[name]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is no day; write it as 2026-11-23").format(text=text)) from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(_("“{text}” is no count; write a whole number from 1").format(text=text))
    return int(text)
