"""A promise to a customer, or a call back: what, and by when."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from helpdesk.domain.identity import CustomerId
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.service import promise
from helpdesk.words.terms import title
from ui import formatting
from ui.seat import Seat
from ui.widgets import Button, DateField, FormGrid, LinkButton, Text, indent

_MORNING = dt.time(10)


class DueField(QWidget):
    """A day and a time of the reader's clock, with the two that are said most often beside them."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.day = DateField()
        self.day.setAccessibleName(self.tr("Day"))
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        indent(self.time)
        soon, morning = LinkButton(self.tr("in an hour")), LinkButton(self.tr("tomorrow 10:00"))
        soon.clicked.connect(self.choose_soon)
        morning.clicked.connect(self.choose_morning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.time)
        row.addWidget(soon)
        row.addWidget(morning)
        row.addStretch(1)
        self.setFocusProxy(self.day)
        self.choose_soon()
        self.day.dateChanged.connect(self.changed)
        self.time.timeChanged.connect(self.changed)

    def due_at(self) -> dt.datetime:
        """The chosen instant, UTC."""
        day, time = self.day.date(), self.time.time()
        zone = ZoneInfo(self._seat.locale.time_zone)
        local = dt.datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone)
        return local.astimezone(dt.UTC)

    def choose(self, due_at: dt.datetime) -> None:
        """Shows an instant."""
        local = formatting.local(due_at, self._seat.locale)
        self.day.setDate(QDate(local.year, local.month, local.day))
        self.time.setTime(QTime(local.hour, local.minute))

    @Slot()
    def choose_soon(self) -> None:
        """An hour from now, at the next five minutes."""
        now = self._seat.desk.clock.now()
        self.choose(now + dt.timedelta(hours=1, minutes=-now.minute % 5))

    @Slot()
    def choose_morning(self) -> None:
        """Tomorrow morning."""
        local = formatting.local(self._seat.desk.clock.now(), self._seat.locale)
        tomorrow = (local + dt.timedelta(days=1)).date()
        self.choose(dt.datetime.combine(tomorrow, _MORNING, local.tzinfo))


class PromiseDialog(QDialog):
    """Makes a promise; beside the window, not over it."""

    made = Signal(object)

    def __init__(self, seat: Seat, customer: CustomerId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._seat, self._customer = seat, customer
        self.setWindowTitle(self.tr("Promise to the customer"))
        self.setMinimumWidth(440)
        self.form = FormGrid()
        self.kind = QComboBox()
        for kind in (PromiseKind.PROMISE, PromiseKind.CALLBACK):
            self.kind.addItem(title(kind), kind)
        self.what = QLineEdit()
        self.due = DueField(seat)
        self.form.add("kind", self.tr("&Kind"), self.kind)
        self.form.add("what", self.tr("&What was promised"), self.what)
        self.form.add("due", self.tr("&By when"), self.due)
        self.save = Button(self.tr("Save"), "primary", key="Ctrl+Enter")
        self.save.clicked.connect(self.store)
        cancel = Button(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        layout = sheet(self, self.windowTitle(), self.form, (self.save, cancel))
        layout.addStretch(1)
        self.what.setFocus()

    @Slot()
    def store(self) -> None:
        """Stores the promise, or says what is missing."""
        self.form.clear_errors()
        if not self.what.text().strip():
            self.form.show_error("what", self.tr("Write what was promised."))
            return
        form = PromiseForm(
            PromiseKind(self.kind.currentData()), self.what.text().strip(), self.due.due_at(), self._customer
        )
        self._seat.tasks.write(promise.make, self._seat.desk, self._seat.operator.id, form, on_success=self._stored)

    def _stored(self, changes: object) -> None:
        self.made.emit(changes)
        self.accept()

    def keyPressEvent(self, event: object) -> None:
        if is_saving(event):
            self.store()
        else:
            super().keyPressEvent(event)


def is_saving(event: object) -> bool:
    """Whether the key is Ctrl+Enter, which saves everywhere."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def sheet(dialog: QDialog, head: str, form: QWidget, buttons: tuple[Button, ...]) -> QVBoxLayout:
    """Lays a small dialog out: head, form, buttons at the left as in the panes."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 18, 24, 18)
    layout.setSpacing(14)
    layout.addWidget(Text(head, "head", wraps=True))
    layout.addWidget(form)
    layout.addLayout(row)
    return layout
