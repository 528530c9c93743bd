"""The words of `sync` and `digest` on the command line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpdesk.words import _


def add_sync(commands: Any) -> None:
    """Adds `sync` with its orders, and `digest`."""
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
        orders.choices[name].add_argument("--json", action="store_true", help=_("answer with one JSON document"))
    digest = commands.add_parser("digest", help=_("one hash over all that people entered"))
    digest.add_argument("--json", action="store_true", help=_("answer with one JSON document"))


def sync_command(given: Namespace) -> Callable[[Path, Namespace], int]:
    """The function behind an order."""
    from helpdesk.command import syncing

    order: Callable[[Path, Namespace], int] = getattr(syncing, given.sync if given.command == "sync" else "digest")
    return order
