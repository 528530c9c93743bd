"""Conflicted copies that cloud clients leave beside a file when two stations wrote at once."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from helpdesk.sync.disk import Disk

ASIDE = ".absorbed"

# OneDrive adds the computer's name, Syncthing a mark and a time, Dropbox and Nextcloud words in brackets, Google a
# number.
_MARKS = r"(-[\w.-]+|\.sync-conflict-[\w-]+|\s?\([^)]*\)|_conf\([^)]*\)|\s\d+)"


def find(file: Path, disk: Disk) -> list[Path]:
    """The files beside `file` that are named like conflicted copies of it."""
    named = re.compile(re.escape(file.stem) + _MARKS + re.escape(file.suffix), re.IGNORECASE)
    return sorted(file.with_name(name) for name in disk.names(file.parent) if named.fullmatch(name))


def move_aside(copy: Path, disk: Disk) -> None:
    """Gives a copy that was taken in a name under which nobody looks for it."""
    target = copy.with_name(copy.name + ASIDE)
    if target.exists():
        target = copy.with_name(f"{copy.name}-{secrets.token_hex(4)}{ASIDE}")
    try:
        disk.rename(copy, target)
    except FileNotFoundError:
        # Another station did it at the same time.
        return
