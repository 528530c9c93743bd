"""Tasks of departments for the request shown: asked from the composer, answered from a strip (S35)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from helpdesk.domain.event import SubjectKind
from helpdesk.domain.task import Task, TaskForm
from helpdesk.service import task
from ui import formatting
from ui.panes.request_parts import column
from ui.panes.request_reading import RequestReading
from ui.seat import Seat
from ui.theme import Tone
from ui.widgets import Banner

_HOURS = 4 * 3600


class RequestTasks(QWidget):
    """A strip for each task without an answer; `asked` tells that one was asked for a request."""

    changed = Signal(object)
    asked = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._reading: RequestReading | None = None
        self._layout = column(self, spacing=6)
        self.strips: list[Banner] = []
        self.hide()

    def show_reading(self, reading: RequestReading) -> None:
        """Shows what departments have not answered."""
        self._reading = reading
        for strip in self.strips:
            strip.hide()
            strip.deleteLater()
        waited_for = [found for found in reading.tasks if found.is_open]
        self.strips = [self._strip(found) for found in waited_for]
        for strip in self.strips:
            self._layout.addWidget(strip)
        self.setVisible(bool(self.strips))

    def _strip(self, found: Task) -> Banner:
        now, locale = self._seat.desk.clock.now(), self._seat.locale
        strip = Banner(Tone.BAD if found.is_overdue(now) else Tone.ACCENT)
        strip.setParent(self)
        parts = [self.tr("Task: %1").replace("%1", found.department), found.owner_name]
        if found.due_at:
            parts.append(self.tr("until %1").replace("%1", formatting.day_time(found.due_at, now, locale)))
        waits = self.tr("waits %1").replace("%1", formatting.duration(found.waited(now), locale))
        strip.say(" · ".join(part for part in (*parts, waits) if part), found.what)
        strip.add_action(self.tr("Answer…"), partial(self._answer, found))
        return strip

    def ask(self, what: str) -> None:
        """Asks which department shall do it, and until when."""
        seat = self._seat
        seat.tasks.read(task.departments, seat.desk, seat.operator.id, on_success=partial(self._ask, what))

    def _ask(self, what: str, departments: tuple[str, ...]) -> None:
        from ui.dialogs.task import TaskDialog

        if self._reading is None:
            return
        seat = self._seat
        due_at = seat.desk.hours.deadline(seat.desk.clock.now(), _HOURS)
        dialog = TaskDialog(departments, self._reading.operators, due_at, seat.locale, self)
        dialog.propose(what)
        dialog.given.connect(partial(self._send, self._reading.card.row.id))
        dialog.rejected.connect(self.left)
        dialog.show()

    def _send(self, request: Any, form: TaskForm) -> None:
        seat = self._seat
        kept = partial(self._sent, request)
        arguments = (SubjectKind.REQUEST, request, form)
        seat.tasks.write(task.ask, seat.desk, seat.operator.id, *arguments, on_success=kept, on_error=self._fail)

    def _sent(self, request: Any, changes: object) -> None:
        self.asked.emit(request)
        self.changed.emit(changes)

    def _fail(self, error: Any) -> None:
        self.left.emit()
        self._seat.messages.error(error)

    def _answer(self, found: Task, _checked: bool = False) -> None:
        from ui.dialogs.waive import ReasonDialog

        head = self.tr("Answer of %1").replace("%1", found.department)
        dialog = ReasonDialog(head, found.what, self.tr("Keep the answer"), self)
        dialog.ask_for(self.tr("Write what the department answered."))
        dialog.given.connect(partial(self._keep_answer, found))
        dialog.show()

    def _keep_answer(self, found: Task, text: str) -> None:
        seat = self._seat
        seat.tasks.write(task.answer, seat.desk, seat.operator.id, found.id, text, on_success=self.changed.emit)
