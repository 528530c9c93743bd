"""An office of real workplaces that exchange from the command line."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from helpdesk.command.line import run
from tests.end_to_end.command import Said


def told(workplace: Path, *arguments: object, language: str = "C") -> Said:
    """A command carried out in this process: the faults need hundreds, and a start costs more than an exchange."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            patch.setenv(name, language)
        code = run(["--workplace", str(workplace), *map(str, arguments)])
    return Said(code, out.getvalue(), err.getvalue())


class CommandOffice:
    """Stations by letter in one folder; the first one made the hub."""

    def __init__(self, folder: Path, hub: str | Path | None = None, *, requests: int = 12) -> None:
        self.folder = folder
        self.hub = hub or folder / "share" / "office.hub"
        self.words = folder / "words"
        self.words.write_text("correct horse\n", "utf-8")
        (folder / "share").mkdir()
        self._count = 0
        self.run("a", "init", "--company", "Polyana", "--operator", "Anna")
        self.run("a", "demo", "--requests", requests)
        self.run("a", "sync", "create", self.hub, "--passphrase-file", self.words)

    def run(self, station: str, *arguments: object) -> Said:
        done = told(self.folder / station, *arguments)
        assert (done.code, done.err) == (0, ""), (station, arguments, done)
        return done

    def join(self, *stations: str) -> None:
        for station in stations:
            self.run(station, "sync", "join", self.hub, "--passphrase-file", self.words)

    def works(self, station: str) -> str:
        """Enters a customer and answers the name."""
        self._count += 1
        name = f"Vera {station.upper()}{self._count} Lis"
        file = self.folder / "card.csv"
        file.write_text(f"name,phone,city\n{name},+7 921 555-{self._count:04},Pskov\n", "utf-8")
        self.run(station, "import", file, "--as", "customers")
        return name

    def settle(self, *stations: str, rounds: int = 2) -> None:
        for _ in range(rounds):
            for station in stations:
                self.run(station, "sync", "now")

    def refuses(self, station: str, *arguments: object, language: str = "C") -> str:
        """What a command complains of when it fails."""
        done = told(self.folder / station, *arguments, language=language)
        assert done.code == 1, done
        return done.complaint

    def agree(self, *stations: str) -> bool:
        return len({self.run(station, "digest").out for station in stations}) == 1

    def knows(self, station: str, *names: str) -> bool:
        """Whether the station finds every customer."""
        return all(name in self.run(station, "find", name).out for name in names)

    def judged(self, station: str) -> dict[str, object]:
        return told(self.folder / station, "sync", "verify", "--json").json
