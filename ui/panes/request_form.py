"""A new request: what they want comes first, the number is there from the first keystroke, nothing typed is lost."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from helpdesk.domain.identity import CustomerId
from helpdesk.errors import FieldMissing, UserError
from helpdesk.service import number as numbers
from helpdesk.service import request as requests
from helpdesk.words.errors import sentence
from ui.panes.request_drafts import Drafts
from ui.panes.request_fields import RequestFields
from ui.panes.request_parts import column, ground, row
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, Hairline, LinkButton, Text

PREFIX = "new-request:"


class RequestFormPage(QWidget):
    """The fields, their number and their draft; tells what was registered."""

    registered = Signal(object)
    left = Signal()
    reopened = Signal()
    drafts_wanted = Signal()

    def __init__(self, seat: Seat, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background")
        self._seat = seat
        self._drafts = drafts
        self._key = ""
        self._number = ""
        self._is_asking = False
        self._thrown: tuple[str, dict[str, Any]] = ("", {})
        self.number = Text("", "title")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = Text("", "note", wraps=True)
        self.fields = RequestFields(seat)
        self.register = Button(self.tr("Register"), "primary", key="Ctrl+Return")
        self.later = Button(self.tr("Later"), key="Esc")
        self.drop = LinkButton(self.tr("Throw away"))
        self.parked = LinkButton("")
        self._lay_out()
        self.fields.typed.connect(self._typed)
        self.register.clicked.connect(self.submit)
        self.later.clicked.connect(self.leave)
        self.drop.clicked.connect(self.throw_away)
        self.parked.clicked.connect(self.drafts_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        page = ground(QWidget(), "background")
        inside = column(page, (24, 14, 24, 12), 12)
        head = row(None, spacing=12)
        head.addWidget(Text(self.tr("New request"), "title"))
        head.addWidget(self.parked)
        head.addStretch(1)
        head.addWidget(self.number)
        inside.addLayout(head)
        inside.addWidget(self.note)
        inside.addWidget(self.fields)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QWidget()
        buttons = row(foot, (24, 10, 24, 12), 8)
        buttons.addWidget(self.register)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        layout = column(self, spacing=0)
        layout.addWidget(area, 1)
        layout.addWidget(Hairline())
        layout.addWidget(foot)

    @property
    def key(self) -> str:
        """Where the draft of this form is kept; empty while no form is open."""
        return self._key

    @property
    def number_given(self) -> str:
        """The number reserved for what is being typed."""
        return self._number

    @property
    def body(self) -> dict[str, Any]:
        """What is typed with its number, as the draft keeps it."""
        return {"number": self._number, **self.fields.body}

    @property
    def is_touched(self) -> bool:
        """Whether there is something to keep."""
        return bool(self._key and (self._number or self.fields.is_written))

    def show_parked(self, count: int) -> None:
        """Says how many other drafts wait."""
        self.parked.setText(self.tr("Drafts: %n", "", count))
        self.parked.setVisible(count > 0)

    def open_new(self, customer: CustomerId | None, phone: str) -> None:
        """Begins an empty form, for this customer or this number if one is given."""
        body = {"owner": self._seat.operator.id.hex()}
        if customer is not None:
            body["customer"] = customer.hex()
        self.open_draft(f"{PREFIX}{uuid.uuid4().hex}", body)
        if customer is None and phone:
            self.fields.customer.search_for(phone)

    def open_draft(self, key: str, body: Mapping[str, Any]) -> None:
        """Goes on with what was typed before."""
        self._key, self._number = key, str(body.get("number", ""))
        self.fields.show_body(body)
        self._show_number()
        self.fields.subject.setFocus()

    def submit(self) -> None:
        """Registers the request; what is missing is said beside its field."""
        if not self._key or not self.register.isEnabled():
            return
        self.fields.form.clear_errors()
        form = self.fields.request_form(self._number)
        if not form.subject:
            self.fields.form.show_error("subject", self.tr("Write what the customer wants in a few words."))
            return
        self.register.setEnabled(False)
        seat = self._seat
        seat.tasks.write(
            requests.register, seat.desk, seat.operator.id, form, on_success=self._registered, on_error=self._refused
        )

    def leave(self) -> None:
        """Esc: keeps the draft and goes back to what was open."""
        self.park()
        self.left.emit()

    def park(self) -> None:
        """Keeps the draft and closes the form."""
        if self.is_touched:
            self._drafts.keep(self._key, self.body)
            self._drafts.flush()
        self._key = ""

    def throw_away(self) -> None:
        """Forgets the draft until somebody takes that back; the number stays given out."""
        if self.is_touched:
            self._thrown = (self._key, self.body)
            self._drafts.keep(self._key, None)
            self._drafts.flush()
            told, undo = self.tr("Draft thrown away."), self.tr("Undo")
            self._seat.messages.notice(told, action=undo, on_action=self._restore)
        self._key = ""
        self.left.emit()

    def _restore(self) -> None:
        key, body = self._thrown
        self.park()
        self._drafts.keep(key, body)
        self._drafts.flush()
        self.reopened.emit()
        self.open_draft(key, body)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _registered(self, made: Any) -> None:
        self._drafts.keep(self._key, None)
        self._drafts.flush()
        self._key = ""
        self.register.setEnabled(True)
        self.registered.emit(made)

    def _refused(self, error: UserError) -> None:
        self.register.setEnabled(True)
        if isinstance(error, FieldMissing) and error.field in ("subject", "customer"):
            self.fields.form.show_error(error.field, sentence(error))
        else:
            self._seat.messages.error(error)

    def _reserve(self) -> None:
        if self._number or self._is_asking:
            return
        self._is_asking = True
        seat = self._seat
        seat.tasks.write(
            numbers.reserve, seat.desk, seat.operator.id, on_success=self._take_number, on_error=self._no_number
        )

    def _take_number(self, number: str) -> None:
        self._is_asking = False
        if not self._key or self._number:
            return
        self._number = number
        self._show_number()
        self._drafts.keep(self._key, self.body)

    def _no_number(self, error: UserError) -> None:
        self._is_asking = False
        self._seat.messages.error(error)

    def _show_number(self) -> None:
        self.number.setText(self._number)
        final = self.tr("The number is final: read it out now if you like.")
        self.note.setText(final if self._number else self.tr("The number appears with the first letter."))

    def _typed(self) -> None:
        if not self._key:
            return
        if self.fields.is_written:
            self._reserve()
        if self.is_touched:
            self._drafts.keep(self._key, self.body)
