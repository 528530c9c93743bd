"""The net under the commands: every failure ends in one line on stderr and the right exit code, without a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Literal

from helpdesk.clock import SystemClock
from helpdesk.command.console import complain
from helpdesk.errors import UserError, WorkplaceDamaged
from helpdesk.words import _
from helpdesk.words.errors import sentence

LOG = "helpdesk.log"
FAILED = 1
INTERRUPTED = 130


class FaultNet:
    """Catches whatever its block raises, tells it, and keeps the exit `code`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.code = 0

    def __enter__(self) -> FaultNet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[True]:
        match error:
            case None:
                return True
            case BrokenPipeError():
                # The reader of our answer has gone (`| head`): nobody is left to complain to.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                self.code = FAILED
            case KeyboardInterrupt():
                complain(_("Stopped."))
                self.code = INTERRUPTED
            case SystemExit():
                self.code = error.code if isinstance(error.code, int) else FAILED
            case _:
                complain(self._told(error))
                self.code = FAILED
        return True

    def _told(self, error: BaseException) -> str:
        match error:
            case WorkplaceDamaged():
                from helpdesk.service.checking import with_backup

                return sentence(with_backup(error))
            case UserError():
                return sentence(error)
            case OSError():
                where = f"{error.filename}: " if error.filename else ""
                return f"{where}{error.strerror or error}"
        kept = self._logged(error)
        if kept is None:
            return _("The program made a mistake ({kind}). What was saved before is safe.").format(kind=_kind(error))
        return _("The program made a mistake ({kind}); {log} says where. What was saved before is safe.").format(
            kind=_kind(error), log=kept
        )

    def _logged(self, error: BaseException) -> Path | None:
        """Where the fault went through: no messages and no values, which may hold what a customer said."""
        if not self._folder.is_dir():
            return None
        lines = [f"{SystemClock().now():%Y-%m-%d %H:%M:%S}Z {_kind(error)}"]
        lines += [f"  {at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)]
        file = self._folder / LOG
        try:
            with file.open("a", encoding="utf-8") as stream:
                stream.write("\n".join(lines) + "\n")
        except OSError:
            return None
        return file


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
