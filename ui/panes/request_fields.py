"""The fields of a new request in the order in which they are spoken of on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.company import Operator
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId, OperatorId
from helpdesk.domain.request import Priority, RequestForm, RequestKind
from helpdesk.words.terms import title
from ui.panes.reason_field import ReasonField
from ui.panes.request_customer import CustomerField
from ui.panes.request_moment import MomentField
from ui.panes.request_parts import column
from ui.seat import Seat
from ui.widgets import FormGrid


class RequestFields(QWidget):
    """Knows what is typed, as a draft and as a form; tells of each change that somebody made."""

    typed = Signal()
    customer_chosen = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._is_filling = False
        self._owner = ""
        self.subject, self.description = QLineEdit(), QPlainTextEdit()
        self.kind, self.channel, self.priority, self.owner = (QComboBox() for _ in range(4))
        self.reason = ReasonField(seat)
        self.customer = CustomerField(seat)
        self.wants = QCheckBox(self.tr("The customer named a deadline"))
        self.wanted = MomentField(seat.locale, seat.desk.clock.now())
        self.form = FormGrid(2)
        self._boxes = ((self.kind, RequestKind), (self.channel, Channel), (self.priority, Priority))
        for box, members in self._boxes:
            for member in members:
                box.addItem(title(member), member.value)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(88)
        self.subject.setPlaceholderText(self.tr("What do they want, in a few words"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = self.form
        form.add("subject", self.tr("&Subject"), self.subject, span=2)
        form.add("description", self.tr("&Description"), self.description, span=2)
        form.add("kind", self.tr("&Kind"), self.kind)
        form.add("channel", self.tr("Cha&nnel"), self.channel)
        form.add("reason", self.tr("Contact &reason"), self.reason, span=2)
        form.add("customer", self.tr("&Customer"), self.customer, span=2)
        form.add("priority", self.tr("&Priority"), self.priority)
        form.add("owner", self.tr("&Owner"), self.owner)
        form.add("wants", "", self.wants)
        form.add("wanted", self.tr("&Wanted by"), self.wanted)
        column(self, spacing=0).addWidget(form)

    def _connect(self) -> None:
        for words in (self.subject, self.description):
            words.textChanged.connect(self._suggest)
            words.textChanged.connect(self._tell)
        for box, _ in self._boxes:
            box.currentIndexChanged.connect(self._tell)
        self.reason.chosen.connect(self._tell)
        self.owner.activated.connect(self._choose_owner)
        self.customer.changed.connect(self._choose_customer)
        self.wants.toggled.connect(self._show_wanted)
        self.wanted.dateTimeChanged.connect(self._tell)

    @property
    def is_written(self) -> bool:
        """Whether there are words that would be a pity to lose."""
        return bool(self.subject.text() or self.description.toPlainText())

    @property
    def body(self) -> dict[str, Any]:
        """What is typed, as the draft keeps it."""
        return {
            "subject": self.subject.text(),
            "description": self.description.toPlainText(),
            "kind": self.kind.currentData(),
            "channel": self.channel.currentData(),
            "priority": self.priority.currentData(),
            "owner": self._owner,
            "customer": self.customer.customer.hex() if self.customer.customer else "",
            "customer_name": self.customer.text(),
            "reason": self.reason.by_hand,
            "wanted_at": self.wanted.moment.isoformat() if self.wants.isChecked() else None,
        }

    def show_body(self, body: Mapping[str, Any]) -> None:
        """Shows what a draft kept; what it does not name stands as usual."""
        self._is_filling = True
        self.subject.setText(str(body.get("subject", "")))
        self.description.setPlainText(str(body.get("description", "")))
        usual = {"kind": RequestKind.CONSULTATION, "channel": Channel.PHONE, "priority": Priority.NORMAL}
        for (box, _), (name, member) in zip(self._boxes, usual.items(), strict=True):
            box.setCurrentIndex(max(0, box.findData(str(body.get(name, member.value)))))
        self.reason.show_reason(str(body.get("reason", "")))
        self._suggest()
        self._owner = str(body.get("owner", ""))
        self.owner.setCurrentIndex(max(0, self.owner.findData(self._owner)))
        self.customer.show_customer(str(body.get("customer", "")), str(body.get("customer_name", "")))
        wanted = body.get("wanted_at")
        self.wants.setChecked(bool(wanted))
        tomorrow = self._seat.desk.clock.now() + timedelta(days=1)
        self.wanted.show_moment(datetime.fromisoformat(wanted) if wanted else tomorrow)
        self.wanted.parentWidget().setVisible(bool(wanted))
        self.form.clear_errors()
        self._is_filling = False

    def show_operators(self, operators: tuple[Operator, ...]) -> None:
        """Offers these owners; the common queue stands first."""
        self.owner.clear()
        self.owner.addItem(self.tr("Common queue"), "")
        for operator in operators:
            self.owner.addItem(operator.name, operator.id.hex())
        self.owner.setCurrentIndex(max(0, self.owner.findData(self._owner)))

    def request_form(self, number: str) -> RequestForm:
        """What is typed, as it is registered under its number."""
        customer = self.customer.customer
        return RequestForm(
            RequestKind(self.kind.currentData()),
            " ".join(self.subject.text().split()),
            self.description.toPlainText().strip(),
            CustomerId(customer) if customer else None,
            Channel(self.channel.currentData()),
            Priority(self.priority.currentData()),
            self.wanted.moment if self.wants.isChecked() else None,
            OperatorId(bytes.fromhex(self._owner)) if self._owner else None,
            number,
            reason=self.reason.reason,
        )

    def _tell(self) -> None:
        if not self._is_filling:
            self.typed.emit()

    def _suggest(self) -> None:
        self.reason.suggest(self.subject.text(), self.description.toPlainText())

    def _choose_owner(self) -> None:
        self._owner = self.owner.currentData() or ""
        self._tell()

    def _choose_customer(self) -> None:
        self._tell()
        self.customer_chosen.emit(self.customer.customer)

    def _show_wanted(self, is_on: bool) -> None:
        self.wanted.parentWidget().setVisible(is_on)
        self._tell()
