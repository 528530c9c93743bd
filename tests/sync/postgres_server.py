"""A real PostgreSQL on a socket in a folder of its own, for as long as a test needs it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def binaries() -> Path | None:
    """The folder of initdb and postgres, 15 before others."""
    found = [*Path("/usr/lib/postgresql").glob("15/bin"), *_FOLDERS]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).parent)
    return next((folder for folder in found if (folder / "initdb").exists()), None)


class Server:
    """Starts, stops, kills and copies a cluster; root lends it to the user `postgres`, as initdb wants."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs
        self._user = {}
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(folder, account.pw_uid, account.pw_gid)
            self._user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        self.cluster = folder / "cluster"
        self._run("initdb", "-D", self.cluster, "-U", "office", "-A", "trust", "-E", "UTF8", "--no-sync")

    @property
    def url(self) -> str:
        return f"postgresql://office@/postgres?host={self.folder}"

    def start(self) -> None:
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", self.cluster, "-w", "-l", self.folder / "log", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is as if the plug was pulled."""
        self._run("pg_ctl", "-D", self.cluster, "-w", "-m", mode, "stop")

    def keep(self) -> None:
        """Copies the cluster as it lies, stopped, for `put_back`."""
        self._run("cp", "-a", self.cluster, self.folder / "older")

    def put_back(self) -> None:
        """The cluster as it was kept: a server that a failover found behind."""
        self._run("rm", "-rf", self.cluster)
        self._run("cp", "-a", self.folder / "older", self.cluster)

    def _run(self, program: str, *arguments: object) -> None:
        named = self._programs / program
        command = [str(named if named.exists() else program), *map(str, arguments)]
        done = (
            subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=60,
                cwd=self.folder,
                env={**os.environ, "LC_ALL": "C"},
                **self._user,
            )
            if program != "pg_ctl"
            else subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, cwd=self.folder, **self._user
            )
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def server():
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql-15): its hub was NOT tested here")
    pytest.importorskip("psycopg", reason="psycopg is not installed: the PostgreSQL hub was NOT tested here")
    # Sockets have short paths only.
    folder = Path(tempfile.mkdtemp(prefix="hd", dir="/tmp"))
    made = Server(folder, programs)
    made.start()
    yield made
    made.stop("immediate")
    shutil.rmtree(folder, ignore_errors=True)
