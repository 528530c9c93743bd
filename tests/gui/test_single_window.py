"""One window a workplace: the second start hands over what it was given."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.display import missing_display
from ui.single_window import HandedOver, SingleWindow, name_of
from ui.start_wish import window_wish

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_window import SingleWindow
app = QCoreApplication([])
single = SingleWindow(Path(sys.argv[1]))
print(single.claim(), flush=True)
app.exec()
"""

SEND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_window import HandedOver, SingleWindow
app = QCoreApplication([])
single = SingleWindow(Path(sys.argv[1]))
print(single.claim(), single.hand_over(HandedOver(sys.argv[2])), flush=True)
"""


@pytest.fixture
def single(qapp, tmp_path):
    made = SingleWindow(tmp_path)
    yield made
    made.release()
    made.deleteLater()


def run(code: str, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )


def test_a_second_start_hands_the_callers_number_over(single, tmp_path, qtbot):
    assert single.claim()
    single.listen()

    with qtbot.waitSignal(single.wanted, timeout=15_000) as handed:
        second = run(SEND, str(tmp_path), "+7 921 555-01-23")

    assert handed.args == [HandedOver("+7 921 555-01-23")]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
    assert second.communicate()[0].split() == ["False", "True"]


def test_a_killed_window_leaves_the_workplace_free(single, tmp_path):
    first = run(HOLD, str(tmp_path))
    assert first.stdout.readline().strip() == "True"
    assert not single.claim()

    os.kill(first.pid, signal.SIGKILL)
    first.communicate()

    assert single.claim()


def test_a_folder_has_one_name_however_it_is_spelt(tmp_path):
    (tmp_path / "a").mkdir()

    assert name_of(tmp_path / "a") == name_of(tmp_path / "a" / ".." / "a")
    assert name_of(tmp_path / "a") != name_of(tmp_path)


def test_noise_on_the_line_is_dropped(single, tmp_path, qtbot):
    from PySide6.QtNetwork import QLocalSocket

    single.claim()
    single.listen()
    told = []
    single.wanted.connect(told.append)
    noise = QLocalSocket()
    noise.connectToServer(name_of(tmp_path))
    noise.waitForConnected(1000)
    noise.write(b"[1, 2\n")
    noise.flush()

    qtbot.waitUntil(lambda: noise.state() == QLocalSocket.LocalSocketState.UnconnectedState)

    assert told == []


@pytest.mark.parametrize(
    ("arguments", "phone"),
    [
        ([], ""),
        (["call", "+79215550123"], "+79215550123"),
        (["call", "+7 921", "555-01-23"], "+7 921 555-01-23"),
        (["--workplace", "desk", "call", "tel:+79215550123"], "+79215550123"),
    ],
)
def test_a_start_without_a_command_is_a_window(arguments, phone):
    wish = window_wish(arguments)

    assert wish is not None
    assert wish.phone == phone


@pytest.mark.parametrize(
    "arguments",
    [
        ["call"],
        ["check", "--json"],
        ["--help"],
        ["--workplace"],
        ["find", "call"],
        ["no-such-file.csv"],
        ["--nonsense"],
    ],
)
def test_everything_else_is_left_to_the_commands(arguments):
    assert window_wish(arguments) is None


def test_a_table_is_opened_in_the_import(tmp_path):
    (tmp_path / "orders.csv").write_text("a;b\n")

    assert window_wish([str(tmp_path / "orders.csv")]).file == str(tmp_path / "orders.csv")


def test_without_a_display_one_line_says_what_to_do(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)

    complaint = missing_display()

    assert "no display" in complaint
    assert "\n" not in complaint


def test_a_display_that_nobody_serves_counts_as_none(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":6553")

    assert missing_display()


def test_offscreen_needs_no_display(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert missing_display() == ""
