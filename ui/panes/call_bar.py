"""The first line of the call strip: the timer, who, the stages, and how the call ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.interaction import Call
from helpdesk.domain.phone import read_phone
from helpdesk.words.terms import title
from ui.formatting import masked_phone
from ui.seat import Seat
from ui.theme import set_property
from ui.widgets import Button, CallStages, ElidedLabel, Text, TimerLabel

_WHO = 168


class CallBar(QWidget):
    """Green while the call runs; after it the time of the after-call work is counted instead."""

    hang_up_clicked = Signal()
    wrap_up_clicked = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "good")
        self.setProperty("edge", "bottom")
        self.after = Text(self.tr("After-call work"), "good")
        self.after.hide()
        self.timer = TimerLabel()
        self.name = ElidedLabel("", "strong")
        self.phone = ElidedLabel("", "small")
        who = QWidget()
        who.setFixedWidth(_WHO)
        names = QVBoxLayout(who)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.phone)
        self.stages = CallStages()
        self.queue = ElidedLabel("", "warn")
        self.queue.setMaximumWidth(220)
        self.queue.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.queue.hide()
        self.hang_up = Button(self.tr("Hang up"))
        self.hang_up.clicked.connect(self.hang_up_clicked)
        self.wrap_up = Button(self.tr("Wrap up"), key="F10")
        self.wrap_up.clicked.connect(self.wrap_up_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        for part in (self.after, self.timer):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(who)
        row.addSpacing(8)
        row.addWidget(self.stages, 1)
        for part in (self.queue, self.hang_up, self.wrap_up):
            row.addWidget(part)

    def show_call(self, call: Call) -> None:
        """Shows a call that runs, or that is over."""
        is_over = call.ended_at is not None
        clock = self._seat.desk.clock
        self.timer.start(call.ended_at or call.started_at, clock)
        self.after.setVisible(is_over)
        self.hang_up.setVisible(not is_over)
        set_property(self, "ground", "background" if is_over else "good")
        direction = title(call.direction).lower()
        self.phone.setText(f"{_masked(call.phone)} · {direction}")
        self.name.setText(self.tr("Unknown caller"))

    def show_name(self, name: str) -> None:
        """Says who it is."""
        self.name.setText(name or self.tr("Unknown caller"))

    def show_queue(self, phones: tuple[str, ...]) -> None:
        """Says who waits; the whole list is in the tooltip."""
        self.queue.setVisible(bool(phones))
        first = _masked(phones[0]) if phones else ""
        more = self.tr(" and %n more", "", len(phones) - 1) if len(phones) > 1 else ""
        self.queue.setText(self.tr("Waiting: %1").replace("%1", first) + more)

    def stop(self) -> None:
        """Stands still: there is no call."""
        self.timer.stop()


def _masked(phone: str) -> str:
    return masked_phone(read_phone(phone).e164 or phone)
