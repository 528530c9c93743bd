"""The program as it is started: `python main.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk import bootstrap
from helpdesk.domain.company import Company

ROOT = Path(__file__).resolve().parents[2]


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)} | more


def begin(tmp_path: Path, *arguments: str, **more: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "main.py", "--workplace", str(tmp_path / "desk"), *arguments],
        cwd=ROOT,
        env=environment(tmp_path, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def desk(tmp_path):
    lantern = Company("Lantern", "en", "Europe/Moscow", "RUB")
    bootstrap.create(tmp_path / "desk", lantern, "Anna").close()
    return tmp_path / "desk"


def test_the_window_opens_and_tells_how_long_it_took(desk, tmp_path):
    started = begin(tmp_path, "--measure-start")

    told, complained = started.communicate(timeout=60)

    assert started.returncode == 0, complained
    assert int(told) > 0
    assert "Traceback" not in complained


def test_a_start_with_a_caller_opens_the_window_too(desk, tmp_path):
    started = begin(tmp_path, "--quit-after-first-paint", "call", "+79215550123")

    _told, complained = started.communicate(timeout=60)

    assert started.returncode == 0, complained
    assert "Traceback" not in complained


def test_a_second_start_hands_over_and_leaves_with_0(desk, tmp_path):
    first = begin(tmp_path)
    try:
        second = subprocess.run(
            [sys.executable, "-c", WAITS_FOR_THE_FIRST, str(ROOT), str(desk)],
            cwd=ROOT,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert second.returncode == 0, second.stderr
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=30)


# The first start needs a moment for its lock: until then a second one would be the first.
WAITS_FOR_THE_FIRST = """
import subprocess, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QDir, QEventLoop, QFileSystemWatcher, QTimer
from ui.single_window import name_of
app = QCoreApplication([])
lock, wait = Path(QDir.tempPath()) / (name_of(Path(sys.argv[2])) + ".lock"), QEventLoop()
def look(_folder):
    if lock.exists():
        wait.quit()
watch = QFileSystemWatcher([QDir.tempPath()])
watch.directoryChanged.connect(look)
QTimer.singleShot(30000, wait.quit)
if not lock.exists():
    wait.exec()
started = [sys.executable, "main.py", "--workplace", sys.argv[2], "call", "+79215550123"]
sys.exit(subprocess.run(started, timeout=40).returncode)
"""


def test_without_a_display_one_clear_line_and_exit_1(desk, tmp_path):
    started = begin(tmp_path, QT_QPA_PLATFORM="")

    told, complained = started.communicate(timeout=60)

    assert started.returncode == 1
    assert told == ""
    assert len(complained.strip().splitlines()) == 1
    assert "no display" in complained


def test_a_command_loads_no_window(tmp_path):
    code = (
        "import sys, main\n"
        "try: main.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, check=True
    )

    assert done.stderr.strip().endswith("[]")
