"""The net under the program: told once, kept in the workplace, nothing personal in it."""

from __future__ import annotations

import logging
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from ui.crash import Crash
from ui.messages import RecordingMessages


@pytest.fixture
def said() -> RecordingMessages:
    return RecordingMessages()


def break_down() -> None:
    raise ZeroDivisionError


def test_a_fault_is_logged_without_what_was_said_and_told_once(qapp, said, caplog):
    net = Crash(said)
    for _ in range(3):
        try:
            int("Щёголева Мария")
        except ValueError as fault:
            net.report(fault)
    with caplog.at_level(logging.ERROR):
        try:
            raise KeyError("+79215550123")
        except KeyError as fault:
            net.report(fault)
    assert "KeyError" in caplog.text
    assert "5550123" not in caplog.text
    assert "Щёголева" not in caplog.text
    assert len(said.errors) == 2


@pytest.fixture
def installed(said, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = Crash(said)
    made.install(tmp_path)
    yield made
    made.uninstall()


def test_faults_are_kept_in_the_workplace_without_words_values_and_folders(qapp, installed, tmp_path):
    for number in (b"+79215550123", b"2"):
        try:
            {}[number]
        except KeyError as fault:
            installed.report(fault)

    kept = (tmp_path / "faults.log").read_text("utf-8")
    assert kept.count("builtins.KeyError") == 2
    assert " UTC" in kept and "tests/gui/test_crash.py:" in kept
    assert "5550123" not in kept and str(Path(__file__).parent.parent.parent) not in kept


def test_a_long_log_of_faults_begins_anew_and_keeps_the_one_before(qapp, installed, tmp_path):
    (tmp_path / "faults.log").write_text("old\n" * 200_000)

    installed.report(ZeroDivisionError())

    assert "ZeroDivisionError" in (tmp_path / "faults.log").read_text()
    assert (tmp_path / "faults.old.log").exists()


def test_a_log_that_cannot_be_written_breaks_nothing(qapp, installed, said, tmp_path):
    installed.install(tmp_path / "missing")

    installed.report(ZeroDivisionError())

    assert len(said.errors) == 1


def test_the_net_catches_what_no_one_expected_and_work_goes_on(qapp, said, monkeypatch, capsys, qtbot):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    net = Crash(said)
    net.install()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    worker = threading.Thread(target=break_down)
    worker.start()
    worker.join()
    qtbot.waitUntil(partial(told_twice, said), timeout=2000)
    net.uninstall()
    assert "Traceback" not in capsys.readouterr().err


def told_twice(said: RecordingMessages) -> bool:
    return len(said.errors) == 2
