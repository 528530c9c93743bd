"""A customer's consent to offers, or its withdrawal, with what it is based on: provable later (152-ФЗ)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from helpdesk.domain.customer import ConsentPurpose
from helpdesk.domain.event import Channel
from helpdesk.domain.identity import CustomerId
from helpdesk.service import customer as customers
from helpdesk.words.terms import title
from ui.dialogs.promise import is_saving, sheet
from ui.seat import Seat
from ui.widgets import Button, FormGrid


class ConsentDialog(QDialog):
    """Records one word of a customer on one purpose and channel; earlier words stay."""

    recorded = Signal(object)

    def __init__(self, seat: Seat, customer: CustomerId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._seat, self._customer = seat, customer
        self.setWindowTitle(self.tr("Consent of the customer"))
        self.setMinimumWidth(440)
        self.form = FormGrid()
        self.purpose, self.channel, self.answer = QComboBox(), QComboBox(), QComboBox()
        for purpose in (ConsentPurpose.ADVERTISING, ConsentPurpose.SERVICE):
            self.purpose.addItem(title(purpose), purpose)
        self.channel.addItem(self.tr("All channels"), None)
        for channel in (Channel.PHONE, Channel.MAIL, Channel.CHAT):
            self.channel.addItem(title(channel), channel)
        self.answer.addItem(self.tr("Agrees"), True)
        self.answer.addItem(self.tr("Refuses"), False)
        self.basis = QLineEdit()
        self.basis.setPlaceholderText(self.tr("said in a call, signed form No. …"))
        self.form.add("purpose", self.tr("&Purpose"), self.purpose)
        self.form.add("channel", self.tr("&Channel"), self.channel)
        self.form.add("answer", self.tr("&Answer"), self.answer)
        self.form.add("basis", self.tr("&Based on"), self.basis)
        self.save = Button(self.tr("Save"), "primary", key="Ctrl+Enter")
        self.save.clicked.connect(self.store)
        cancel = Button(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        sheet(self, self.windowTitle(), self.form, (self.save, cancel)).addStretch(1)

    @Slot()
    def store(self) -> None:
        """Stores the word; a consent needs its basis, a refusal does not."""
        self.form.clear_errors()
        if self.answer.currentData() and not self.basis.text().strip():
            self.form.show_error("basis", self.tr("Write how the customer agreed: it must be provable."))
            return
        channel = self.channel.currentData()
        self._seat.tasks.write(
            customers.set_consent,
            self._seat.desk,
            self._seat.operator.id,
            self._customer,
            ConsentPurpose(self.purpose.currentData()),
            Channel(channel) if channel else None,
            bool(self.answer.currentData()),
            self.basis.text().strip(),
            on_success=self._stored,
        )

    def _stored(self, changes: object) -> None:
        self.recorded.emit(changes)
        self.accept()

    def keyPressEvent(self, event: object) -> None:
        if is_saving(event):
            self.store()
        else:
            super().keyPressEvent(event)
