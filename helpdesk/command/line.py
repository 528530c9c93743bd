"""The command line: which words it knows, and which function carries out each."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpdesk import bootstrap, words
from helpdesk.command import console
from helpdesk.command.fault import FaultNet
from helpdesk.command.report_line import add_report, day, report_command
from helpdesk.command.sync_line import add_sync, sync_command
from helpdesk.words import _

USAGE = 2
KINDS = ("customers", "products", "orders", "order-lines", "requests", "events", "payments", "calls")
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
    add_report(commands)
    add_sync(commands)
    paper = commands.add_parser("paper", help=_("write a quote or an invoice as PDF"))
    paper.add_argument("number", metavar="NUMBER")
    paper.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder of the file"))
    paper.add_argument("--language", choices=words.LANGUAGES, help=_("instead of the customer's own"))
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
    demo.add_argument("--as-of", type=day, metavar="DAY", help=_("the day on which the data end, as 2026-11-23"))


def _add_import(commands: Any) -> None:
    found = commands.add_parser("import", help=_("take in a CSV or XLSX file"))
    found.add_argument("file", type=Path, metavar="FILE")
    found.add_argument("--as", dest="kind", required=True, choices=KINDS)
    found.add_argument("--mapping", type=Path, metavar="FILE", help=_("which column is which field (JSON)"))
    found.add_argument("--dry-run", action="store_true", help=_("say what would happen and change nothing"))
    _add_json(found)


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
        case "paper":
            from helpdesk.command.paper import write_paper

            return write_paper
        case "report":
            return report_command(given)
        case "sync" | "digest":
            return sync_command(given)
        case name:
            from helpdesk.command import workplace

            named: dict[str, Command] = {"init": workplace.init, "demo": workplace.demo, "check": workplace.check}
            return named[name]


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(_("“{text}” is no count; write a whole number from 1").format(text=text))
    return int(text)
