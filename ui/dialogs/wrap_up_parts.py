"""What a call leads to, as parts of its wrap-up: a request or a note on one, a callback or another promise."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from helpdesk.domain.identity import CustomerId, RequestId
from helpdesk.domain.interaction import PromiseForm, PromiseKind
from helpdesk.domain.request import RequestForm, RequestKind
from helpdesk.words.terms import title
from ui.dialogs.promise import DueField
from ui.seat import Seat
from ui.widgets import FormGrid, Text


class RequestPart(QWidget):
    """Nothing, a note on the open request, or a new request whose number is there before it is saved."""

    typed = Signal()
    number_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        layout = _column(self)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Request"), "note"))
        head.addStretch(1)
        self.number_label = Text("", "number")
        head.addWidget(self.number_label)
        layout.addLayout(head)
        self.none, self.note, self.new = QRadioButton(self.tr("None")), QRadioButton(), QRadioButton(self.tr("New"))
        self._choice = _group(self, layout, (self.none, self.note, self.new))
        self.form = FormGrid()
        self.kind = QComboBox()
        for kind in RequestKind:
            self.kind.addItem(title(kind), kind)
        self.subject = QLineEdit()
        self.form.add("kind", self.tr("&Kind"), self.kind)
        self.form.add("subject", self.tr("&What do they want"), self.subject)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self._choice.buttonToggled.connect(self._show_form)
        self._choice.buttonToggled.connect(self.typed)
        self.kind.currentIndexChanged.connect(self.typed)
        self.subject.textChanged.connect(self.typed)
        self.subject.textEdited.connect(self._want_number)
        self.show_open(None, "")
        self._show_form()

    def show_open(self, request: RequestId | None, number: str) -> None:
        """Offers a note on the open request, if there is one."""
        self.note.setVisible(request is not None)
        self.note.setText(self.tr("Note on %1").replace("%1", number))
        if request is None and self.note.isChecked():
            self.none.setChecked(True)

    def show_number(self, number: str) -> None:
        """Shows the number of the new request, to be said at once."""
        self._number = number
        self.number_label.setText(number)

    def is_complete(self) -> bool:
        """Whether a new request says what is wanted; says so beside the field."""
        self.form.clear_errors()
        if self.new.isChecked() and not self.subject.text().strip():
            self.form.show_error("subject", self.tr("Write what the customer wants."))
            return False
        return True

    def request_form(self, customer: CustomerId | None, description: str) -> RequestForm | None:
        """The new request, if one is made."""
        if not self.new.isChecked():
            return None
        return RequestForm(
            kind=RequestKind(self.kind.currentData()),
            subject=self.subject.text().strip(),
            description=description,
            customer=customer,
            number=self._number,
        )

    def body(self) -> dict[str, Any]:
        """What is typed, in plain values."""
        chosen, kind = self._choice.checkedId(), str(self.kind.currentData())
        return {"makes": chosen, "kind": kind, "subject": self.subject.text(), "number": self._number}

    def show_body(self, kept: dict[str, Any]) -> None:
        """Shows what was kept, or an empty part for nothing."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept.get("kind"))))
        self.subject.setText(kept.get("subject", ""))
        self.show_number(kept.get("number", ""))
        _check(self._choice, kept.get("makes", 0))
        self.form.clear_errors()

    @Slot()
    def _show_form(self) -> None:
        self.form.setVisible(self.new.isChecked())
        self.number_label.setVisible(self.new.isChecked())

    @Slot(str)
    def _want_number(self, text: str) -> None:
        if text.strip() and not self._number:
            self.number_wanted.emit()


class PromisePart(QWidget):
    """Nothing, a callback, or something else that was promised by a time."""

    typed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _column(self)
        layout.addWidget(Text(self.tr("Promised"), "note"))
        self.none, self.callback = QRadioButton(self.tr("Nothing")), QRadioButton(self.tr("To call back"))
        self.promise = QRadioButton(self.tr("Something else"))
        self._choice = _group(self, layout, (self.none, self.callback, self.promise))
        self.form = FormGrid()
        self.what, self.due = QLineEdit(), DueField(seat)
        self.form.add("what", self.tr("What was promised"), self.what)
        self.form.add("due", self.tr("&By when"), self.due)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self._choice.buttonToggled.connect(self._show_form)
        self._choice.buttonToggled.connect(self.typed)
        self.what.textChanged.connect(self.typed)
        self.due.changed.connect(self.typed)
        self._show_form()

    def is_complete(self) -> bool:
        """Whether a promise says what was promised; says so beside the field."""
        self.form.clear_errors()
        if self.promise.isChecked() and not self.what.text().strip():
            self.form.show_error("what", self.tr("Write what was promised."))
            return False
        return True

    def promise_form(self, customer: CustomerId | None, request: RequestId | None, phone: str) -> PromiseForm | None:
        """The promise, if one was made."""
        if self.none.isChecked():
            return None
        kind = PromiseKind.CALLBACK if self.callback.isChecked() else PromiseKind.PROMISE
        what = self.what.text().strip() or self.tr("Call back")
        return PromiseForm(kind, what, self.due.due_at(), customer, request, phone)

    def body(self) -> dict[str, Any]:
        """What is typed, in plain values."""
        due_at = self.due.due_at().isoformat()
        return {"promises": self._choice.checkedId(), "what": self.what.text(), "due_at": due_at}

    def show_body(self, kept: dict[str, Any]) -> None:
        """Shows what was kept, or an empty part for nothing."""
        self.what.setText(kept.get("what", ""))
        if kept.get("due_at"):
            self.due.choose(dt.datetime.fromisoformat(kept["due_at"]))
        else:
            self.due.choose_soon()
        _check(self._choice, kept.get("promises", 0))
        self.form.clear_errors()

    @Slot()
    def _show_form(self) -> None:
        self.form.setVisible(not self.none.isChecked())


def _column(owner: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return layout


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


def _check(group: QButtonGroup, place: int) -> None:
    button = group.button(place) or group.button(0)
    button.setChecked(True)
