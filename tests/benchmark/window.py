"""The window at work on a filled workplace: how long its thread was ever blocked, and how much memory it took.

Run as a process of its own: `python -m tests.benchmark.window FOLDER`; prints one JSON line.
"""

from __future__ import annotations

import io
import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from helpdesk import bootstrap
from helpdesk.service import company
from ui import labels, printing
from ui.crash import Crash
from ui.formatting import Locale
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pdf_view import PdfPages
from ui.seat import Seat
from ui.tasks import Tasks
from ui.theme import Scheme, Theme
from ui.warm_up import first_work


class Watch:
    """Runs the event loop by hand and keeps every turn's length, waiting for other threads included."""

    def __init__(self, application: QApplication, tasks: Tasks) -> None:
        self._application, self._tasks = application, tasks
        self.turns: list[tuple[float, str]] = []

    def warmed(self, _backups: tuple[str, ...]) -> None:
        """The work after the first paint is done."""

    def printed(self, _pages: int) -> None:
        """The pages are on paper."""

    def step(self, name: str, work: Callable[[], object]) -> None:
        """Does one thing and goes on until every task has answered."""
        self._turn(name, perf_counter(), work)
        ends = perf_counter() + 60
        while perf_counter() < ends:
            # From turn to turn: what a worker keeps the interpreter for counts as well.
            began = perf_counter()
            self._turn(name, began, self._application.processEvents)
            if self._tasks.is_idle:
                break
        for _ in range(3):
            self._turn(name, perf_counter(), self._application.processEvents)

    def _turn(self, name: str, began: float, work: Callable[[], object]) -> None:
        work()
        seconds = perf_counter() - began
        # The loop turns millions of times while it waits: only what anybody could notice is kept.
        if seconds > 0.001:
            self.turns.append((seconds, name))

    def longest(self, *names: str) -> tuple[float, str]:
        """The longest turn of the steps whose names begin so."""
        return max((turn for turn in self.turns if turn[1].startswith(names)), default=(0.0, ""))


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
    for name, work in (*_visits(window), *_day(window)):
        watch.step(name, work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as paper:
        watch.step("print", partial(_print, tasks, watch, Path(paper)))
    longest = {"first visit": watch.longest("first visit"), "print": watch.longest("print")}
    longest["work"] = max(turn for turn in watch.turns if not turn[1].startswith(tuple(longest)))
    print(json.dumps({"memory_mb": round(peak), "longest": longest}))
    window.close()
    tasks.close()
    workplace.close()
    theme.deleteLater()
    return 0


def _visits(window: QWidget) -> Iterator[tuple[str, Callable[[], object]]]:
    for place in labels.places():
        yield f"first visit of {place.key}", partial(window.go, place.key)
    yield "back to requests", partial(window.go, "requests")


def _print(tasks: Tasks, watch: Watch, folder: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(printing.DPI)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "out.pdf"))
    pages = PdfPages(_a_journal())
    work = partial(printing.paint_pages, pages, printer)
    tasks.long(work, title="Print", on_success=watch.printed)


def _a_journal() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, A4)
    for _page in range(4):
        for line in range(60):
            canvas.drawString(
                40, 800 - 12 * line, f"1-{line:05}-2  The kettle came cracked and the lamp does not light " * 2
            )
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _day(window: QWidget) -> Iterator[tuple[str, Callable[[], object]]]:
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
