"""What departments were asked about the order shown, and what they answered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.domain.task import Task
from ui import formatting
from ui.panes.order_problems import clear
from ui.panes.request_parts import column, row
from ui.seat import Seat
from ui.widgets import LinkButton, SectionHead, Text


class TasksSection(QWidget):
    """A line for each task: who was asked what, until when, how long it has waited; its answer."""

    ask_wanted = Signal()
    answer_wanted = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.head = SectionHead(self.tr("Tasks of departments"), link=self.tr("New task"))
        self.head.link.clicked.connect(self.ask_wanted)
        layout = column(self, spacing=4)
        layout.addWidget(self.head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        layout.addLayout(self._lines)

    def show_tasks(self, tasks: tuple[Task, ...]) -> None:
        """Shows these tasks, those without an answer first."""
        clear(self._lines)
        open_ones = sum(task.is_open for task in tasks)
        self.head.show_note(str(open_ones) if open_ones else "")
        for task in sorted(tasks, key=_closed):
            self._lines.addWidget(self._line(task))

    def _line(self, task: Task) -> QWidget:
        now, locale = self._seat.desk.clock.now(), self._seat.locale
        cell = QWidget()
        layout = column(cell, spacing=0)
        top = row(None, spacing=8)
        head = " · ".join(part for part in (task.department, task.owner_name) if part)
        top.addWidget(Text(head, "strong"))
        top.addStretch(1)
        if task.is_open:
            answer = LinkButton(self.tr("Answer…"))
            answer.clicked.connect(partial(self._answer, task))
            top.addWidget(answer)
        layout.addLayout(top)
        layout.addWidget(Text(task.what, "", wraps=True))
        waited = formatting.duration(task.waited(now), locale)
        if task.is_open:
            words = self.tr("waits %1").replace("%1", waited)
            if task.due_at:
                words += " · " + self.tr("until %1").replace("%1", formatting.day_time(task.due_at, now, locale))
            layout.addWidget(Text(words, "bad" if task.is_overdue(now) else "note"))
        else:
            words = self.tr("Answered after %1: %2").replace("%1", waited).replace("%2", task.answer)
            layout.addWidget(Text(words, "note", wraps=True))
        return cell

    def _answer(self, task: Task, _checked: bool = False) -> None:
        self.answer_wanted.emit(task)


def _closed(task: Task) -> bool:
    return not task.is_open
