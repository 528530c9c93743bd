"""The program as scripts call it: a process of its own, its answer, its complaint, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# No display: commands have to do without.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LC_", "DISPLAY", "WAYLAND"))},
    "LANG": "C",
    "PYTHONIOENCODING": "ascii",
}


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr; more than one, or a traceback, fails."""
        (line,) = self.err.splitlines()
        assert "Traceback" not in self.err
        return line


def told(
    workplace: Path,
    *arguments: object,
    program: Sequence[str] = (sys.executable, str(ROOT / "main.py")),
    **environment: str,
) -> Said:
    command = [*program, "--workplace", str(workplace), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, env={**ENVIRONMENT, **environment}, cwd=workplace.parent)
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
