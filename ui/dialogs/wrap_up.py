"""The sheet that closes a call: what came of it, and everything that follows, stored in one go (S25, S75)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from helpdesk.domain.identity import CustomerId, InteractionId, RequestId
from helpdesk.domain.interaction import CallOutcome, WrapUp
from helpdesk.errors import UserError
from helpdesk.service import call as calls
from helpdesk.service import number
from helpdesk.words.terms import title
from ui.dialogs.promise import is_saving
from ui.dialogs.wrap_up_parts import PromisePart, RequestPart
from ui.seat import Seat
from ui.widgets import Button, FormGrid, Text


@dataclass(frozen=True)
class CallFacts:
    """What the strip knows of the call when it is wrapped up."""

    call: InteractionId
    customer: CustomerId | None = None
    request: RequestId | None = None
    request_number: str = ""
    phone: str = ""
    notes: str = ""


class WrapUpSheet(QWidget):
    """Three columns: what was, what is made of it, what was promised; saved by Ctrl+Enter, put aside by Esc."""

    typed = Signal()
    number_given = Signal()
    stored = Signal(object)
    put_aside = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._facts = CallFacts(InteractionId(b""))
        self._is_filling = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self.setAccessibleName(self.tr("Wrap-up of the call"))
        self.request, self.promise = RequestPart(), PromisePart(seat)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        for column in (self._build_what(), self.request, self.promise):
            columns.addWidget(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(10)
        layout.addLayout(columns)
        layout.addLayout(self._build_foot())
        self._connect()

    def show_facts(self, facts: CallFacts) -> None:
        """Knows whose call it is and which request is open."""
        self._facts = facts
        self.request.show_open(facts.request, facts.request_number)

    def body(self) -> dict[str, Any]:
        """What is typed, in plain values."""
        return {
            "outcome": str(self.outcome.currentData()),
            "summary": self.summary.toPlainText(),
            "next_step": self.next_step.text(),
            "checks": [self.thanked.isChecked(), self.settled.isChecked()],
            **self.request.body(),
            **self.promise.body(),
        }

    def show_body(self, kept: dict[str, Any]) -> None:
        """Shows what was kept; begins anew with nothing."""
        self._is_filling = True
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(kept.get("outcome"))))
        self.summary.setPlainText(kept.get("summary", ""))
        self.next_step.setText(kept.get("next_step", ""))
        for box, is_checked in zip((self.thanked, self.settled), kept.get("checks", (False, False)), strict=True):
            box.setChecked(is_checked)
        self.request.show_body(kept)
        self.promise.show_body(kept)
        self.kept.setText("")
        self._is_filling = False

    def wrap_up(self) -> WrapUp:
        """Everything that the call leaves behind."""
        facts, summary = self._facts, self.summary.toPlainText().strip()
        request = facts.request if self.request.note.isChecked() else None
        checked = [box.text().replace("&", "") for box in (self.thanked, self.settled) if box.isChecked()]
        return WrapUp(
            outcome=CallOutcome(self.outcome.currentData()),
            summary=summary,
            next_step=self.next_step.text().strip(),
            notes="\n".join(part for part in (facts.notes, *checked) if part),
            customer=facts.customer,
            request=request,
            new_request=self.request.request_form(facts.customer, summary),
            promise=self.promise.promise_form(facts.customer, request, facts.phone),
        )

    @Slot()
    def store(self) -> None:
        """Stores the wrap-up, or says beside the field what is missing."""
        if not self._facts.call or not (
            self.save.isEnabled() and self.request.is_complete() and self.promise.is_complete()
        ):
            return
        seat = self._seat
        self.save.setEnabled(False)
        work = (calls.wrap_up, seat.desk, seat.operator.id, self._facts.call, self.wrap_up())
        seat.tasks.write(*work, on_success=self._stored, on_error=self._refused)

    def _stored(self, stored: object) -> None:
        self.save.setEnabled(True)
        self.stored.emit(stored)

    def _refused(self, error: UserError) -> None:
        self.save.setEnabled(True)
        self._seat.messages.error(error)

    @Slot()
    def _reserve(self) -> None:
        seat = self._seat
        seat.tasks.write(number.reserve, seat.desk, seat.operator.id, on_success=self._reserved)

    def _reserved(self, given: str) -> None:
        self.request.show_number(given)
        self.number_given.emit()

    @Slot()
    def _tell(self) -> None:
        if not self._is_filling:
            self.kept.setText("")
            self.typed.emit()

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter and Esc belong to the sheet while the keyboard is in it, whatever the window binds them to.
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and (is_saving(event) or event.key() == Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_saving(event):
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_aside.emit()
        else:
            super().keyPressEvent(event)

    def _build_what(self) -> QWidget:
        form = FormGrid()
        self.outcome = QComboBox()
        for outcome in CallOutcome:
            self.outcome.addItem(title(outcome), outcome)
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(60)
        self.next_step = QLineEdit()
        form.add("summary", self.tr("&Summary"), self.summary)
        form.add("outcome", self.tr("&Outcome"), self.outcome)
        form.add("next_step", self.tr("Ne&xt step"), self.next_step)
        return form

    def _build_foot(self) -> QHBoxLayout:
        self.thanked = QCheckBox(self.tr("&Thanked the customer"))
        self.settled = QCheckBox(self.tr("Asked whether &all is settled"))
        self.save = Button(self.tr("Save the call"), "primary", key="Ctrl+Enter")
        self.later = Button(self.tr("Later"), key="Esc")
        self.kept = Text("", "note")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.thanked)
        foot.addSpacing(12)
        foot.addWidget(self.settled)
        foot.addStretch(1)
        foot.addWidget(self.kept)
        foot.addSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.later)
        return foot

    def _connect(self) -> None:
        self.save.clicked.connect(self.store)
        self.later.clicked.connect(self.put_aside)
        self.request.number_wanted.connect(self._reserve)
        for part in (self.request, self.promise):
            part.typed.connect(self._tell)
        self.next_step.textChanged.connect(self._tell)
        self.summary.textChanged.connect(self._tell)
        self.outcome.currentIndexChanged.connect(self._tell)
        for box in (self.thanked, self.settled):
            box.toggled.connect(self._tell)
