"""One step of an order: on to a stage, another date, or its end, with what has to be told for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.order import OrderDate, OrderLine, OrderStage
from helpdesk.words.terms import title
from ui.shortcuts import shortcut
from ui.widgets import Button, DateField, FormGrid, Text


@dataclass(frozen=True)
class StageStep:
    """On to a stage, by its code or its meaning, on a day."""

    stage: str
    on: dt.date | None
    reason: str


@dataclass(frozen=True)
class DateStep:
    """A date set or moved, why, and whether the customer agreed."""

    which: OrderDate
    on: dt.date
    reason: str
    customer_agreed: bool
    department: str = ""
    lines: tuple[bytes, ...] = ()


class OrderStepPanel(QWidget):
    """Asks for what a step needs, in the pane itself; Enter takes the step, Esc leaves it."""

    stage_taken = Signal(object)
    date_taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self._stage: OrderStage | None = None
        self._head = Text("", "strong")
        self.which = QComboBox()
        for date in OrderDate:
            self.which.addItem(title(date), date)
        self.day = DateField()
        self.line = QComboBox()
        self.department = QComboBox()
        self.department.setEditable(True)
        self.reason = QLineEdit()
        self.agreed = QCheckBox(self.tr("The customer agreed"))
        self.take = Button("", "primary", key="Enter")
        self.leave = Button(self.tr("Leave it"), key="Esc")
        self._build()
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.reason.returnPressed.connect(self._take)
        shortcut(self, "Esc", self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        self._form = FormGrid(2)
        self._form.add("which", self.tr("&Which date"), self.which)
        self._form.add("day", self.tr("&Day"), self.day)
        self._form.add("line", self.tr("&Lines"), self.line)
        self._form.add("department", self.tr("Whose &doing"), self.department)
        self._form.add("reason", self.tr("&Reason"), self.reason, span=2)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self._form)
        layout.addWidget(self.agreed)
        layout.addLayout(buttons)

    def offer(self, lines: Sequence[OrderLine], departments: Sequence[str]) -> None:
        """Offers the lines whose date may be moved apart, and the departments that may be named for it."""
        self.line.clear()
        self.line.addItem(self.tr("All lines"), b"")
        for line in lines:
            self.line.addItem(line.title, line.id)
        self.department.clear()
        self.department.addItems(["", *departments])

    def ask_date(self, on: dt.date) -> None:
        """Asks for a date to be set or moved."""
        self._stage = None
        self._open(self.tr("Set a date"), self.tr("Set the date"), on)
        self._show_rows(which=True, day=True, agreed=True)
        self.which.setFocus()

    def ask_stage(self, stage: OrderStage, on: dt.date) -> None:
        """Asks on which day a stage is reached, or for which day an order is confirmed."""
        self._stage = stage
        if stage is OrderStage.CANCELLED:
            self._open(self.tr("Cancel the order"), self.tr("Cancel the order"), on)
            self._show_rows(which=False, day=False, agreed=False)
            self.reason.setFocus()
            return
        is_promise = stage is OrderStage.CONFIRMED
        head = self.tr("Confirm the order for a day") if is_promise else title(stage)
        self._open(head, self.tr("Confirm") if is_promise else title(stage), on)
        self._show_rows(which=False, day=True, agreed=False)
        self.day.setFocus()

    def _open(self, head: str, answer: str, on: dt.date) -> None:
        self._head.setText(head)
        self.take.setText(answer)
        self.take.updateGeometry()
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.reason.clear()
        self.agreed.setChecked(False)
        self._form.clear_errors()
        self.show()

    def _show_rows(self, *, which: bool, day: bool, agreed: bool) -> None:
        self.which.parentWidget().setVisible(which)
        self.day.parentWidget().setVisible(day)
        self.line.parentWidget().setVisible(which and self.line.count() > 2)
        self.department.parentWidget().setVisible(which)
        self.agreed.setVisible(agreed)

    def _take(self) -> None:
        on, reason = dt.date(*self.day.date().getDate()), self.reason.text().strip()
        needs_reason = self._stage is None or self._stage is OrderStage.CANCELLED
        if needs_reason and not reason:
            self._form.show_error("reason", self.tr("Say why in a few words: it stays in the history."))
            return
        self.hide()
        if self._stage is None:
            line, department = self.line.currentData(), self.department.currentText().strip()
            lines = (bytes(line),) if line else ()
            which = OrderDate(self.which.currentData())
            self.date_taken.emit(DateStep(which, on, reason, self.agreed.isChecked(), department, lines))
        else:
            told_on = None if self._stage is OrderStage.CANCELLED else on
            self.stage_taken.emit(StageStep(self._stage, told_on, reason))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        super().keyPressEvent(event)
