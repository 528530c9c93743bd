"""Small dialogs about an order: an alternative offered, who asks, how it is brought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from helpdesk.domain.order import OrderCard
from helpdesk.domain.order_check import Alternative, IdentityProof, Speaker
from helpdesk.words.terms import title
from ui.dialogs.request_dialog import RequestDialog
from ui.widgets import FormGrid, Text


class AlternativeDialog(RequestDialog):
    """What was offered instead of waiting, and what the customer said to it."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Offer an alternative"), self.tr("Keep"), parent, width=480)
        self.what, self.answer, self.taken = QLineEdit(), QLineEdit(), QComboBox()
        for words, value in (
            (self.tr("The customer thinks it over"), None),
            (self.tr("The customer takes it"), True),
            (self.tr("The customer declines"), False),
        ):
            self.taken.addItem(words, value)
        form = FormGrid()
        form.add("what", self.tr("What was offered"), self.what)
        form.add("taken", self.tr("What came of it"), self.taken)
        form.add("answer", self.tr("In the customer's words"), self.answer)
        self.body.addWidget(form)
        self.what.setFocus()

    def take(self) -> None:
        what = " ".join(self.what.text().split())
        if not what:
            self.refuse(self.tr("Write what was offered."), self.what)
            return
        answer = " ".join(self.answer.text().split())
        self.given.emit(Alternative(what, answer, self.taken.currentData()))
        self.accept()


class IdentityDialog(RequestDialog):
    """Who speaks and how it was made sure, before address and sums are read out."""

    given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Identity confirmed"), self.tr("Confirmed"), parent, width=420)
        hint = self.tr("Without it only the stage and the date are read out.")
        self.body.addWidget(Text(hint, "muted", wraps=True))
        self.speaker, self.proof = QComboBox(), QComboBox()
        for speaker in Speaker:
            self.speaker.addItem(title(speaker), speaker)
        for proof in IdentityProof:
            self.proof.addItem(title(proof), proof)
        form = FormGrid()
        form.add("speaker", self.tr("Who speaks"), self.speaker)
        form.add("proof", self.tr("How it was made sure"), self.proof)
        self.body.addWidget(form)
        self.proof.setFocus()

    def take(self) -> None:
        self.given.emit(Speaker(self.speaker.currentData()), IdentityProof(self.proof.currentData()))
        self.accept()


class DeliveryDialog(RequestDialog):
    """How an order is brought: address, hours, carrier, the number of the parcel."""

    given = Signal(dict)

    def __init__(self, card: OrderCard, carriers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delivery"), self.tr("Keep"), parent, width=480)
        self.address, self.first, self.last = QLineEdit(card.delivery), QLineEdit(), QLineEdit()
        self.first.setText(card.window_from)
        self.last.setText(card.window_to)
        self.first.setPlaceholderText("10:00")
        self.last.setPlaceholderText("14:00")
        self.carrier, self.number = QComboBox(), QLineEdit(card.tracking_number)
        self.carrier.setEditable(True)
        self.carrier.addItems(list(carriers))
        self.carrier.setCurrentText(card.carrier)
        form = FormGrid(2)
        form.add("address", self.tr("Address or way of delivery"), self.address, span=2)
        form.add("first", self.tr("From"), self.first)
        form.add("last", self.tr("To"), self.last)
        form.add("carrier", self.tr("Carrier"), self.carrier)
        form.add("number", self.tr("Number of the parcel"), self.number)
        self.body.addWidget(form)
        self.address.setFocus()

    def take(self) -> None:
        fields = {
            "delivery": self.address,
            "window_from": self.first,
            "window_to": self.last,
            "tracking_number": self.number,
        }
        cells = {name: " ".join(field.text().split()) for name, field in fields.items()}
        self.given.emit({**cells, "carrier": self.carrier.currentText().strip()})
        self.accept()
