"""The window at work on a filled workplace: how long its thread was ever blocked, and how much memory it took.

Run as a process of its own: `python -m tests.benchmark.window FOLDER`; prints one JSON line.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from helpdesk import bootstrap
from helpdesk.service import company
from ui.crash import Crash
from ui.formatting import Locale
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.seat import Seat
from ui.tasks import Tasks
from ui.theme import Scheme, Theme
from ui.warm_up import first_work


class Watch:
    """Runs the event loop by hand and keeps the longest single turn, with what was being done."""

    def __init__(self, application: QApplication, tasks: Tasks) -> None:
        self._application, self._tasks = application, tasks
        self.turns: list[tuple[float, str]] = []

    def warmed(self, _backups: tuple[str, ...]) -> None:
        """The work after the first paint is done."""

    def step(self, name: str, work: Callable[[], object]) -> None:
        """Does one thing and goes on until every task has answered."""
        self._turn(name, work)
        ends = perf_counter() + 20
        while perf_counter() < ends:
            self._turn(name, self._application.processEvents)
            if self._tasks.is_idle:
                break
        self._turn(name, self._application.processEvents)

    def _turn(self, name: str, work: Callable[[], object]) -> None:
        started = perf_counter()
        work()
        seconds = perf_counter() - started
        # The loop turns millions of times while it waits: only what anybody could notice is kept.
        if seconds > 0.001:
            self.turns.append((seconds, name))


def main(folder: Path) -> int:
    application = QApplication(sys.argv[:1])
    theme = Theme(application, Scheme.LIGHT)
    messages = Messages(application)
    tasks = Tasks(messages, Crash(messages, application), application)
    workplace = bootstrap.open_workplace(folder)
    desk = workplace.desk
    operator = company.operators(desk)[0]
    window = MainWindow(Seat(desk, operator, tasks, messages, Locale("ru", desk.company.time_zone, "RUB")))
    messages.place(window, left=84)
    watch = Watch(application, tasks)
    window.resize(1440, 900)
    watch.step("first paint", window.show)
    watch.step("completion", window.complete)
    watch.step("warm-up", partial(tasks.read, first_work, workplace, on_success=watch.warmed))
    watch.turns.clear()
    for name, work in _day(window):
        watch.step(name, work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    firsts = max(turn for turn in watch.turns if turn[1].startswith("first visit"))
    worst = max(turn for turn in watch.turns if not turn[1].startswith("first visit"))
    print(json.dumps({"memory_mb": round(peak), "worst": worst, "first_visit": firsts}))
    window.close()
    tasks.close()
    workplace.close()
    theme.deleteLater()
    return 0


def _day(window: QWidget) -> Iterator[tuple[str, Callable[[], object]]]:
    for place in ("customers", "orders", "requests"):
        yield f"first visit of {place}", lambda place=place: window.go(place)
    lists = window.place("requests")
    for text in ("ч", "ча", "чай", "чайн", "", "1-004", "ivanov", ""):
        yield f"search {text!r}", lambda text=text: _search(lists, text)
    view = next(view for view in lists.findChildren(QTableView) if view.isVisible())
    for part in (0.5, 1.0, 0.0):
        bar = view.verticalScrollBar()
        yield f"scroll to {part}", lambda part=part, bar=bar: bar.setValue(int(bar.maximum() * part))
    for _ in range(10):
        yield "next request", lambda: QTest.keyClick(view, Qt.Key.Key_Down)
    yield "new request", lambda: QTest.keyClick(window, Qt.Key.Key_F2)
    yield "call", lambda: window.call("+7 921 555-01-23")


def _search(lists: QWidget, text: str) -> None:
    box = lists.findChild(QLineEdit)
    box.setText(text)
    box.textEdited.emit(text)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
