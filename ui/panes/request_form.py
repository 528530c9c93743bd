"""A new request: what they want comes first, the number is there from the first keystroke, nothing typed is lost."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.request import Priority, RequestForm, RequestKind
from helpdesk.errors import FieldMissing, UserError
from helpdesk.service import number as numbers
from helpdesk.service import request as requests
from helpdesk.words.errors import sentence
from helpdesk.words.terms import title
from ui.panes.request_customer import CustomerField
from ui.panes.request_drafts import Drafts
from ui.panes.request_parts import MomentField, column, ground, row
from ui.seat import Seat
from ui.shortcuts import shortcut
from ui.widgets import Button, FormGrid, Hairline, LinkButton, Text

PREFIX = "new-request:"


class RequestFormPage(QWidget):
    """The form, its number and its draft; tells what was registered."""

    registered = Signal(object)
    left = Signal()
    drafts_wanted = Signal()
    customer_chosen = Signal(object)

    def __init__(self, seat: Seat, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "background")
        self._seat = seat
        self._drafts = drafts
        self._key = ""
        self._number = ""
        self._owner = ""
        self._is_asking = False
        self._is_filling = False
        self.number = Text("", "title")
        self.note = Text("", "note", wraps=True)
        self.subject, self.description = QLineEdit(), QPlainTextEdit()
        self.kind, self.channel, self.priority, self.owner = (QComboBox() for _ in range(4))
        self.customer = CustomerField(seat)
        self.wants = QCheckBox(self.tr("The customer named a deadline"))
        self.wanted = MomentField(seat.locale, seat.desk.clock.now())
        self.form = FormGrid(2)
        self.register = Button(self.tr("Register"), "primary", key="Ctrl+Return")
        self.later = Button(self.tr("Later"), key="Esc")
        self.drop = LinkButton(self.tr("Throw away"))
        self.parked = LinkButton("")
        self._fill_choices()
        self._lay_out()
        self._connect()

    def _fill_choices(self) -> None:
        for box, members in ((self.kind, RequestKind), (self.channel, Channel), (self.priority, Priority)):
            for member in members:
                box.addItem(title(member), member.value)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(88)
        self.subject.setPlaceholderText(self.tr("What do they want, in a few words"))

    def _lay_out(self) -> None:
        page = ground(QWidget(), "background")
        inside = column(page, (24, 16, 24, 12), 12)
        head = row(None, spacing=12)
        head.addWidget(Text(self.tr("New request"), "title"))
        head.addWidget(self.parked)
        head.addStretch(1)
        head.addWidget(self.number)
        inside.addLayout(head)
        inside.addWidget(self.note)
        self.form.add("subject", self.tr("&Subject"), self.subject, span=2)
        self.form.add("description", self.tr("&Description"), self.description, span=2)
        self.form.add("kind", self.tr("&Kind"), self.kind)
        self.form.add("channel", self.tr("Cha&nnel"), self.channel)
        self.form.add("customer", self.tr("&Customer"), self.customer, span=2)
        self.form.add("priority", self.tr("&Priority"), self.priority)
        self.form.add("owner", self.tr("&Owner"), self.owner)
        self.form.add("wants", "", self.wants)
        self.form.add("wanted", self.tr("&Wanted by"), self.wanted)
        inside.addWidget(self.form)
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

    def _connect(self) -> None:
        self.subject.textEdited.connect(self._first_key)
        self.description.textChanged.connect(self._typed)
        self.subject.textChanged.connect(self._typed)
        for box in (self.kind, self.channel, self.priority):
            box.currentIndexChanged.connect(self._typed)
        self.owner.activated.connect(self._choose_owner)
        self.customer.changed.connect(self._customer_changed)
        self.wants.toggled.connect(self._show_wanted)
        self.wanted.dateTimeChanged.connect(self._typed)
        self.register.clicked.connect(self.submit)
        self.later.clicked.connect(self.leave)
        self.drop.clicked.connect(self.throw_away)
        self.parked.clicked.connect(self.drafts_wanted)
        shortcut(self, "Ctrl+Return", self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut(self, "Ctrl+Enter", self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def key(self) -> str:
        """Where the draft of this form is kept; empty while no form is open."""
        return self._key

    @property
    def number_given(self) -> str:
        """The number reserved for what is being typed."""
        return self._number

    def show_operators(self, operators: tuple[Operator, ...]) -> None:
        """Offers these owners; the common queue stands first."""
        self._is_filling = True
        self.owner.clear()
        self.owner.addItem(self.tr("Common queue"), "")
        for operator in operators:
            self.owner.addItem(operator.name, operator.id.hex())
        self.owner.setCurrentIndex(max(0, self.owner.findData(self._owner)))
        self._is_filling = False

    def show_parked(self, count: int) -> None:
        """Says how many other drafts wait."""
        self.parked.setText(self.tr("%n draft(s)", "", count))
        self.parked.setVisible(count > 0)

    def open_new(self, customer: CustomerId | None, phone: str, channel: Channel = Channel.PHONE) -> None:
        """Begins an empty form, for this customer or this number if one is given."""
        body: dict[str, Any] = {"channel": channel.value}
        if customer is not None:
            body["customer"] = customer.hex()
        body["owner"] = self._seat.operator.id.hex()
        self.open_draft(f"{PREFIX}{uuid.uuid4().hex}", body)
        if customer is None and phone:
            self.customer.search_for(phone)
        self.subject.setFocus()

    def open_draft(self, key: str, body: Mapping[str, Any]) -> None:
        """Goes on with what was typed before."""
        self._is_filling = True
        self._key, self._number = key, str(body.get("number", ""))
        self.subject.setText(str(body.get("subject", "")))
        self.description.setPlainText(str(body.get("description", "")))
        for box, name, usual in (
            (self.kind, "kind", RequestKind.CONSULTATION.value),
            (self.channel, "channel", Channel.PHONE.value),
            (self.priority, "priority", Priority.NORMAL.value),
        ):
            box.setCurrentIndex(max(0, box.findData(str(body.get(name, usual)))))
        self._owner = str(body.get("owner", ""))
        self.owner.setCurrentIndex(max(0, self.owner.findData(self._owner)))
        self.customer.show_customer(str(body.get("customer", "")), str(body.get("customer_name", "")))
        wanted = body.get("wanted_at")
        self.wants.setChecked(bool(wanted))
        self.wanted.show_moment(datetime.fromisoformat(wanted) if wanted else self._tomorrow())
        self.wanted.parentWidget().setVisible(bool(wanted))
        self.form.clear_errors()
        self._is_filling = False
        self._show_number()
        self.subject.setFocus()

    def _tomorrow(self) -> datetime:
        return self._seat.desk.clock.now() + timedelta(days=1)

    @property
    def body(self) -> dict[str, Any]:
        """What is typed, as the draft keeps it."""
        return {
            "number": self._number,
            "subject": self.subject.text(),
            "description": self.description.toPlainText(),
            "kind": self.kind.currentData(),
            "channel": self.channel.currentData(),
            "priority": self.priority.currentData(),
            "owner": self._owner,
            "customer": self.customer.customer.hex() if self.customer.customer else "",
            "customer_name": self.customer.text(),
            "wanted_at": self.wanted.moment.isoformat() if self.wants.isChecked() else None,
        }

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that would be a pity to lose."""
        return bool(self._key and (self._number or self.subject.text() or self.description.toPlainText()))

    @property
    def request_form(self) -> RequestForm:
        """What is typed, as it is registered."""
        owner, customer = self._owner, self.customer.customer
        return RequestForm(
            RequestKind(self.kind.currentData()),
            " ".join(self.subject.text().split()),
            self.description.toPlainText().strip(),
            CustomerId(customer) if customer else None,
            Channel(self.channel.currentData()),
            Priority(self.priority.currentData()),
            self.wanted.moment if self.wants.isChecked() else None,
            OperatorId(bytes.fromhex(owner)) if owner else None,
            self._number,
        )

    def submit(self) -> None:
        """Registers the request; what is missing is said beside its field."""
        if not self._key:
            return
        self.form.clear_errors()
        form = self.request_form
        if not form.subject:
            self.form.show_error("subject", self.tr("Write what the customer wants in a few words."))
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
        """Forgets the draft; the number stays given out."""
        body, key = self.body, self._key
        if self.is_touched:
            self._drafts.keep(key, None)
            self._drafts.flush()
            self._thrown = (key, body)
            restore = self._restore
            self._seat.messages.notice(self.tr("Draft thrown away."), action=self.tr("Undo"), on_action=restore)
        self._key = ""
        self.left.emit()

    def _restore(self) -> None:
        self._drafts.keep(*self._thrown)
        self._drafts.flush()

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
            self.form.show_error(error.field, sentence(error))
        else:
            self._seat.messages.error(error)

    def _first_key(self) -> None:
        self._reserve()

    def _reserve(self) -> None:
        if self._number or self._is_asking or not self._key:
            return
        self._is_asking = True
        seat = self._seat
        seat.tasks.write(
            numbers.reserve, seat.desk, seat.operator.id, on_success=self._take_number, on_error=self._no_number
        )

    def _take_number(self, number: str) -> None:
        self._is_asking = False
        self._number = number
        self._show_number()
        self._typed()

    def _no_number(self, error: UserError) -> None:
        self._is_asking = False
        self._seat.messages.error(error)

    def _show_number(self) -> None:
        self.number.setText(self._number)
        told = self.tr("The number is final: read it out now if you like.")
        self.note.setText(told if self._number else self.tr("The number appears with the first letter."))

    def _show_wanted(self, is_on: bool) -> None:
        self.wanted.parentWidget().setVisible(is_on)
        self._typed()

    def _choose_owner(self) -> None:
        self._owner = self.owner.currentData() or ""
        self._typed()

    def _customer_changed(self) -> None:
        self._typed()
        self.customer_chosen.emit(self.customer.customer)

    def _typed(self) -> None:
        if self._is_filling or not self._key:
            return
        if self.description.toPlainText():
            self._reserve()
        if self.is_touched:
            self._drafts.keep(self._key, self.body)
