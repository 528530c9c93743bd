"""`sync …` and `digest`: exchange with other stations without a window."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from helpdesk import bootstrap
from helpdesk.command.console import answer, complain, say
from helpdesk.command.seat import seated
from helpdesk.errors import FieldMissing, FileUnreadable
from helpdesk.service import sync
from helpdesk.service.office import PATIENCE
from helpdesk.service.sync import SyncResult
from helpdesk.sync.verifying import Verified
from helpdesk.words import _

_COUNTS = ("sent", "received", "applied", "conflicts", "hub_bytes")


def create(folder: Path, given: Namespace) -> int:
    """Makes a hub and publishes the workplace. Raises OfficeExists, HubExists and their kin."""
    with seated(folder) as seat:
        sync.create(seat.desk, seat.actor, given.hub, _passphrase(given.passphrase_file))
        say(_("The office exchanges through {hub} now.").format(hub=sync.status(seat.desk, seat.actor).address))
    return 0


def join(folder: Path, given: Namespace) -> int:
    """Makes a workplace of an office. Raises JoinNotEmpty, PassphraseWrong, HubMissing and their kin."""
    passphrase = _passphrase(given.passphrase_file)
    bootstrap.join(folder, given.hub, passphrase, operator=given.operator or "").close()
    with seated(folder) as seat:
        name = seat.desk.company.name
        say(_("The workplace in {folder} belongs to {company} now.").format(folder=folder, company=name))
    return 0


def now(folder: Path, given: Namespace) -> int:
    """One exchange. Raises OfficeMissing, HubMissing and their kin."""
    with seated(folder) as seat:
        _tell(given, sync.now(seat.desk, seat.actor, patience=PATIENCE))
    return 0


def compact(folder: Path, given: Namespace) -> int:
    """Puts one snapshot in the place of the hub's history. Raises as `now`."""
    with seated(folder) as seat:
        _tell(given, sync.compact(seat.desk, seat.actor))
    return 0


def rebuild(folder: Path, given: Namespace) -> int:
    """Makes the hub anew from what this station knows. Raises as `now`."""
    with seated(folder) as seat:
        _tell(given, sync.rebuild(seat.desk, seat.actor))
    return 0


def move(folder: Path, given: Namespace) -> int:
    """Exchanges through another hub from now on. Raises HubExists and as `now`."""
    with seated(folder) as seat:
        _tell(given, sync.move(seat.desk, seat.actor, given.hub))
    return 0


def leave(folder: Path, given: Namespace) -> int:
    """Goes on alone. Raises OfficeMissing."""
    with seated(folder) as seat:
        sync.leave(seat.desk, seat.actor)
        say(_("The workplace in {folder} goes on alone.").format(folder=folder))
    return 0


def status(folder: Path, given: Namespace) -> int:
    """How the workplace stands with its hub. Raises OfficeMissing."""
    with seated(folder) as seat:
        _answer(given, asdict(sync.status(seat.desk, seat.actor)))
    return 0


def verify(folder: Path, given: Namespace) -> int:
    """Reads the whole hub and judges it; 1 where something is wrong. Raises OfficeMissing, PassphraseWrong and kin."""
    if given.hub is None:
        with seated(folder) as seat:
            return _judge(given, sync.verify(seat.desk, seat.actor))
    if given.passphrase_file is None:
        raise FieldMissing("passphrase")
    return _judge(given, sync.verify_hub(given.hub, _passphrase(given.passphrase_file)))


def _judge(given: Namespace, found: Verified) -> int:
    _answer(given, {**asdict(found), "is_sound": found.is_sound})
    if found.is_sound:
        return 0
    complain(_("The hub is not in order. Let every station exchange with it, then verify again."))
    return 1


def digest(folder: Path, given: Namespace) -> int:
    """Prints one hash over all that people entered."""
    with seated(folder) as seat:
        found = sync.digest(seat.desk, seat.actor)
    if given.json:
        answer({"digest": found})
    else:
        say(found)
    return 0


def _tell(given: Namespace, done: SyncResult) -> None:
    _answer(given, {name: getattr(done, name) for name in _COUNTS})


def _answer(given: Namespace, document: dict[str, Any]) -> None:
    plain = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in document.items()}
    if given.json:
        answer(plain)
        return
    for name, value in plain.items():
        say(f"{name}: {value}")


def _passphrase(file: Path) -> str:
    """The first line of a file."""
    try:
        return next(iter(file.read_text("utf-8-sig").splitlines()), "")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file, getattr(error, "strerror", None) or str(error)) from error
