"""The sheet that closes a call: what came of it, and everything that follows, stored in one go (S25, S75)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.interaction import CallOutcome, PromiseForm, PromiseKind, WrapUp
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.words.terms import title
from ui.dialogs.promise import DueField, is_saving
from ui.seat import Seat
from ui.widgets import Button, FormGrid, Text


@dataclass(frozen=True)
class CallFacts:
    """What the strip knows of the call when it is wrapped up."""

    customer: CustomerId | None
    request: RequestId | None
    request_number: str
    phone: str
    notes: str


class WrapUpSheet(QWidget):
    """Three columns: what was, what is made of it, what was promised; saved by Ctrl+Enter, put aside by Esc."""

    typed = Signal()
    number_wanted = Signal()
    wrapped = Signal(object)
    put_aside = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._facts = CallFacts(None, None, "", "", "")
        self._is_filling = False
        self._number = ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self.setAccessibleName(self.tr("Wrap-up of the call"))
        columns = QHBoxLayout()
        columns.setSpacing(28)
        for column, stretch in ((self._build_what(), 5), (self._build_request(), 4), (self._build_promise(), 5)):
            columns.addWidget(column, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(10)
        layout.addLayout(columns)
        layout.addLayout(self._build_foot())
        self._connect()
        self.show_facts(self._facts)

    @property
    def number(self) -> str:
        """The number that the new request has already."""
        return self._number

    def show_facts(self, facts: CallFacts) -> None:
        """Knows whose call it is and which request is open."""
        self._facts = facts
        self.note_on.setVisible(facts.request is not None)
        self.note_on.setText(self.tr("Note on %1").replace("%1", facts.request_number or "…"))
        if facts.request is None and self.note_on.isChecked():
            self.no_request.setChecked(True)

    def show_number(self, number: str) -> None:
        """Shows the number that was given to the new request, to be said at once."""
        self._number = number
        self.number_label.setText(self.tr("No. %1").replace("%1", number) if number else "")

    def clear(self) -> None:
        """Begins anew for another call."""
        self._is_filling = True
        self.outcome.setCurrentIndex(0)
        for field in (self.summary, self.next_step, self.subject, self.what):
            field.clear()
        for box in (self.thanked, self.settled):
            box.setChecked(False)
        self.no_request.setChecked(True)
        self.no_promise.setChecked(True)
        self.due.choose_soon()
        self.show_number("")
        for form in (self.facts_form, self.request_form, self.promise_form):
            form.clear_errors()
        self._is_filling = False

    def body(self) -> dict[str, Any]:
        """What is typed, in plain values."""
        return {
            "outcome": str(self.outcome.currentData()),
            "summary": self.summary.toPlainText(),
            "next_step": self.next_step.text(),
            "checks": [self.thanked.isChecked(), self.settled.isChecked()],
            "makes": self._makes.checkedId(),
            "kind": str(self.kind.currentData()),
            "subject": self.subject.text(),
            "number": self._number,
            "promises": self._promises.checkedId(),
            "what": self.what.text(),
            "due_at": self.due.due_at().isoformat(),
        }

    def show_body(self, kept: dict[str, Any]) -> None:
        """Shows what was kept."""
        self._is_filling = True
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(kept.get("outcome"))))
        self.summary.setPlainText(kept.get("summary", ""))
        self.next_step.setText(kept.get("next_step", ""))
        for box, is_checked in zip((self.thanked, self.settled), kept.get("checks", (False, False)), strict=True):
            box.setChecked(is_checked)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept.get("kind"))))
        self.subject.setText(kept.get("subject", ""))
        self.what.setText(kept.get("what", ""))
        if kept.get("due_at"):
            self.due.choose(dt.datetime.fromisoformat(kept["due_at"]))
        self.show_number(kept.get("number", ""))
        for group, chosen in ((self._makes, kept.get("makes", 0)), (self._promises, kept.get("promises", 0))):
            if (button := group.button(chosen)) is not None:
                button.setChecked(True)
        self._is_filling = False

    @Slot()
    def store(self) -> None:
        """Hands over the wrap-up, or says beside the field what is missing."""
        if self._is_complete():
            self.wrapped.emit(self.wrap_up())

    def wrap_up(self) -> WrapUp:
        """Everything that the call leaves behind."""
        facts = self._facts
        is_noted = self.note_on.isChecked() and facts.request is not None
        return WrapUp(
            outcome=CallOutcome(self.outcome.currentData()),
            summary=self.summary.toPlainText().strip(),
            next_step=self.next_step.text().strip(),
            notes="\n".join(part for part in (facts.notes, *self._checked()) if part),
            customer=facts.customer,
            request=facts.request if is_noted else None,
            new_request=self._new_request() if self.new_request.isChecked() else None,
            promise=self._promise() if not self.no_promise.isChecked() else None,
        )

    def _checked(self) -> list[str]:
        return [box.text().replace("&", "") for box in (self.thanked, self.settled) if box.isChecked()]

    def _new_request(self) -> RequestForm:
        return RequestForm(
            kind=RequestKind(self.kind.currentData()),
            subject=self.subject.text().strip(),
            description=self.summary.toPlainText().strip(),
            customer=self._facts.customer,
            number=self._number,
        )

    def _promise(self) -> PromiseForm:
        kind = PromiseKind.CALLBACK if self.callback.isChecked() else PromiseKind.PROMISE
        what = self.what.text().strip() or title(kind)
        return PromiseForm(kind, what, self.due.due_at(), self._facts.customer, self._facts.request, self._facts.phone)

    def _is_complete(self) -> bool:
        for form in (self.facts_form, self.request_form, self.promise_form):
            form.clear_errors()
        if self.new_request.isChecked() and not self.subject.text().strip():
            self.request_form.show_error("subject", self.tr("Write what the customer wants."))
            return False
        if self.promise.isChecked() and not self.what.text().strip():
            self.promise_form.show_error("what", self.tr("Write what was promised."))
            return False
        return True

    @Slot()
    def _tell(self) -> None:
        self._show_parts()
        if not self._is_filling:
            self.typed.emit()

    @Slot(str)
    def _subject_typed(self, text: str) -> None:
        if text.strip() and not self._number and not self._is_filling:
            self.number_wanted.emit()

    def _show_parts(self) -> None:
        self.request_form.setVisible(self.new_request.isChecked())
        self.promise_form.setVisible(not self.no_promise.isChecked())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
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
        form = self.facts_form = FormGrid()
        self.outcome = QComboBox()
        for outcome in CallOutcome:
            self.outcome.addItem(title(outcome), outcome)
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(62)
        self.next_step = QLineEdit()
        form.add("outcome", self.tr("&Outcome"), self.outcome)
        form.add("summary", self.tr("&Summary"), self.summary)
        form.add("next_step", self.tr("Ne&xt step"), self.next_step)
        return form

    def _build_request(self) -> QWidget:
        column, layout = _column()
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Request"), "note"))
        head.addStretch(1)
        self.number_label = Text("", "number")
        head.addWidget(self.number_label)
        layout.addLayout(head)
        self.no_request = QRadioButton(self.tr("None"))
        self.note_on = QRadioButton("")
        self.new_request = QRadioButton(self.tr("New request"))
        self._makes = _group(self, layout, (self.no_request, self.note_on, self.new_request))
        form = self.request_form = FormGrid()
        self.kind = QComboBox()
        for kind in RequestKind:
            self.kind.addItem(title(kind), kind)
        self.subject = QLineEdit()
        form.add("kind", self.tr("&Kind"), self.kind)
        form.add("subject", self.tr("&What do they want"), self.subject)
        layout.addWidget(form)
        layout.addStretch(1)
        return column

    def _build_promise(self) -> QWidget:
        column, layout = _column()
        layout.addWidget(Text(self.tr("Promised"), "note"))
        self.no_promise = QRadioButton(self.tr("Nothing"))
        self.callback = QRadioButton(self.tr("To call back"))
        self.promise = QRadioButton(self.tr("Something else"))
        self._promises = _group(self, layout, (self.no_promise, self.callback, self.promise))
        form = self.promise_form = FormGrid()
        self.what = QLineEdit()
        self.due = DueField(self._seat)
        form.add("what", self.tr("What"), self.what)
        form.add("due", self.tr("&By when"), self.due)
        layout.addWidget(form)
        layout.addStretch(1)
        return column

    def _build_foot(self) -> QHBoxLayout:
        self.thanked = QCheckBox(self.tr("Customer &thanked"))
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
        self.subject.textChanged.connect(self._subject_typed)
        for field in (self.next_step, self.subject, self.what):
            field.textChanged.connect(self._tell)
        self.summary.textChanged.connect(self._tell)
        for box in (self.outcome, self.kind):
            box.currentIndexChanged.connect(self._tell)
        for button in (*self._makes.buttons(), *self._promises.buttons(), self.thanked, self.settled):
            button.toggled.connect(self._tell)
        self.due.changed.connect(self._tell)


def _is_ours(event: QKeyEvent) -> bool:
    return is_saving(event) or event.key() == Qt.Key.Key_Escape


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return column, layout


def _group(owner: QWidget, layout: QVBoxLayout, buttons: tuple[QRadioButton, ...]) -> QButtonGroup:
    group = QButtonGroup(owner)
    row = QHBoxLayout()
    row.setSpacing(14)
    for number, button in enumerate(buttons):
        group.addButton(button, number)
        row.addWidget(button)
    row.addStretch(1)
    layout.addLayout(row)
    buttons[0].setChecked(True)
    return group
