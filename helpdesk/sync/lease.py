"""A lease on a shared file: it spares stations each other's work, and nothing rests on it.

A token file made with O_EXCL. It is stale when its content has not changed for 60 to 90 s on the contender's own clock,
or when its maker was a process of this computer that runs no more: a kill in the middle of a push is the normal case.
"""

from __future__ import annotations

import json
import os
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpdesk.clock import Clock, SystemClock
from helpdesk.errors import HubLocked
from helpdesk.sync.disk import BUSY, Disk

_MOST = 4096
_STALE = (60.0, 90.0)
_REFUSED = 1.5
# A lease without a word: its maker was killed between making and writing it.
_UNNAMED = 5.0

_SEEN: dict[Path, tuple[bytes, float]] = {}
"""Leases of others and since when they stand unchanged, for every exchange of this process."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the hub, and since when by the clock there."""

    who: str
    since: str


class Lease:
    """One station's way to the lease beside a file; one object a thread."""

    def __init__(self, file: Path, who: str, disk: Disk, clock: Clock | None = None) -> None:
        self.file = file
        self._who = who
        self._disk = disk
        self._clock = clock or SystemClock()
        self._stale_after = random.uniform(*_STALE)
        self._mine = b""

    @contextmanager
    def held(self, hub: str, patience: float = 15) -> Iterator[None]:
        """Holds the lease for the block. Raises HubLocked when another keeps it."""
        self._acquire(hub, patience)
        try:
            yield
        finally:
            self._release()

    def renew(self) -> None:
        """Says that the work goes on; called more often than once a minute during long work."""
        if self._is_mine():
            self._mine = self._content()
            opened = self._disk.open(self.file, os.O_WRONLY | os.O_TRUNC)
            try:
                self._disk.write(opened, self._mine)
            finally:
                self._disk.close(opened)

    def holder(self) -> Holder | None:
        """Who holds it now, where somebody does."""
        content = self._read()
        return None if content is None else _holder(content)

    def take_over(self) -> None:
        """Ends another's hold at a person's word."""
        content = self._read()
        if content is not None:
            self._remove(content)

    def _acquire(self, hub: str, patience: float) -> None:
        start, wait = self._disk.ticks(), 0.01
        while refused := self._refused():
            self._look()
            waited = self._disk.ticks() - start
            holder = self.holder() if waited >= min(patience, _REFUSED) else None
            if holder is None and waited >= min(patience, _REFUSED) and not isinstance(refused, FileExistsError):
                raise refused
            if waited >= patience:
                raise HubLocked(hub, *((holder.who, holder.since) if holder else ("?", "?")))
            self._disk.pause(random.uniform(wait / 2, wait))
            wait = min(wait * 1.5, 0.2)

    def _refused(self) -> OSError | None:
        """Makes the token file, or says why it may be another's."""
        content = self._content()
        try:
            opened = self._disk.open(self.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except OSError as error:
            if isinstance(error, FileExistsError) or error.errno in BUSY:
                return error
            raise
        try:
            self._disk.write(opened, content)
        finally:
            self._disk.close(opened)
        self._mine = content
        _SEEN.pop(self.file, None)
        return None

    def _content(self) -> bytes:
        said = {
            "token": secrets.token_hex(16),
            "who": self._who,
            "since": self._clock.now().astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            "computer": _computer(),
            "pid": os.getpid(),
        }
        return json.dumps(said, ensure_ascii=False).encode()

    def _look(self) -> None:
        content = self._read()
        if content is None:
            return
        seen = _SEEN.get(self.file)
        if seen is None or seen[0] != content:
            seen = _SEEN[self.file] = (content, self._disk.ticks())
        stands = self._disk.ticks() - seen[1]
        if stands > self._stale_after or (not content and stands > _UNNAMED) or _has_died(content):
            self._remove(content)

    def _remove(self, content: bytes) -> None:
        """Renames, checks, deletes: of two who take over, one finds the other's fresh lease and puts it back."""
        aside = self.file.with_name(f"{self.file.name}-{secrets.token_hex(4)}")
        try:
            self._disk.rename(self.file, aside)
        except OSError as error:
            if error.errno in BUSY or isinstance(error, FileNotFoundError):
                return
            raise
        if self._read(aside) == content:
            self._unlink(aside)
        else:
            self._put_back(aside)

    def _put_back(self, aside: Path) -> None:
        try:
            self._disk.link(aside, self.file)
        except FileNotFoundError:
            return
        except OSError:
            # Another holds it already, or the share knows no links: a lease lost costs some work, no data.
            pass
        self._unlink(aside)

    def _release(self) -> None:
        if self._is_mine():
            self._unlink(self.file)
        self._mine = b""

    def _is_mine(self) -> bool:
        return bool(self._mine) and self._read() == self._mine

    def _unlink(self, file: Path) -> None:
        try:
            self._disk.patiently(lambda: self._disk.unlink(file))
        except OSError:
            # It stays and goes stale; the exchange itself has succeeded.
            return

    def _read(self, file: Path | None = None) -> bytes | None:
        try:
            opened = self._disk.open(file or self.file, os.O_RDONLY)
        except OSError as error:
            if error.errno in BUSY or isinstance(error, FileNotFoundError):
                return None
            raise
        try:
            return self._disk.read(opened, _MOST, 0)
        finally:
            self._disk.close(opened)


def _holder(content: bytes) -> Holder:
    said = _said(content)
    return Holder(str(said.get("who") or "?"), str(said.get("since") or "?"))


def _said(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _computer() -> str:
    """This run of this computer and its space of process numbers; empty where the system does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""


def _has_died(content: bytes) -> bool:
    said = _said(content)
    pid = said.get("pid")
    if not isinstance(pid, int) or pid <= 0 or not said.get("computer") or said["computer"] != _computer():
        return False
    return not Path(f"/proc/{pid}").exists()
